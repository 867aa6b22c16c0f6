import Time

/// When a change came into the history of the content, on a scale that never lies to those who subscribed: whatever state was
/// once published, one that was built on it and holds another text of a file has a later landing of that file.
///
/// The dates of commits do not give that: clocks differ, and after a `git pull` what had been published is the second parent
/// of a merge, with older commits of the volunteer's before it. So every line of the history counts, not the first parents
/// alone; a merge lands what it has otherwise than any of its parents; and a landing is at least a minute later than each
/// one that it follows, as the number of a version in calendars counts minutes.
struct Landing: Sendable, Hashable, Comparable {
  var instant: Instant
  /// How often the file landed before.
  var count = 0

  /// `date`, and later with each further landing: what a file says of its own revision may be forgotten there.
  func noEarlier(than date: Instant) -> Instant { Instant(seconds: date.seconds + count * Self.distance) }

  static func < (a: Landing, b: Landing) -> Bool { a.instant < b.instant }

  /// The least distance between two landings of which one follows from the other, in seconds.
  private static let distance = 60

  /// The landing of each file that `commits` touched, of those that are gone too. Each commit stands before its parents, a
  /// merge possibly several times; the first of its words names it, those behind but the last its parents.
  static func list(of commits: [GitCommit]) -> [String: Landing] {
    var result: [String: Landing] = [:]
    var reached: [Substring: Landing] = [:]
    // Where only commits that touch the content are known, each follows from the one before.
    var last: Landing?
    var position = commits.endIndex
    while position > commits.startIndex {
      let end = position
      position -= 1
      let name = commits[position].words.first
      while position > commits.startIndex, commits[position - 1].words.first == name { position -= 1 }
      let entries = commits[position..<end]
      guard let commit = entries.first, let name else { continue }
      let known = commit.words.dropFirst().dropLast().compactMap { reached[$0] }.max()
      let before = known ?? (commit.words.count > 2 ? last : nil)
      let paths = entries.flatMap(\.paths)
      var landing = Landing(instant: commit.date)
      if let before {
        let least = before.instant.seconds + (paths.isEmpty ? 0 : distance)
        landing.instant = max(landing.instant, Instant(seconds: least))
      }
      let own = landing.instant
      for path in Set(paths) {
        let earlier = result[path]
        landing.count = earlier.map { $0.count + 1 } ?? 0
        landing.instant = max(own, earlier?.instant ?? own)
        result[path] = landing
      }
      landing = Landing(instant: own)
      reached[name] = landing
      last = landing
    }
    return result
  }
}

import Digests
import Diagnostics
import Site
import Text
import Time

/// What news, events and issues were on the published branch when letters were sent, out of the texts that git keeps.
struct EntryVersions {
  let root: String
  let zone: Zone
  let today: CivilDay
  let revisions: Revisions
  let context: ReadingContext
  /// All that ``context`` was made of.
  let surroundings: ReadingCache.Surroundings

  /// What earlier texts gave to the last reading: as long as their surroundings are the same, so is what they give, and git
  /// need not be asked for them again.
  struct Known: Sendable {
    fileprivate struct Name: Sendable, Hashable {
      var key: EntryKey
      var path: String
      var blob: String
      var isPublishedNow: Bool
    }

    /// See ``EntryVersions/versions(_:from:publishedOn:)``.
    fileprivate typealias Outcome = (state: EntryVersion.State, publish: PartialDate?)

    var texts: Texts?
    fileprivate var surroundings: ReadingCache.Surroundings?
    fileprivate var outcomes: [Name: Outcome] = [:]
    /// Texts that stood there as they are in the repository, and what git calls them: once they are edited, they are earlier
    /// ones.
    fileprivate var standing: [EntryKey: (draft: EntryDraft, name: String)] = [:]

    init() {}
  }

  /// Texts of one event that are looked at, from the newest on.
  private static let mostTexts = 40

  /// The versions of each entry that was published just before one of `moments`, newest first; of events that may have dates
  /// to come, of the end of each day too.
  ///
  /// - Parameters:
  ///   - drafts: what stands in the files now.
  ///   - entries: what is published of them.
  ///   - known: what the last reading left; what this one leaves.
  func list(
    of drafts: [EntryDraft], _ entries: [SiteEntry], before moments: [Instant], known: inout Known
  ) -> [EntryKey: [EntryVersion]] {
    let moments = moments.sorted(by: >)
    let texts = texts(of: drafts.map(\.key), known: &known)
    let now = Dictionary(drafts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let published = Set(entries.map(\.key))
    let oldest = today.adding(days: -Site.daysOfChanges)
    // Of what is gone, its last text says when it would have taken place.
    let past = Set(
      entries.compactMap { entry -> EntryKey? in
        guard case .event(let event) = entry, let last = event.schedule.lastDay, last < oldest else { return nil }
        return event.key
      })
    var wanted: [(key: EntryKey, text: Text)] = []
    var standing: [EntryKey: (draft: EntryDraft, name: String)] = [:]
    var result: [EntryKey: [EntryVersion]] = [:]
    for (key, list) in texts {
      // Of an issue it is enough to know since when it is there.
      if key.kind == .issue {
        if let first = list.last { result[key] = [EntryVersion(start: first.start, state: .asNow)] }
        continue
      }
      var moments = moments
      if key.kind == .event, list.count > 1, !past.contains(key) {
        moments = (moments + list.prefix(Self.mostTexts).map { endOfDay(of: $0.start) }).sorted(by: >)
      }
      // What git would call the text that stands there now; each has a name of the same length.
      lazy var current = now[key].flatMap { draft -> String? in
        if let last = known.standing[key], last.draft === draft { return last.name }
        return list.lazy.compactMap(\.blob).first.map { Self.name(of: draft.source.bytes, like: $0) }
      }
      for text in Self.standing(list, before: moments) {
        if text.blob == nil {
          result[key, default: []].append(EntryVersion(start: text.start, state: .absent))
        } else if let draft = now[key], published.contains(key), let blob = text.blob, blob == current {
          standing[key] = (draft, blob)
          result[key, default: []] += versions(.asNow, from: text, publishedOn: draft.publish)
        } else {
          wanted.append((key, text))
        }
      }
    }
    let outcomes = outcomes(of: wanted, published, &known)
    known.standing = standing
    for ((key, text), outcome) in zip(wanted, outcomes) {
      result[key, default: []] += versions(outcome.state, from: text, publishedOn: outcome.publish)
    }
    return Self.inherited(result, by: entries).mapValues { $0.sorted { $0.start > $1.start } }
  }

  /// What each of these texts was, in their order; only those that were not known are asked of git.
  private func outcomes(
    of texts: [(key: EntryKey, text: Text)], _ published: Set<EntryKey>, _ known: inout Known
  ) -> [Known.Outcome] {
    let last = known.surroundings == surroundings ? known.outcomes : [:]
    let names = texts.map { key, text in
      Known.Name(key: key, path: text.path, blob: text.blob ?? "", isPublishedNow: published.contains(key))
    }
    let bytes = bytes(of: Set(names.lazy.filter { last[$0] == nil }), known)
    var kept: [Known.Name: Known.Outcome] = [:]
    let result = names.map { name -> Known.Outcome in
      if let outcome = last[name] {
        kept[name] = outcome
        return outcome
      }
      let given = bytes[name.blob]
      let draft = given.flatMap { earlierDraft(of: name.key, at: name.path, $0) }
      let outcome = (state(of: draft, isPublishedNow: name.isPublishedNow), draft?.publish)
      if given != nil { kept[name] = outcome }
      return outcome
    }
    (known.surroundings, known.outcomes) = (surroundings, kept)
    return result
  }

  /// The texts of these names, by what git calls them. What stood there until it was edited just now is at hand.
  private func bytes(of names: Set<Known.Name>, _ known: Known) -> [String: [UInt8]] {
    var atHand: [String: [UInt8]] = [:]
    for name in names {
      if let standing = known.standing[name.key], standing.name == name.blob {
        atHand[name.blob] = standing.draft.source.bytes
      }
    }
    return bytes(of: Set(names.map(\.blob)).subtracting(atHand.keys)).merging(atHand) { first, _ in first }
  }

  private func endOfDay(of moment: Instant) -> Instant {
    zone.instant(of: CivilDateTime(day: zone.dateTime(at: moment).day.adding(days: 1), minuteOfDay: 0))
  }

  /// What was published of an earlier text. Where it had a slip the site went on with what was there before: that it was
  /// there is enough to know.
  private func state(of draft: EntryDraft?, isPublishedNow: Bool) -> EntryVersion.State {
    if draft?.isDraft == true { return .absent }
    let content = draft.flatMap { ResolvedEntry($0, context: context).content }
    return content.map { .otherwise($0) } ?? (isPublishedNow ? .asNow : .absent)
  }

  /// A text as it was published: what waits for its day is there from that day on.
  private func versions(
    _ state: EntryVersion.State, from text: Text, publishedOn date: PartialDate?
  ) -> [EntryVersion] {
    guard let date, case let day = zone.instant(of: date.firstMinute), day > text.start else {
      return [EntryVersion(start: text.start, state: state)]
    }
    let waiting = EntryVersion(start: text.start, state: .absent)
    if let end = text.end, end <= day { return [waiting] }
    return [waiting, EntryVersion(start: day, state: state)]
  }

  /// Those of `texts` that stood just before one of `moments`; both newest first.
  private static func standing(_ texts: [Text], before moments: [Instant]) -> [Text] {
    var result: [Text] = []
    var position = 0
    for moment in moments {
      while position < texts.count, texts[position].start >= moment { position += 1 }
      guard position < texts.count else { break }
      if result.last.map({ $0.start != texts[position].start }) ?? true { result.append(texts[position]) }
    }
    return result
  }

  // MARK: Entries

  /// What was written; `nil` where it could not be read.
  private func earlierDraft(of key: EntryKey, at path: String, _ bytes: [UInt8]) -> EntryDraft? {
    guard String(validating: bytes, as: UTF8.self) != nil, var file = ContentTree.entry(thatWasAt: path),
      !bytes.contains(0)
    else { return nil }
    file.key = key
    guard case .draft(let draft) = EntryDraft.read(SourceText(path: path, bytes: bytes), file, zone: zone) else {
      return nil
    }
    return draft
  }

  /// Gives an entry what one that is gone was, where it says by its `id` that it is the same.
  private static func inherited(
    _ versions: [EntryKey: [EntryVersion]], by entries: [SiteEntry]
  ) -> [EntryKey: [EntryVersion]] {
    let present = Set(entries.map(\.key))
    let gone = versions.filter { !present.contains($0.key) }
    if gone.isEmpty { return versions }
    var result = versions
    let heirs = Dictionary(
      entries.map { ("\($0.key.kind) \($0.entry.id)", $0.key) }, uniquingKeysWith: { first, _ in first })
    for (key, list) in gone {
      guard
        case .otherwise(let entry)? = list.map(\.state).first(where: { if case .otherwise = $0 { true } else { false } }
        ),
        let heir = heirs["\(key.kind) \(entry.entry.id)"], heir != key
      else { continue }
      let first = result[heir]?.map(\.start).min()
      result[heir, default: []] += list.filter { version in first.map { version.start < $0 } ?? true }
      result[key] = nil
    }
    return result
  }

  // MARK: git

  /// What git would call `bytes`, by the function that `name` was made with.
  private static func name(of bytes: [UInt8], like name: String) -> String {
    let whole = Array("blob \(bytes.count)\0".utf8) + bytes
    return name.utf8.count > 40
      ? Hexadecimal.text(of: SHA256.digest(of: whole)) : Hexadecimal.text(of: SHA1.digest(of: whole))
  }

  /// The bytes of what git calls by these names, asked for in one go; those that are not to be had are left out.
  private func bytes(of names: Set<String>) -> [String: [UInt8]] {
    guard !names.isEmpty else { return [:] }
    let input = Array(names.sorted().joined(separator: "\n").utf8) + [.lineFeed]
    let output = GitRepository(root: root).output(of: ["cat-file", "--batch"], input: input, seconds: 60)
    var rest = (output ?? [])[...]
    var result: [String: [UInt8]] = [:]
    // `<name> blob <size>`, the bytes, a line feed each; `<name> missing`.
    while let end = rest.firstIndex(of: .lineFeed) {
      let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      rest = rest[(end + 1)...]
      guard words.count == 3, let size = Int(words[2]), size < rest.count else { continue }
      if size <= SourceLoader.largest { result[String(words[0])] = Array(rest.prefix(size)) }
      rest = rest.dropFirst(size + 1)
    }
    return result
  }
}

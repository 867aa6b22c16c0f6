import Files
import Foundation
import Time

/// When each file of the content was last changed, as git has it.
struct Revisions: Sendable {
  enum Source: Sendable, Hashable {
    case git
    /// No repository, or no git on the machine.
    case none
    /// The history was cut off when it was fetched: it would date everything alike.
    case shallow
  }

  let source: Source
  /// What the repository was when it was asked: as long as it is the same, so are the answers; `nil` where none is.
  let state: [UInt8]?
  /// By path from the project's root: `Content/nouvelles/x.md`.
  private let dates: [String: Instant]

  static let unknown = Revisions(source: .none, state: nil, dates: [:])

  private init(source: Source, state: [UInt8]?, dates: [String: Instant]) {
    self.source = source
    self.state = state
    self.dates = dates
  }

  subscript(path: String) -> Instant? { dates[path] }

  /// Asks git once for the whole of `Content`; nothing but its newest commit where that is the one of `known`.
  static func read(root: String, known: Revisions? = nil) -> Revisions {
    guard let state = state(root: root) else { return unknown }
    if let known, known.state == state { return known }
    if state.starts(with: Array("true".utf8)) { return Revisions(source: .shallow, state: state, dates: [:]) }
    guard
      let log = GitRepository(root: root).output(
        of: [
          "log", "-z", "--first-parent", "--diff-merges=first-parent", "--relative", "--name-only", "--no-renames",
          "--format=%x01%ct", "--", ContentTree.folder,
        ], seconds: 60)
    else { return unknown }
    let dates = newest(in: log)
    return Revisions(source: dates.isEmpty ? .none : .git, state: state, dates: dates)
  }

  /// The newest commit of the project, and whether its history is cut off; `nil` where git has none.
  static func state(root: String) -> [UInt8]? {
    GitRepository(root: root).output(of: ["rev-parse", "--is-shallow-repository", "HEAD"], seconds: 10)
  }

  /// `log` holds fields ended by NUL: `\u{1}` and seconds for a commit, and a path for each file it touched (the first one
  /// behind a line feed), the newest commit first, each followed by its first parent.
  ///
  /// What counts is when a change came onto the branch: the date of the commit that brought it there, a merge among them,
  /// and never an earlier one than that of what was there before, whatever the clocks of those who wrote them showed.
  static func newest(in log: [UInt8]) -> [String: Instant] {
    var commits: [(date: Instant, paths: [String])] = []
    for field in log.split(separator: 0) {
      let text = field.drop { $0 == .lineFeed }
      if text.first == 1 {
        let digits = text.dropFirst().prefix { $0.isDigit }
        if let seconds = Int(String(decoding: digits, as: UTF8.self)) {
          commits.append((Instant(seconds: seconds), []))
        }
      } else if !commits.isEmpty, !text.isEmpty {
        commits[commits.count - 1].paths.append(String(decoding: text, as: UTF8.self))
      }
    }
    var dates: [String: Instant] = [:]
    var latest = Instant(seconds: .min)
    for commit in commits.reversed() {
      latest = max(latest, commit.date)
      for path in commit.paths { dates[path] = latest }
    }
    return dates
  }
}

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
        of: GitCommit.options() + ["--no-renames", "--", ContentTree.folder], seconds: 60)
    else { return unknown }
    let dates = newest(in: log)
    return Revisions(source: dates.isEmpty ? .none : .git, state: state, dates: dates)
  }

  /// The newest commit of the project, and whether its history is cut off; `nil` where git has none.
  static func state(root: String) -> [UInt8]? {
    GitRepository(root: root).output(of: ["rev-parse", "--is-shallow-repository", "HEAD"], seconds: 10)
  }

  /// The dates of the files that `log` names, for which see ``GitCommit/list(in:)``.
  ///
  /// What counts is when a change came onto the branch: the date of the commit that brought it there, a merge among them,
  /// and never an earlier one than that of what was there before, whatever the clocks of those who wrote them showed.
  static func newest(in log: [UInt8]) -> [String: Instant] {
    var dates: [String: Instant] = [:]
    var latest = Instant(seconds: .min)
    for commit in GitCommit.list(in: log).reversed() {
      latest = max(latest, commit.date)
      for path in commit.paths { dates[path] = latest }
    }
    return dates
  }
}

import Files
import Foundation
import Site

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
      let log = git(
        ["log", "-z", "--relative", "--name-only", "--no-renames", "--format=%x01%ct", "--", ContentTree.folder],
        in: root, seconds: 60)
    else { return unknown }
    let dates = newest(in: log)
    return Revisions(source: dates.isEmpty ? .none : .git, state: state, dates: dates)
  }

  /// The newest commit of the project, and whether its history is cut off; `nil` where git has none.
  static func state(root: String) -> [UInt8]? {
    git(["rev-parse", "--is-shallow-repository", "HEAD"], in: root, seconds: 10)
  }

  /// What git answers; `nil` where it does not, or not in time.
  private static func git(_ arguments: [String], in root: String, seconds: Double) -> [UInt8]? {
    // A project may come from anybody: no program that its configuration names is run, nothing is fetched, and a repository
    // hidden among its files is not taken for its own.
    let settings = [
      "safe.bareRepository=explicit", "safe.directory=*", "core.fsmonitor=false", "core.hooksPath=/dev/null",
      "log.showSignature=false",
    ]
    let command = ["-C", root, "--no-pager"] + settings.flatMap { ["-c", $0] }
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    // What is missing from a history cut by filter is asked of a remote, which may be a program (`ext::`): no way to reach one
    // is left, whatever the project's configuration allows. Older versions know the first of these alone.
    environment["GIT_ALLOW_PROTOCOL"] = ""
    environment["GIT_NO_LAZY_FETCH"] = "1"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["LC_ALL"] = "C"
    let process = ChildProcess(
      timeLimit: seconds, outputLimit: 256 << 20, endsAtOutputLimit: true, errors: .dropped)
    let (outcome, output) = process.run("git", command + arguments, environment: environment)
    return outcome == .finished(status: 0) ? output : nil
  }

  /// `log` holds fields ended by NUL: `\u{1}` and seconds for a commit, and a path for each file it touched (the first one
  /// behind a line feed). Commits of any order: the newest date counts.
  static func newest(in log: [UInt8]) -> [String: Instant] {
    var dates: [String: Instant] = [:]
    var current: Instant?
    for field in log.split(separator: 0) {
      var text = field
      while text.first == .lineFeed { text = text.dropFirst() }
      if text.first == 1 {
        let digits = text.dropFirst().prefix { $0.isDigit }
        current = Int(String(decoding: digits, as: UTF8.self)).map(Instant.init(seconds:))
      } else if let current, !text.isEmpty {
        let path = String(decoding: text, as: UTF8.self)
        if dates[path].map({ $0 < current }) ?? true { dates[path] = current }
      }
    }
    return dates
  }
}

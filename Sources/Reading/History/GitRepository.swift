import Files
import Foundation
import Text
import Time

/// The history of a project, as git has it. Nothing of what the project's own configuration asks for is done.
struct GitRepository: Sendable {
  /// The project's folder.
  let root: String

  /// What git answers; `nil` where it does not, or not in time, or with more than `limit` bytes.
  func output(of arguments: [String], seconds: Double, limit: Int = 256 << 20) -> [UInt8]? {
    // A project may come from anybody: no program that its configuration names is run, nothing is fetched, and a repository
    // hidden among its files is not taken for its own.
    let settings = [
      "safe.bareRepository=explicit", "safe.directory=*", "core.fsmonitor=false", "core.hooksPath=/dev/null",
      "log.showSignature=false",
    ]
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
    let process = ChildProcess(timeLimit: seconds, outputLimit: limit, endsAtOutputLimit: true, errors: .dropped)
    let command = ["-C", root, "--no-pager"] + settings.flatMap { ["-c", $0] } + arguments
    let (outcome, output) = process.run("git", command, environment: environment)
    return outcome == .finished(status: 0) ? output : nil
  }
}

/// A commit of a branch, as `git log` gives it.
struct GitCommit {
  /// What the format asks for, in words: the date in seconds last.
  let words: [Substring]
  /// The files it touched.
  fileprivate(set) var paths: [String] = []

  /// When it was made.
  let date: Instant

  /// The options by which ``list(in:)`` understands the log: the branch itself, not what was merged into it, which counts by
  /// its merge. `words` are placeholders of git's for what is wanted beside the date.
  static func options(_ words: String = "") -> [String] {
    [
      "log", "-z", "--first-parent", "--diff-merges=first-parent", "--relative", "--name-only",
      "--format=%x01\(words)%ct",
    ]
  }

  /// `log` holds fields ended by NUL: `\u{1}` and the words of a commit, then a path for each file it touched (the first one
  /// behind a line feed). The newest commit comes first, each followed by its first parent.
  static func list(in log: [UInt8]) -> [GitCommit] {
    var result: [GitCommit] = []
    for field in log.split(separator: 0) {
      let text = field.drop { $0 == .lineFeed }
      if text.first == 1 {
        let words = String(decoding: text.dropFirst(), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        if let seconds = words.last.flatMap({ Int($0) }) {
          result.append(GitCommit(words: words, date: Instant(seconds: seconds)))
        }
      } else if !result.isEmpty, !text.isEmpty {
        result[result.count - 1].paths.append(String(decoding: text, as: UTF8.self))
      }
    }
    return result
  }
}

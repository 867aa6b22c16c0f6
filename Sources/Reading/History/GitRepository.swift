import Files
import Foundation
import Text
import Time

/// The history of a project, as git has it. Nothing of what the project's own configuration asks for is done.
package struct GitRepository: Sendable {
  /// The project's folder.
  private let root: String

  package init(root: String) { self.root = root }

  /// What git answers; `nil` where it does not, or not in time, or with more than `limit` bytes.
  package func output(
    of arguments: [String], input: [UInt8] = [], seconds: Double, limit: Int = 256 << 20
  ) -> [UInt8]? {
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
    let (outcome, output) = process.run("git", command, environment: environment, input: input)
    return outcome == .finished(status: 0) ? output : nil
  }
}

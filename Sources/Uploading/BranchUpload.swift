import Building
import Files
import Foundation
import Reading

/// Puts the built site on a branch of a repository, which holds nothing else and only its newest state: forges publish such
/// branches. A push is taken as a whole or not at all.
package struct BranchUpload {
  let site: String
  let branch: String
  /// Where to push; it may be an address with a password: it stands in no message.
  let repository: String
  /// The variables of the process. TOKEN, where it is there, is the password; it never stands in an address, those are shown.
  let environment: [String: String]

  package init(site: String, branch: String, repository: String, environment: [String: String]) {
    self.site = site
    self.branch = branch
    self.repository = repository
    self.environment = environment
  }

  /// The address of the repository that the project in `root` came from; `nil` where it is in none.
  package static func origin(of root: String) -> String? { answer(["remote", "get-url", "origin"], in: root) }

  /// The short name of the commit that the project in `root` is at; `nil` where it has none.
  package static func commit(of root: String) -> String? { answer(["rev-parse", "--short", "HEAD"], in: root) }

  private static func answer(_ question: [String], in root: String) -> String? {
    GitRepository(root: root).output(of: question, seconds: 20, limit: 4096)
      .map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  /// - Parameter message: the words of the commit.
  /// - Returns: how many files the branch has.
  package func run(message: String) throws -> Int {
    let paths = try Upload.paths(of: site)
    let scratch = try Upload.scratch()
    defer { withExtendedLifetime(scratch) {} }
    let files = scratch.path + "/site"
    for path in paths {
      let target = URL(fileURLWithPath: "\(files)/\(path)")
      do {
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: URL(fileURLWithPath: "\(site)/\(path)"), to: target)
      } catch {
        throw Fault(
          "« \(site)/\(path) » n’a pas pu être copié.", hint: "Vérifiez la place dans « \(WorkingFolder.parent) ».",
          status: Fault.inputOutput)
      }
    }
    try git(["init", "--quiet", "--initial-branch=\(branch)"], in: files)
    try git(["add", "--all", "--force"], in: files)
    try git(
      ["-c", "user.name=gazette", "-c", "user.email=gazette@localhost", "commit", "--quiet", "--message", message],
      in: files)
    try git(["push", "--quiet", "--force", "--", repository, branch], in: files)
    return paths.count
  }

  /// The files as they are, whatever is set for this machine.
  private static let settings = [
    "core.autocrlf=false", "core.hooksPath=/dev/null", "commit.gpgsign=false", "core.fileMode=false",
  ]
  /// Read by git's own shell.
  private static let credentials = "credential.helper=!f() { echo username=oauth2; echo \"password=$TOKEN\"; }; f"

  private func git(_ arguments: [String], in folder: String) throws {
    var settings = Self.settings
    if environment["TOKEN"]?.isEmpty == false { settings.append(Self.credentials) }
    let process = ChildProcess(
      timeLimit: Upload.timeLimit, outputLimit: 1 << 16, endsAtOutputLimit: false, errors: .keptWithOutput)
    // Git may have been asked to work elsewhere by who began us: a hook.
    let environment = environment.filter { !["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"].contains($0.key) }
    let (outcome, output) = process.run(
      "git", ["-C", folder] + settings.flatMap { ["-c", $0] } + arguments, environment: environment)
    if outcome == .finished(status: 0) { return }
    if outcome == .notStarted || outcome == .finished(status: 127) { throw Fault(.noProgram("git"), to: .folder(site)) }
    let words = String(decoding: output, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
    throw Fault(
      "La branche « \(branch) » n’a pas pu être mise en ligne : \(words.replacing(repository, with: "le dépôt"))",
      hint: "Vérifiez l’adresse du dépôt et le droit d’y écrire. Rien n’a changé en ligne.", status: Fault.inputOutput)
  }
}

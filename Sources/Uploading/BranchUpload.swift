import Building
import Files
import Foundation
import Reading
import Site
import Writing

/// Puts the built site on a branch of a repository, in its newest state: forges publish such branches. A push is taken as a
/// whole or not at all. What is named after its content stays there for a week, as at a host (``UploadPlan/patience``), for
/// the pages that somebody has open or a network in between has kept.
package struct BranchUpload {
  let site: String
  let branch: String
  /// Where to push; it may be an address with a password: it stands in no message.
  let repository: String
  /// The variables of the process. TOKEN, where it is there, is the password; it never stands in an address, those are shown.
  let environment: [String: String]
  /// Days since 1970.
  let today: Int

  package init(site: String, branch: String, repository: String, environment: [String: String], today: Int) {
    self.site = site
    self.branch = branch
    self.repository = repository
    self.environment = environment
    self.today = today
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
    try keepFormerFiles(besides: Set(paths), in: files, scratch)
    try git(["add", "--all", "--force"], in: files)
    try git(
      ["-c", "user.name=gazette", "-c", "user.email=gazette@localhost", "commit", "--quiet", "--message", message],
      in: files)
    try git(["push", "--quiet", "--force", "--", repository, branch], in: files)
    return paths.count
  }

  // MARK: What stays for a while

  /// Where the branch as it is lies while the new one is made.
  private static let former = "refs/gazette/former"

  /// Puts what the branch still has to show for a while beside the files of the site, with a list of it: of nothing else, as
  /// there are pages that only those are to find who were given their address.
  private func keepFormerFiles(besides paths: Set<String>, in files: String, _ scratch: WorkingFolder) throws {
    let (fetched, _) = run(
      ["fetch", "--quiet", "--depth=1", "--no-tags", "--", repository, "refs/heads/\(branch):\(Self.former)"], in: files
    )
    // The first time there is none. What else is wrong, the push says.
    guard fetched == .finished(status: 0) else { return }
    let plan = UploadPlan(
      digests: Dictionary(uniqueKeysWithValues: paths.map { ($0, "") }), host: formerList(in: files), today: today)
    let kept = plan.kept.keys.sorted()
    guard !kept.isEmpty else { return }
    let list = scratch.path + "/kept"
    do {
      try Data(kept.map { $0 + "\0" }.joined().utf8).write(to: URL(fileURLWithPath: list))
      try Data(HostList(plan.after.files.filter { plan.kept[$0.key] != nil }).text.utf8)
        .write(to: URL(fileURLWithPath: "\(files)/\(HostList.name)"))
    } catch {
      throw Fault(
        "Impossible d’écrire dans « \(WorkingFolder.parent) ».", hint: "Vérifiez la place.", status: Fault.inputOutput)
    }
    try git(
      [
        "--literal-pathspecs", "restore", "--source=\(Self.former)", "--pathspec-from-file=\(list)",
        "--pathspec-file-nul",
      ], in: files)
  }

  /// What the branch has now that is named after its content, each with the day since which the site has it no more, where
  /// that is known.
  private func formerList(in files: String) -> HostList {
    let repository = GitRepository(root: files)
    func answer(_ question: [String]) -> String? {
      repository.output(of: question, seconds: 60, limit: 64 << 20).map { String(decoding: $0, as: UTF8.self) }
    }
    let known = HostList(text: answer(["cat-file", "blob", "\(Self.former):\(HostList.name)"]) ?? "").files
    var list = HostList()
    for line in (answer(["ls-tree", "-r", "-z", Self.former]) ?? "").split(separator: "\0") {
      // `100644 blob <name>TAB<path>`: whatever is no plain file is nobody's style or picture.
      guard line.hasPrefix("100644 blob "), let tab = line.firstIndex(of: "\t") else { continue }
      let path = String(line[line.index(after: tab)...])
      if OutputFiles.isInside(path), LastingFolder(of: path) != nil {
        list.files[path] = known[path] ?? HostList.File()
      }
    }
    return list
  }

  // MARK: Git

  /// The files as they are, whatever is set for this machine.
  private static let settings = [
    "core.autocrlf=false", "core.hooksPath=/dev/null", "commit.gpgsign=false", "core.fileMode=false",
  ]
  /// Read by git's own shell.
  private static let credentials = "credential.helper=!f() { echo username=oauth2; echo \"password=$TOKEN\"; }; f"

  private func run(_ arguments: [String], in folder: String) -> (ChildProcess.Outcome, [UInt8]) {
    var settings = Self.settings
    if environment["TOKEN"]?.isEmpty == false { settings.append(Self.credentials) }
    let process = ChildProcess(
      timeLimit: Upload.timeLimit, outputLimit: 1 << 16, endsAtOutputLimit: false, errors: .keptWithOutput)
    // Git may have been asked to work elsewhere by who began us: a hook.
    let environment = environment.filter { !["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"].contains($0.key) }
    return process.run(
      "git", ["-C", folder] + settings.flatMap { ["-c", $0] } + arguments, environment: environment)
  }

  private func git(_ arguments: [String], in folder: String) throws {
    let (outcome, output) = run(arguments, in: folder)
    if outcome == .finished(status: 0) { return }
    if outcome == .notStarted || outcome == .finished(status: 127) { throw Fault(.noProgram("git"), to: .folder(site)) }
    let words = String(decoding: output, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
    throw Fault(
      "La branche « \(branch) » n’a pas pu être mise en ligne : \(words.replacing(repository, with: "le dépôt"))",
      hint: "Vérifiez l’adresse du dépôt et le droit d’y écrire. Rien n’a changé en ligne.", status: Fault.inputOutput)
  }
}

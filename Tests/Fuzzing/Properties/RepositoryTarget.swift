import Files
import Foundation
import TestSupport
import Time

@testable import Reading

enum RepositoryTarget {
  /// What git reads of a repository (gitrepository-layout(5)).
  private static let files = [
    "HEAD", "config", "packed-refs", "shallow", "refs/heads/main", "refs/heads/a", "index", "info/grafts",
    "objects/info/alternates", "objects/info/commit-graph", "config.worktree", "commondir", "gitdir", "info/attributes",
    "refs/replace/x", "hooks/post-checkout", "modules/x/config", "FETCH_HEAD", "MERGE_HEAD",
    "objects/pack/multi-pack-index",
  ]

  static func check(_ input: [UInt8], _ checks: inout Checks) {
    // What git answers, as far as it has been put together by somebody else.
    for commit in GitCommit.list(in: input) { checks.expect(!commit.words.isEmpty, "a commit of no words") }
    guard let folder = try? TemporaryFolder() else { return checks.expect(false, "no folder for it") }
    let root = folder.path + "/projet"
    let made = (try? folder.write("---\ntitre: Essai\n---\n", to: "projet/Content/nouvelles/essai.md")) != nil
    checks.expect(made && begin(root), "no repository")

    var source = ByteSource(input)
    for _ in 0..<source.number(1...4) {
      let name = source.number(0...7) == 0 ? source.text() : source.one(of: files)
      let path = root + "/.git/" + name
      guard !name.contains(".."), !name.contains("\0"), !name.hasSuffix("/"), !name.isEmpty else { continue }
      // The word stands for what must not be run.
      let bytes = Array(source.text().replacing("PRIS", with: folder.path + "/pris").utf8)
      try? FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      _ = FileManager.default.createFile(atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o755])
    }
    let before = HeadStamp(ofProjectAt: root)
    let revisions = Revisions.read(root: root)
    checks.expect(HeadStamp(ofProjectAt: root) == before, "asking changes what there is to be asked")
    checks.expect(revisions.source != .none || revisions.versions.isEmpty, "texts of no history")
    checks.expect(!FileManager.default.fileExists(atPath: folder.path + "/pris"), "a program of the repository is run")
    let others = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.filter { $0 != "projet" } ?? []
    checks.expect(others.isEmpty, "beside the project there is \(others)")
    let own = (try? FileManager.default.contentsOfDirectory(atPath: root))?.filter { $0 != "Content" && $0 != ".git" }
    checks.expect(own?.isEmpty ?? false, "in the project there is \(own ?? [])")
  }

  /// A repository of one commit.
  private static func begin(_ root: String) -> Bool {
    let identity = ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"]
    var environment = Dictionary(uniqueKeysWithValues: identity.map { ($0, "a") })
    environment["PATH"] = "/usr/bin:/bin"
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    environment["GIT_AUTHOR_DATE"] = "1780000000 +0000"
    environment["GIT_COMMITTER_DATE"] = "1780000000 +0000"
    let git = ChildProcess(timeLimit: 20, outputLimit: 1 << 16, endsAtOutputLimit: true, errors: .dropped)
    let words = [["init", "-q", "-b", "main", "--template="], ["add", "."], ["commit", "-q", "-m", "a"]]
    return words.allSatisfy {
      git.run("git", ["-C", root] + $0, environment: environment).outcome == .finished(status: 0)
    }
  }
}

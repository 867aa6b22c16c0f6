import Time

/// The texts that a file of the content had on the branch, newest first. Each is read when it is asked for.
package struct FileVersions: Sendable {
  package struct Version: Sendable {
    /// When it came onto the branch.
    package let date: Instant
    package let text: [UInt8]
  }

  /// How far back a text is looked for that was right.
  private static let most = 40
  /// Bytes of one text at most.
  package static let largest = 4 << 20

  private let repository: GitRepository
  /// Each with its hash, and the path that the file had then.
  private var commits: ArraySlice<GitCommit>
  /// The text that was given last: a commit that changed something else is passed over.
  private var last: [UInt8]

  /// - Parameters:
  ///   - path: from the project's root.
  ///   - current: the text that the file has now, which is not given again.
  package init(of path: String, current: [UInt8], root: String) {
    repository = GitRepository(root: root)
    last = current
    // What was on the branch itself: only that was ever published.
    let log = repository.output(
      of: GitCommit.options("%H ") + ["--follow", "--max-count=\(Self.most)", "--", path], seconds: 20)
    commits = GitCommit.list(in: log ?? [])[...]
  }

  /// The next older text that is another than the one before; `nil` where there is none.
  package mutating func next() -> Version? {
    while let commit = commits.popFirst() {
      guard let hash = commit.words.first, let path = commit.paths.first else { continue }
      let text = repository.output(
        of: ["show", "--no-textconv", "\(hash):./\(path)"], seconds: 20, limit: Self.largest)
      guard let text, text != last else { continue }
      last = text
      return Version(date: commit.date, text: text)
    }
    return nil
  }
}

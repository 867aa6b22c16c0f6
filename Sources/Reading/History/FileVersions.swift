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
  /// Commits, with the path that the file had then.
  private var commits: ArraySlice<(hash: String, date: Instant, path: String)>
  /// The text that was given last: a commit that changed something else is passed over.
  private var last: [UInt8]

  /// - Parameters:
  ///   - path: from the project's root.
  ///   - current: the text that the file has now, which is not given again.
  package init(of path: String, current: [UInt8], root: String) {
    repository = GitRepository(root: root)
    last = current
    // What was on the branch itself, not on those that were merged into it: only that was ever published.
    let log = repository.output(
      of: [
        "log", "-z", "--first-parent", "--diff-merges=first-parent", "--follow", "--relative", "--name-only",
        "--format=%x01%H %ct", "--max-count=\(Self.most)", "--", path,
      ], seconds: 20)
    commits = Self.commits(in: log ?? [])[...]
  }

  /// The next older text that is another than the one before; `nil` where there is none.
  package mutating func next() -> Version? {
    while let commit = commits.popFirst() {
      let text = repository.output(
        of: ["show", "--no-textconv", "\(commit.hash):./\(commit.path)"], seconds: 20, limit: Self.largest)
      guard let text, text != last else { continue }
      last = text
      return Version(date: commit.date, text: text)
    }
    return nil
  }

  /// `log` holds fields ended by NUL: `\u{1}`, a hash and seconds for a commit, then the path (behind a line feed).
  private static func commits(in log: [UInt8]) -> [(hash: String, date: Instant, path: String)] {
    var result: [(hash: String, date: Instant, path: String)] = []
    var current: (hash: String, date: Instant)?
    for field in log.split(separator: 0) {
      let text = field.drop { $0 == .lineFeed }
      if text.first == 1 {
        let words = String(decoding: text.dropFirst(), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        current = words.count == 2 ? Int(words[1]).map { (String(words[0]), Instant(seconds: $0)) } : nil
      } else if let commit = current, !text.isEmpty {
        result.append((commit.hash, commit.date, String(decoding: text, as: UTF8.self)))
        current = nil
      }
    }
    return result
  }
}

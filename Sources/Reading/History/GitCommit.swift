import Time

/// A commit, as `git log` gives it.
struct GitCommit {
  /// What became of a file in a commit.
  struct Change: Equatable {
    var path: String
    /// What names its bytes from then on; `nil` where it was removed, or where the log does not say.
    var blob: String?
  }

  /// What the format asks for, in words: the date in seconds last.
  let words: [Substring]
  /// When it was made.
  let date: Instant
  /// The files it touched.
  fileprivate(set) var changes: [Change] = []

  var paths: [String] { changes.map(\.path) }

  /// The options by which ``list(in:)`` understands the log: the branch itself, not what was merged into it, which counts by
  /// its merge. `words` are placeholders of git's for what is wanted beside the date; `detail` is `--raw` where the bytes of
  /// the files are to be named.
  static func options(_ words: String = "", detail: String = "--name-only") -> [String] {
    ["log", "-z", "--first-parent", "--diff-merges=first-parent"] + form(words, detail)
  }

  /// The options for all commits there are, each below those that follow from it. A merge stands there once for each of its
  /// parents from which it differs. `words` are the commit and its parents.
  static let everyCommit =
    ["log", "-z", "--topo-order", "--full-history", "--sparse", "-m"] + form("%H %P ", "--name-only")

  private static func form(_ words: String, _ detail: String) -> [String] {
    ["--relative", detail, "--no-abbrev", "--format=%x01\(words)%ct"]
  }

  /// `log` holds fields ended by NUL: `\u{1}` and the words of a commit, then a path for each file it touched (the first one
  /// behind a line feed), with `--raw` behind a field of its own: `:100644 100644 <blob> <blob> M`. The newest commit comes
  /// first.
  static func list(in log: [UInt8]) -> [GitCommit] {
    var result: [GitCommit] = []
    var blob: String??
    for field in log.split(separator: 0) {
      let text = field.drop { $0 == .lineFeed }
      if text.first == 1 {
        let words = String(decoding: text.dropFirst(), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        if let seconds = words.last.flatMap({ Int($0) }) {
          result.append(GitCommit(words: words, date: Instant(seconds: seconds)))
        }
        blob = nil
      } else if !result.isEmpty, !text.isEmpty {
        if blob == nil, let named = Self.blob(in: text) {
          blob = .some(named)
        } else {
          let change = Change(path: String(decoding: text, as: UTF8.self), blob: blob ?? nil)
          result[result.count - 1].changes.append(change)
          blob = nil
        }
      }
    }
    return result
  }

  /// What names the bytes of a file behind a change; `.some(nil)` where it was removed, `nil` where `field` says nothing of
  /// the kind.
  private static func blob(in field: some Collection<UInt8>) -> String?? {
    guard field.first == UInt8(ascii: ":") else { return nil }
    let words = field.split(separator: UInt8(ascii: " "))
    guard words.count == 5, words[3].count >= 40 else { return nil }
    let isRemoved = words[3].allSatisfy { $0 == UInt8(ascii: "0") }
    return .some(isRemoved ? nil : String(decoding: words[3], as: UTF8.self))
  }
}

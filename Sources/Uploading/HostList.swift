import Writing

/// What we put at a host, as it is kept there: nothing else is ever removed. One file a line: its path, and behind tabs the
/// digest of its bytes, empty while they are under way, and the day since which the site has it no more.
struct HostList: Sendable, Hashable {
  /// Its name at the host. A list that a build left there, of paths alone, is one too.
  static let name = ".gazette"

  struct File: Sendable, Hashable {
    /// SHA-256, in hexadecimal; `nil` where what stands there may be something else.
    var digest: String?
    /// Days since 1970.
    var goneSince: Int?
  }

  var files: [String: File] = [:]

  init(_ files: [String: File] = [:]) { self.files = files }

  /// Lines that say nothing sensible are left out: what they name is not ours to remove.
  init(text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard OutputFiles.isInside(parts[0]), parts[0] != Self.name, parts.count <= 3 else { continue }
      let digest = parts.count > 1 && parts[1].count == 64 ? parts[1] : nil
      files[parts[0]] = File(digest: digest, goneSince: parts.count > 2 ? Int32(parts[2]).map(Int.init) : nil)
    }
  }

  var text: String {
    files.sorted { $0.key < $1.key }.map { path, file in
      "\(path)\t\(file.digest ?? "")" + (file.goneSince.map { "\t\($0)" } ?? "") + "\n"
    }.joined()
  }
}

import Site
import Writing

/// What is sent to a host in which order, and what is removed there: a pure answer to what the site has and what the host has.
///
/// Whenever it is broken off, every page that the host shows finds its style, its pictures and its files: they come first,
/// then pages, then what programs ask for, and only then what the site has no more goes away. The list at the host names a file
/// before it is sent, so that the next run knows of it.
package struct UploadPlan: Sendable, Hashable {
  /// What is sent together.
  package enum Stage: String, Sendable, CaseIterable {
    /// What pages need: style, pictures, attachments.
    case assets
    case pages
    /// What programs and servers ask for by themselves.
    case feeds
  }

  /// Days for which a page that somebody has open may still name what it was made with.
  static let patience = 7

  /// What stands in the way of a new file or folder: it goes first.
  package let blocking: [String]
  package let stages: [Stage: [String]]
  package let removed: [String]
  /// What is named after its content and waits for the last pages that name it, by the days that it still has.
  package let kept: [String: Int]
  /// The list at the host before anything is sent, and when all is done.
  let before: HostList
  let after: HostList

  /// - Parameters:
  ///   - digests: of each file of the site the digest of its bytes.
  ///   - host: what the host says that it has of us.
  ///   - today: days since 1970.
  ///   - sendsAll: whether to send also what the host has already.
  init(digests: [String: String], host: HostList, today: Int, sendsAll: Bool = false) {
    let changed = digests.filter { path, digest in sendsAll || host.files[path]?.digest != digest }.keys
    stages = Dictionary(grouping: changed.sorted(), by: Self.stage)
    let stale = Set(host.files.keys).subtracting(digests.keys)
    let parted = OutputFiles.partition(stale, blocking: Set(digests.keys))
    blocking = parted.blocking
    var (removed, kept): ([String], [String: Int]) = ([], [:])
    var after = digests.mapValues { HostList.File(digest: $0) }
    for path in parted.others {
      let since = host.files[path]?.goneSince ?? today
      let left = Self.patience - max(0, today - since)
      guard Self.isNamedByContent(path), left > 0 else {
        removed.append(path)
        continue
      }
      kept[path] = left
      after[path] = HostList.File(digest: host.files[path]?.digest, goneSince: since)
    }
    (self.removed, self.kept) = (removed, kept)
    self.after = HostList(after)
    var before = host.files.merging(after.filter { host.files[$0.key] == nil }) { mine, _ in mine }
    for path in changed { before[path] = HostList.File() }
    for path in kept.keys { before[path] = after[path] }
    self.before = HostList(before)
  }

  /// Whether the host has all already, and only that.
  package var isDone: Bool { stages.isEmpty && removed.isEmpty && blocking.isEmpty }

  static func stage(of path: String) -> Stage {
    let name = path.split(separator: "/").last ?? ""
    if name.hasPrefix(".ht") || ["_headers", "_redirects", "robots.txt", "feed.json"].contains(name) { return .feeds }
    if name.hasSuffix(".html") { return .pages }
    return [".xml", ".ics", ".eml"].contains { name.hasSuffix($0) } ? .feeds : .assets
  }

  /// Whether it is named after what it holds; pages and what servers read stand there too.
  private static func isNamedByContent(_ path: String) -> Bool {
    LastingFolder(of: path) != nil && !path.hasSuffix(".html") && !path.contains("/.ht")
  }
}

import Text

/// The public address of a site: scheme and host, and the sub-folder it stands in.
package struct BaseURL: Sendable, Hashable {
  /// Without `/` at the end: `https://example.org/champigny`.
  package let baseURL: String
  /// The sub-folder: empty, or begins with `/` and does not end with it: `/champigny`.
  package let basePath: String

  /// Reads an address that begins with `http://` or `https://` and names a host; no query, no fragment, nothing that would
  /// need escaping.
  package init?(_ text: String) {
    guard let scheme = WebScheme(of: text) else { return nil }
    var rest = String(scheme.rest(of: text))
    while rest.hasSuffix("/") { rest.removeLast() }
    guard !rest.isEmpty, rest.unicodeScalars.allSatisfy(Self.isAllowed) else { return nil }
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }), let host = parts.first,
      !host.hasPrefix(":"), host.first != ".", !host.contains("%"), Self.isPlain(rest)
    else { return nil }
    baseURL = scheme.rawValue + host.lowercased() + rest.dropFirst(host.count)
    basePath = String(rest.dropFirst(host.count))
  }

  /// Whether percent-encoding is right and hides nothing: what it stands for is written into files of servers too, where
  /// the end of a line would begin another directive.
  private static func isPlain(_ path: String) -> Bool {
    let decoded = PercentCoding.decoded(path)
    return PercentCoding.isSound(path) && !decoded.contains("\u{FFFD}")
      && decoded.unicodeScalars.allSatisfy { scalar in
        scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value) && !(0x2028...0x2029).contains(scalar.value)
          && !"\"\\<>%".unicodeScalars.contains(scalar)
      } && decoded.split(separator: "/").allSatisfy { $0 != "." && $0 != ".." }
  }

  /// RFC 3986, unreserved characters and those of a host with port or a percent-encoded path.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "%", ":", "/", "[", "]": return true
    default: return false
    }
  }
}

import HTML
import Text

/// What an address in a text is, by its looks alone.
enum LinkTarget {
  case empty
  /// A file of the computer on which it was written, or of another program there.
  case local(name: String)
  /// A file that is part of the address.
  case embedded
  /// With a scheme that may be published.
  case external
  /// With a scheme that may not: `javascript`.
  case forbidden(scheme: String)
  /// `//host/path`.
  case withoutScheme
  /// `#fragment`, without the `#`.
  case fragment(String)
  /// A path, without fragment and query, percent-encoding undone.
  case path(String, query: String, fragment: String?)

  init(_ text: String) {
    guard !text.isEmpty else {
      self = .empty
      return
    }
    if Self.isLocal(text) {
      let name = text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
      self = .local(name: PercentCoding.decoded(name.contains(":") ? "" : name))
      return
    }
    if let scheme = Self.scheme(of: text) {
      guard scheme != "data" else {
        self = .embedded
        return
      }
      self = URLScheme.allowed.contains(scheme) ? .external : .forbidden(scheme: scheme)
      return
    }
    if text.hasPrefix("//") || text.hasPrefix("\\\\") || text.hasPrefix("/\\") || text.hasPrefix("\\/") {
      self = .withoutScheme
      return
    }
    var rest = text[...]
    var fragment: String?
    if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = PercentCoding.decoded(String(rest[rest.utf8.index(after: hash)...]))
      rest = rest[..<hash]
    }
    var query = ""
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = String(rest[mark...])
      rest = rest[..<mark]
    }
    if rest.isEmpty, query.isEmpty {
      self = .fragment(fragment ?? "")
    } else {
      self = .path(PercentCoding.decoded(String(rest)), query: query, fragment: fragment)
    }
  }

  private static let homes = ["/Users/", "/home/", "~/", "/Volumes/", "/media/", "/mnt/"]
  private static let localSchemes: Set<String> = ["file", "blob", "cid", "content", "attachment"]

  /// `C:\…`, `file:///…`, `/Users/…`, `\\server\…`.
  private static func isLocal(_ text: String) -> Bool {
    if homes.contains(where: text.hasPrefix) || text.hasPrefix("\\\\") { return true }
    return scheme(of: text).map { localSchemes.contains($0) || $0.utf8.count == 1 } ?? false
  }

  /// In lower case (RFC 3986, 3.1); controls and blanks that browsers leave out before they look are left out too.
  private static func scheme(of text: String) -> String? {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{0}"..."\u{20}": continue
      case "a"..."z", "A"..."Z": result.unicodeScalars.append(scalar)
      case "0"..."9", "+", "-", ".":
        if result.isEmpty { return nil }
        result.unicodeScalars.append(scalar)
      case ":": return result.isEmpty ? nil : result.lowercased()
      default: return nil
      }
    }
    return nil
  }
}

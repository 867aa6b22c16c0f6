import HTML

/// What an address in a text is, by its looks alone.
enum LinkTarget {
  case empty
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
    if let scheme = Self.scheme(of: text) {
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

/// Percent-encoding of paths (RFC 3986, 2.1 and 3.3).
enum PercentCoding {
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self) ?? text
  }

  /// A fragment as it stands in an address.
  static func encodedFragment(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}

extension LinkTarget {
  /// Whether `text` can be the path of a file.
  static func isPath(_ text: String) -> Bool {
    if case .path = LinkTarget(text) { return true }
    return false
  }
}

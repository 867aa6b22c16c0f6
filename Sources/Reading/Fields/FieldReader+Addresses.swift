import Diagnostics
import Markup
import Site

extension FieldReader {
  /// A web address with its scheme.
  mutating func url(_ key: FieldKey) -> String? {
    guard let scalar = scalar(key) else { return nil }
    return url(scalar.text, at: scalar.range, key)
  }

  mutating func url(_ text: String, at range: Range<Int>, _ key: FieldKey) -> String? {
    let place = source.place(range)
    let lowered = text.lowercased()
    if lowered.hasPrefix("http://") || lowered.hasPrefix("https://") {
      guard let host = WebAddress(text)?.host else {
        report(.badURL(place, key: key.rawValue, value: text))
        return nil
      }
      if host.hasSuffix(".invalid") { report(.placeholderAddress(place, key: key.rawValue, value: text)) }
      return text
    }
    if WebAddress("https://" + text)?.looksPublic == true, !text.contains("@"), !text.contains(":") {
      report(.urlWithoutScheme(place, value: text))
      return "https://" + text
    }
    report(.badURL(place, key: key.rawValue, value: text))
    return nil
  }

  /// A web address, or an e-mail address with or without `mailto:`; the latter is given with it.
  mutating func urlOrEmail(_ key: FieldKey) -> String? {
    guard let scalar = scalar(key) else { return nil }
    var text = scalar.text
    if text.lowercased().hasPrefix("mailto:") { text = String(text.dropFirst("mailto:".count)) }
    guard text.contains("@"), !text.contains("://") else { return url(scalar.text, at: scalar.range, key) }
    let address = String(text.prefix { $0 != "?" })
    guard EmailAddress.isValid(address), !text.contains(where: { $0.isWhitespace || "<>\"".contains($0) }) else {
      report(.badEmail(source.place(scalar.range), key: key.rawValue, value: scalar.text))
      return nil
    }
    if EmailAddress.isPlaceholder(address) {
      report(.placeholderAddress(source.place(scalar.range), key: key.rawValue, value: scalar.text))
    }
    return "mailto:" + text
  }
}

/// A web address taken apart as far as it matters here.
struct WebAddress {
  let host: String

  /// `nil` where it is none that could be opened.
  init?(_ text: String) {
    guard let schemeEnd = text.range(of: "://")?.upperBound else { return nil }
    let rest = text[schemeEnd...]
    guard
      rest.unicodeScalars.allSatisfy({
        $0.value > 0x20 && $0.value != 0x7F && !"<>\"\\^`{|}".unicodeScalars.contains($0)
      })
    else { return nil }
    let authority = rest.prefix { !"/?#".contains($0) }
    guard !authority.contains("@") else { return nil }
    let host = authority.prefix { $0 != ":" }.lowercased()
    guard !host.isEmpty, !host.hasPrefix("."), !host.contains(".."), host.contains(".") || host == "localhost" else {
      return nil
    }
    self.host = host
  }

  /// Whether the host ends like a domain name does.
  var looksPublic: Bool {
    guard let last = host.split(separator: ".").last else { return false }
    return host.contains(".") && last.count >= 2 && last.allSatisfy(\.isLetter)
  }
}

/// E-mail addresses as people have them (RFC 5321, without quoted and literal forms).
enum EmailAddress {
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let local = parts.first, let domain = parts.last, !local.isEmpty, local.utf8.count <= 64,
      domain.contains("."), !domain.hasPrefix("."), !domain.hasSuffix("."), !domain.contains("..")
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "@", ".", "-", "_", "+", "'", "%", "=", "~", "&", "!", "#", "$", "*", "/",
        "{",
        "}", "|", "^", "?":
        return true
      default: return scalar.properties.isAlphabetic
      }
    }
  }

  static func isPlaceholder(_ text: String) -> Bool { text.lowercased().hasSuffix(".invalid") }
}

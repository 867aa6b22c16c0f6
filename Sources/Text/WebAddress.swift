/// A web address taken apart as far as it matters here.
package struct WebAddress: Sendable, Hashable {
  /// In small letters, without the port.
  package let host: String

  /// The host without `www.`, which says nothing.
  package var plainHost: String { Self.plain(host) }

  /// A host, in small letters, without `www.`.
  package static func plain(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

  /// `nil` where it is none that could be opened.
  package init?(_ text: String) {
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

  /// `text` with its scheme, where it is the address of a page without one: `www.example.org/x`, `mastodon.social/@p`.
  package static func completed(_ text: String) -> String? {
    let whole = WebScheme.https.rawValue + text
    let authority = text.prefix { !"/?#".contains($0) }
    guard !authority.contains(":"), WebAddress(whole)?.looksPublic == true else { return nil }
    return whole
  }

  /// Whether the host ends like a domain name does.
  package var looksPublic: Bool {
    guard let last = host.split(separator: ".").last else { return false }
    return host.contains(".") && last.count >= 2 && last.allSatisfy(\.isLetter)
  }
}

extension StringProtocol {
  /// An address as far as its query and its fragment (RFC 3986, 3.4 and 3.5), which are left out.
  package var withoutQuery: SubSequence {
    self[..<(utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == .hash } ?? endIndex)]
  }
}

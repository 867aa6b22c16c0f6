/// An address of mail that every program takes: in headers, links and structured data it stands as it is. RFC 5321 without
/// quoted and literal forms; a domain in other letters than those of ASCII is written as the domain name system has it.
package struct EmailAddress: Sendable, Hashable {
  /// Why a text is none.
  package enum Fault: Error, Sendable, Hashable {
    /// Not one `@` with something on either side, or signs that no address has.
    case malformed
    /// Letters before the `@` that only some programs take.
    case accentBeforeAt
    /// A dot at the start, before the `@`, or beside another.
    case misplacedDot
    /// What stands behind the `@` is no name of a host.
    case domain
  }

  /// What links begin with that write to somebody (RFC 6068).
  package static let scheme = "mailto:"

  /// What stands before the `@`.
  package let local: String
  /// What stands behind it, in ASCII.
  package let domain: String

  /// As headers and structured data have it: ASCII.
  package var text: String { local + "@" + domain }

  /// Reads an address as it is, without blanks around it.
  package static func read(_ text: String) -> Result<EmailAddress, Fault> {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, parts[0].utf8.count <= 64 else {
      return .failure(.malformed)
    }
    let local = String(parts[0])
    guard local.utf8.allSatisfy({ $0 < 0x80 }) else { return .failure(.accentBeforeAt) }
    let steps = local.split(separator: ".", omittingEmptySubsequences: false)
    guard local.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || isAtom($0) }) else { return .failure(.malformed) }
    guard steps.allSatisfy({ !$0.isEmpty }) else { return .failure(.misplacedDot) }
    guard let domain = Punycode.ascii(domain: String(parts[1])), local.utf8.count + domain.utf8.count < 254 else {
      return .failure(.domain)
    }
    return .success(EmailAddress(local: local, domain: domain))
  }

  /// `nil` where `text` is none.
  package init?(_ text: String) {
    guard case .success(let address) = Self.read(text) else { return nil }
    self = address
  }

  private init(local: String, domain: String) {
    self.local = local
    self.domain = domain
  }

  /// Whether nothing can arrive there (RFC 2606, 2).
  package var isPlaceholder: Bool { domain.lowercased().hasSuffix(".invalid") }

  /// A link that writes to it (RFC 6068).
  package var link: String { Self.scheme + Self.encoded(local) + "@" + domain }

  /// Whom a link writes to (RFC 6068), as people read it; `nil` where it is no such link.
  package static func recipients(ofLink link: some StringProtocol) -> String? {
    guard link.prefix(scheme.count).lowercased() == scheme else { return nil }
    return PercentCoding.decoded(String(link.dropFirst(scheme.count).prefix { $0 != "?" }))
  }

  /// `atext` of RFC 5322, 3.2.3: what an atom is made of.
  package static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
  }

  /// What RFC 6068, 2, lets stand before the `@` of a link stays.
  private static func encoded(_ local: String) -> String {
    PercentCoding.encoded(local) { "!$'*+".utf8.contains($0) }
  }
}

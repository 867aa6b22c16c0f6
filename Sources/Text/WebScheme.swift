/// How a whole address of the web begins (RFC 9110, 4.2). In capitals or small letters, which mean the same (RFC 3986, 3.1):
/// telephones write `Https://`.
package enum WebScheme: String, Sendable, CaseIterable {
  case https = "https://"
  case http = "http://"

  /// `nil` where `address` begins with neither.
  package init?(of address: some StringProtocol) {
    var bytes = address.utf8.makeIterator()
    for letter in "http".utf8 {
      guard let byte = bytes.next(), byte | 0x20 == letter else { return nil }
    }
    var next = bytes.next()
    let isSecure = next.map { $0 | 0x20 == UInt8(ascii: "s") } ?? false
    if isSecure { next = bytes.next() }
    guard next == .colon, bytes.next() == UInt8(ascii: "/"), bytes.next() == UInt8(ascii: "/") else { return nil }
    self = isSecure ? .https : .http
  }

  /// What stands behind it in an address that begins with it.
  package func rest<Address: StringProtocol>(of address: Address) -> Address.SubSequence {
    address.dropFirst(rawValue.utf8.count)
  }
}

extension StringProtocol {
  /// Whether it begins as a whole address of the web does; see ``WebScheme``.
  package var isWebAddress: Bool { WebScheme(of: self) != nil }

  /// An address with its scheme in small letters (RFC 3986, 6.2.2.1): programs that make links out of texts know no other.
  package var withSmallScheme: String {
    guard let scheme = WebScheme(of: self), !hasPrefix(scheme.rawValue) else { return String(self) }
    return scheme.rawValue + scheme.rest(of: self)
  }
}

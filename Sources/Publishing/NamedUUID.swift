import Digests
import Text

/// Identities that are worked out, not drawn: UUIDs of version 5 (RFC 9562, 5.5).
enum NamedUUID {
  /// The UUID of `name` in the namespace `namespace`, itself a UUID; lower case. A namespace that is no UUID counts by its
  /// characters.
  static func text(of name: String, in namespace: String) -> String {
    var hash = SHA1()
    hash.update(bytes(of: namespace) ?? Array(namespace.utf8))
    hash.update(name.utf8)
    var bytes = Array(hash.finish().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let groups = [bytes[0..<4], bytes[4..<6], bytes[6..<8], bytes[8..<10], bytes[10..<16]]
    return groups.map(Hexadecimal.text).joined(separator: "-")
  }

  private static func bytes(of uuid: String) -> [UInt8]? {
    let digits = Array(uuid.utf8.filter { $0 != UInt8(ascii: "-") })
    guard digits.count == 32 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 32, by: 2) {
      guard let high = Hexadecimal.value(of: digits[index]), let low = Hexadecimal.value(of: digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }
}

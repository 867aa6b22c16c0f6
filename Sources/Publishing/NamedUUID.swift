import Crypto

/// Identities that are worked out, not drawn: UUIDs of version 5 (RFC 9562, 5.5).
enum NamedUUID {
  /// The UUID of `name` in the namespace `namespace`, itself a UUID; lower case. A namespace that is no UUID counts by its
  /// characters.
  static func text(of name: String, in namespace: String) -> String {
    var hash = Insecure.SHA1()
    hash.update(data: bytes(of: namespace) ?? Array(namespace.utf8))
    hash.update(data: Array(name.utf8))
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map(Hexadecimal.text)
    let groups = [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
    return groups.map { $0.joined() }.joined(separator: "-")
  }

  private static func bytes(of uuid: String) -> [UInt8]? {
    let digits = Array(uuid.utf8.filter { $0 != UInt8(ascii: "-") })
    guard digits.count == 32 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 32, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}

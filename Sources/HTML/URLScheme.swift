import Text

/// The schemes of addresses that may stand in a page.
package enum URLScheme {
  /// Everything else (`javascript:`, `data:` …) is left out.
  package static let allowed: Set<String> = ["http", "https", "mailto", "tel", "geo", "webcal"]

  /// `address` as it may be published: without control characters and the spaces around it; `nil` where its scheme is not
  /// allowed.
  ///
  /// Browsers drop tabs and line ends wherever they stand and control characters and spaces at the start (URL Standard,
  /// section 4.4), so `java\nscript:` runs: the scheme is looked for in what is left after all of them are dropped.
  package static func safe(_ address: String) -> String? {
    guard isSafe(address) else { return nil }
    let utf8 = address.utf8
    guard address.holdsByte(where: { $0 <= 0x20 || $0 == 0x7F }) else { return address }
    var bytes = utf8.filter { $0 >= 0x20 && $0 != 0x7F }[...]
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether `address` is relative or has a scheme that is allowed. A colon in the first step of a relative address is none
  /// that may be written (RFC 3986, section 4.2), whatever stands before it.
  package static func isSafe(_ address: String) -> Bool {
    var scheme: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x7F: continue
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      case UInt8(ascii: ":"): return allowed.contains(String(decoding: scheme, as: UTF8.self))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
      default: scheme.append(byte)
      }
    }
    return true
  }
}

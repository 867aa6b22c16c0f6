/// A QR code (ISO/IEC 18004) of a text in UTF-8: byte mode, error correction level M, the smallest version that holds it.
package struct QRCode: Sendable, Hashable {
  /// Modules on each side: 17 + 4 × version.
  package let size: Int
  /// Rows from the top, of modules from the left; `true` is dark.
  package private(set) var modules: [[Bool]]

  /// `nil` where the text is longer than any version holds (2,331 bytes).
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let version = (1...40).first(where: { QRVersion($0).holds(bytes.count) }).map({ QRVersion($0) }) else {
      return nil
    }
    let codewords = version.interleaved(Self.dataCodewords(bytes, version))
    let drawings = (0..<8).map { mask in QRDrawing(version: version, codewords: codewords, mask: mask) }
    guard let best = drawings.min(by: { $0.penalty < $1.penalty }) else { return nil }
    size = version.size
    modules = best.modules
  }

  /// Mode, length, text, terminator and padding (ISO/IEC 18004, 7.4).
  private static func dataCodewords(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
    var bits: [Bool] = []
    func append(_ value: Int, _ count: Int) {
      for index in (0..<count).reversed() { bits.append(value >> index & 1 == 1) }
    }
    append(0b0100, 4)
    append(bytes.count, version.lengthBits)
    for byte in bytes { append(Int(byte), 8) }
    append(0, min(4, version.dataCodewords * 8 - bits.count))
    append(0, (8 - bits.count % 8) % 8)
    var result = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    for index in 0..<(version.dataCodewords - result.count) { result.append(index % 2 == 0 ? 0xEC : 0x11) }
    return result
  }
}

extension QRCode {
  /// The light margin around it, in modules (ISO/IEC 18004, 6.3.8).
  private static let margin = 4

  /// A drawing of it, black on white in every colour scheme: cameras want dark on light. It has no size of its own; `label`
  /// is what it is called where it can't be seen, without characters that mean something in XML.
  package func svg(label: String) -> String {
    var path = ""
    for (y, row) in modules.enumerated() {
      var x = 0
      while x < size {
        guard row[x] else {
          x += 1
          continue
        }
        let start = x
        while x < size, row[x] { x += 1 }
        path += "M\(start + Self.margin) \(y + Self.margin)h\(x - start)v1h-\(x - start)z"
      }
    }
    let side = size + 2 * Self.margin
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(label)" \
      shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path d="\(path)"/></svg>
      """
  }
}

@testable import QRCode

/// Reads a code as a camera would after finding its corners, written apart from what draws it: format, mask, the zigzag of
/// codewords, blocks. Damage is not corrected: there is none.
struct QRReader {
  struct Unreadable: Error {}

  private let code: QRCode
  private let number: Int

  init(_ code: QRCode) {
    self.code = code
    number = (code.size - 17) / 4
  }

  func text() throws -> String {
    var bits: [Bool] = []
    for block in blocks(codewords()) {
      for byte in block { for shift in 0..<8 { bits.append(byte & (0x80 >> shift) != 0) } }
    }
    func number(_ range: Range<Int>) -> Int { bits[range].reduce(0) { $0 * 2 + ($1 ? 1 : 0) } }
    guard number(0..<4) == 4 else { throw Unreadable() }
    let lengthBits = self.number < 10 ? 8 : 16
    let length = number(4..<4 + lengthBits)
    let start = 4 + lengthBits
    return String(decoding: (0..<length).map { UInt8(number(start + $0 * 8..<start + $0 * 8 + 8)) }, as: UTF8.self)
  }

  /// The mask, from the copy of the format information beside the upper left corner.
  private var mask: Int {
    // Read from the corner: bits 14 to 9 run along row 8 from the left; the mask is in bits 12 to 10.
    let row = (0...5).map { code.modules[8][$0] }
    let format = row.reduce(0) { $0 * 2 + ($1 ? 1 : 0) } ^ (0x5412 >> 9)
    return format >> 1 & 7
  }

  private func isText(_ x: Int, _ y: Int) -> Bool {
    let size = code.size
    if x == 6 || y == 6 { return false }
    if (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8) { return false }
    if number >= 7, (x >= size - 11 && y < 6) || (y >= size - 11 && x < 6) { return false }
    let centres = QRVersion(number).alignments
    for cy in centres {
      for cx in centres {
        let isCorner = (cx < 9 && cy < 9) || (cx > size - 9 && cy < 9) || (cx < 9 && cy > size - 9)
        if !isCorner && abs(cx - x) <= 2 && abs(cy - y) <= 2 { return false }
      }
    }
    return true
  }

  private func codewords() -> [UInt8] {
    let masks: [(Int, Int) -> Bool] = [
      { ($0 + $1) % 2 == 0 }, { _, i in i % 2 == 0 }, { j, _ in j % 3 == 0 }, { ($0 + $1) % 3 == 0 },
      { j, i in (i / 2 + j / 3) % 2 == 0 }, { j, i in i * j % 2 + i * j % 3 == 0 },
      { j, i in (i * j % 2 + i * j % 3) % 2 == 0 }, { j, i in ((i + j) % 2 + i * j % 3) % 2 == 0 },
    ]
    let isMasked = masks[mask]
    let columns = Array(stride(from: code.size - 1, to: 6, by: -2)) + [5, 3, 1]
    var bits: [Bool] = []
    for (turn, right) in columns.enumerated() {
      let rows = turn % 2 == 0 ? Array((0..<code.size).reversed()) : Array(0..<code.size)
      for y in rows {
        for x in [right, right - 1] where isText(x, y) { bits.append(code.modules[y][x] != isMasked(x, y)) }
      }
    }
    return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
      bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
  }

  /// The data of the blocks, put one behind the other again.
  private func blocks(_ codewords: [UInt8]) -> [[UInt8]] {
    let data = QRVersion(number).dataCodewords
    let count = blockCount
    let short = data / count
    var blocks = [[UInt8]](repeating: [], count: count)
    var index = 0
    for column in 0...short {
      for block in 0..<count where column < short || block >= count - data % count {
        blocks[block].append(codewords[index])
        index += 1
      }
    }
    return blocks
  }

  /// Level M, ISO/IEC 18004, table 9, for the versions that the tests use.
  private var blockCount: Int {
    [1: 1, 2: 1, 4: 2, 10: 5, 11: 5, 21: 17, 20: 16, 40: 49][number] ?? 0
  }
}

/// The measures of one version of QR codes at error correction level M (ISO/IEC 18004, tables 1, 9 and E.1).
struct QRVersion {
  /// 1 to 40.
  let number: Int

  init(_ number: Int) {
    self.number = number
  }

  var size: Int { 17 + 4 * number }

  /// Bits of the length in byte mode.
  var lengthBits: Int { number < 10 ? 8 : 16 }

  /// Codewords for data and error correction together.
  private var rawCodewords: Int {
    var modules = (16 * number + 128) * number + 64
    if number >= 2 {
      let count = number / 7 + 2
      modules -= (25 * count - 10) * count - 55
      if number >= 7 { modules -= 36 }
    }
    return modules / 8
  }

  private var blocks: Int { Self.blocks[number - 1] }
  private var correctionPerBlock: Int { Self.correctionPerBlock[number - 1] }

  var dataCodewords: Int { rawCodewords - blocks * correctionPerBlock }

  func holds(_ bytes: Int) -> Bool { 4 + lengthBits + bytes * 8 <= dataCodewords * 8 }

  /// Where the centres of alignment patterns stand, on both axes.
  var alignments: [Int] {
    guard number >= 2 else { return [] }
    let count = number / 7 + 2
    let step = number == 32 ? 26 : (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    return [6] + (0..<count - 1).map { size - 7 - $0 * step }.reversed()
  }

  /// The data cut into blocks, each with its error correction, and taken in turn (7.6).
  func interleaved(_ data: [UInt8]) -> [UInt8] {
    let short = rawCodewords / blocks - correctionPerBlock
    let shortBlocks = blocks - rawCodewords % blocks
    let code = ReedSolomon(degree: correctionPerBlock)
    var parts: [[UInt8]] = []
    var start = 0
    for block in 0..<blocks {
      let end = start + short + (block < shortBlocks ? 0 : 1)
      parts.append(Array(data[start..<end]))
      start = end
    }
    let corrections = parts.map { code.remainder(of: $0) }
    let columns = (0...short).flatMap { index in parts.compactMap { index < $0.count ? $0[index] : nil } }
    return columns + (0..<correctionPerBlock).flatMap { index in corrections.map { $0[index] } }
  }

  private static let correctionPerBlock = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ]
  private static let blocks = [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33,
    35, 37, 38, 40, 43, 45, 47, 49,
  ]
}

/// A QR code drawn with one of the eight masks, and how hard it would be to read.
struct QRDrawing {
  private(set) var modules: [[Bool]]
  /// Whether a module belongs to a pattern and not to the text.
  private var isPattern: [[Bool]]
  private let size: Int

  init(version: QRVersion, codewords: [UInt8], mask: Int) {
    size = version.size
    modules = Array(repeating: Array(repeating: false, count: version.size), count: version.size)
    isPattern = modules
    drawPatterns(version)
    drawFormat(mask)
    drawCodewords(codewords, mask)
  }

  private mutating func set(_ x: Int, _ y: Int, _ isDark: Bool) {
    modules[y][x] = isDark
    isPattern[y][x] = true
  }

  // MARK: Patterns (ISO/IEC 18004, 6.3)

  private mutating func drawPatterns(_ version: QRVersion) {
    for index in 0..<size {
      set(6, index, index % 2 == 0)
      set(index, 6, index % 2 == 0)
    }
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(x, y) }
    let centres = version.alignments
    for (row, y) in centres.enumerated() {
      for (column, x) in centres.enumerated() {
        let last = centres.count - 1
        if (row, column) == (0, 0) || (row, column) == (0, last) || (row, column) == (last, 0) { continue }
        for dy in -2...2 {
          for dx in -2...2 { set(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) }
        }
      }
    }
    if version.number >= 7 { drawVersion(version.number) }
  }

  private mutating func drawFinder(_ x: Int, _ y: Int) {
    for dy in -4...4 {
      for dx in -4...4 where (0..<size).contains(x + dx) && (0..<size).contains(y + dy) {
        let distance = max(abs(dx), abs(dy))
        set(x + dx, y + dy, distance != 2 && distance != 4)
      }
    }
  }

  /// Version information, a (18, 6) Golay code (7.10).
  private mutating func drawVersion(_ number: Int) {
    var remainder = number
    for _ in 0..<12 { remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25 }
    let bits = number << 12 | remainder
    for index in 0..<18 {
      let (a, b) = (size - 11 + index % 3, index / 3)
      set(a, b, bits >> index & 1 == 1)
      set(b, a, bits >> index & 1 == 1)
    }
  }

  /// Format information, a (15, 5) BCH code (7.9); level M is 00.
  private mutating func drawFormat(_ mask: Int) {
    var remainder = mask
    for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9) * 0x537 }
    let bits = (mask << 10 | remainder) ^ 0x5412
    func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
    for index in 0...5 { set(8, index, bit(index)) }
    set(8, 7, bit(6))
    set(8, 8, bit(7))
    set(7, 8, bit(8))
    for index in 9..<15 { set(14 - index, 8, bit(index)) }
    for index in 0..<8 { set(size - 1 - index, 8, bit(index)) }
    for index in 8..<15 { set(8, size - 15 + index, bit(index)) }
    set(8, size - 8, true)
  }

  // MARK: Text

  /// Two columns at a time from the right, upwards and downwards in turn (7.7.3), under the mask (7.8.2).
  private mutating func drawCodewords(_ codewords: [UInt8], _ mask: Int) {
    var index = 0
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for vertical in 0..<size {
        for x in [right, right - 1] {
          let isUpward = (right + 1) & 2 == 0
          let y = isUpward ? size - 1 - vertical : vertical
          guard !isPattern[y][x] else { continue }
          let isDark = index < codewords.count * 8 && codewords[index / 8] >> (7 - index % 8) & 1 == 1
          modules[y][x] = isDark != Self.isMasked(x, y, mask)
          index += 1
        }
      }
      right -= 2
    }
  }

  private static func isMasked(_ x: Int, _ y: Int, _ mask: Int) -> Bool {
    switch mask {
    case 0: return (x + y) % 2 == 0
    case 1: return y % 2 == 0
    case 2: return x % 3 == 0
    case 3: return (x + y) % 3 == 0
    case 4: return (x / 3 + y / 2) % 2 == 0
    case 5: return x * y % 2 + x * y % 3 == 0
    case 6: return (x * y % 2 + x * y % 3) % 2 == 0
    default: return ((x + y) % 2 + x * y % 3) % 2 == 0
    }
  }

  // MARK: Penalty (7.8.3)

  /// The lower, the easier to read.
  var penalty: Int {
    let columns = (0..<size).map { x in modules.map { $0[x] } }
    var result = 0
    for line in modules + columns { result += Self.penalty(of: line) }
    var dark = 0
    for y in 0..<size {
      for x in 0..<size {
        if modules[y][x] { dark += 1 }
        guard x + 1 < size, y + 1 < size else { continue }
        let colour = modules[y][x]
        if modules[y][x + 1] == colour, modules[y + 1][x] == colour, modules[y + 1][x + 1] == colour { result += 3 }
      }
    }
    let total = size * size
    return result + abs(dark * 20 - total * 10) / total * 10
  }

  /// Runs of five and more of one colour, and what looks like a finder pattern.
  private static func penalty(of line: [Bool]) -> Int {
    var result = 0
    var run = 0
    var lastModules = 0
    for index in line.indices {
      run = index > 0 && line[index] == line[index - 1] ? run + 1 : 1
      if run == 5 { result += 3 } else if run > 5 { result += 1 }
      lastModules = (lastModules << 1 | (line[index] ? 1 : 0)) & 0b111_1111_1111
      // The ratio 1 : 1 : 3 : 1 : 1 with four light modules behind it, or before it.
      if index >= 10, lastModules == 0b101_1101_0000 || lastModules == 0b000_0101_1101 { result += 40 }
    }
    return result
  }
}

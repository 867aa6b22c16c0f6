/// Reads a text once, line by line, and says what is more than cmark-gfm may be given.
///
/// Where it can't know what cmark-gfm will make of a line it counts too much rather than too little.
struct LimitScanner {
  private var line = 0
  private var runLength = 0
  private var brackets = 0
  private var containers = ContainerStack()
  /// Columns of the table that the lines belong to; 0 outside.
  private var tableColumns = 0
  private var tableCells = 0
  /// Whether the lines may be definitions of links, and the bytes since the last `]:`; `nil` before the first.
  private var isInDefinitions = false
  private var definitionLength: Int?

  static func check(_ text: UnsafeBufferPointer<UInt8>) throws(MarkdownLimit) {
    var scanner = LimitScanner()
    try scanner.require(.textSize, text.count)
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != lineFeed, text[end] != carriageReturn { end += 1 }
      try scanner.read(UnsafeBufferPointer(rebasing: text[start..<end]))
      if end + 1 < text.count, text[end] == carriageReturn, text[end + 1] == lineFeed { end += 1 }
      start = end + 1
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private func require(_ kind: MarkdownLimit.Kind, _ found: Int) throws(MarkdownLimit) {
    if found > kind.allowed { throw MarkdownLimit(kind: kind, found: found, line: max(line, 1)) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(MarkdownLimit) {
    line += 1
    try require(.lineLength, bytes.count)
    let content = containers.read(bytes)
    try require(.nesting, containers.depth)
    if bytes.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
      runLength = 0
      tableColumns = 0
      isInDefinitions = false
      return
    }
    runLength += bytes.count + 1
    try require(.runLength, runLength)
    for byte in bytes where byte == UInt8(ascii: "[") { brackets += 1 }
    try require(.brackets, brackets)
    try countCells(bytes, from: content)
    try countDefinition(bytes, from: content)
  }

  private mutating func countCells(_ bytes: UnsafeBufferPointer<UInt8>, from content: Int) throws(MarkdownLimit) {
    if let columns = Self.columnsOfDelimiterRow(bytes[content...]) {
      try require(.tableColumns, columns)
      tableColumns = max(tableColumns, columns)
    }
    tableCells += tableColumns
    try require(.tableCells, tableCells)
  }

  /// `|---|:-:|` has two columns; `nil` for any other line.
  private static func columnsOfDelimiterRow(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var columns = 0
    var isInCell = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-"):
        if !isInCell { columns += 1 }
        isInCell = true
      case UInt8(ascii: "|"): isInCell = false
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C: break
      default: return nil
      }
    }
    return columns > 0 ? columns : nil
  }

  /// A definition begins at the start of a paragraph and may go on over several lines; here it ends with the next one or
  /// with the paragraph.
  private mutating func countDefinition(
    _ bytes: UnsafeBufferPointer<UInt8>, from content: Int
  ) throws(MarkdownLimit) {
    if !isInDefinitions {
      guard content < bytes.count, bytes[content] == UInt8(ascii: "[") else { return }
      isInDefinitions = true
      definitionLength = nil
    }
    var previous: UInt8 = 0
    definitionLength = definitionLength.map { $0 + 1 }
    for byte in bytes[content...] {
      if byte == UInt8(ascii: ":"), previous == UInt8(ascii: "]") {
        definitionLength = 0
      } else if let length = definitionLength {
        definitionLength = length + 1
      }
      previous = byte
    }
    try require(.linkDefinition, definitionLength ?? 0)
  }
}

/// A place in a line, counted in columns: a tab reaches to the next multiple of four.
struct LineCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where reading goes on, and the column of that byte.
  private var offset = 0
  private var offsetColumn = 0
  /// The column up to which the line is taken; it may lie inside a tab.
  private var column = 0
  /// The next byte that is no space, and its column.
  private(set) var nextOffset = 0
  private var nextColumn = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    findNext()
  }

  /// Whether nothing but spaces follows.
  var isAtEnd: Bool { nextOffset == bytes.count }
  /// Columns of space before what follows.
  var indent: Int { nextColumn - column }

  private mutating func findNext() {
    nextOffset = offset
    nextColumn = offsetColumn
    while nextOffset < bytes.count {
      switch bytes[nextOffset] {
      case UInt8(ascii: " "): nextColumn += 1
      case UInt8(ascii: "\t"): nextColumn = (nextColumn / 4 + 1) * 4
      default: return
      }
      nextOffset += 1
    }
  }

  /// Takes `columns` of the space before what follows.
  mutating func skip(columns: Int) { column += columns }

  /// Takes the `length` bytes that follow, none of them a tab.
  private mutating func take(_ length: Int) {
    offset = nextOffset + length
    offsetColumn = nextColumn + length
    column = offsetColumn
    findNext()
  }

  private func byte(_ position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Takes `>` and one column of space.
  mutating func takeQuoteMark() -> Bool {
    guard indent < 4, byte(nextOffset) == UInt8(ascii: ">") else { return false }
    take(1)
    if indent > 0 { skip(columns: 1) }
    return true
  }

  /// Takes `[^name]:`.
  mutating func takeFootnoteMark() -> Bool {
    guard byte(nextOffset) == UInt8(ascii: "["), byte(nextOffset + 1) == UInt8(ascii: "^") else { return false }
    var end = nextOffset + 2
    while end < bytes.count, bytes[end] != UInt8(ascii: "]") {
      if bytes[end] <= UInt8(ascii: " ") { return false }
      end += 1
    }
    guard end > nextOffset + 2, byte(end + 1) == UInt8(ascii: ":") else { return false }
    take(end + 2 - nextOffset)
    skip(columns: indent)
    return true
  }

  /// Takes `-`, `*`, `+`, `1.` or `1)` and the space behind it; gives the columns by which the item's lines are indented.
  mutating func takeItemMark() -> Int? {
    var width = 0
    switch byte(nextOffset) {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): width = 1
    default:
      while width < 9, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(nextOffset + width)) { width += 1 }
      guard width > 0, [UInt8(ascii: "."), UInt8(ascii: ")")].contains(byte(nextOffset + width)) else { return nil }
      width += 1
    }
    let follower = nextOffset + width
    guard follower == bytes.count || byte(follower) == UInt8(ascii: " ") || byte(follower) == UInt8(ascii: "\t") else {
      return nil
    }
    let before = indent
    take(width)
    let space = isAtEnd || indent > 4 ? 1 : indent
    if !isAtEnd { skip(columns: space) }
    return before + width + space
  }

  /// Whether what follows is a line of three or more `-`, `*` or `_` and spaces.
  var isThematicBreak: Bool {
    let mark = byte(nextOffset)
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return false }
    var count = 0
    for byte in bytes[nextOffset...] {
      if byte == mark {
        count += 1
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        return false
      }
    }
    return count >= 3
  }

  struct Fence {
    var mark: UInt8
    var length: Int
    /// Whether it may open a code block.
    var opens: Bool
    /// Whether nothing follows it: it may close one.
    var isBare: Bool
  }

  /// The three or more backticks or tildes that follow.
  var fence: Fence? {
    let mark = byte(nextOffset)
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    var end = nextOffset
    while byte(end) == mark { end += 1 }
    guard end - nextOffset >= 3 else { return nil }
    let rest = bytes[end...]
    return Fence(
      mark: mark, length: end - nextOffset, opens: mark == UInt8(ascii: "~") || !rest.contains(mark),
      isBare: rest.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
  }
}

/// The quotes, list items and footnotes that a line stands in (CommonMark 0.29, section 5).
struct ContainerStack {
  private enum Container {
    case quote
    /// An item of a list, or a footnote: its lines are indented by so many columns more than what it stands in.
    case item(indent: Int)
  }

  private var containers: [Container] = []
  /// The fence of the code block that is open, and how many containers it stands in.
  private var fence: (mark: UInt8, length: Int, depth: Int)?
  private var isAfterText = false

  /// How many stand inside one another.
  var depth: Int { containers.count }

  /// Takes in a line, without its end; gives the offset of its content behind the marks of the containers.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var cursor = LineCursor(bytes)
    let matched = match(&cursor)
    let isBlank = cursor.isAtEnd
    defer { isAfterText = !isBlank }

    if let open = fence {
      if matched == open.depth {
        if !isBlank, cursor.indent < 4, let close = cursor.fence, close.mark == open.mark, close.length >= open.length,
          close.isBare
        {
          fence = nil
        }
        return cursor.nextOffset
      }
      fence = nil
    }
    if isBlank {
      containers.removeSubrange(matched...)
      return cursor.nextOffset
    }
    let opened = Self.opened(&cursor)
    let mark = cursor.isAtEnd || cursor.indent >= 4 ? nil : cursor.fence
    // A line of text alone may go on with the paragraph of the line before, whatever that stands in.
    if !opened.isEmpty || mark != nil || !isAfterText {
      containers.removeSubrange(matched...)
      containers += opened
    }
    if let mark, mark.opens { fence = (mark.mark, mark.length, containers.count) }
    return cursor.nextOffset
  }

  /// How many of the open containers, from outside, the line belongs to; a blank line belongs to all items.
  private func match(_ cursor: inout LineCursor) -> Int {
    for (number, container) in containers.enumerated() {
      switch container {
      case .quote:
        guard cursor.takeQuoteMark() else { return number }
      case .item(let indent):
        if cursor.isAtEnd { continue }
        guard cursor.indent >= indent else { return number }
        cursor.skip(columns: indent)
      }
    }
    return containers.count
  }

  private static func opened(_ cursor: inout LineCursor) -> [Container] {
    var opened: [Container] = []
    while !cursor.isAtEnd, cursor.indent < 4 {
      if cursor.takeQuoteMark() {
        opened.append(.quote)
      } else if cursor.takeFootnoteMark() {
        opened.append(.item(indent: 4))
      } else if !cursor.isThematicBreak, let indent = cursor.takeItemMark() {
        opened.append(.item(indent: indent))
      } else {
        break
      }
    }
    return opened
  }
}

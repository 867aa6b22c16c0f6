import Text

/// Follows the literal parts of a template and knows where the value stands that comes next. It reads what templates hold,
/// by the rules of HTML's tokenizer (HTML Standard, section 13.2.5), each literal once.
struct TemplateScanner {
  private enum Element { case other, script, style, escapable }

  private(set) var place = TemplatePlace.text
  /// The offset in the template's text where the value of the attribute begins.
  private(set) var valueStart = 0
  private(set) var isEndTag = false
  private var element = Element.other
  private var attribute = TemplateAttribute.plain
  private var quote = UInt8(ascii: "\"")
  private var isType = false
  private var isJSON = false

  /// Takes in `literal`, which begins at `base` in the template's text.
  mutating func scan(_ literal: String, base: Int) {
    literal.withBytes { scan($0, base: base) }
  }

  /// Takes in an attribute that was written as a whole.
  mutating func endAttribute() { place = .insideTag }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    var position = 0
    while position < bytes.count {
      switch place {
      case .text:
        guard let open = bytes.firstOffset(of: UInt8(ascii: "<"), from: position) else { return }
        place = .tagOpen
        position = open + 1
      case .tagOpen: position = openTag(bytes, position)
      case .tagName: position = readTagName(bytes, position)
      case .insideTag:
        switch bytes[position] {
        case UInt8(ascii: ">"): closeTag()
        case UInt8(ascii: "/"): break
        case let byte where Self.isSpace(byte): break
        default:
          place = .attributeName
          continue
        }
        position += 1
      case .attributeName: position = readAttributeName(bytes, position)
      case .afterAttributeName:
        if bytes[position] == UInt8(ascii: "=") {
          place = .beforeValue
        } else if !Self.isSpace(bytes[position]) {
          place = .insideTag
          continue
        }
        position += 1
      case .beforeValue: position = openValue(bytes, position, base: base)
      case .unquotedValue:
        position = bytes[position...].firstIndex { Self.isSpace($0) || $0 == UInt8(ascii: ">") } ?? bytes.count
        if position < bytes.count { place = .insideTag }
      case .value:
        guard let end = bytes.firstOffset(of: quote, from: position) else { return }
        if isType { isJSON = Self.equal(bytes[position..<end], "application/ld+json") }
        place = .insideTag
        position = end + 1
      case .comment:
        guard let end = Self.find("-->", in: bytes, from: position) else { return }
        place = .text
        position = end + 3
      case .declaration:
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) else { return }
        place = .text
        position = end + 1
      case .escapableText, .script, .jsonScript, .style:
        guard let end = Self.find("</", in: bytes, from: position) else { return }
        position = end + 2
        if endsElement(bytes, position) {
          place = .tagName
          isEndTag = true
        }
      }
    }
  }

  private mutating func openTag(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    isEndTag = false
    switch bytes[position] {
    case UInt8(ascii: "/"):
      isEndTag = true
      place = .tagName
      element = .other
      return position + 1
    case UInt8(ascii: "?"): place = .declaration
    case UInt8(ascii: "!"):
      place = .declaration
      guard Self.starts(bytes, position, with: "!--") else { break }
      // Outlook reads what stands between `<!--[if mso]>` and `<![endif]-->` as HTML; so is it here.
      if Self.starts(bytes, position, with: "!--[if") { break }
      if Self.starts(bytes, position, with: "!-->") {
        place = .text
        return position + 4
      }
      place = .comment
      return position + 3
    case let byte where byte.isLetter:
      place = .tagName
      element = .other
      isJSON = false
      return position
    default: place = .text
    }
    return position + 1
  }

  private mutating func readTagName(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    let end = bytes[position...].firstIndex(where: Self.endsName) ?? bytes.count
    let name = bytes[position..<end]
    if !isEndTag, !name.isEmpty {
      if Self.equal(name, "script") {
        element = .script
      } else if Self.equal(name, "style") {
        element = .style
      } else if Self.equal(name, "title") || Self.equal(name, "textarea") {
        element = .escapable
      }
    }
    if end < bytes.count { place = .insideTag }
    return end
  }

  private mutating func readAttributeName(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    // A name may begin with any sign but these; what follows is read up to its end.
    let end =
      bytes[position...].dropFirst().firstIndex { Self.endsName($0) || $0 == UInt8(ascii: "=") } ?? bytes.count
    attribute = TemplateAttribute(bytes[position..<end])
    isType = element == .script && Self.equal(bytes[position..<end], "type")
    if end < bytes.count { place = .afterAttributeName }
    return end
  }

  private mutating func openValue(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, base: Int) -> Int {
    switch bytes[position] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      quote = bytes[position]
      place = .value(attribute)
      valueStart = base + position + 1
    case UInt8(ascii: ">"):
      place = .insideTag
      return position
    case let byte where Self.isSpace(byte): break
    default: place = .unquotedValue
    }
    return position + 1
  }

  private mutating func closeTag() {
    place = .text
    guard !isEndTag else { return }
    switch element {
    case .script: place = isJSON ? .jsonScript : .script
    case .style: place = .style
    case .escapable: place = .escapableText
    case .other: break
    }
  }

  /// Whether `</`, before `position`, ends the element whose text is read.
  private func endsElement(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let name = bytes[position...].prefix { !Self.endsName($0) }
    switch place {
    case .script, .jsonScript: return Self.equal(name, "script")
    case .style: return Self.equal(name, "style")
    default: return Self.equal(name, "title") || Self.equal(name, "textarea")
    }
  }
}

/// What the scanner asks about bytes.
extension TemplateScanner {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  /// Whether `name` is `expected`, which is in lower case, whatever its own case.
  static func equal(_ name: UnsafeBufferPointer<UInt8>.SubSequence, _ expected: StaticString) -> Bool {
    guard name.count == expected.utf8CodeUnitCount else { return false }
    return expected.withUTF8Buffer { bytes in
      var index = name.startIndex
      for byte in bytes {
        // Of the signs in names only letters differ by case.
        guard name[index] == byte || (name[index] | 0x20 == byte && byte.isLetter) else { return false }
        index += 1
      }
      return true
    }
  }

  static func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, with expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return equal(bytes[position..<position + count], expected)
  }

  static func find(_ expected: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    bytes.indices.suffix(from: start).first { starts(bytes, $0, with: expected) }
  }
}

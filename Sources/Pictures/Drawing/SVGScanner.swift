/// Cuts XML into tags and texts. It knows less than XML does and refuses the rest: what it lets through means the same to
/// every browser.
struct SVGScanner {
  struct Attribute: Hashable {
    var name: String
    /// With character references undone.
    var value: String
  }

  enum Token {
    case start(name: String, [Attribute], isEmpty: Bool)
    case end(name: String)
    case text(String)
  }

  private var rest: Substring.UTF8View

  init(_ text: Substring) { rest = text.utf8 }

  /// `nil` at the end.
  mutating func next() throws(SVGFault) -> Token? {
    while let first = rest.first {
      guard first == UInt8(ascii: "<") else { return .text(try Self.decoded(upTo("<") ?? takeAll())) }
      if skip("<!--") {
        guard upTo("-->") != nil, skip("-->") else { throw .malformed }
      } else if skip("<![CDATA[") {
        guard let text = upTo("]]>"), skip("]]>") else { throw .malformed }
        return .text(text)
      } else if skip("<?") {
        guard let text = upTo("?>"), skip("?>") else { throw .malformed }
        try Self.check(instruction: text)
      } else if rest.starts(with: "<!".utf8) {
        guard let text = upTo(">"), skip(">") else { throw .malformed }
        try Self.check(declaration: text)
      } else if skip("</") {
        guard let name = upTo(">"), skip(">") else { throw .malformed }
        return .end(name: try Self.name(name.trimmedOfSpace))
      } else {
        rest.removeFirst()
        return try startTag()
      }
    }
    return nil
  }

  /// What stands behind the prefix of a namespace.
  static func localName(of name: String) -> String {
    name.split(separator: ":", maxSplits: 1).last.map(String.init) ?? name
  }

  /// Whether the character with this number is none that XML forbids for steering machines.
  static func isAllowed(_ number: UInt32) -> Bool {
    number >= 0x20 || number == 0x09 || number == 0x0A || number == 0x0D
  }

  // MARK: Tags

  private mutating func startTag() throws(SVGFault) -> Token {
    let name = try Self.name(word())
    var attributes: [Attribute] = []
    while true {
      let hadSpace = skipSpace()
      if skip("/>") { return .start(name: name, attributes, isEmpty: true) }
      if skip(">") { return .start(name: name, attributes, isEmpty: false) }
      guard hadSpace else { throw .malformed }
      let key = try Self.name(word())
      skipSpace()
      guard skip("=") else { throw .malformed }
      skipSpace()
      let quote = skip("\"") ? "\"" : "'"
      guard quote == "\"" || skip("'"), let value = upTo(quote), skip(quote), !value.utf8.contains(UInt8(ascii: "<")),
        !attributes.contains(where: { $0.name == key })
      else { throw .malformed }
      attributes.append(Attribute(name: key, value: try Self.decoded(value)))
    }
  }

  /// Letters, digits, `-`, `_`, `.`, and one `:`; what else XML allows in names no drawing needs.
  private static func name(_ text: String) throws(SVGFault) -> String {
    let isPlain = text.utf8.allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || ($0 >= 0x30 && $0 <= 0x3A) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
    }
    guard isPlain, !text.isEmpty, text.utf8.count(where: { $0 == UInt8(ascii: ":") }) <= 1 else { throw .malformed }
    return text
  }

  // MARK: What stands between tags

  private static func check(instruction text: String) throws(SVGFault) {
    let target = text.prefix { !$0.isWhitespace }
    guard target == "xml" else {
      if target == "xpacket" { throw .metadata }
      throw .instruction(String(target))
    }
    let folded = text.lowercased()
    guard let range = folded.utf8.firstRange(of: "encoding".utf8) else { return }
    let name = folded[range.upperBound...].filter { $0.isLetter || $0.isNumber }
    guard name.hasPrefix("utf8") || name.hasPrefix("usascii") else { throw .encoding }
  }

  /// The document type of SVG, without declarations, is the only one of all `<!…>` that is let through.
  private static func check(declaration text: String) throws(SVGFault) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.first == "<!DOCTYPE", words.dropFirst().first == "svg", !text.utf8.contains(UInt8(ascii: "[")),
      !text.utf8.contains(UInt8(ascii: "%"))
    else {
      throw .entities
    }
    let rest = words.dropFirst(2).joined(separator: " ")
    guard rest.isEmpty || rest.hasPrefix("PUBLIC \"-//W3C//DTD SVG 1.") else { throw .entities }
  }

  /// Undoes character references; those to entities other than XML's own five are refused.
  private static func decoded(_ text: String) throws(SVGFault) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ";") else { throw .malformed }
      let name = rest[..<end]
      rest = rest[rest.index(after: end)...]
      let named: [Substring: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
      if let character = named[name] {
        result += character
      } else if name.hasPrefix("#") {
        let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
        guard let number = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10), isAllowed(number),
          let scalar = Unicode.Scalar(number)
        else { throw .malformed }
        result.unicodeScalars.append(scalar)
      } else {
        throw .entities
      }
    }
    return result + rest
  }

  // MARK: Moving on

  private mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let before = rest.startIndex
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return rest.startIndex != before
  }

  private mutating func word() -> String {
    let taken = rest.prefix { ![0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3D, 0x3E, 0x3C, 0x22, 0x27].contains($0) }
    rest = rest[taken.endIndex...]
    return String(Substring(taken))
  }

  private mutating func takeAll() -> String {
    defer { rest = rest[rest.endIndex...] }
    return String(Substring(rest))
  }

  /// What stands before `end`, which stays; `nil` where there is none.
  private mutating func upTo(_ end: String) -> String? {
    guard let first = end.utf8.first else { return nil }
    var at = rest.startIndex
    while let found = rest[at...].firstIndex(of: first) {
      if rest[found...].starts(with: end.utf8) {
        defer { rest = rest[found...] }
        return String(Substring(rest[..<found]))
      }
      at = rest.index(after: found)
    }
    return nil
  }
}

extension String {
  fileprivate var trimmedOfSpace: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

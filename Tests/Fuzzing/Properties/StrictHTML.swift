/// Reads HTML as our renderers write it, and as nothing but one way: every element closed, every value quoted, every sign
/// that means something written as a reference. What it takes, no browser takes for more than it is.
struct StrictHTML {
  /// Elements that may occur, and what stands beside them for all.
  private static let elements: Set<String> = [
    "a", "abbr", "blockquote", "br", "code", "del", "div", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "img", "input", "li", "ol", "p", "pre", "section", "strong", "sup", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
  ]
  private static let attributes: Set<String> = [
    "align", "alt", "aria-describedby", "aria-label", "aria-labelledby", "border", "cellpadding", "cellspacing",
    "checked", "class", "decoding", "disabled", "height", "href", "id", "loading", "role", "scope", "src", "start",
    "style", "tabindex", "title", "type", "valign", "value", "width",
  ]
  private static let void: Set<String> = ["br", "hr", "img", "input"]
  /// What ends a paragraph that is open.
  private static let blocks: Set<String> = [
    "blockquote", "div", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "section", "table", "ul",
  ]
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "geo", "webcal"]
  private static let references = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#x27;"]

  private let bytes: [UInt8]
  private var index = 0
  private var open: [String] = []
  private var identities: Set<String> = []

  /// What is wrong with `html`; `nil` where nothing is.
  static func fault(in html: String) -> String? {
    var reader = StrictHTML(bytes: Array(html.utf8))
    return reader.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() -> String? {
    while index < bytes.count {
      let fault = bytes[index] == UInt8(ascii: "<") ? readTag() : readCharacter()
      if let fault { return fault + " at byte \(index)" }
    }
    return open.isEmpty ? nil : "<\(open.joined(separator: "><"))> left open"
  }

  private mutating func readCharacter() -> String? {
    let byte = bytes[index]
    if byte == UInt8(ascii: "&") {
      let rest = bytes[index...]
      guard let reference = Self.references.first(where: { rest.starts(with: $0.utf8) }) else { return "a bare &" }
      index += reference.utf8.count
      return nil
    }
    if byte == UInt8(ascii: ">") { return "a bare >" }
    if byte < 0x20, ![0x09, 0x0A, 0x0D].contains(byte) { return "the control character \(byte)" }
    index += 1
    return nil
  }

  private mutating func readTag() -> String? {
    index += 1
    let isClosing = take("/")
    let name = word()
    guard Self.elements.contains(name) else { return "<\(name)>" }
    if isClosing {
      guard take(">") else { return "</\(name) is not closed" }
      guard open.popLast() == name else { return "</\(name)> closes something else" }
      return nil
    }
    if name == "a", open.contains("a") { return "a link in a link" }
    if Self.blocks.contains(name), open.last == "p" { return "<\(name)> in <p>" }
    var seen: Set<String> = []
    while !take(">") {
      guard take(" ") else { return "no space before an attribute of <\(name)>" }
      let attribute = word()
      guard Self.attributes.contains(attribute) else { return "the attribute \(attribute) of <\(name)>" }
      guard seen.insert(attribute).inserted else { return "\(attribute) twice" }
      guard take("=") else { continue }
      guard take("\"") else { return "\(attribute) is not quoted" }
      var value: [UInt8] = []
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        let start = index
        if bytes[index] == UInt8(ascii: "<") { return "a bare < in \(attribute)" }
        if let fault = readCharacter() { return fault + " in \(attribute)" }
        value += bytes[start..<index]
      }
      guard take("\"") else { return "\(attribute) does not end" }
      if let fault = check(attribute, String(decoding: value, as: UTF8.self)) { return fault }
    }
    if !Self.void.contains(name) { open.append(name) }
    return nil
  }

  private mutating func check(_ attribute: String, _ value: String) -> String? {
    if attribute == "id", !identities.insert(value).inserted { return "the id \(value) twice" }
    guard attribute == "href" || attribute == "src" else { return nil }
    let plain = value.replacing("&amp;", with: "&").replacing("&#x27;", with: "'")
    guard plain.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return "the address \(plain) is not encoded" }
    let scheme = plain.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    guard scheme.endIndex < plain.endIndex, plain[scheme.endIndex] == ":" else { return nil }
    return Self.schemes.contains(scheme.lowercased()) ? nil : "the address \(plain)"
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  /// A name: letters, digits and hyphens.
  private mutating func word() -> String {
    let rest = bytes[index...].prefix { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
    }
    index = rest.endIndex
    return String(decoding: rest, as: UTF8.self)
  }
}

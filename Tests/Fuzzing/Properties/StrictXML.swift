/// Reads XML as our writer writes it: elements, quoted attributes, text; no comment, no CDATA, no document type.
struct StrictXML {
  private static let references: [String: String] = [
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#13;": "\r",
  ]

  /// What each element that holds nothing but text says, by its name.
  private(set) var texts: [String: [String]] = [:]
  private(set) var fault: String?
  private var rest: Substring.UnicodeScalarView

  init(_ xml: String) {
    rest = Substring(xml).unicodeScalars
    guard skip("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") else {
      fault = "no declaration"
      return
    }
    var open: [String] = []
    var text = ""
    while !rest.isEmpty, fault == nil {
      guard skip("<") else {
        text += character()
        continue
      }
      if skip("/") {
        let name = word()
        if open.popLast() != name || !skip(">") { fault = "</\(name)> closes something else" }
        texts[name, default: []].append(text)
      } else {
        let name = word()
        if let name = tag(name) { open.append(name) }
      }
      text = ""
    }
    if fault == nil, !open.isEmpty { fault = "<\(open.joined(separator: "><"))> left open" }
  }

  /// Reads the attributes and the end of a tag; `nil` where it holds nothing.
  private mutating func tag(_ name: String) -> String? {
    if name.isEmpty { fault = "a bare <" }
    while fault == nil {
      if skip("/>") { return nil }
      if skip(">") { return name }
      guard skip(" "), !word().isEmpty, skip("=\"") else {
        fault = "a wrong attribute of <\(name)>"
        return nil
      }
      while fault == nil, !skip("\"") {
        if rest.first == "<" || rest.isEmpty { fault = "a value in <\(name)> does not end" } else { _ = character() }
      }
    }
    return nil
  }

  private mutating func character() -> String {
    guard let scalar = rest.first else { return "" }
    if scalar == "&" {
      for (reference, meant) in Self.references where skip(reference) { return meant }
      fault = "a bare &"
    }
    switch scalar.value {
    case 0x09, 0x0A, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: break
    default: fault = "the character U+\(String(scalar.value, radix: 16))"
    }
    rest.removeFirst()
    return String(scalar)
  }

  private mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.unicodeScalars) else { return false }
    rest.removeFirst(text.unicodeScalars.count)
    return true
  }

  private mutating func word() -> String {
    let name = rest.prefix { $0.properties.isAlphabetic || $0 == ":" }
    rest.removeFirst(name.count)
    return String(name)
  }
}

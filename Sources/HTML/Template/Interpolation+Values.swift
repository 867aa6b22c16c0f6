extension HTML.Interpolation {
  /// The fault of a template that does not end in running text.
  var unfinished: String? {
    scanner.place == .text ? nil : "le modèle finit \(scanner.place.words), après «\u{A0}\(context)\u{A0}»"
  }

  /// The end of what was written so far.
  private var context: String { String(text.suffix(40)).replacing("\n", with: " ") }

  mutating func refuse(_ value: String) {
    faults.append("\(value) ne peut pas se trouver \(scanner.place.words), après «\u{A0}\(context)\u{A0}»")
  }

  /// The kind of the attribute `name`, if one may begin here.
  mutating func beginAttribute(_ name: StaticString) -> TemplateAttribute? {
    switch scanner.place {
    case .tagName, .insideTag, .attributeName, .afterAttributeName:
      if !scanner.isEndTag { return name.withUTF8Buffer { TemplateAttribute($0[...]) } }
    default: break
    }
    refuse("un attribut")
    return nil
  }

  /// Writes `value` into an attribute of a kind that is not plain, behind `prefix` or else behind what the attribute
  /// already holds.
  mutating func appendValue(_ value: String, of attribute: TemplateAttribute, prefix: String? = nil) {
    let before = prefix ?? String(decoding: text.utf8.dropFirst(scanner.valueStart), as: UTF8.self)
    switch attribute {
    case .plain: text += HTML.escaped(value)
    case .address: appendAddress(value, behind: before)
    case .content:
      // `0; url=…` of a page that leads on to another.
      if !before.isEmpty, let start = before.lowercased().firstRange(of: "url=")?.upperBound {
        appendAddress(value, behind: String(before.lowercased()[start...]))
      } else {
        text += HTML.escaped(value)
      }
    case .addresses:
      let isSafe = value.split(separator: ",").allSatisfy { URLScheme.isSafe(String($0)) }
      text += isSafe ? HTML.escaped(value) : "#"
    case .style, .event, .document: refuse("un texte")
    }
  }

  private mutating func appendAddress(_ value: String, behind before: String) {
    if URLScheme.isSafe(before + value) {
      text += HTML.escaped(before.isEmpty ? URLScheme.safe(value) ?? "#" : value)
    } else if before.isEmpty {
      text += "#"
    } else {
      refuse("cette adresse")
    }
  }
}

extension HTML {
  static func isCSSValue(_ value: String) -> Bool {
    value.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        true
      default: "#%.,-()' ".utf8.contains(byte)
      }
    }
  }
}

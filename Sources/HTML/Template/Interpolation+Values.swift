import Text

extension HTML.Interpolation {
  /// The fault of a template that does not end in running text.
  var unfinished: String? {
    scanner.place == .text ? nil : "le modèle finit \(scanner.place.words), après «\u{A0}\(context)\u{A0}»"
  }

  /// The end of what was written so far.
  private var context: String { String(text.text.suffix(40)).replacing("\n", with: " ") }

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
    let before = prefix ?? String(decoding: text.bytes.dropFirst(scanner.valueStart), as: UTF8.self)
    switch attribute {
    case .plain: appendEscaped(value)
    case .address: appendAddress(value, behind: before)
    case .content:
      // `0; url=…` of a page that leads on to another.
      if let address = Self.refreshAddress(in: before) {
        appendAddress(value, behind: address)
      } else {
        appendEscaped(value)
      }
    case .addresses:
      let isSafe = value.split(separator: ",").allSatisfy { URLScheme.isSafe(String($0)) }
      if isSafe { appendEscaped(value) } else { text += "#" }
    case .style, .event, .document: refuse("un texte")
    }
  }

  /// What stands behind the first `url=` of a `content`; `nil` where there is none.
  private static func refreshAddress(in content: String) -> String? {
    let mark: StaticString = "url="
    return content.withBytes { bytes in
      TemplateScanner.find(mark, in: bytes, from: 0).map {
        String(decoding: bytes[($0 + mark.utf8CodeUnitCount)...], as: UTF8.self)
      }
    }
  }

  /// Writes `value` with references for the signs that mean something, wherever a value may stand.
  mutating func appendEscaped(_ value: String) { text.append(value, replacing: HTML.references) }

  private mutating func appendAddress(_ value: String, behind before: String) {
    if URLScheme.isSafe(before + value) {
      appendEscaped(before.isEmpty ? URLScheme.safe(value) ?? "#" : value)
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

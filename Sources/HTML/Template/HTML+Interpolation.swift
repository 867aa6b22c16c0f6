import Text

extension HTML: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(raw: value)
  }

  package init(stringInterpolation: Interpolation) {
    self.init(raw: stringInterpolation.text, faults: stringInterpolation.faults)
    if let fault = stringInterpolation.unfinished { faults.append(fault) }
  }

  /// Collects the literal parts of a template and the values put into it, each checked and escaped for its place.
  package struct Interpolation: StringInterpolationProtocol {
    var text = TextBuilder()
    var faults: [String] = []
    var scanner = TemplateScanner()

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    package mutating func appendLiteral(_ literal: String) {
      scanner.scan(literal, base: text.bytes.count)
      text += literal
    }

    /// Text, escaped for the place where it stands.
    package mutating func appendInterpolation(_ value: String) {
      switch scanner.place {
      case .text, .escapableText, .value(.plain): appendEscaped(value)
      case .value(let attribute): appendValue(value, of: attribute)
      default: refuse("un texte")
      }
    }

    /// Text if there is any.
    package mutating func appendInterpolation(_ value: String?) {
      if let value { appendInterpolation(value) }
    }

    /// A whole number; in the name of a tag too, behind its first letter: `<h\(level)>`.
    package mutating func appendInterpolation(_ value: Int) {
      switch scanner.place {
      case .text, .escapableText, .tagName, .unquotedValue, .style: text += String(value)
      case .value(let attribute) where attribute != .event && attribute != .document: text += String(value)
      default: refuse("un nombre")
      }
    }

    /// HTML, as it is; running text only.
    package mutating func appendInterpolation(_ value: HTML) {
      if !value.faults.isEmpty { faults += value.faults }
      if scanner.place == .text { text += value.builder } else { refuse("du HTML") }
    }

    /// HTML if there is any; running text only.
    package mutating func appendInterpolation(_ value: HTML?) {
      if let value { appendInterpolation(value) }
    }

    /// Pieces of HTML one after the other; running text only.
    package mutating func appendInterpolation(_ values: [HTML]) {
      for value in values { appendInterpolation(value) }
    }

    /// An attribute, with the space before it, or nothing where the value is `nil`; inside a tag only, where an
    /// attribute may begin: `<a href="/"\(attribute: "aria-current", isHere ? "page" : nil)>`.
    package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
      guard let kind = beginAttribute(name), let value else { return }
      let length = text.bytes.count
      text += " \(name)=\""
      let count = faults.count
      if kind == .plain {
        appendEscaped(value)
      } else {
        appendValue(value, of: kind, prefix: "")
      }
      if faults.count == count {
        text += "\""
      } else {
        text.truncate(to: length)
      }
      scanner.endAttribute()
    }

    /// An attribute without a value, with the space before it, where `isPresent`; inside a tag only.
    package mutating func appendInterpolation(attribute name: StaticString, if isPresent: Bool) {
      guard beginAttribute(name) != nil, isPresent else { return }
      text += " \(name)"
      scanner.endAttribute()
    }

    /// A value of a CSS property (a colour, a length, a font list) in a `style` attribute or in `<style>`; only letters,
    /// digits and `# % . , - ( ) ' ` and spaces are accepted.
    package mutating func appendInterpolation(css value: String) {
      switch scanner.place {
      case .value(.style), .style:
        if HTML.isCSSValue(value) {
          // In an attribute the value may hold the quote that the attribute stands in.
          if scanner.place == .style { text += value } else { appendEscaped(value) }
        } else {
          faults.append("valeur CSS refusée\u{A0}: «\u{A0}\(value)\u{A0}»")
        }
      default: refuse("une valeur CSS")
      }
    }

    /// A JSON text as the content of a `<script type="application/ld+json">`.
    package mutating func appendInterpolation(json value: String) {
      if scanner.place == .jsonScript { text.append(json: value) } else { refuse("du JSON") }
    }
  }
}

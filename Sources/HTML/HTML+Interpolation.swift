extension HTML: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(raw: value)
  }

  package init(stringInterpolation: Interpolation) {
    self.init(raw: stringInterpolation.text)
    faults = stringInterpolation.faults
  }

  /// Collects the literal parts of a template and the values put into it.
  package struct Interpolation: StringInterpolationProtocol {
    var text = ""
    var faults: [String] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    package mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    /// Text, escaped for the place where it stands.
    package mutating func appendInterpolation(_ value: String) {
      text += HTML.escaped(value)
    }

    /// Text if there is any.
    package mutating func appendInterpolation(_ value: String?) {
      if let value { appendInterpolation(value) }
    }

    /// A whole number.
    package mutating func appendInterpolation(_ value: Int) {
      text += String(value)
    }

    /// HTML, as it is; running text only.
    package mutating func appendInterpolation(_ value: HTML) {
      text += value.text
      faults += value.faults
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
      if let value { text += " \(name)=\"\(HTML.escaped(value))\"" }
    }

    /// An attribute without a value, with the space before it, where `isPresent`; inside a tag only.
    package mutating func appendInterpolation(attribute name: StaticString, if isPresent: Bool) {
      if isPresent { text += " \(name)" }
    }

    /// A value of a CSS property (a colour, a length, a font list) in a `style` attribute; only letters, digits and
    /// `# % . , - ( ) ' ` and spaces are accepted.
    package mutating func appendInterpolation(css value: String) {
      text += HTML.escaped(value)
    }

    /// A JSON text as the content of a `<script type="application/ld+json">`.
    package mutating func appendInterpolation(json value: String) {
      text += value
    }
  }
}

extension HTML {
  /// `text` with the characters that mean something in HTML replaced by references; right in running text and in quoted
  /// attributes. C0 control characters other than tab and line feed are left out.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

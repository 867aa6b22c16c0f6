import Text

/// Where in a template a value stands.
enum TemplatePlace: Equatable {
  case text
  /// The text of `<title>` and `<textarea>`: references are read, tags are not.
  case escapableText
  /// Behind `<`, before a name has begun.
  case tagOpen
  case tagName
  /// In a tag, where an attribute may begin.
  case insideTag
  case attributeName
  /// Behind the name of an attribute and a space.
  case afterAttributeName
  /// Behind `=`.
  case beforeValue
  case unquotedValue
  /// In a value in quotes, of this kind of attribute.
  case value(TemplateAttribute)
  case comment
  /// `<!doctype …>`, `<?…>`, `<![endif]-->`.
  case declaration
  case script
  /// `<script type="application/ld+json">`.
  case jsonScript
  case style

  /// In the words of a fault.
  var words: String {
    switch self {
    case .text, .escapableText: "dans le texte"
    case .tagOpen, .tagName: "dans le nom d’une balise"
    case .insideTag: "dans une balise, entre les attributs"
    case .attributeName, .afterAttributeName: "dans le nom d’un attribut"
    case .beforeValue, .unquotedValue: "dans un attribut sans guillemets"
    case .value(.event): "dans un attribut « on… »"
    case .value(.style): "dans un attribut « style »"
    case .value(.document): "dans un attribut « srcdoc »"
    case .value: "dans un attribut"
    case .comment: "dans un commentaire"
    case .declaration: "dans une déclaration"
    case .script: "dans <script>"
    case .jsonScript: "dans <script> de type JSON"
    case .style: "dans <style>"
    }
  }
}

/// What the value of an attribute is.
enum TemplateAttribute: Equatable {
  case plain
  /// An address.
  case address
  /// Addresses with widths, with commas between them.
  case addresses
  /// The content of `<meta>`: an address behind `url=`.
  case content
  case style
  /// Runs as a script.
  case event
  /// A document of its own.
  case document

  init(_ name: UnsafeBufferPointer<UInt8>.SubSequence) {
    func isNamed(_ expected: StaticString) -> Bool { TemplateScanner.equal(name, expected) }
    // By how long the name is: each is compared with the few that are as long.
    switch name.count {
    case 3 where isNamed("src"): self = .address
    case 4 where isNamed("href") || isNamed("cite") || isNamed("data") || isNamed("ping"): self = .address
    case 5 where isNamed("style"): self = .style
    case 6 where isNamed("action") || isNamed("poster"): self = .address
    case 6 where isNamed("srcset"): self = .addresses
    case 6 where isNamed("srcdoc"): self = .document
    case 7 where isNamed("content"): self = .content
    case 8 where isNamed("manifest") || isNamed("longdesc"): self = .address
    case 10 where isNamed("formaction") || isNamed("background") || isNamed("xlink:href"): self = .address
    case 11 where isNamed("imagesrcset"): self = .addresses
    default: self = TemplateScanner.equal(name.prefix(2), "on") ? .event : .plain
    }
  }
}

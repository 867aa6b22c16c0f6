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
    let known = name.count < Self.byLength.count ? Self.byLength[name.count] : []
    self = known.first { TemplateScanner.equal(name, $0.name) }?.kind ?? .plain
    if self == .plain, TemplateScanner.equal(name.prefix(2), "on") { self = .event }
  }

  /// Those that are not plain by how long their names are: few are as long as a given one.
  private static let byLength = (0...(known.map(\.name.utf8CodeUnitCount).max() ?? 0)).map { length in
    known.filter { $0.name.utf8CodeUnitCount == length }
  }

  private static let known: [(name: StaticString, kind: TemplateAttribute)] = [
    ("href", .address), ("src", .address), ("content", .content), ("style", .style), ("srcset", .addresses),
    ("action", .address), ("formaction", .address), ("poster", .address), ("cite", .address), ("data", .address),
    ("background", .address), ("ping", .address), ("manifest", .address), ("longdesc", .address),
    ("xlink:href", .address), ("imagesrcset", .addresses), ("srcdoc", .document),
  ]
}

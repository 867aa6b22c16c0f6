import Text

/// Looks at the elements of a drawing one by one and refuses what is none of a drawing's business.
struct SVGInspector {
  /// The attributes of the outermost element.
  private(set) var root: [SVGScanner.Attribute]?

  private static let svg = "http://www.w3.org/2000/svg"

  /// What drawings are made of (SVG 2, without scripts, links, animation, HTML and media).
  private static let elements: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "metadata", "style", "view",
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image",
    "marker", "pattern", "mask", "clipPath", "linearGradient", "radialGradient", "meshgradient", "stop", "filter",
    "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
    "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR",
    "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight",
    "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
  ]
  /// What runs code, in whatever namespace.
  private static let scripts: Set<String> = ["script", "handler", "listener"]
  /// What never stands in a drawing, even under the name of another notation.
  private static let foreign: Set<String> = [
    "foreignobject", "iframe", "object", "embed", "html", "body", "link", "meta", "base", "form", "audio", "video",
    "canvas", "animate", "animatemotion", "animatetransform", "set", "a", "discard", "include",
  ]

  mutating func check(element name: String, _ attributes: [SVGScanner.Attribute]) throws(SVGFault) {
    let local = SVGScanner.localName(of: name)
    let folded = local.lowercased()
    if Self.scripts.contains(folded) { throw .script(local) }
    if Self.foreign.contains(folded) { throw .foreign(local) }
    if folded == "xmpmeta" { throw .metadata }
    // Editors keep notes under prefixes of their own; no browser shows them.
    let isDrawn = local == name || name.hasPrefix("svg:")
    if isDrawn, !Self.elements.contains(local) { throw .foreign(local) }
    for attribute in attributes { try check(attribute, of: name) }
    if root == nil {
      let binding = local == name ? "xmlns" : "xmlns:svg"
      guard local == "svg", isDrawn, attributes.contains(where: { $0.name == binding && $0.value == Self.svg }) else {
        throw .malformed
      }
      root = attributes
    }
  }

  private func check(_ attribute: SVGScanner.Attribute, of element: String) throws(SVGFault) {
    let local = SVGScanner.localName(of: attribute.name).lowercased()
    let value = attribute.value
    if attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:") {
      try Self.check(namespace: value, as: attribute.name)
      return
    }
    if local.hasPrefix("on") { throw .eventHandler(attribute.name) }
    if attribute.name.lowercased() == "xml:base" { throw .external(attribute.name, value) }
    switch local {
    case "href", "src":
      let address = value.filter { !$0.isWhitespace && $0 >= " " }
      if address.hasPrefix("#") || address.isEmpty { return }
      let isImage = ["image", "feImage"].contains(SVGScanner.localName(of: element))
      guard isImage, address.lowercased().hasPrefix("data:image/") else {
        if address.lowercased().hasPrefix("javascript:") { throw .script(attribute.name) }
        throw .external(element, String(value.prefix(80)))
      }
      try Self.check(embedded: address)
    case "style": try Self.check(style: value)
    default: try Self.check(addressesIn: value)
    }
  }

  /// Prefixes of notations that browsers act on are refused, as is another name for SVG's own.
  private static func check(namespace: String, as name: String) throws(SVGFault) {
    let known = [
      "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2001/xml-events",
    ]
    if known.contains(namespace) { throw .foreign(namespace) }
    if namespace.contains("ns.adobe.com/xap") || namespace == "adobe:ns:meta/" { throw .metadata }
    if namespace == svg, name != "xmlns", name != "xmlns:svg" { throw .foreign(name) }
    if namespace != svg, name == "xmlns" || name == "xmlns:svg" { throw .foreign(namespace) }
  }

  /// A picture within the drawing: of a known kind, still, and without metadata.
  private static func check(embedded address: String) throws(SVGFault) {
    guard let comma = address.firstIndex(of: ","), address[..<comma].lowercased().hasSuffix(";base64"),
      let bytes = Base64.decoded(address[address.index(after: comma)...].utf8), let header = ImageHeader(bytes),
      [.png, .jpeg, .gif, .webp].contains(header.format)
    else { throw .external("image", String(address.prefix(40))) }
    if header.hasMetadata { throw .metadata }
  }

  // MARK: Styles

  /// CSS, of a `style` element or attribute.
  static func check(style text: String) throws(SVGFault) {
    let folded = text.lowercased()
    // `\` writes letters by number: nothing that follows could be found.
    let refused = ["\\", "@import", "@charset", "image-set(", "expression(", "-moz-binding", "behavior", "javascript:"]
    for part in refused where folded.utf8.contains(part.utf8) { throw .style(part) }
    try check(addressesIn: text)
  }

  private static let spaces = Array(" \t\r\n\u{0C}".utf8)

  /// `url(…)` may name a part of this drawing only. Bytes are looked at: a sign that bears an accent is another character,
  /// and the same sign to a browser.
  private static func check(addressesIn value: String) throws(SVGFault) {
    let folded = value.lowercased()
    var rest = folded.utf8[...]
    if rest.contains("javascript:".utf8) { throw .script("javascript:") }
    while let range = rest.firstRange(of: "url".utf8) {
      rest = rest[range.upperBound...].drop { Self.spaces.contains($0) }
      guard rest.first == UInt8(ascii: "(") else { continue }
      let target = rest.dropFirst().drop {
        Self.spaces.contains($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
      }
      guard target.first != UInt8(ascii: "#") else { continue }
      throw .external("url", String(Substring(target.prefix { $0 != UInt8(ascii: ")") }).prefix(80)))
    }
    if value.utf8.contains(UInt8(ascii: "\\")), value.utf8.contains(UInt8(ascii: "(")) { throw .style("\\") }
  }
}

/// Why a drawing is not published.
package enum SVGFault: Error, Sendable, Hashable {
  /// Not well-formed XML, nested too deep, or no `svg` at its root: browsers would show nothing.
  case malformed
  /// More than ``SVGDrawing/largest`` bytes.
  case tooLarge
  /// Not UTF-8.
  case encoding
  /// A document type with declarations of its own, or entities.
  case entities
  /// A processing instruction other than the XML declaration.
  case instruction(String)
  /// `script` and what else runs code.
  case script(String)
  /// An attribute such as `onclick`.
  case eventHandler(String)
  /// An element that is not a part of a drawing: `foreignObject`, HTML, a link, an animation …
  case foreign(String)
  /// Something fetched from elsewhere: the element or attribute, and the address.
  case external(String, String)
  /// A style that could fetch something or hide it.
  case style(String)
  /// More to draw than a browser does at once, counting each thing as often as it is drawn.
  case tooMuch
  /// XMP, or a picture within it that has Exif and the like.
  case metadata
}

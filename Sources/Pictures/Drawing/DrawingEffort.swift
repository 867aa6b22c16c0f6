/// How much a browser has to draw for a drawing: elements count as often as they are drawn. A few lines that use each other
/// can stand for millions of elements (as in CVE-2019-20446), which depth does not show.
struct DrawingEffort {
  /// What may be drawn at most, in plain elements. A map of a whole town has some ten thousand.
  static let most = 50_000
  /// How deep elements may stand in one another, where what is referred to stands in what refers to it.
  private static let deepest = 300

  private struct Element {
    var kind: String
    var children: [Int] = []
    /// Names of the elements that it draws with.
    var references: [String] = []
  }

  private var elements: [Element] = []
  private var open: [Int] = []
  private var positions: [String: Int] = [:]

  /// What is drawn only where something refers to it.
  private static let hidden: Set<String> = [
    "defs", "symbol", "pattern", "mask", "clipPath", "marker", "filter", "linearGradient", "radialGradient",
    "meshgradient", "metadata", "title", "desc", "style",
  ]

  /// What an element costs beside a plain one: effects look at every point of what they change, some more than once.
  private static func weight(of kind: String) -> Int {
    switch kind {
    case "feTurbulence", "feConvolveMatrix", "feMorphology", "feDiffuseLighting", "feSpecularLighting": 500
    case _ where kind.hasPrefix("fe"): 100
    case "mask", "pattern", "image": 20
    case "linearGradient", "radialGradient", "stop": 0
    default: 1
    }
  }

  mutating func begin(_ name: String, _ attributes: [SVGScanner.Attribute], isEmpty: Bool) {
    var element = Element(kind: SVGScanner.localName(of: name))
    for attribute in attributes {
      switch SVGScanner.localName(of: attribute.name) {
      case "id": if positions[attribute.value] == nil { positions[attribute.value] = elements.count }
      case "href":
        let address = attribute.value.drop { $0.isWhitespace }
        if address.hasPrefix("#") { element.references.append(String(address.dropFirst())) }
      default: element.references += Self.references(in: attribute.value)
      }
    }
    if let parent = open.last { elements[parent].children.append(elements.count) }
    if !isEmpty { open.append(elements.count) }
    elements.append(element)
  }

  mutating func end() { _ = open.popLast() }

  /// All that is drawn; ``most`` + 1 where it is more. `style` are the rules of the drawing: each may hold for every element.
  func total(style: String) -> Int {
    guard elements.count <= Self.most, !elements.isEmpty else { return elements.isEmpty ? 0 : Self.most + 1 }
    var counter = Counter(effort: self)
    let drawn = counter.drawn(0, depth: 0)
    let ruled = Self.references(in: style).reduce(0) { Self.sum($0, counter.referred($1, depth: 0)) }
    return Self.sum(drawn, Self.product(ruled, elements.count))
  }

  /// The names in `url(#name)`.
  private static func references(in text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return [] }
    return text.ranges(of: "(").compactMap { range in
      let target = text[range.upperBound...].drop { $0.isWhitespace || $0 == "'" || $0 == "\"" }
      guard target.first == "#" else { return nil }
      return String(target.dropFirst().prefix { !$0.isWhitespace && !"'\")".contains($0) })
    }
  }

  private static func sum(_ a: Int, _ b: Int) -> Int { min(most + 1, a + b) }

  private static func product(_ a: Int, _ b: Int) -> Int {
    a == 0 || b == 0 ? 0 : a > most / b ? most + 1 : a * b
  }

  /// Counts each element once, however often it is referred to.
  private struct Counter {
    let effort: DrawingEffort
    private var known: [Int: Int] = [:]

    init(effort: DrawingEffort) { self.effort = effort }

    /// What an element costs where it stands.
    mutating func drawn(_ position: Int, depth: Int) -> Int {
      DrawingEffort.hidden.contains(effort.elements[position].kind) ? 0 : content(position, depth: depth)
    }

    mutating func referred(_ name: String, depth: Int) -> Int {
      guard let position = effort.positions[name] else { return 0 }
      return content(position, depth: depth + 1)
    }

    private mutating func content(_ position: Int, depth: Int) -> Int {
      if let cost = known[position] { return cost }
      // No drawing is that deep, but one that leads back to itself.
      guard depth <= DrawingEffort.deepest else { return DrawingEffort.most + 1 }
      let element = effort.elements[position]
      var cost = DrawingEffort.weight(of: element.kind)
      for child in element.children { cost = DrawingEffort.sum(cost, drawn(child, depth: depth + 1)) }
      for name in element.references { cost = DrawingEffort.sum(cost, referred(name, depth: depth)) }
      known[position] = cost
      return cost
    }
  }
}

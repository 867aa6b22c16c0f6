/// How much a browser has to draw for a drawing: elements count as often as they are drawn. A few lines that use each other
/// can stand for millions of elements (as in CVE-2019-20446), which depth does not show.
struct DrawingEffort {
  /// What may be drawn at most, in plain elements. A map of a whole town has some ten thousand.
  static let most = 50_000
  /// How deep elements may stand in one another, where what is referred to stands in what refers to it.
  private static let deepest = 300
  /// How many points of shapes, and how many letters, take as long as a plain element.
  private static let pointsOfElement = 100
  private static let lettersOfElement = 20

  private struct Element {
    var kind: String
    var id: String?
    var classes: String?
    var points = 0
    var letters = 0
    var children: [Int] = []
    var effects = DrawingEffects()
  }

  private var elements: [Element] = []
  private var open: [Int] = []
  private var positions: [String: Int] = [:]

  /// What is drawn only where something refers to it.
  private static let hidden: Set<String> = [
    "defs", "symbol", "pattern", "mask", "clipPath", "marker", "filter", "linearGradient", "radialGradient",
    "meshgradient", "metadata", "title", "desc", "style",
  ]
  /// What no effect can be put on.
  private static let plain: Set<String> = [
    "linearGradient", "radialGradient", "meshgradient", "stop", "metadata", "title", "desc", "style",
  ]
  private static let groups: Set<String> = ["svg", "g", "use", "switch"]

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
      let value = DrawingEffects.plain(attribute.value)
      switch SVGScanner.localName(of: attribute.name) {
      case "id":
        element.id = value
        if positions[value] == nil { positions[value] = elements.count }
      case "class": element.classes = value
      case "d", "points": element.points += DrawingEffects.points(in: value)
      case "href":
        let address = value.drop { $0.isWhitespace }
        if address.hasPrefix("#") { element.effects.once.append(String(address.dropFirst())) }
      case "style": element.effects += DrawingEffects(declarations: value)
      case let property:
        element.effects += DrawingEffects(property: property.lowercased(), value: value)
      }
    }
    if let parent = open.last { elements[parent].children.append(elements.count) }
    if !isEmpty { open.append(elements.count) }
    elements.append(element)
  }

  mutating func text(_ text: String) {
    if let element = open.last { elements[element].letters += text.utf8.count }
  }

  mutating func end() { _ = open.popLast() }

  /// All that is drawn; ``most`` + 1 where it is more. `style` are the rules of the drawing.
  func total(style: String) -> Int {
    guard elements.count <= Self.most, !elements.isEmpty else { return elements.isEmpty ? 0 : Self.most + 1 }
    var counter = Counter(effort: self, rules: DrawingRules(DrawingEffects.plain(style)))
    return counter.drawn(0, depth: 0).cost
  }

  private static func sum(_ a: Int, _ b: Int) -> Int { min(most + 1, a + b) }

  private static func product(_ a: Int, _ b: Int) -> Int {
    a == 0 || b == 0 ? 0 : a > most / b ? most + 1 : a * b
  }

  /// What is drawn where an element stands.
  private struct Amount {
    var cost = 0
    /// How many shapes there are, and points of shapes, on each of which effects may be put.
    var shapes = 0
    var points = 0

    static func += (amount: inout Amount, more: Amount) {
      amount.cost = DrawingEffort.sum(amount.cost, more.cost)
      amount.shapes = DrawingEffort.sum(amount.shapes, more.shapes)
      amount.points = DrawingEffort.sum(amount.points, more.points)
    }
  }

  /// Counts each element once, however often it is referred to.
  private struct Counter {
    let effort: DrawingEffort
    let rules: DrawingRules
    private var known: [Int: Amount] = [:]

    init(effort: DrawingEffort, rules: DrawingRules) { (self.effort, self.rules) = (effort, rules) }

    /// What an element costs where it stands.
    mutating func drawn(_ position: Int, depth: Int) -> Amount {
      DrawingEffort.hidden.contains(effort.elements[position].kind) ? Amount() : content(position, depth: depth)
    }

    private mutating func referred(_ name: String, depth: Int) -> Amount {
      guard let position = effort.positions[name] else { return Amount() }
      return content(position, depth: depth + 1)
    }

    private mutating func content(_ position: Int, depth: Int) -> Amount {
      if let amount = known[position] { return amount }
      // No drawing is that deep, but one that leads back to itself.
      guard depth <= DrawingEffort.deepest else { return Amount(cost: DrawingEffort.most + 1) }
      let element = effort.elements[position]
      var effects = element.effects
      if !DrawingEffort.plain.contains(element.kind), !element.kind.hasPrefix("fe") {
        effects += rules.effects(name: element.kind, id: element.id, classes: element.classes)
      }
      let points = element.points + effects.points
      var amount = Amount(
        cost: DrawingEffort.weight(of: element.kind) + points / DrawingEffort.pointsOfElement
          + element.letters / DrawingEffort.lettersOfElement + 100 * effects.filters,
        // Lines have ends; what is drawn otherwise has no point that a marker could stand at.
        shapes: DrawingEffort.groups.contains(element.kind) ? 0 : 1,
        points: element.kind == "line" ? 2 : points)
      if effects.isUnbounded { amount.cost = DrawingEffort.most + 1 }
      for child in element.children { amount += drawn(child, depth: depth + 1) }
      for name in effects.once {
        var used = referred(name, depth: depth)
        if element.kind != "use" { (used.shapes, used.points) = (0, 0) }
        amount += used
      }
      for (names, count) in [(effects.perShape, max(amount.shapes, 1)), (effects.perPoint, amount.points)] {
        for name in names {
          let cost = DrawingEffort.product(referred(name, depth: depth).cost, count)
          amount.cost = DrawingEffort.sum(amount.cost, cost)
        }
      }
      known[position] = amount
      return amount
    }
  }
}

/// The rules in the styles of a drawing, as far as what they make a browser draw (CSS Syntax 3, Selectors 4). A rule is taken
/// to hold for no fewer elements than it does: of a selector, one name, class or identifier of its last part is looked at.
struct DrawingRules {
  private enum Selector: Hashable {
    case name(String), classed(String), identified(String), any
  }

  private var effects: [Selector: DrawingEffects] = [:]

  /// - Parameter style: all of them, one after the other, in ASCII.
  init(_ style: String) {
    // Nothing in them draws anything: most drawings.
    guard style.contains("(") || style.contains("inherit") else { return }
    guard let text = Self.plain(style) else {
      effects[.any] = DrawingEffects(declarations: style.split { "{}".contains($0) }.joined(separator: ";"))
      return
    }
    var open: [[Selector]] = []
    var rest = text[...]
    while let end = rest.firstIndex(where: { "{};".contains($0) }) {
      let words = rest[..<end]
      if rest[end] == "{" {
        open.append(Self.selectors(words))
      } else {
        let found = DrawingEffects(declarations: words)
        if found != DrawingEffects() { for one in open.last ?? [.any] { effects[one, default: .init()] += found } }
        if rest[end] == "}" { _ = open.popLast() }
      }
      rest = rest[rest.index(after: end)...]
    }
  }

  /// What the rules say of an element.
  ///
  /// - Parameters:
  ///   - classes: as its attribute has them.
  func effects(name: String, id: String?, classes: String?) -> DrawingEffects {
    if effects.isEmpty { return DrawingEffects() }
    var selectors: Set<Selector> = [.any, .name(name.lowercased())]
    if let id { selectors.insert(.identified(id.lowercased())) }
    for one in classes?.split(whereSeparator: \.isWhitespace) ?? [] { selectors.insert(.classed(one.lowercased())) }
    return selectors.reduce(into: DrawingEffects()) { result, selector in
      if let found = effects[selector] { result += found }
    }
  }

  /// The styles without remarks; `nil` where a text in quotes holds what would be read as the structure around it.
  private static func plain(_ style: String) -> String? {
    var result = ""
    var quote: Character?
    var rest = style[...]
    while let character = rest.first {
      if quote == nil, rest.hasPrefix("/*") {
        rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
        result.append(" ")
        continue
      }
      if let open = quote {
        if "{};".contains(character) || character.isNewline || rest.hasPrefix("/*") { return nil }
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      }
      result.append(character)
      rest = rest.dropFirst()
    }
    return quote == nil ? result + ";" : nil
  }

  private static func selectors(_ text: Substring) -> [Selector] {
    // A condition around rules is as if it always held; what says more than a name may hold for anything.
    guard !text.contains(where: { "@*&:[]()|\"'".contains($0) }) else { return [.any] }
    return text.split(separator: ",").map { selector in
      guard let last = selector.split(whereSeparator: { $0.isWhitespace || ">+~".contains($0) }).last else {
        return .any
      }
      let folded = last.lowercased()
      guard let sign = folded.firstIndex(where: { ".#".contains($0) }) else { return .name(folded) }
      let word = folded[folded.index(after: sign)...].prefix { !".#".contains($0) }
      return folded[sign] == "." ? .classed(String(word)) : .identified(String(word))
    }
  }
}

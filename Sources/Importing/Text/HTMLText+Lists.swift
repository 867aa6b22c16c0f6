import Markup

extension HTMLText {
  mutating func addList(_ element: MarkupElement) {
    if state.isInline { return visitBlock(element.children) }
    flush()
    var items: [ListItem] = []
    for child in element.children {
      switch child {
      case .element(let item) where notes.contains(item): continue
      case .element(let item) where item.name == "li":
        let (isChecked, nodes) = Self.task(item)
        let blocks = blocks(of: nodes) { $0.style = InlineRun.Style() }
        if !blocks.isEmpty { items.append(ListItem(isChecked: isChecked, blocks: blocks)) }
      default:
        // A list that stands in another without an item of its own belongs to the item before it.
        let blocks = blocks(of: [child]) { $0.style = InlineRun.Style() }
        if blocks.isEmpty { continue }
        // What a block of WordPress says in a comment is one.
        let isItem = if case .comment = child { true } else { items.isEmpty }
        if isItem { items.append(ListItem(blocks: blocks)) } else { items[items.count - 1].blocks += blocks }
      }
    }
    guard !items.isEmpty else { return }
    let start = element.name == "ol" ? min(max(Int(element.attribute("start") ?? "") ?? 1, 0), 99_999_999) : nil
    add(.list(Self.list(start: start, items)))
  }

  /// Items of one paragraph, with lists below it or not, stand close together.
  static func list(start: Int?, _ items: [ListItem]) -> List {
    let isTight = items.allSatisfy { item in
      item.blocks.enumerated().allSatisfy { index, block in
        switch block {
        case .paragraph: index == 0
        case .list: true
        default: false
        }
      }
    }
    return List(start: start, isTight: isTight, items: items)
  }

  /// Whether an item begins with a box to tick, and the rest of it.
  private static func task(_ item: MarkupElement) -> (isChecked: Bool?, rest: [MarkupNode]) {
    var children = item.children
    while case .text(let text)? = children.first, text.allSatisfy(\.isWhitespace) { children.removeFirst() }
    guard case .element(var first)? = children.first else { return (nil, item.children) }
    if first.name == "input", first.attribute("type")?.lowercased() == "checkbox" {
      return (first.attributes["checked"] != nil, Array(children.dropFirst()))
    }
    if first.name == "label" || first.name == "p" {
      let (isChecked, rest) = task(first)
      guard let isChecked else { return (nil, item.children) }
      first.children = rest
      return (isChecked, [.element(first)] + children.dropFirst())
    }
    return (nil, item.children)
  }

  /// Terms with what they mean: « **Terme** : ce qu’il veut dire ».
  mutating func addDefinitions(_ element: MarkupElement) {
    if state.isInline { return visitBlock(element.children) }
    flush()
    var terms: [[Inline]] = []
    func strong(_ content: [Inline]) -> Inline {
      .strong(content.flatMap { if case .strong(let inner) = $0 { inner } else { [$0] } })
    }
    for item in element.allBelow(where: { $0.name == "dt" || $0.name == "dd" }) where !notes.contains(item) {
      if item.name == "dt" {
        let term = inlines(of: item.children, style: InlineRun.Style())
        if !term.isEmpty { terms.append(term) }
        continue
      }
      var meaning = blocks(of: item.children) { $0.style = InlineRun.Style() }
      let head = terms.enumerated().flatMap { index, term in (index > 0 ? [.text(", ")] : []) + [strong(term)] }
      terms = []
      if !head.isEmpty {
        if case .paragraph(let words)? = meaning.first {
          meaning[0] = .paragraph(Self.joined(head + [.text(" : ")], words))
        } else {
          meaning.insert(.paragraph(head), at: 0)
        }
      }
      meaning.forEach { add($0) }
    }
    for term in terms { add(.paragraph([strong(term)])) }
  }

  /// Texts that touch are one.
  static func joined(_ first: [Inline], _ second: [Inline]) -> [Inline] {
    guard case .text(let before)? = first.last, case .text(let after)? = second.first else { return first + second }
    return first.dropLast() + [.text(before + after)] + second.dropFirst()
  }
}

import Markup

extension HTMLText {
  /// The notes at the foot of a text in HTML, while it is gone through: a mark is a link to a piece of the text, and that
  /// piece becomes a note of ours, in whatever way the program that wrote it built both.
  struct Notes {
    /// All of the text, to look for notes in.
    var nodes: [MarkupNode] = []
    /// By what they are called there; where a note is found its piece is no part of the text any more.
    fileprivate(set) var numbers: [String: Int] = [:]
    /// Whether a note is at hand: there are none in notes.
    fileprivate var isInside = false

    /// Whether a piece of the text is a note that was referred to.
    func contains(_ element: MarkupElement) -> Bool { !numbers.isEmpty && identity(of: element) != nil }

    private func identity(of element: MarkupElement) -> String? {
      guard Self.boxes.contains(element.name) else { return nil }
      return [element.attribute("id"), element.leadingAnchor].compactMap { $0 }.first { numbers[$0] != nil }
    }

    fileprivate static let boxes: Set<String> = ["li", "p", "div", "dd", "aside", "section"]
  }

  /// Puts the mark of a note where `element` is one and its note is found.
  ///
  /// - Returns: whether it was.
  mutating func addNoteMark(_ element: MarkupElement) -> Bool {
    guard !notes.isInside, let name = Self.noteName(of: element) else { return false }
    if notes.numbers[name] == nil {
      guard let content = content(ofNote: name, element.text) else { return false }
      let number = options.notesBefore + footnotes.count + 1
      notes.numbers[name] = number
      footnotes.append(Footnote(number: number, references: 0, blocks: []))
      let outer = (flow, state)
      (state, notes.isInside) = (State(), true)
      let blocks = blocks(of: content)
      (notes.isInside, (flow, state)) = (false, outer)
      footnotes[footnotes.count - 1].blocks = blocks.isEmpty ? [.paragraph([.text("…")])] : blocks
    }
    flow.run.add(.footnoteReference(number: notes.numbers[name] ?? 1, occurrence: 1), InlineRun.Style())
    return true
  }

  /// What the note is called that a mark leads to; `nil` where `element` is no mark: raised, or a link that notes alone have.
  private static func noteName(of element: MarkupElement) -> String? {
    if element.name == "sup", let name = element.attribute("data-fn") { return name }
    let link: MarkupElement
    switch element.name {
    case "sup", "span":
      guard let inner = element.elements.first, inner.name == "a", element.elements.count == 1,
        inner.text.withoutBrackets == element.text.withoutBrackets
      else { return nil }
      link = inner
    case "a": link = element
    default: return nil
    }
    guard let address = link.attribute("href"), address.hasPrefix("#"), address.count > 1,
      link.text.utf8.count <= longestMark
    else { return nil }
    let name = String(address.dropFirst())
    let isMark =
      element.name == "sup" || element.elements.map(\.name) == ["sup"]
      // SPIP's appendix stands between brackets.
      || link.classes.contains { $0.contains("footnote") } || link.attribute("rel") == "appendix"
      || ["_ftn", "_edn", "sdfootnote", "sdendnote"].contains { name.hasPrefix($0) && !name.hasPrefix($0 + "ref") }
        && !name.hasSuffix("anc")
    return isMark ? name : nil
  }

  /// Bytes of a mark, and of a note, at most: a link may also lead to a part of the text.
  private static let (longestMark, longestNote) = (16, 6000)

  /// What a note holds, without its mark and what leads back; `nil` where it is not found.
  private func content(ofNote name: String, _ mark: String) -> [MarkupNode]? {
    if let html = options.notes[name] { return HTMLReader.fragment(html).nodes }
    guard let box = notes.nodes.innermostBox(named: name), box.text.utf8.count <= Self.longestNote else { return nil }
    return box.children.withoutReturns(mark.withoutBrackets, isStart: true).nodes
  }

  /// The notes that the text still refers to, in the order in which it does.
  static func settlingNotes(in document: Document) -> Document {
    guard !document.footnotes.isEmpty else { return document }
    var numbers: [Int: Int] = [:]
    var result = document.rewriting(
      blocks: { _ in nil },
      inlines: { inline in
        guard case .footnoteReference(let number, let occurrence) = inline else { return nil }
        numbers[number] = numbers[number] ?? numbers.count + 1
        return [.footnoteReference(number: numbers[number] ?? 1, occurrence: occurrence)]
      })
    result.footnotes = result.footnotes.compactMap { note in
      numbers[note.number].map { Footnote(number: $0, label: note.label, references: 1, blocks: note.blocks) }
    }.sorted { $0.number < $1.number }
    return result.untangled()
  }
}

extension Document {
  /// Without the headings and lines that nothing stands below: what stood above the notes says nothing without them.
  mutating func removeEmptyEnd() {
    while let last = blocks.last {
      switch last {
      case .heading, .thematicBreak: blocks.removeLast()
      default: return
      }
    }
  }
}

extension MarkupElement {
  /// The name of the anchor that it begins with.
  fileprivate var leadingAnchor: String? {
    for node in children {
      switch node {
      case .comment: continue
      case .text(let text): if !text.allSatisfy(\.isWhitespace) { return nil }
      case .element(let element):
        if element.name == "a" { return element.attribute("id") ?? element.attribute("name") }
        return ["sup", "span", "b", "strong", "em", "p"].contains(element.name) ? element.leadingAnchor : nil
      }
    }
    return nil
  }

  /// Whether it leads from a note back to its mark.
  fileprivate func leadsBack(isStart: Bool) -> Bool {
    guard name == "a" else { return false }
    guard attribute("href")?.hasPrefix("#") == true else { return isStart && children.isEmpty }
    // Each may have a sign behind it that says how it is drawn.
    let signs: Set<Unicode.Scalar> = ["↩", "↑", "^", "⤴", "⬆", "↵", "⏎", "←", "\u{FE0E}", "\u{FE0F}"]
    return isStart || text.unicodeScalars.allSatisfy { signs.contains($0) || $0.properties.isWhitespace }
      || classes.contains { $0.contains("backref") || $0.contains("back-link") || $0.contains("backlink") }
  }
}

extension MarkupElement {
  /// Whether all of it is the mark of a note that leads back, with brackets around it.
  fileprivate func holdsReturn(with mark: String) -> Bool {
    guard ["span", "sup"].contains(name), elements.count == 1, let link = elements.first else { return false }
    return link.leadsBack(isStart: true) && !mark.isEmpty && text.withoutBrackets == mark
  }
}

extension [MarkupNode] {
  /// The smallest box of a note that has, or begins with an anchor of, this name.
  fileprivate func innermostBox(named name: String) -> MarkupElement? {
    for case .element(let element) in self {
      if let inner = element.children.innermostBox(named: name) { return inner }
      guard HTMLText.Notes.boxes.contains(element.name) else { continue }
      if element.attribute("id") == name || element.leadingAnchor == name { return element }
    }
    return nil
  }

  /// Without what leads back, and without the mark that stands before the words of a note.
  fileprivate func withoutReturns(_ mark: String, isStart: Bool) -> (nodes: [MarkupNode], isStart: Bool) {
    var isStart = isStart
    let nodes = compactMap { node -> MarkupNode? in
      switch node {
      case .comment: return node
      case .text(let text):
        guard isStart else { return node }
        // « 1. », « [1] », and « ) » behind a mark that was a link.
        var words = text.drop { $0.isWhitespace || "[(".contains($0) }
        if words.hasPrefix(mark), words.dropFirst(mark.count).first.map({ !$0.isLetter && !$0.isNumber }) ?? true {
          words = words.dropFirst(mark.count)
        } else {
          words = text.drop(while: \.isWhitespace)
        }
        words = words.drop { $0.isWhitespace || ".)]:".contains($0) }
        isStart = words.isEmpty
        return .text(String(words))
      case .element(var element):
        if element.leadsBack(isStart: isStart) || isStart && element.holdsReturn(with: mark) { return nil }
        let holdsReturn = element.firstBelow { $0.name == "a" } != nil
        (element.children, isStart) = element.children.withoutReturns(mark, isStart: isStart)
        // « [↩] », raised: nothing is left of it.
        if holdsReturn, element.name == "sup", element.text.allSatisfy({ !$0.isLetter && !$0.isNumber }) { return nil }
        return .element(element)
      }
    }
    return (nodes, isStart)
  }
}

extension String {
  /// The mark of a note alone: `[1]` and ` 1 ` are `1`.
  fileprivate var withoutBrackets: String { filter { !"[]()".contains($0) && !$0.isWhitespace } }
}

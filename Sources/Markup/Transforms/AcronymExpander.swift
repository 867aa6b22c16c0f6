import Text

/// Marks acronyms in a text, in its order.
struct AcronymExpander {
  private let longForms: [String: String]
  private var known: Set<String>
  /// The acronyms by their first byte: few bytes of a text are one of these.
  private let byFirstByte: [[[UInt8]]]
  /// Whether there are any, for each byte.
  private let isFirstByte: [Bool]

  init(_ longForms: [String: String], known: Set<String>) {
    self.longForms = longForms.filter { !$0.key.isEmpty && !$0.value.isEmpty }
    self.known = known
    var byFirstByte = [[[UInt8]]](repeating: [], count: 256)
    for acronym in self.longForms.keys.map({ Array($0.utf8) }) { byFirstByte[Int(acronym[0])].append(acronym) }
    self.byFirstByte = byFirstByte
    isFirstByte = byFirstByte.map { !$0.isEmpty }
  }

  /// Whether `document` holds an acronym, or may: most texts hold none, and need not be made anew.
  func mayConcern(_ document: Document) -> Bool {
    var isConcerned = false
    document.visit(
      blocks: { _ in },
      inlines: { inline in
        if !isConcerned, case .text(let text) = inline { isConcerned = mayHoldAcronym(text) }
      })
    return isConcerned
  }

  mutating func expanded(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      switch block {
      case .paragraph(let content): return .paragraph(expanded(content))
      case .quote(let blocks): return .quote(expanded(blocks))
      case .list(var list):
        for index in list.items.indices { list.items[index].blocks = expanded(list.items[index].blocks) }
        return .list(list)
      case .table(var table):
        for row in table.rows.indices {
          for cell in table.rows[row].indices { table.rows[row][cell] = expanded(table.rows[row][cell]) }
        }
        return .table(table)
      case .heading, .code, .thematicBreak, .rawHTML, .figure, .gallery: return block
      }
    }
  }

  private mutating func expanded(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      switch inline {
      case .text(let text): result += expanded(text)
      case .emphasis(let content): result.append(.emphasis(expanded(content)))
      case .strong(let content): result.append(.strong(expanded(content)))
      case .strikethrough(let content): result.append(.strikethrough(expanded(content)))
      case .softBreak, .lineBreak, .code, .link, .image, .abbreviation, .rawHTML, .footnoteReference:
        result.append(inline)
      }
    }
    return result
  }

  private mutating func expanded(_ text: String) -> [Inline] {
    guard mayHoldAcronym(text) else { return [.text(text)] }
    var result: [Inline] = []
    var rest = text[...]
    var plain = ""
    while let word = nextWord(in: rest) {
      plain += rest[..<word.startIndex]
      let after = rest[word.endIndex...]
      let acronym = String(word)
      rest = after
      guard let longForm = longForms[acronym] else {
        plain += word
        continue
      }
      let isFirst = known.insert(acronym).inserted
      let isSaid =
        Self.holds(after.prefix(longForm.count + 4), longForm) || Self.holds(plain.suffix(longForm.count + 4), longForm)
      if !plain.isEmpty { result.append(.text(plain)) }
      result.append(.abbreviation(acronym, title: longForm))
      plain = isFirst && !isSaid ? " (\(longForm))" : ""
    }
    plain += rest
    if !plain.isEmpty { result.append(.text(plain)) }
    return result
  }

  /// Whether one of the acronyms stands in `text` and no ASCII letter or digit at either side of it. What is no ASCII is
  /// left to who looks closer.
  private func mayHoldAcronym(_ text: String) -> Bool {
    text.withBytes { bytes in
      for index in 0..<bytes.count where isFirstByte[Int(bytes[index])] {
        if index > 0, Self.isWordPart(ascii: bytes[index - 1]) { continue }
        for acronym in byFirstByte[Int(bytes[index])] where bytes[index...].starts(with: acronym) {
          let end = index + acronym.count
          if end == bytes.count || !Self.isWordPart(ascii: bytes[end]) { return true }
        }
      }
      return false
    }
  }

  /// The next run of letters and digits that may be an acronym: what stands alone between other signs.
  private func nextWord(in text: Substring) -> Substring? {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: Self.isWordPart) else { return nil }
    let end = scalars[start...].firstIndex { !Self.isWordPart($0) } ?? scalars.endIndex
    return text[start..<end]
  }

  /// Scalars rather than characters: those must be looked up in tables, and this runs over every text.
  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    case "\u{0}"..."\u{BF}": false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.isDiacritic
    }
  }

  private static func isWordPart(ascii byte: UInt8) -> Bool { byte < 0x80 && isWordPart(Unicode.Scalar(byte)) }

  private static func holds(_ text: some StringProtocol, _ longForm: String) -> Bool {
    Folding.folded(String(text)).contains(Folding.folded(longForm))
  }
}

extension Document {
  /// The document with each acronym of `longForms` given in full where it first stands in running text: « PADIE (Programme
  /// d’actions …) », the acronym marked as an abbreviation; later ones are marked alone. Where the text itself gives the
  /// long form right behind it or right before it, nothing is added. Links, headings and code stay as they are.
  ///
  /// `known` are acronyms that were given in full before on the same page.
  package func expandingAcronyms(_ longForms: [String: String], known: Set<String> = []) -> Document {
    guard !longForms.isEmpty else { return self }
    var expander = AcronymExpander(longForms, known: known)
    guard expander.mayConcern(self) else { return self }
    var result = self
    result.blocks = expander.expanded(blocks)
    for index in footnotes.indices { result.footnotes[index].blocks = expander.expanded(footnotes[index].blocks) }
    return result
  }
}

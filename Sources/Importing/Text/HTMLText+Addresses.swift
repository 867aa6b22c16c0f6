import Markup
import Text

// Addresses of the old site that readers see. The reader makes links of those that stand in a text as they are: they would
// lead to where nothing is any more.
extension HTMLText {
  /// Adds text of which nothing is a mark, with a link for each address in it that leads elsewhere from now on.
  mutating func addWords(_ text: String) {
    var rest = text[...]
    if state.style.link == nil {
      for address in BareAddress.all(in: text) {
        guard let moved = options.moved(String(text[address])) else { continue }
        flow.run.add(String(rest[..<address.lowerBound]), state.style)
        nextLink += 1
        var style = state.style
        style.link = InlineRun.Target(address: MarkdownAddress.written(moved.address), number: nextLink)
        flow.run.add(moved.words, style)
        rest = text[address.upperBound...]
      }
    }
    flow.run.add(String(rest), state.style)
  }

  /// What a link shows from now on whose words are the address that it had; `nil` where they are others, or it still has it.
  func words(of text: String, leadingFrom address: String, to target: String) -> String? {
    guard !target.holds("://"), BareAddress.isShown(text.collapsingWhitespace, of: address) else { return nil }
    return options.moved(address)?.words
  }
}

/// Addresses as they stand in running text, without notation.
enum BareAddress {
  /// Where they stand, in order: from the beginning of a word to the next space, without the signs of the sentence at the end
  /// (GFM 6.9).
  static func all(in text: String) -> [Range<String.Index>] {
    guard text.holds("://") || text.holds("www.") else { return [] }
    var found: [Range<String.Index>] = []
    var index = text.startIndex
    var before: Character?
    while index < text.endIndex {
      let rest = text[index...]
      let isStart = before.map { !$0.isLetter && !$0.isNumber } ?? true
      guard isStart, MarkdownAddress.beginsBare(rest) else {
        before = rest.first
        index = text.index(after: index)
        continue
      }
      let address = trimmed(rest.prefix { !$0.isWhitespace && !"<>\"«»“”".contains($0) })
      found.append(address.startIndex..<address.endIndex)
      before = address.last
      index = address.endIndex
    }
    return found
  }

  private static func trimmed(_ address: Substring) -> Substring {
    var address = address
    while let last = address.last, address.count > 1 {
      let isOpen = last == ")" && address.count { $0 == ")" } > address.count { $0 == "(" }
      guard isOpen || "?!.,:;*_~'…’]".contains(last) else { break }
      address.removeLast()
    }
    return address
  }

  /// Whether `text` is what readers are shown of `address` where nothing else is said.
  static func isShown(_ text: String, of address: String) -> Bool {
    guard text.holds("."), !text.holds(" ") else { return false }
    return plain(text) == plain(address)
  }

  /// Without its scheme and a slash at its end.
  static func plain(_ address: String) -> Substring {
    let rest = WebScheme(of: address)?.rest(of: address) ?? address[...]
    return rest.last == "/" ? rest.dropLast() : rest
  }
}

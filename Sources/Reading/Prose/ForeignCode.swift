import Text

/// Notation of other programs in a running text: comments, which would show what is not meant to be read, and what those
/// programs would have put something else in the place of.
package struct ForeignCode {
  enum Kind {
    case comment
    case instruction
    case attributes
  }

  let kind: Kind
  /// How it begins, as it is written.
  let sign: String
  /// How it ends.
  let closing: String

  /// By how they begin; of those that begin alike the longer first. Two braces alone are none: providers of letters have
  /// them, and texts come out of every provider as they were written.
  private static let signs: [(kind: Kind, open: String, close: String)] = [
    (.comment, "{{/*", "}}"), (.comment, "{{!--", "}}"), (.comment, "{{</*", "}}"), (.instruction, "{{<", "}}"),
    (.instruction, "{{%", "}}"), (.comment, "{%- comment", "%}"),
    (.comment, "{% comment", "%}"), (.instruction, "{%", "%}"), (.comment, "{#", "#}"), (.comment, "{::comment", "}"),
    (.comment, "{:/comment", "}"), (.attributes, "{::", "}"), (.attributes, "{:", "}"), (.attributes, "{.", "}"),
    (.comment, "{>>", "<<}"), (.comment, "{--", "--}"), (.comment, "%%", "%%"),
  ]

  /// What there is of it in a line, in order.
  ///
  /// - Parameter bytes: those of `line`.
  static func all(in line: String, _ bytes: BytesPresent) -> [ForeignCode] {
    // What all of it begins with.
    guard bytes.holdsAny(of: "{[%") else { return [] }
    var found: [ForeignCode] = []
    var rest = line[...]
    var isStart = true
    while !rest.isEmpty {
      if let code = code(at: rest, isStart: isStart) {
        found.append(code)
        let behind = rest.dropFirst(code.sign.count)
        rest = behind.range(of: code.closing).map { behind[$0.upperBound...] } ?? ""
      } else {
        isStart = isStart && rest.first?.isWhitespace == true
        rest = rest.dropFirst()
        continue
      }
      isStart = false
    }
    return found
  }

  /// - Parameter isStart: whether nothing stands before it on its line.
  private static func code(at rest: Substring, isStart: Bool) -> ForeignCode? {
    switch rest.first {
    case "{", "%":
      guard let sign = signs.first(where: { rest.hasPrefix($0.open) }) else { return nil }
      let behind = rest.dropFirst(sign.open.count)
      let inner = behind.range(of: sign.close).map { behind[..<$0.lowerBound] }
      // What goes on below begins a line, but for comments that nothing else looks like.
      let isUnmistakable = sign.kind == .comment && sign.open.count > 2
      guard isUnmistakable || (inner.map { $0.contains { !$0.isWhitespace } } ?? isStart) else { return nil }
      if sign.kind == .attributes, sign.open == "{.", inner?.first?.isLetter != true { return nil }
      return ForeignCode(kind: sign.kind, sign: sign.open, closing: sign.close)
    case "[":
      guard let shortcode = Shortcode(at: rest) else { return nil }
      return ForeignCode(
        kind: .instruction, sign: (shortcode.isClosing ? "[/" : "[") + shortcode.name, closing: "]")
    default: return nil
    }
  }
}

extension ForeignCode {
  /// An instruction to WordPress: `[gallery ids="1,2"]`, `[/caption]`.
  package struct Shortcode {
    package let name: String
    package let isClosing: Bool
    /// What stands between the name and the bracket.
    package let attributes: Substring
    /// All of it.
    package let text: Substring

    /// Those that WordPress and its plug-ins write, whatever follows their name.
    private static let known: Set<Substring> = [
      "audio", "caption", "contact-form", "contact-form-7", "embed", "gallery", "playlist", "video", "wpforms",
      "youtube",
    ]

    /// Those that may have an address alone behind them: `[googlemaps https://…]`, `[youtube=https://…]`.
    private static let players: Set<Substring> = [
      "dailymotion", "facebook", "googlemaps", "instagram", "slideshare", "soundcloud", "spotify", "tweet", "vimeo",
      "youtube",
    ]

    /// Those that may have the name of a film alone behind them: `[youtube aB3-d_e]`, `[vimeo id=12345]`.
    private static let films: Set<Substring> = ["dailymotion", "vimeo", "youtube"]

    private static func isFilm(_ text: Substring) -> Bool {
      let name = text.hasPrefix("id=") ? text.dropFirst(3) : text
      return (5...24).contains(name.count) && name.contains(where: \.isNumber)
        && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }

    /// `nil` where `rest` does not begin with one: brackets are also around words.
    ///
    /// - Parameter others: names that are known to be those of instructions besides.
    package init?(at rest: Substring, others: Set<Substring> = []) {
      guard rest.first == "[" else { return nil }
      let slashes = rest.dropFirst().prefix { $0 == "/" }
      let name = rest[slashes.endIndex...].prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
      }
      let behind = rest[name.endIndex...]
      // None stands in another, as in WordPress: what nothing closes is looked through no further than to the next.
      guard slashes.count < 2, !name.isEmpty,
        let end = behind.utf8.firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }),
        behind[end] == "]"
      else { return nil }
      let inner = behind[..<end]
      let hasAttribute = inner.first == " " && (inner.contains("=\"") || inner.contains("=“") || inner.contains("='"))
      let hasAddress = (inner.first == " " || inner.first == "=") && inner.dropFirst().isWebAddress
      let isBare = inner.isEmpty || inner.first == " " || inner == "/"
      guard
        hasAttribute || !slashes.isEmpty && inner.isEmpty
          || (Self.known.contains(name) || others.contains(name)) && isBare
          || Self.players.contains(name) && hasAddress
          || Self.films.contains(name) && inner.first == " " && Self.isFilm(inner.dropFirst())
      else { return nil }
      self.name = String(name)
      isClosing = !slashes.isEmpty
      attributes = inner
      text = rest[...end]
    }
  }
}

extension Substring {
  /// Where `text`, which is not empty, first stands.
  fileprivate func range(of text: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
      formIndex(after: &index)
    }
    return nil
  }
}

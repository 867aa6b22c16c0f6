import Text

/// Words of other letters than ASCII in the head of a message (RFC 2047): `=?UTF-8?Q?Soir=C3=A9e?=`.
enum EncodedWords {
  /// `text` with its encoded words decoded; blanks between two of them are none (6.2). What is none stays as it is.
  static func decoded(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var (result, rest) = ("", text[...])
    /// Bytes of words in one charset that stand side by side: a letter may be cut between two.
    var open: (bytes: [UInt8], charset: String)?
    func closed() -> String { open.map { MessageCharset.text($0.bytes, $0.charset) } ?? "" }
    while let match = rest.firstMatch(of: /=\?([^?\s]{1,40})\?([BbQq])\?([^?\s]*)\?=/) {
      let between = rest[..<match.range.lowerBound]
      let charset = match.output.1.prefix { $0 != "*" }.lowercased()
      let bytes = Self.bytes(String(match.output.3), isBase64: match.output.2.lowercased() == "b")
      let isNext = between.allSatisfy(\.isWhitespace) && open != nil
      if isNext, open?.charset == charset {
        open?.bytes += bytes
      } else {
        result += closed() + (isNext ? "" : String(between))
        open = (bytes, charset)
      }
      rest = rest[match.range.upperBound...]
    }
    return result + closed() + rest
  }

  private static func bytes(_ text: String, isBase64: Bool) -> [UInt8] {
    if isBase64 { return Base64.decoded(text.utf8) ?? [] }
    return QuotedPrintable.decoded(text.utf8.map { $0 == UInt8(ascii: "_") ? .space : $0 })
  }
}

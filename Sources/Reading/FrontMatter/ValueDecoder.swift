import Diagnostics
import Text

/// Understands the values of fields. What is simple (most of it) is read here; the rest is handed to YAML.
struct ValueDecoder {
  let source: SourceText
  private let bytes: [UInt8]
  /// See ``YAMLComposer``.
  var textKeys: Set<String> = []
  var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) {
    self.source = source
    self.bytes = source.bytes
  }

  /// The value of `field`, for any type but text; `nil` where it can't be understood, which is reported.
  mutating func value(of field: RawField) -> FieldValue? {
    let range = field.value
    if field.continuation.isEmpty {
      return simple(range) ?? composed(range)
    }
    guard let first = range.first, bytes[first] != .hash else {
      return simpleList(field.continuation) ?? composed(field.continuation)
    }
    switch bytes[first] {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: ">"), .quote, .doubleQuote:
      return composed(field.extent)
    default:
      return FieldValue(.scalar(folded(field.extent)), at: range)
    }
  }

  /// The value of a text field: as written to the end of its line, YAML's only within quotes or as a block.
  mutating func text(of field: RawField) -> FieldValue? {
    let extent = field.extent
    guard let first = extent.first else { return FieldValue(.empty, at: field.value) }
    if field.value.isEmpty, FlatList(bytes, block: extent) != nil {
      return value(of: field)
    }
    if isMap(field) {
      // Only to see what it is: what YAML has to say of a text does not matter.
      var composer = YAMLComposer(source, range: extent)
      if let value = composer.compose(), case .map = value.content { return value }
    }
    let last = bytes[extent.upperBound - 1]
    if bytes[first] == .quote || bytes[first] == .doubleQuote, last == bytes[first], extent.count >= 2 {
      return quotedText(extent)
    }
    if isBlockHeader(field.value), !field.continuation.isEmpty {
      return composed(extent)
    }
    if field.continuation.isEmpty {
      let plain = withoutLoneQuote(extent)
      let text = bytes.text(plain)
      if plain != extent { diagnostics.append(.loneQuote(source.place(extent), text: text)) }
      return FieldValue(.scalar(text), at: plain)
    }
    return FieldValue(.scalar(folded(extent)), at: field.value.isEmpty ? extent : field.value)
  }

  /// `range` without the only straight quote in it, where that opens or closes the text; behind a digit it means inches.
  private func withoutLoneQuote(_ range: Range<Int>) -> Range<Int> {
    let quotes = bytes[range].indices.filter { bytes[$0] == .doubleQuote }
    guard quotes.count == 1, let quote = quotes.first, range.count > 1,
      // Of a pair of two sorts none is alone.
      TextCleaner.withinCurlyQuotes(bytes.text(range)) == nil
    else { return range }
    if quote == range.lowerBound { return bytes.trimmed((quote + 1)..<range.upperBound) }
    guard quote == range.upperBound - 1, !bytes[quote - 1].isDigit else { return range }
    return bytes.trimmed(range.lowerBound..<quote)
  }

  /// Whether a field that is to be text has members instead: `{fr: Un titre}`, or lines `fr: Un titre` below its key. As a
  /// text nobody would have meant it.
  private func isMap(_ field: RawField) -> Bool {
    let extent = field.extent
    guard !field.value.isEmpty else {
      let lines = bytes[extent].split(whereSeparator: \.isLineEnd).map { bytes.trimmed($0.startIndex..<$0.endIndex) }
      return lines.allSatisfy { line in
        let name = bytes[line].prefix { !$0.isBlank && $0 != UInt8(ascii: ":") }
        let rest = bytes[name.endIndex..<line.upperBound]
        return line.isEmpty
          || !name.isEmpty && rest.first == UInt8(ascii: ":") && rest.dropFirst().first.map(\.isBlank) ?? true
      }
    }
    return field.continuation.isEmpty && bytes[extent.lowerBound] == UInt8(ascii: "{")
      && bytes[extent.upperBound - 1] == UInt8(ascii: "}") && bytes[extent].contains(UInt8(ascii: ":"))
  }

  /// `|`, `>`, with `+`, `-` or a digit behind, and nothing else.
  private func isBlockHeader(_ range: Range<Int>) -> Bool {
    guard let first = range.first, bytes[first] == UInt8(ascii: "|") || bytes[first] == UInt8(ascii: ">"),
      range.count <= 3
    else { return false }
    return bytes[range].dropFirst().allSatisfy { $0 == .hyphen || $0 == UInt8(ascii: "+") || $0.isDigit }
  }

  /// What opens and closes with the same quote.
  private mutating func quotedText(_ range: Range<Int>) -> FieldValue? {
    let quote = bytes[range.lowerBound]
    let inner = (range.lowerBound + 1)..<(range.upperBound - 1)
    let text = bytes.text(inner)
    guard bytes[inner].contains(where: { $0 == quote || $0 == UInt8(ascii: "\\") || $0.isLineEnd }) else {
      return FieldValue(.scalar(text), at: range)
    }
    let lone = loneQuotes(quote, in: inner)
    // « "Un" et "deux" » is no quoted text but two; « 'l'Atelier' » is one whose apostrophe is not doubled.
    if lone > 0, lone % 2 == 0 { return FieldValue(.scalar(bytes.text(range)), at: range) }
    if lone > 0 {
      diagnostics.append(.quoteWithinQuotes(source.place(range), text: text))
      return FieldValue(.scalar(text), at: range)
    }
    return composed(range)
  }

  /// Quotes inside a quoted text that are neither doubled nor escaped.
  private func loneQuotes(_ quote: UInt8, in range: Range<Int>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if quote == .doubleQuote, bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == quote {
        if quote == .quote, index + 1 < range.upperBound, bytes[index + 1] == quote {
          index += 2
          continue
        }
        count += 1
      }
      index += 1
    }
    return count
  }

  /// Lines of plain text as one.
  private func folded(_ range: Range<Int>) -> String {
    bytes[range].split(whereSeparator: \.isLineEnd).map { line in
      bytes.text(bytes.trimmed(line.startIndex..<line.endIndex))
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Without YAML

  private mutating func simple(_ range: Range<Int>) -> FieldValue? {
    guard let first = range.first else { return FieldValue(.empty, at: range) }
    switch bytes[first] {
    case .hash: return FieldValue(.empty, at: first..<first)
    case UInt8(ascii: "["): return FlatList(bytes, flow: range).map { list(of: $0, at: range) }
    case UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"):
      return nil
    case .quote, .doubleQuote:
      let inner = (first + 1)..<max(first + 1, range.upperBound - 1)
      guard range.count >= 2, bytes[range.upperBound - 1] == bytes[first],
        !bytes[inner].contains(where: { $0 == bytes[first] || $0 == UInt8(ascii: "\\") })
      else { return nil }
      return FieldValue(.scalar(bytes.text(inner)), at: range)
    default:
      let plain = withoutComment(range)
      let text = bytes.text(plain)
      return FieldValue(text == "~" || text == "null" ? .empty : .scalar(text), at: plain)
    }
  }

  private func simpleList(_ range: Range<Int>) -> FieldValue? {
    FlatList(bytes, block: range, takesQuotes: true).map { list(of: $0, at: range) }
  }

  private func list(of items: FlatList, at range: Range<Int>) -> FieldValue {
    let members = items.items.map { FieldValue(.scalar(bytes.text(FlatList.words(of: $0, in: bytes))), at: $0) }
    return FieldValue(.list(members), at: range)
  }

  /// Without ` # …` at the end.
  private func withoutComment(_ range: Range<Int>) -> Range<Int> {
    var index = range.lowerBound + 1
    while index < range.upperBound {
      if bytes[index] == .hash, bytes[index - 1].isBlank { return bytes.trimmed(range.lowerBound..<index) }
      index += 1
    }
    return range
  }

  // MARK: By YAML

  private mutating func composed(_ range: Range<Int>) -> FieldValue? {
    var composer = YAMLComposer(source, range: range)
    composer.textKeys = textKeys
    let value = composer.compose()
    diagnostics += composer.diagnostics
    return value
  }
}

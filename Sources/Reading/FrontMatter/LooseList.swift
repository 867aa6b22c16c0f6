import Text

/// A list on one line as people write it who know nothing of brackets: `“soupe”, “hiver”`, `"soupe", "hiver"`,
/// `(soupe, hiver)`, `- soupe - hiver`, `soupe ; hiver`, `soupe | hiver`, and of tags `soupe / hiver`, `#soupe #hiver`.
struct LooseList {
  /// The members without what stands around them, with where they stand.
  let items: [(text: String, range: Range<Int>)]

  /// - Parameter style: what may stand between two members.
  /// - Returns: `nil` where it is no list, or one that is written as it should be.
  init?(_ bytes: [UInt8], _ range: Range<Int>, _ style: Style) {
    guard let brackets = Brackets(bytes, range, style) else { return nil }
    var isLoose = brackets.isLoose
    let marker = style == .values ? nil : ListMarker(bytes, brackets.inner, isInline: true)
    let separators = Separators(bytes, within: brackets.inner, style, marker: marker?.sign)
    var items: [(text: String, range: Range<Int>)] = []
    var index = marker?.end ?? brackets.inner.lowerBound
    let limit = brackets.inner.upperBound
    while index < limit {
      if bytes[index].isBlank {
        index += 1
        continue
      }
      let end: Int
      if let quote = Self.quotes.first(where: { bytes.has($0.open, at: index) }) {
        let start = index + quote.open.utf8CodeUnitCount
        guard let close = (start..<limit).first(where: { bytes.has(quote.close, at: $0) }) else { return nil }
        items.append((bytes.text(bytes.trimmed(start..<close)), bytes.trimmed(start..<close)))
        end = close + quote.close.utf8CodeUnitCount
        // Straight quotes within brackets are as they should be.
        isLoose = isLoose || !brackets.isFlow || quote.isCurly
        // What follows a quotation is the next member.
        guard end >= limit || separators.one(at: end) != nil else { return nil }
      } else {
        end = (index..<limit).first { separators.one(at: $0) != nil } ?? limit
        let member = bytes.trimmed(index..<end)
        items.append((bytes.text(member), member))
      }
      guard end < limit, let separator = separators.one(at: end) else { break }
      isLoose = isLoose || !separator.isComma
      index = separator.end
    }
    let hasHash = style == .tags && items.contains { Self.isHashTag($0.text) }
    self.items = items.map { ($0.text.isEmpty || !hasHash ? $0.text : String($0.text.drop { $0 == "#" }), $0.range) }
      .filter { !$0.text.isEmpty }
    let isSeveral = self.items.count > 1 || brackets.isLoose
    guard isLoose && isSeveral || hasHash || marker != nil, !self.items.isEmpty else { return nil }
  }

  /// As it is to be written.
  var standard: String {
    Self.written(items.map(\.text)) ?? "[" + items.map { Self.quoted($0.text) }.joined(separator: ", ") + "]"
  }

  /// Members with commas between them; `nil` where one has a sign in it that YAML would read.
  private static func written(_ texts: [String]) -> String? {
    texts.allSatisfy { isPlain($0) } ? texts.joined(separator: ", ") : nil
  }

  static func isPlain(_ text: String) -> Bool {
    !text.contains { ",[]{}\"'#;|".contains($0) } && !text.contains(": ") && !text.hasSuffix(":")
      && !(text.first.map { "-*&!>%@`?".contains($0) } ?? true)
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  static func isHashTag(_ text: String) -> Bool {
    text.first == "#" && text.drop { $0 == "#" }.first.map { $0.isLetter || $0.isNumber } ?? false
  }

  private static let quotes: [(open: StaticString, close: StaticString, isCurly: Bool)] = [
    ("\"", "\"", false), ("'", "'", false), ("“", "”", true), ("„", "“", true), ("”", "”", true), ("‘", "’", true),
    ("«", "»", true),
  ]
}

extension LooseList {
  /// What a list is of, by which signs may part its members.
  enum Style {
    /// Dates, maps: commas alone.
    case values
    /// Names and addresses.
    case words
    case tags

    /// `nil` where the key holds no list.
    init?(of type: KeyDescription.ValueType?, isOfTags: Bool) {
      switch type {
      case .list(.text), .list(.reference), .list(.referenceOrText), .list(.sitePath), .list(.choice):
        self = isOfTags ? .tags : .words
      case .list: self = .values
      default: return nil
      }
    }
  }

  /// What stands around the whole list.
  private struct Brackets {
    let inner: Range<Int>
    let isFlow: Bool
    /// Whether they are others than a list has.
    let isLoose: Bool

    /// `nil` where what stands in them is for YAML to read.
    init?(_ bytes: [UInt8], _ range: Range<Int>, _ style: Style) {
      guard let first = range.first else { return nil }
      let pairs: [(open: UInt8, close: UInt8)] = [
        (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "{"), UInt8(ascii: "}")),
        (UInt8(ascii: "("), UInt8(ascii: ")")),
      ]
      guard let pair = pairs.first(where: { $0.open == bytes[first] }) else {
        (inner, isFlow, isLoose) = (range, false, false)
        return
      }
      let isRound = pair.open == UInt8(ascii: "(")
      let closes = range.count > 2 && bytes[range.upperBound - 1] == pair.close
      let inside = (first + 1)..<max(first + 1, range.upperBound - 1)
      let isAlone = !bytes[inside].contains { byte in pairs.contains { $0.open == byte || $0.close == byte } }
      if isRound, !closes || !isAlone || style == .values {
        (inner, isFlow, isLoose) = (range, false, false)
        return
      }
      guard closes, isAlone, style != .values, !Self.hasMember(bytes, inside) else { return nil }
      inner = bytes.trimmed(inside)
      isFlow = !isRound
      isLoose = pair.open != UInt8(ascii: "[")
    }

    /// `key: value`.
    private static func hasMember(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
      range.contains { bytes[$0] == .colon && ($0 + 1 == range.upperBound || bytes[$0 + 1].isBlank) }
    }
  }

  private struct Separators {
    private let bytes: [UInt8]
    private let limit: Int
    private let style: Style
    private let marker: String?

    init(_ bytes: [UInt8], within range: Range<Int>, _ style: Style, marker: String?) {
      self.bytes = bytes
      self.limit = range.upperBound
      self.style = style
      self.marker = marker
    }

    func one(at index: Int) -> (end: Int, isComma: Bool)? {
      var end = index
      while end < limit, bytes[end].isBlank { end += 1 }
      guard end < limit else { return nil }
      if bytes[end] == UInt8(ascii: ",") { return (end + 1, true) }
      guard style != .values else { return nil }
      let isBlankBehind = end + 1 >= limit || bytes[end + 1].isBlank
      switch bytes[end] {
      case UInt8(ascii: ";") where (style == .tags || isBlankBehind) && !closesEntity(at: end): return (end + 1, false)
      case UInt8(ascii: "|") where style == .tags || isBlankBehind: return (end + 1, false)
      default: break
      }
      guard end > index else { return nil }
      if let marker, bytes[end...].starts(with: marker.utf8) {
        // Another of the signs that stands before the first member.
        let next = end + marker.utf8.count
        return next < limit ? (next, false) : nil
      }
      guard style == .tags else { return nil }
      if bytes[end] == UInt8(ascii: "/"), isBlankBehind { return (end + 1, false) }
      return bytes[end] == .hash && !isBlankBehind ? (end, false) : nil
    }

    /// `&amp;`
    private func closesEntity(at index: Int) -> Bool {
      var start = index
      while start > 0, index - start < 12,
        bytes[start - 1].isDigit || bytes[start - 1] == .hash || bytes[start - 1].isLetter
      {
        start -= 1
      }
      return start < index && start > 0 && bytes[start - 1] == UInt8(ascii: "&")
    }
  }
}

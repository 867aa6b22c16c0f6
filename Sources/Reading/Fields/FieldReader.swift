import Diagnostics
import Site
import Text
import Time

/// Reads the fields of one map (front matter, or a map within it) as values of the right type, and reports what is wrong
/// with them. A field that can't be understood reads as if it were not there, so that one mistake is reported once.
struct FieldReader {
  let source: SourceText
  let table: KeyTable
  /// By whose clock a date with a distance from UTC is read; `nil` where none is known.
  var zone: Zone?

  private let fields: [FieldKey: Field]
  var diagnostics: [Diagnostic] = []

  private struct Field {
    var keyRange: Range<Int>
    var content: Content
    enum Content {
      case raw(RawField)
      case value(FieldValue)
    }
  }

  init(_ frontMatter: FrontMatter, source: SourceText, table: KeyTable) {
    self.source = source
    self.table = table
    var fields: [FieldKey: Field] = [:]
    for field in frontMatter.fields {
      fields[field.description.key] = Field(
        keyRange: field.raw.keyRange, content: field.given.map { .value($0) } ?? .raw(field.raw))
    }
    self.fields = fields
  }

  /// The members of a map; unknown and doubled ones are reported.
  ///
  /// - Parameter changesMeaning: whether what an unknown one says would change the rest, as within a rule: then it is an
  ///   error.
  init(_ members: [FieldValue.Member], source: SourceText, table: KeyTable, changesMeaning: Bool = true) {
    self.source = source
    self.table = table
    var fields: [FieldKey: Field] = [:]
    var found: [Diagnostic] = []
    for member in members {
      let place = source.place(member.keyRange)
      guard let description = table.key(named: member.key) else {
        let nearest =
          EverydayKey.key(named: member.key, in: table).flatMap { $0.type.canHold(member.value) ? $0 : nil }
          ?? table.nearest(to: member.key, holding: member.value)
        found.append(
          .unknownKey(
            place, key: member.key, nearest: nearest?.name,
            isCertain: nearest.map { table.isMisspelling(member.key, of: $0.key) } ?? false,
            known: changesMeaning ? table.descriptions.map(\.name) : nil))
        continue
      }
      if let first = fields[description.key] {
        let line = source.place(first.keyRange).line
        let firstName = source.bytes.text(first.keyRange)
        found.append(.duplicateKey(place, key: member.key, first: firstName, line: line))
        continue
      }
      fields[description.key] = Field(keyRange: member.keyRange, content: .value(member.value))
    }
    self.fields = fields
    self.diagnostics = found
  }

  // MARK: What is there

  /// Whether a key is there with a value, or, among the lines of an entry, with nothing at all behind it, which is reported; not
  /// where an editor wrote that it has none: `""`, `[]`.
  func has(_ key: FieldKey) -> Bool { fields[key].map { !isBlank($0, of: key) } ?? false }

  /// Whether a key is there and something is written behind it.
  func isGiven(_ key: FieldKey) -> Bool {
    guard has(key), let field = fields[key] else { return false }
    switch field.content {
    case .value(let value): return !value.isEmpty
    case .raw(let raw):
      var decoder = decoder(for: key)
      return decoder.value(of: raw)?.isEmpty != true
    }
  }

  func keyRange(_ key: FieldKey) -> Range<Int>? { fields[key]?.keyRange }

  /// Where the value of a key stands; its key where nothing is written.
  func valueRange(_ key: FieldKey) -> Range<Int>? {
    guard let field = fields[key] else { return nil }
    switch field.content {
    case .value(let value): return value.range
    case .raw(let raw): return raw.extent.isEmpty ? raw.keyRange : raw.extent
    }
  }

  /// The place of a key, or of the file where it is not there.
  func place(of key: FieldKey) -> SourceLocation {
    fields[key].map { source.place($0.keyRange) } ?? source.wholePlace
  }

  private func isBlank(_ field: Field, of key: FieldKey) -> Bool {
    // An issue says by an empty list that it holds no news.
    if key == .news { return false }
    switch field.content {
    case .value(let value): return value.isBlank
    case .raw(let raw):
      guard let first = raw.extent.first, !hasWord(raw.extent), looseList(raw, of: key) == nil,
        looseLines(raw, of: key) == nil
      else { return false }
      let type = table.description(of: key)?.type
      if raw.continuation.isEmpty, raw.value.count <= 4 {
        let text = source.bytes.text(raw.value)
        if text == "\"\"" || text == "''" { return true }
        if type != .text, ["~", "null"].contains(text) { return true }
      }
      // A list or a map of blank values.
      guard type != .text, raw.value.isEmpty || [UInt8(ascii: "["), UInt8(ascii: "{")].contains(source.bytes[first])
      else { return false }
      var decoder = decoder(for: key)
      return decoder.value(of: raw)?.isBlank ?? false
    }
  }

  /// Whether some value stands in `range` for certain, as nearly always: a letter or digit that can be part of no key, remark or
  /// mark of YAML, nor of a `null`. Lists are not to be understood once only to see that they are not empty.
  private func hasWord(_ range: Range<Int>) -> Bool {
    var isFound = false
    for index in range {
      switch source.bytes[index] {
      case .hash, .colon, UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "{"), UInt8(ascii: "|"),
        UInt8(ascii: ">"), UInt8(ascii: "%"):
        return false
      case UInt8(ascii: "?") where index + 1 == range.upperBound || source.bytes[index + 1] <= .space: return false
      case let byte where byte.isDigit: isFound = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        isFound = isFound || !"nulNUL".utf8.contains(source.bytes[index])
      default: break
      }
    }
    return isFound
  }

  var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// Whether the value is written as a list: `[a, b]`, or `- a` below.
  func looksLikeList(_ key: FieldKey) -> Bool {
    guard let field = fields[key] else { return false }
    switch field.content {
    case .value(let value):
      if case .list = value.content { return true }
      return false
    case .raw(let raw):
      let extent = raw.extent
      let trimmed = source.bytes.trimmed(extent)
      guard let first = trimmed.first else { return false }
      let isFlow = source.bytes[first] == UInt8(ascii: "[") && source.bytes[trimmed.upperBound - 1] == UInt8(ascii: "]")
      return isFlow || raw.value.isEmpty && source.bytes[first] == .hyphen
    }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The value, for any type but text; `nil` where nothing is written or it can't be understood.
  mutating func value(_ key: FieldKey) -> FieldValue? {
    guard let field = fields[key], !isBlank(field, of: key), let value = decoded(key, field) else { return nil }
    if case .list(let items) = value.content, items.count > FieldLimit.list {
      diagnostics.append(
        .listTooLong(source.place(value.range), key: key.rawValue, count: items.count, limit: FieldLimit.list))
      return nil
    }
    return value
  }

  private mutating func decoded(_ key: FieldKey, _ field: Field) -> FieldValue? {
    switch field.content {
    case .value(let value): return value.isEmpty ? nil : value
    case .raw(let raw):
      if let list = looseList(raw, of: key) {
        diagnostics.append(.looseList(source.place(raw.value), standard: list.standard))
        return FieldValue(.list(list.items.map { FieldValue(.scalar($0.text), at: $0.range) }), at: raw.value)
      }
      if let list = looseLines(raw, of: key) {
        for line in list.lines {
          guard let standard = line.standard else { continue }
          diagnostics.append(.oddListItem(source.place(line.range), standard: standard))
        }
        let members = list.lines.flatMap(\.members).map { FieldValue(.scalar($0.text), at: $0.range) }
        return FieldValue(.list(members), at: raw.continuation)
      }
      var decoder = decoder(for: key)
      let value = decoder.value(of: raw)
      diagnostics += decoder.diagnostics
      guard let value else { return nil }
      if value.isEmpty {
        diagnostics.append(.emptyValue(source.place(field.keyRange), key: key.rawValue))
        return nil
      }
      return value.isBlank && key != .news ? nil : value
    }
  }

  private func decoder(for key: FieldKey) -> ValueDecoder {
    var decoder = ValueDecoder(source)
    decoder.textKeys = table.description(of: key)?.type.textKeys ?? []
    return decoder
  }

  private func looseList(_ raw: RawField, of key: FieldKey) -> LooseList? {
    guard raw.continuation.isEmpty, let style = listStyle(of: key) else { return nil }
    return LooseList(source.bytes, raw.value, style)
  }

  private func looseLines(_ raw: RawField, of key: FieldKey) -> LooseLines? {
    guard raw.value.isEmpty, !raw.continuation.isEmpty, let style = listStyle(of: key) else { return nil }
    return LooseLines(source.bytes, raw.continuation, style)
  }

  private func listStyle(of key: FieldKey) -> LooseList.Style? {
    LooseList.Style(of: table.description(of: key)?.type, isOfTags: key == .tags)
  }

  /// A value that must be one word or text, with its place.
  mutating func scalar(_ key: FieldKey) -> (text: String, range: Range<Int>)? {
    guard let value = value(key) else { return nil }
    return scalar(value, of: key)
  }

  mutating func scalar(_ value: FieldValue, of key: FieldKey) -> (text: String, range: Range<Int>)? {
    switch value.content {
    case .empty: return nil
    case .scalar(let text): return (text, value.range)
    case .list(let items) where items.count == 1: return scalar(items[0], of: key)
    case .list: diagnostics.append(.listInsteadOfValue(source.place(value.range), key: key.rawValue))
    case .map: diagnostics.append(.mapInsteadOfValue(source.place(value.range), key: key.rawValue))
    }
    return nil
  }

  // MARK: Text

  /// A text as written, of one line unless `keepsLines`. `nil` where there is none; an empty one is only given where it
  /// was written as such (`""`).
  mutating func text(_ key: FieldKey, keepsLines: Bool = false) -> String? {
    guard let field = fields[key] else { return nil }
    let value: FieldValue?
    switch field.content {
    case .value(let known): value = known
    case .raw(let raw):
      var decoder = ValueDecoder(source)
      value = decoder.text(of: raw)
      diagnostics += decoder.diagnostics
    }
    guard let value, let scalar = scalar(value, of: key) else { return nil }
    let text = clean(scalar.text, at: scalar.range, keepsLines: keepsLines)
    if TextCleaner.isInvisible(text) { return "" }
    if TextCleaner.hasUnpairedQuote(text) { diagnostics.append(.unpairedQuote(source.place(scalar.range))) }
    guard text.utf8.count > FieldLimit.text, text.count > FieldLimit.text else { return text }
    diagnostics.append(.textTooLong(source.place(scalar.range), key: key.rawValue, limit: FieldLimit.text))
    return String(text.prefix(FieldLimit.text))
  }

  /// Text without what no text of a site may hold.
  mutating func clean(_ text: String, at range: Range<Int>, keepsLines: Bool = false) -> String {
    var cleaner = TextCleaner(keepsLines: keepsLines)
    let decoded = HTMLEntities.decoded(text)
    let result = cleaner.clean(decoded ?? text)
    if decoded != nil { diagnostics.append(.entities(source.place(range), text: WrittenText.value(of: result))) }
    if cleaner.foundControl { diagnostics.append(.controlCharacter(source.place(range))) }
    if let inner = TextCleaner.withinCurlyQuotes(result) {
      diagnostics.append(.curlyQuotes(source.place(range), inner: inner))
      return inner
    }
    return result
  }

  /// A map or a list, or else words as they are written to the end of the line, up to a remark (`# …`).
  mutating func wordsOrMembers(_ key: FieldKey) -> FieldValue? {
    guard let field = fields[key], !isBlank(field, of: key) else { return nil }
    guard case .raw(let raw) = field.content, let first = raw.value.first,
      ![UInt8(ascii: "["), UInt8(ascii: "{")].contains(source.bytes[first])
    else { return value(key) }
    var decoder = ValueDecoder(source)
    guard let words = decoder.text(of: raw), case .scalar(let text) = words.content, !text.isEmpty else {
      return value(key)
    }
    diagnostics += decoder.diagnostics
    let plain = text.range(of: " #").map { TextCleaner.trimmed(text[..<$0.lowerBound]) } ?? text
    return FieldValue(.scalar(plain), at: words.range)
  }
}

import Diagnostics
import Site
import Text
import Time

/// Puts keys to the names that the fields of an entry were given; reports unknown ones and those given twice.
struct FieldNaming {
  let source: SourceText
  let table: KeyTable
  private let kind: EntryKind?
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var fields: [FrontMatter.Field] = []
  /// Required keys that are missing because their names are misspelt, which was reported.
  private(set) var misspelt: Set<FieldKey> = []
  /// Keys that other generators write, as they are written.
  private(set) var foreign: [String] = []
  /// Unknown keys that are looked at one by one.
  private static let mostUnknown = 50

  /// - Parameter kind: what the entry is by its folder.
  init(_ source: SourceText, table: KeyTable, kind: EntryKind?) {
    self.source = source
    self.table = table
    self.kind = kind
  }

  mutating func name(_ raw: [RawField]) {
    let hasDate = raw.contains { table.key(named: $0.key)?.key == .date }
    var unknown: [RawField] = []
    // What a key says under its own name comes first.
    var habits: [(field: RawField, meaning: HidingMeaning)] = []
    for field in raw {
      if let meaning = HidingMeaning(of: field.key, text(of: field), in: table, hasDate: hasDate) {
        habits.append((field, meaning))
      } else if let description = table.key(named: field.key) {
        add(FrontMatter.Field(description: description, raw: field))
      } else {
        unknown.append(field)
      }
    }
    for habit in habits { take(habit.field, habit.meaning) }
    takeHours(from: &unknown)
    takeEveryday(from: &unknown)
    foreign = unknown.map(\.key).filter(EverydayKey.isForeign)
    unknown.removeAll { EverydayKey.isForeign($0.key) }
    if let start = eventStart(among: unknown) {
      let word = kind?.row.noun.withArticle ?? ""
      diagnostics.append(.eventElsewhere(source.place(start.keyRange), key: start.key, kind: word))
      misspelt.insert(.date)
      unknown.removeAll { KeyTable.of(.event).key(named: $0.key) != nil }
    }
    reportUnknown(unknown)
  }

  /// Where an entry that is no event says when it begins, and nothing else of its kind speaks for what it is.
  private func eventStart(among unknown: [RawField]) -> RawField? {
    guard let kind, kind != .event, kind != .issue, !fields.contains(where: { $0.description.key == .date }) else {
      return nil
    }
    return unknown.first { KeyTable.of(.event).key(named: $0.key)?.key == .start }
  }

  /// The value as one text; `nil` where it is none.
  private func text(of field: RawField) -> String? {
    guard case .scalar(let text)? = value(of: field)?.content else { return nil }
    return TextCleaner.withinCurlyQuotes(text) ?? text
  }

  private func value(of field: RawField) -> FieldValue? {
    var decoder = ValueDecoder(source)
    return decoder.value(of: field)
  }

  private mutating func add(_ field: FrontMatter.Field) {
    guard let first = fields.first(where: { $0.description.key == field.description.key }) else {
      fields.append(field)
      return
    }
    let line = source.place(first.raw.keyRange).line
    diagnostics.append(
      .duplicateKey(source.place(field.raw.keyRange), key: field.raw.key, first: first.raw.key, line: line))
  }

  // MARK: What hides or calls off

  private mutating func take(_ field: RawField, _ meaning: HidingMeaning) {
    let place = source.place(field.keyRange.lowerBound..<max(field.keyRange.upperBound, field.value.upperBound))
    switch meaning {
    case .nothing: diagnostics.append(.keyWithoutEffect(place, written: source.bytes.text(written(field))))
    case .problem(let problem):
      diagnostics.append(problem.diagnostic(at: place, written: source.bytes.text(written(field))))
    case .key(let key):
      guard let description = table.description(of: key) else { return }
      let standard = key.rawValue + ": " + source.bytes.text(field.value)
      diagnostics.append(.keyByHabit(place, written: field.key, standard: fix(standard, for: field)))
      add(FrontMatter.Field(description: description, raw: field))
    case .value(let key, let value):
      guard let description = table.description(of: key) else { return }
      let same = fields.first { $0.description.key == key }.flatMap { text(of: $0.raw) }
      let isRepeated = same.map { Folding.slug($0) == Folding.slug(value) || YesNo.read($0) == true } ?? false
      diagnostics.append(
        isRepeated
          ? .keyWithoutEffect(place, written: source.bytes.text(written(field)))
          : .keyByHabit(
            place, written: source.bytes.text(written(field)), standard: fix(key.rawValue + ": " + value, for: field)))
      guard !isRepeated else { return }
      add(FrontMatter.Field(description: description, raw: field, given: FieldValue(.scalar(value), at: field.extent)))
    }
  }

  /// A line to write in the place of the field's; `nil` where it has more than one.
  private func fix(_ line: String, for field: RawField) -> String? { field.continuation.isEmpty ? line : nil }

  /// The key with its value, as far as it is on one line.
  private func written(_ field: RawField) -> Range<Int> {
    field.keyRange.lowerBound..<max(field.keyRange.upperBound, field.value.upperBound)
  }

  // MARK: Everyday names

  /// Hours in a line of their own would be lost: they belong to `debut`.
  private mutating func takeHours(from unknown: inout [RawField]) {
    guard kind == .event, let hours = unknown.first(where: { EverydayKey.isHours($0.key) }) else { return }
    let start = fields.first { $0.description.key == .start }?.raw
    let day = start ?? unknown.first { EverydayKey.key(named: $0.key, in: table)?.key == .start }
    let together = day.flatMap { text(of: $0) }.map { $0 + " " + (text(of: hours) ?? "") } ?? ""
    var standard: String?
    if case .success(let dates)? = WrittenSpan(together)?.outcome {
      standard = WrittenSpan.standard(dates.start, dates.end)
    } else if case .habit(let date) = DateText.read(together) {
      standard = DateText.standard(date)
    }
    // A start that has its hours already is not spoken of again.
    diagnostics.append(
      .hoursApart(source.place(hours.keyRange), key: hours.key, standard: standard.map { "debut: " + $0 }))
    misspelt.insert(.start)
    unknown.removeAll { EverydayKey.isHours($0.key) || $0.keyRange == day?.keyRange }
  }

  private mutating func takeEveryday(from unknown: inout [RawField]) {
    for field in unknown {
      guard let key = EverydayKey.key(named: field.key, in: table),
        !fields.contains(where: { $0.description.key == key.key }), value(of: field).map(key.type.canHold) ?? false
      else { continue }
      take(field, .key(key.key))
      unknown.removeAll { $0.keyRange == field.keyRange }
    }
  }

  // MARK: Unknown keys

  private mutating func reportUnknown(_ unknown: [RawField]) {
    let names = unknown.prefix(Self.mostUnknown).map { table.nearest(to: $0.key, holding: value(of: $0)) }
    for (field, nearest) in zip(unknown, names) {
      let place = source.place(field.keyRange)
      let isFree = nearest.map { near in !fields.contains { $0.description.key == near.key } } ?? false
      // Of two that could be the same key nobody knows which is.
      let isAlone = names.count { $0?.key == nearest?.key } == 1
      let isMissing = isFree && nearest?.isRequired == true
      if isMissing, let nearest { misspelt.insert(nearest.key) }
      diagnostics.append(
        .unknownKey(
          place, key: field.key, nearest: isFree ? nearest?.name : nil,
          isCertain: isAlone && nearest.map { table.isMisspelling(field.key, of: $0.key) } ?? false,
          known: isMissing ? table.descriptions.map(\.name) : nil))
    }
    if unknown.count > names.count {
      let place = source.place(unknown[names.count].keyRange)
      diagnostics.append(.moreRemarks(place, count: unknown.count - names.count, isError: false))
    }
  }
}

extension HidingMeaning.Problem {
  fileprivate func diagnostic(at place: SourceLocation, written: String) -> Diagnostic {
    switch self {
    case .unclear: .unclearHiding(place, written: written)
    case .postponed(let date): .postponedInOneLine(place, written: written, to: date)
    case .onlyEvents(let status): .calledOffElsewhere(place, written: written, state: status.name)
    case .noEnd: .endOfPublishing(place, written: written)
    }
  }
}

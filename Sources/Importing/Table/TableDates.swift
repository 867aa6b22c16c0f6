import Reading
import Site
import Text
import Time

/// When an event is, as the cells of its row say.
struct TableDates {
  var start: PartialDate
  var end: PartialDate?
  /// Of an event on several dates: all of them.
  var moments: [Moment] = []
  /// The rule by which it returns, in words.
  var repetition: String?
  /// Whether ``start`` is only the next date of a rule that does not say when it begins.
  var isStartGuessed = false
  /// What is said of the hours, and was not understood.
  var unreadHours: String?

  struct Moment: Hashable {
    var start: CivilDateTime
    var end: CivilDateTime
  }

  /// What the cells say, as they are written.
  struct Cells {
    var day: String
    var end: String?
    var hours: String?
    var endHour: String?
    var isAllDay = false
    var moments: String?
  }

  /// How the dates of a table are to be read.
  struct Reading {
    /// Those of the site: hours of another zone are put to the clock of the place, and rules know its holidays.
    var settings: Settings
    /// The day from which a rule is counted that does not say when it begins.
    var today: CivilDay
    var zone: Zone { settings.zone }
    /// Whether `3/4/2026` is the fourth of March.
    var isMonthFirst = false
    /// Whether a day of the table shows it.
    var isCertain = true
  }

  /// `nil` where they are not understood.
  ///
  /// - Parameter loosely: whether a rule will do, or a day with anything behind it.
  init?(_ cells: Cells, _ reading: Reading, loosely: Bool = false) {
    if let moments = cells.moments.map({ Self.moments($0, reading.zone) }), let first = moments.first {
      (start, end) = (.minute(first.start), .minute(first.end))
      self.moments = moments.count > 1 ? moments : []
      return
    }
    var cells = cells
    cells.day = reading.plain(cells.day)
    cells.end = cells.end.map(reading.plain)
    cells.hours = cells.hours.map { Self.fromThen(EnglishDate.hoursOfDay($0)) }
    cells.endHour = cells.endHour.map(EnglishDate.hoursOfDay)
    let lastsDays = cells.isAllDay || Self.isMidnight(cells.hours) && Self.isMidnight(cells.endHour)
    if lastsDays {
      // Calendars end a whole day at the midnight behind it.
      if Self.isMidnight(cells.endHour), let end = cells.end { cells.end = Self.dayBefore(end) ?? end }
      (cells.hours, cells.endHour) = (nil, nil)
    }
    let read = Self.read(cells, reading.zone)
    guard let dates = loosely ? read ?? Self.rule(cells, reading) ?? Self.opening(cells, reading.zone) : read else {
      return nil
    }
    self = Self.weekly(cells, dates, reading) ?? dates
    if start.precision != .minute, repetition == nil, unreadHours == nil { unreadHours = cells.hours }
  }

  private init(start: PartialDate, end: PartialDate?) {
    self.start = start
    self.end = end
  }

  // MARK: Days and hours

  private static func read(_ cells: Cells, _ zone: Zone) -> TableDates? {
    let day = cells.day
    let hours = cells.hours.map { text in
      let from = text.replacing("->", with: "-").replacing("→", with: "-")
      // Where the day of the end is another one, the hour is that day's.
      return cells.endHour.flatMap { cells.end == nil || cells.end == day ? from + " - " + $0 : nil } ?? from
    }
    let end = cells.end.map { end in cells.endHour.map { end + " " + $0 } ?? end }
    for text in [hours.map { day + " " + $0 }, day].compactMap({ $0 }) {
      if let span = SpokenDate.span(text) {
        return TableDates(start: span.start, end: Self.end(end, span.start, zone) ?? span.end)
      }
      if let date = ISOTimestamp(text)?.date(in: zone) {
        return TableDates(start: .minute(date), end: Self.end(end, .minute(date), zone))
      }
      if case .date(let date) = SpokenDate.read(withoutWeekday(text), for: .start, of: .event) {
        return TableDates(start: date, end: Self.end(end, date, zone))
      }
    }
    return nil
  }

  /// « tous les mardis de 18h à 20h », « les 14 et 21 mars 2026 ».
  private static func rule(_ cells: Cells, _ reading: Reading) -> TableDates? {
    func schedule(_ text: String, _ today: CivilDay) -> SpokenSchedule? {
      let found = try? SpokenSchedule.read(text, today: today, settings: reading.settings).get()
      // A day without its year is no rule.
      if case .dates(let dates)? = found?.schedule.plan, dates.count < 2 { return nil }
      return found?.repetition == nil ? nil : found
    }
    for text in [cells.hours.map { cells.day + " " + $0 }, cells.day].compactMap({ $0 }) {
      guard let found = schedule(text, reading.today) else { continue }
      var dates = TableDates(start: found.first.start, end: found.first.end)
      dates.repetition = found.repetition
      dates.isStartGuessed = schedule(text, reading.today.adding(days: 400))?.first.start != found.first.start
      dates.unreadHours = text == cells.day ? cells.hours : nil
      return dates
    }
    return nil
  }

  /// « Jeudis de 10h à 12h » from one day to another.
  private static func weekly(_ cells: Cells, _ dates: TableDates, _ reading: Reading) -> TableDates? {
    guard let hours = cells.hours, case .day(let first) = dates.start else { return nil }
    var last: String?
    if case .day(let day)? = dates.end { last = day.iso }
    let text = hours + (last.map { " du \(first.iso) au " + $0 } ?? " dès le " + first.iso)
    return rule(Cells(day: text), reading).flatMap { $0.isStartGuessed ? nil : $0 }
  }

  /// The day that a text begins with: « 14/3/2026 matin ».
  private static func opening(_ cells: Cells, _ zone: Zone) -> TableDates? {
    let words = cells.day.split(separator: " ")
    for count in (max(1, words.count - 4)..<max(1, words.count)).reversed() {
      var cells = cells
      cells.day = words[..<count].joined(separator: " ")
      guard var dates = read(cells, zone) else { continue }
      dates.unreadHours = (words[count...].map(String.init) + [cells.hours].compactMap { $0 }).joined(separator: " ")
      return dates
    }
    return nil
  }

  private static func end(_ text: String?, _ start: PartialDate, _ zone: Zone) -> PartialDate? {
    guard let text else { return nil }
    if case .minute(let first) = start, let hour = SpokenDate.hour(text, after: first) { return .minute(hour) }
    let moment = ISOTimestamp(text)?.date(in: zone).map(PartialDate.minute)
    guard let date = moment ?? day(text) else { return nil }
    switch (start, date) {
    case (.day(let first), .day(let last)): return last > first ? date : nil
    case (.minute(let first), .minute(let last)): return last > first ? date : nil
    default: return nil
    }
  }

  private static func day(_ text: String) -> PartialDate? {
    guard case .date(let date) = SpokenDate.read(withoutWeekday(text), for: .end, of: .event) else { return nil }
    return date
  }

  private static func dayBefore(_ text: String) -> String? {
    guard case .day(let day)? = day(text) else { return nil }
    return day.adding(days: -1).iso
  }

  /// Spreadsheets write « ven. 13/03/2026 », which need not be right to be meant so.
  private static func withoutWeekday(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let first = words.first, first.hasSuffix("."),
      first.allSatisfy({ $0.isLetter || $0 == "." })
    else { return text }
    return String(words[1])
  }

  private static func isMidnight(_ text: String?) -> Bool {
    text.map { $0.contains("0") && $0.allSatisfy { "0:h".contains($0) } } ?? false
  }

  /// `text` with « dès 14h » as « à 14h ».
  fileprivate static func fromThen(_ text: String) -> String {
    text.replacing(/(?:[Àà] partir de|[Dd]ès) (?=\d{1,2} ?[h:])/, with: "à ")
  }

  // MARK: Several dates

  /// `2026-03-07T14:00:00+01:00 -> 2026-03-07T17:00:00+01:00 | …`, or the same as a list in JSON: moments, in pairs.
  private static func moments(_ text: String, _ zone: Zone) -> [Moment] {
    let written = text.matches(of: /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/)
    let found = written.compactMap { ISOTimestamp(completed(String($0.output)))?.date(in: zone) }
    guard found.count == written.count, found.count.isMultiple(of: 2) else { return [] }
    let pairs = stride(from: 0, to: found.count, by: 2).map { (found[$0], found[$0 + 1]) }
    return pairs.map { Moment(start: min($0, $1), end: max($0, $1)) }.uniqued().sorted { $0.start < $1.start }
  }

  /// A moment without seconds is one with none.
  private static func completed(_ text: String) -> String { text.count == 16 ? text + ":00" : text }
}

extension TableDates.Reading {
  /// - Parameters:
  ///   - days: the days of a table, as they are written.
  ///   - isEnglish: whether its columns and hours are written as in English.
  init(settings: Settings, today: CivilDay, days: [String], isEnglish: Bool) {
    self.settings = settings
    self.today = today
    let numbers = days.compactMap { $0.firstMatch(of: Self.numbers) }.map {
      (Int($0.output.1) ?? 0, Int($0.output.2) ?? 0)
    }
    isCertain = numbers.contains { $0.0 > 12 || $0.1 > 12 }
    isMonthFirst = isCertain ? !numbers.contains { $0.0 > 12 } : isEnglish && !numbers.isEmpty
  }

  private static var numbers: Regex<(Substring, Substring, Substring)> { /^\s*(\d{1,2})\/(\d{1,2})\/(?=\d)/ }

  /// A day as it would be written here; `3/14/2026` too, as Airtable has it.
  func plain(_ text: String) -> String {
    TableDates.fromThen(EnglishDate.plain(dayFirst(parted(text))))
  }

  /// `20260314`, as programs keep a day, with its parts apart.
  private func parted(_ text: String) -> String {
    guard let match = text.wholeMatch(of: /([12]\d{3})(\d\d)(\d\d)/) else { return text }
    return "\(match.output.1)-\(match.output.2)-\(match.output.3)"
  }

  private func dayFirst(_ text: String) -> String {
    guard isMonthFirst, let match = text.firstMatch(of: Self.numbers) else { return text }
    return "\(match.output.2)/\(match.output.1)/" + text[match.range.upperBound...]
  }
}

extension TableDates {
  /// Without the rule.
  var dates: ImportedDates {
    var dates = ImportedDates(start: start, end: end)
    dates.added = moments.dropFirst().map { ImportedDates.Added(start: .minute($0.start), end: .minute($0.end)) }
    return dates
  }

  /// `debut`, `fin`, the rule, and the dates of an event that has several.
  func write(to item: inout ImportItem) {
    dates.write(to: &item)
    if let repetition { item.fields.append((.repetition, .plain(repetition))) }
  }
}

import Diagnostics
import Reading
import Site
import Text
import Time

/// What a plug-in of WordPress says of an event, in one form for all of them.
struct WordPressEvent {
  /// Another entry of the export.
  enum Reference: Hashable {
    case number(String)
    /// A place of Events Manager, which counts them by itself.
    case location(String)
    case term(EventTerms.Sort, slug: String)
  }

  /// `nil` where none was found.
  var dates: ImportedDates?
  var place: Reference?
  /// Where it is, in words, where that is no entry of its own.
  var placeName: String?
  var organizers: [Reference] = []
  /// In words, or a number with the sign of its currency.
  var cost: (amount: String, currency: String?)?
  /// The word of `etat`, and why.
  var state: (word: String, reason: String?)?
  /// Where those take part who stay at home.
  var online: String?
  /// A page that says more.
  var page: (address: String, words: String?)?
  /// What is called by its name where the event returns by a rule that is not understood.
  var unknownRule: String?
  /// What else its fields say.
  var facts: EventCells?

  /// - Parameters:
  ///   - held: the dates that are posts of their own besides, where it is a series.
  ///   - reading: how dates in words are to be read.
  init(_ post: WordPressItem, _ plugin: EventPlugin, held: [EventSeries.Held], _ reading: TableDates.Reading) {
    let terms = EventTerms.references(of: post)
    (place, organizers) = (
      terms.first { $0.sort == .place }?.reference, terms.filter { $0.sort == .organizer }.map(\.reference)
    )
    switch plugin {
    case .theEventsCalendar: readTheEventsCalendar(post)
    case .eventOrganiser: readEventOrganiser(post)
    case .eventsManager: readEventsManager(post, held)
    case .modernEventsCalendar: readModernEventsCalendar(post)
    case .eventON: readEventON(post)
    case .customFields: readCustomFields(post, reading)
    }
  }

  /// - Parameter origin: of what is referred to.
  func add(to item: inout ImportItem, _ post: WordPressItem, origin: (Reference) -> String?) {
    if let unknownRule { item.remarks.append(.importRuleUnknown(SourceLocation(file: ""), rule: unknownRule)) }
    if let dates {
      dates.write(to: &item)
    } else {
      item.add(.start, post.date.map { .day($0.day) })
      item.dateless = true
      item.remarks.append(.importEventWithoutDate(SourceLocation(file: "")))
    }
    if let place = place.flatMap(origin) {
      item.fields.append((.place, .references([place], isList: false)))
    } else {
      item.add(.place, placeName)
    }
    let organizers = organizers.compactMap(origin)
    if !organizers.isEmpty { item.fields.append((.organizers, .references(organizers, isList: true))) }
    if let cost { item.addPrice(cost.amount, currency: cost.currency) }
    item.add(.online, address: online)
    if let state {
      item.fields.append((.status, .plain(state.word)))
      item.add(.reason, state.reason)
    }
    if let facts {
      facts.addFacts(to: &item, from: "sur l’ancien site")
      // What is said in a field alone is its text.
      if case .none = item.text { item.text = facts.text }
    }
    addPage(to: &item, base: post.link)
  }

  private func addPage(to item: inout ImportItem, base: String) {
    guard let (address, words) = page, address.isWebAddress else { return }
    let link = "<p>" + HTMLWords.more(at: address, words) + "</p>"
    if case .html(let html, let base, let breaks) = item.text {
      item.text = .html(html + "\n\n" + link, base: base, breaksAtLineEnds: breaks)
    } else {
      item.text = .html(link, base: base, breaksAtLineEnds: false)
    }
  }

  // MARK: Dates

  /// When an event is that begins and ends so, on the clock of the old site.
  ///
  /// - Parameter end: `nil` where it is not known. Without an end two hours are assumed and said; an end before the start is
  ///   none.
  static func dates(_ start: CivilDateTime, _ end: CivilDateTime?, isAllDay: Bool) -> ImportedDates {
    guard isAllDay else {
      return ImportedDates(start: .minute(start), end: end.flatMap { $0 > start ? .minute($0) : nil })
    }
    return ImportedDates(start: .day(start.day), end: end.flatMap { $0.day > start.day ? .day($0.day) : nil })
  }

  /// The rule of these parts as calendars write them (RFC 5545, 3.3.10); where it is none that is understood, that is said.
  mutating func rule(_ parts: [String]) -> ImportedRule? {
    let text = parts.joined(separator: ";")
    let rule = ImportedRule(text) { _ in nil }
    if rule == nil { unknownRule = text }
    return rule
  }

  /// How often an event returns, as calendars say it, by what several plug-ins call it.
  static let frequencies = ["daily": "DAILY", "weekly": "WEEKLY", "monthly": "MONTHLY", "yearly": "YEARLY"]

  /// `BYDAY` of the days at these numbers.
  ///
  /// - Parameter sunday: the number of Sunday where the week begins with it; `nil` where it begins with Monday as 1.
  static func days(numbered numbers: [Int], sunday: Int? = nil) -> String? {
    let names = numbers.filter { (0...7).contains($0) }.compactMap { number -> String? in
      Weekday(rawValue: sunday.map { (number - $0 + 6) % 7 + 1 } ?? number)?.calendarCode
    }
    return names.isEmpty ? nil : "BYDAY=" + names.joined(separator: ",")
  }

  /// The last minute of a day, until which a rule goes that ends on it.
  static func through(_ day: CivilDay) -> CivilDateTime { CivilDateTime(day: day, minuteOfDay: 1439) }

  static func day(_ text: String?) -> CivilDay? { PartialDate(iso: (text ?? "").prefix(10)).map(\.firstDay) }
}

/// A sort of text that a theme or somebody has made for events, with fields under everyday names (Advanced Custom Fields, Pods,
/// WP Event Manager).
extension WordPressEvent {
  mutating func readCustomFields(_ post: WordPressItem, _ reading: TableDates.Reading) {
    let cells = EventCells(post.customFields)
    facts = cells
    placeName = cells.place
    dates = TableDates(cells.written, reading)?.dates
  }
}

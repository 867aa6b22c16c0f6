/// How an event returns, in words: « tous les mardis de 18h à 20h jusqu’au 3 juillet, hors vacances scolaires ». It
/// understands what ``French`` says of a rule, and what people write.
package struct WrittenRule: Sendable, Hashable {
  /// A day whose year may be left out.
  package struct Day: Sendable, Hashable {
    var day: Int
    var month: Int
    var year: Int?
    var weekday: Weekday?
  }

  enum Excluded: Sendable, Hashable {
    case day(Day)
    case days(from: Day, to: Day)
    /// A whole month.
    case month(Int, year: Int?)
    case schoolHolidays, publicHolidays
  }

  struct Hours: Sendable, Hashable {
    /// Minutes since midnight.
    var start: Int
    var end: Int?
    /// Where the end is said to be on a later day.
    var endsDaysLater: Int?
  }

  var period: RecurrenceWords.Period?
  var interval: Int?
  var weekdays: Set<Weekday> = []
  var monthlyDays: [Recurrence.MonthlyDay] = []
  /// The month that is named beside a yearly rule.
  var month: Int?
  var weeks: Recurrence.WeekParity?
  var partOfDay: PartOfDay?
  var start: Day?
  var until: Day?
  /// How many times it is held.
  var count: Int?
  var excluded: [Excluded] = []
  var hours: Hours?
  /// How many days one time lasts.
  var length: Int?
  /// Days that are listed, in the place of a rule.
  var days: [Day] = []
  /// What takes its place, « puis, à partir du … ».
  var next: [WrittenRule] = []

  init() {}

  /// What can't be understood, as it was written but folded, up to its end.
  package struct NotUnderstood: Error, Sendable, Hashable {
    package var rest: String
  }

  package static func read(_ text: String) -> Result<WrittenRule, NotUnderstood> {
    guard let tokens = RuleTokens(text) else { return .failure(NotUnderstood(rest: "")) }
    var parser = RuleParser(tokens)
    guard let rule = parser.parse() else {
      let words = tokens.words[min(parser.furthest, tokens.words.count - 1)...]
      return .failure(NotUnderstood(rest: words.joined(separator: " ").replacing(" ,", with: ",")))
    }
    return .success(rule)
  }

  /// Whether nothing but days is said: « du lundi au vendredi », « 2e et 4e mardi », « 15 ».
  var namesDaysAlone: Bool {
    var days = WrittenRule()
    (days.weekdays, days.monthlyDays) = (weekdays, monthlyDays)
    return self == days && (!weekdays.isEmpty || !monthlyDays.isEmpty)
  }

  /// The days of the week that are named, and nothing else: « mardi », « mardi et jeudi », « du lundi au vendredi ».
  package static func weekdays(_ text: String) -> Set<Weekday>? {
    guard case .success(let rule) = read(text), rule.namesDaysAlone, rule.monthlyDays.isEmpty else { return nil }
    return rule.weekdays
  }

  /// The days of the month that are named, and nothing else: « 1er vendredi », « 2e et 4e mardi », « 15 », « dernier jour ».
  package static func monthlyDays(_ text: String) -> [Recurrence.MonthlyDay]? {
    if let number = RecurrenceWords.dayNumber(text) { return [.day(number)] }
    guard case .success(let rule) = read(text), rule.namesDaysAlone, rule.weekdays.isEmpty else { return nil }
    return rule.monthlyDays
  }

  /// What `sauf` leaves out, and nothing else: « vacances scolaires, 2026-02-21 au 2026-03-08 ».
  package static func exclusions(_ text: String) -> WrittenRule? {
    guard case .success(let rule) = read("sauf " + text) else { return nil }
    var excluded = WrittenRule()
    excluded.excluded = rule.excluded
    return rule == excluded ? rule : nil
  }
}

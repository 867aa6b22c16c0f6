import Diagnostics
import Site
import Text
import Time

/// When a place is open.
extension EntryReader {
  /// `horaires` and `fermetures`.
  mutating func openingHours() -> OpeningHours {
    var hours = OpeningHours(closures: closures())
    guard fields.has(.openingHours) else { return hours }
    let members = fields.map(.openingHours, example: "horaires: {mardi: 9h-19h, samedi: 10h-18h}") ?? []
    for member in members {
      guard let days = OpeningText.days(member.key) else {
        fields.report(.openingDaysNotUnderstood(place(member.keyRange), value: member.key))
        continue
      }
      guard let stretches = stretches(member.value) else { continue }
      for weekday in days {
        let all = ((hours.days[weekday] ?? []) + stretches).sorted { $0.start < $1.start }
        let isNamedTwice = hours.days[weekday].map { $0.isEmpty || stretches.isEmpty } ?? false
        if isNamedTwice || zip(all, all.dropFirst()).contains(where: { $0.end > $1.start }) {
          fields.report(.overlappingHours(place(member.keyRange), weekday: French.weekdayName(weekday)))
          break
        }
        hours.days[weekday] = all
      }
    }
    return hours
  }

  /// `9h-12h, 14h-19h`, or the same as a list.
  private mutating func stretches(_ value: FieldValue) -> [OpeningHours.Stretch]? {
    var texts: [(text: String, range: Range<Int>)] = []
    switch value.content {
    case .list(let items): texts = items.compactMap { fields.scalar($0, of: .openingHours) }
    case .scalar, .map, .empty: texts = [fields.scalar(value, of: .openingHours)].compactMap { $0 }
    }
    guard !texts.isEmpty else {
      if value.isBlank { fields.report(.openingHoursNotUnderstood(place(value.range), value: "")) }
      return nil
    }
    var result: [OpeningHours.Stretch] = []
    for text in texts {
      guard let found = OpeningText.hours(text.text) else {
        fields.report(.openingHoursNotUnderstood(place(text.range), value: text.text))
        return nil
      }
      result += found
    }
    return result.sorted { $0.start < $1.start }
  }

  /// `fermetures`: days, ranges, the two words for holidays; each with its year.
  private mutating func closures() -> Exclusions {
    var result = Exclusions()
    for item in fields.items(.closures) {
      guard let scalar = fields.scalar(item, of: .closures) else { continue }
      guard let rule = WrittenRule.exclusions(scalar.text) else {
        fields.report(.closureNotUnderstood(place(scalar.range), value: scalar.text))
        continue
      }
      let holidays = context.holidays
      let found = rule.resolvedExclusions(
        from: .first, to: nil, isCounted: false, schoolHolidays: holidays.school, publicHolidays: holidays.publicOnes)
      switch found {
      case .success(let found): result.formUnion(found)
      case .failure(let problem): report(problem, of: scalar)
      }
    }
    return result
  }

  private mutating func report(_ problem: WrittenRule.Problem, of closure: (text: String, range: Range<Int>)) {
    let place = place(closure.range)
    switch problem {
    case .yearNeeded(let day, let month):
      fields.report(.closureWithoutYear(place, day: WrittenRule.Problem.words(day: day, month: month)))
    case .schoolHolidaysUnknown, .wrongWeekday, .impossibleDay, .rangeBackwards:
      fields.report(
        .ruleProblem(
          problem, of: closure.text, at: place, first: Span(start: .day(.first)),
          unknownDepartment: context.holidays.unknownDepartment))
    default: fields.report(.closureNotUnderstood(place, value: closure.text))
    }
  }

  /// A telephone number, as it was written where it can't be dialled.
  mutating func phone(_ key: FieldKey = .phone) -> String? {
    guard let text = text(key) else { return nil }
    guard let number = PhoneNumber(text) else {
      if let range = fields.valueRange(key) { fields.report(.notANumberToCall(place(range), value: text)) }
      return text
    }
    return number.text
  }
}

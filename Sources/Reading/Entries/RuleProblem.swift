import Diagnostics
import Site
import Time

extension Diagnostic {
  static func ruleNotUnderstood(from rest: String, of text: String, at place: SourceLocation) -> Diagnostic {
    .ruleNotUnderstood(place, value: text, rest: rest, forms: RuleForms.nearest(to: text))
  }

  /// Why a rule that is understood can't be one of an event.
  ///
  /// - Parameters:
  ///   - first: the first occurrence, as `debut` and `fin` have it.
  ///   - unknownDepartment: see ``Settings/unknownDepartment``.
  static func ruleProblem(
    _ problem: WrittenRule.Problem, of text: String, at place: SourceLocation, first: Span, unknownDepartment: String?
  ) -> Diagnostic {
    switch problem {
    case .noRule: return ruleNotUnderstood(from: "", of: text, at: place)
    case .ruleBesideDates: return .wordsBesideDates(place, value: text)
    case .otherStart(let day): return .otherStart(place, day: day.iso, start: first.firstDay.iso)
    case .otherHours(let start, let end):
      let words = clock(start) + (end.map { " - " + clock($0) } ?? "")
      return .otherHours(place, hours: words, start: DateText.standard(first.start))
    case .otherLength(let days): return .otherLength(place, days: days)
    case .otherPartOfDay: return .otherPartOfDay(place, value: text, start: DateText.standard(first.start))
    case .impossibleDay(let day, let month):
      return .impossibleDate(
        place, value: text, "il n’y a pas de \(max(day, 1)) \(French.monthName(min(max(month, 1), 12)))")
    case .wrongWeekday(let weekday, let day):
      return .impossibleDate(place, value: text, DateText.Impossible.weekday(weekday, day).words)
    case .yearNeeded(let day, let month):
      return .yearNeeded(place, day: WrittenRule.Problem.words(day: day, month: month))
    case .untilBeforeStart(let day): return .untilBeforeStart(place, until: day.iso, start: first.firstDay.iso)
    case .rangeBackwards(let start, let end): return .rangeBackwards(place, from: start.iso, to: end.iso)
    case .schoolHolidaysUnknown: return .schoolHolidaysUnknown(place, department: unknownDepartment)
    }
  }

  private static func clock(_ minute: Int) -> String {
    CivilDateTime(day: .first, minuteOfDay: minute % 1440).timeOfDay
  }
}

extension WrittenRule.Problem {
  /// « 1er août », or « août » where it is the whole month; both numbers as they were written.
  static func words(day: Int, month: Int) -> String {
    let name = French.monthName(min(max(month, 1), 12))
    return day < 1 ? name : French.dayNumber(day) + " " + name
  }
}

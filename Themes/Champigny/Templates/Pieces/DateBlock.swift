import HTML
import Presenting
import Site
import Time

/// What a date block shows: at most three short lines, as much as is known.
struct DateBlock: Sendable, Hashable {
  /// « ven. »; `nil` where the day is not known.
  var small: String?
  /// « 5 », « 3–5 », or the month or the year where no more is known.
  var large: String
  /// « juil. », or the year under a month.
  var under: String?
  /// Of a day that is far away.
  var year: String?

  init(_ span: Span, showsYear: Bool = false) {
    switch span.start {
    case .year(let year):
      large = String(year)
    case .month(let month):
      large = French.shortMonthName(month.month)
      under = String(month.year)
    case .day, .minute:
      let (first, last) = (span.firstDay, span.lastListedDay)
      if first == last {
        small = French.shortWeekdayName(first.weekday)
        large = String(first.day)
      } else if first.civilMonth == last.civilMonth {
        large = "\(first.day)–\(last.day)"
      } else {
        small = "dès le"
        large = String(first.day)
      }
      under = French.shortMonthName(first.month)
      year = showsYear ? String(first.year) : nil
    }
  }
}

extension Champigny {
  /// Days ahead for which everybody knows the year, and those back in which something that goes on may have begun.
  private static let near = -90...300

  /// A date as a sheet of a wall calendar. It is for the eye only: beside it the date stands in words, to be heard.
  func dateBlock(_ span: Span, isOff: Bool = false, isOver: Bool = false, _ context: PageContext) -> HTML {
    let distance = context.day.map { span.firstDay.number - $0.number } ?? 0
    let block = DateBlock(span, showsYear: !Self.near.contains(distance))
    let length = block.large.count > 2 ? "date-large date-long" : "date-large"
    let small: HTML = "<span class=\"date-small\">\(block.small)</span>"
    let year = block.year.map { year in "<br>\(year)" as HTML }
    let under: HTML = "<span class=\"date-under\">\(block.under)\(year)</span>"
    return """
      <span class="\(isOff ? "date date-off" : isOver ? "date date-over" : "date")" aria-hidden="true">\(block.small == nil ? nil : small)\
      <span class="\(length)">\(block.large)</span>\(block.under == nil ? nil : under)</span>
      """
  }
}

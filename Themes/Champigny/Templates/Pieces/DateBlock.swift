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

  init(_ span: Span) {
    switch span.start {
    case .year(let year):
      large = String(year)
    case .month(let month):
      large = French.shortMonthName(month.month)
      under = String(month.year)
    case .day, .minute:
      let (first, last) = (span.firstDay, span.lastDay)
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
    }
  }
}

extension Champigny {
  /// A date as a sheet of a wall calendar. It is for the eye only: the date stands in words beside it.
  func dateBlock(_ span: Span, isOff: Bool = false, isOver: Bool = false) -> HTML {
    let block = DateBlock(span)
    let length = block.large.count > 2 ? "date-large date-long" : "date-large"
    let small: HTML = "<span class=\"date-small\">\(block.small)</span>"
    let under: HTML = "<span class=\"date-under\">\(block.under)</span>"
    return """
      <span class="\(isOff ? "date date-off" : isOver ? "date date-over" : "date")" aria-hidden="true">\(block.small == nil ? nil : small)\
      <span class="\(length)">\(block.large)</span>\(block.under == nil ? nil : under)</span>
      """
  }
}

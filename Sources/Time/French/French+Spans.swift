extension French {
  /// « 14 h », « 14 h 30 », « minuit » for 0, « midi » stays « 12 h ».
  package static func time(_ dateTime: CivilDateTime) -> String {
    if dateTime.minuteOfDay == 0 { return "minuit" }
    let hour = String(dateTime.hour) + noBreakSpace + "h"
    return dateTime.minute == 0 ? hour : hour + noBreakSpace + PartialDate.padded(dateTime.minute, 2)
  }

  /// « vendredi 5 juillet 2019, de 14 h à 18 h », « du 3 au 5 mai 2019 », « juin 2017 »: all that is known of a span,
  /// each part said once.
  package static func span(_ span: Span) -> String {
    guard case .minute(let start) = span.start else { return dates(span) }
    if span.lastsSeveralDays, let end = knownEnd(of: span) {
      let first = end.day.year == start.day.year ? dayAndMonth(start.day) : day(start.day)
      return "du " + first + " à " + time(start) + " au " + date(.minute(end))
    }
    return dateWithWeekday(.day(start.day)) + ", " + hoursWithinDay(span, start)
  }

  /// « de 14 h à 18 h », « à 14 h » where no end is given; « de 22 h à 2 h, le lendemain ». `nil` where no hour is known.
  package static func hours(_ span: Span) -> String? {
    guard case .minute(let start) = span.start else { return nil }
    return hoursWithinDay(span, start)
  }

  /// « vendredi 13 mars 2026 » and « de 14 h à 18 h », for what takes place within one day or evening; `nil` for all else.
  package static func dayAndHours(_ span: Span) -> (day: String, hours: String)? {
    guard case .minute(let start) = span.start else { return nil }
    if span.lastsSeveralDays { return nil }
    return (dateWithWeekday(.day(start.day)), hoursWithinDay(span, start))
  }

  /// « jusqu’au 3 mai 2026 », « à 18 h, jusqu’au 3 mai 2026 à 12 h »: what a span of several days says besides its first one;
  /// `nil` where it is within a month and no hour is known, or of no days.
  package static func untilWhen(_ span: Span) -> String? {
    switch (span.start, span.end) {
    case (.minute(let start), .minute(let end)?) where end > start:
      return "à " + time(start) + ", jusqu’au " + date(.minute(end))
    case (.day(let first), .day(let last)?) where last > first && last.civilMonth != first.civilMonth:
      return "jusqu’au " + day(last)
    case (.month(let first), .month(let last)?) where last > first: return "jusqu’en " + month(last)
    case (.year(let first), .year(let last)?) where last > first: return "jusqu’en \(last)"
    default: return nil
    }
  }

  private static func hoursWithinDay(_ span: Span, _ start: CivilDateTime) -> String {
    guard let end = knownEnd(of: span) else { return "à " + time(start) }
    let hours = "de " + time(start) + " à " + time(end)
    switch span.lastDay.number - start.day.number {
    case ...0: return hours
    case 1: return hours + ", le lendemain"
    case let days: return hours + ", " + numberWord(days) + " jours plus tard"
    }
  }

  /// The end that was given, where it makes sense: after the start and as precise.
  private static func knownEnd(of span: Span) -> CivilDateTime? {
    guard case .minute(let start) = span.start, case .minute(let end)? = span.end, end > start else { return nil }
    return end
  }

  /// A span of days, months or years.
  private static func dates(_ span: Span) -> String {
    guard let end = span.end, end.precision == span.start.precision, end.firstDay > span.start.firstDay else {
      return dateWithWeekday(span.start)
    }
    switch (span.start, end) {
    case (.day(let first), .day(let last)):
      if first.civilMonth == last.civilMonth { return "du " + dayNumber(first.day) + " au " + day(last) }
      return "du " + (first.year == last.year ? dayAndMonth(first) : day(first)) + " au " + day(last)
    case (.month(let first), .month(let last)):
      let start = first.year == last.year ? monthName(first.month) : month(first)
      return ofMonth(start) + " à " + month(last)
    default: return "de " + date(span.start) + " à " + date(end)
    }
  }

  /// « de juin », « d’avril ».
  package static func ofMonth(_ name: String) -> String { of(name) }

  /// « de nouvelle », « d’événement »: a word in small letters.
  package static func of(_ name: String) -> String {
    let startsWithVowel = name.first.map { "aeiouàâéèêîôûœ".contains($0) } ?? false
    return (startsWithVowel ? "d’" : "de ") + name
  }
}

/// When what is said in words begins, where nothing else says so: « tous les jeudis de 18h à 20h dès le 5 mars ».
extension WrittenRule {
  /// What the words say, with the first time that they name.
  ///
  /// - Parameter today: the day from which on a day is looked for that is said without its year, or not at all.
  package func resolved(
    from today: CivilDay, schoolHolidays: SchoolHolidays?, publicHolidays: PublicHolidays
  ) -> Result<(first: Span, Resolved), Problem> {
    do {
      let first = try first(onOrAfter: today)
      // The day that they begin with need not be one of the rule: « dès septembre », « à partir du 1er ».
      var rule = self
      rule.start = nil
      return rule.resolved(first: first, schoolHolidays: schoolHolidays, publicHolidays: publicHolidays)
        .map { (first, $0) }
    } catch {
      return .failure(error)
    }
  }

  private func first(onOrAfter today: CivilDay) throws(Problem) -> Span {
    let start = try start?.resolved(onOrAfter: today) ?? today
    let day: CivilDay
    if let listed = days.first {
      day = try listed.resolved(onOrAfter: start)
    } else if let month {
      guard let found = firstDay(inMonth: month, onOrAfter: start) else { throw .noRule }
      day = found
    } else {
      let (frequency, _, weeks) = try rule(on: start)
      // Its interval counts from the day that is looked for.
      guard let found = Recurrence.firstDay(of: frequency, weeks: weeks, onOrAfter: start) else {
        throw .noRule
      }
      day = found
    }
    if let hours {
      let begin = CivilDateTime(day: day, minuteOfDay: hours.start)
      return Span(start: .minute(begin), end: hours.finish(after: begin).map { .minute($0) })
    }
    guard let length, length > 1 else { return Span(start: .day(day)) }
    return Span(start: .day(day), end: .day(day.adding(days: length - 1)))
  }

  /// « Chaque année, le 1er samedi de juin », in one of the next years: the longest wait is for 29 February.
  private func firstDay(inMonth month: Int, onOrAfter start: CivilDay) -> CivilDay? {
    for year in start.year...start.year + 8 {
      guard let month = CivilMonth(year: year, month: month) else { return nil }
      if let day = monthlyDays.compactMap({ month.day($0) }).filter({ $0 >= start }).min() { return day }
    }
    return nil
  }
}

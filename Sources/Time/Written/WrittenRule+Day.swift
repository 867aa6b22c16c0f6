extension WrittenRule.Day {
  /// Stands for the last day of a month.
  static let endOfMonth = 0

  typealias Partial = (day: Int, month: Int?, year: Int?, weekday: Weekday?)

  /// « 3 mars 2026 », « mardi 3 mars », « 1er mai », « 2026-03-03 », « 3/3/2026 », « march 3, 2026 ».
  static func take(_ tokens: inout RuleTokens) -> WrittenRule.Day? {
    tokens.attempt { tokens in
      guard let partial = takePartial(&tokens), let month = partial.month else { return nil }
      return WrittenRule.Day(day: partial.day, month: month, year: partial.year, weekday: partial.weekday)
    }
  }

  /// A day whose month may be left out: « les 3, 10 et 17 mai ».
  static func takePartial(_ tokens: inout RuleTokens) -> Partial? {
    tokens.attempt { tokens in
      _ = tokens.take(oneOf: ["le", "the", "on"])
      let weekday = tokens.take(RecurrenceWords.weekday)
      _ = weekday != nil && tokens.take("le")
      if let day = tokens.take(inDigits) { return (day.day, day.month, day.year, weekday) }
      if let month = tokens.take({ DateText.months[$0] }) {
        guard let day = tokens.take(RecurrenceWords.dayNumber) else { return nil }
        let year: Int? = tokens.attempt { tokens in
          _ = tokens.take(",")
          return tokens.take(Self.year)
        }
        return (day, month, year, weekday)
      }
      guard let day = tokens.take(RecurrenceWords.dayNumber) else { return nil }
      _ = tokens.take("of")
      let month = tokens.take { DateText.months[$0] }
      return (day, month, month == nil ? nil : tokens.take(Self.year), weekday)
    }
  }

  /// « les 3, 10 et 17 mai 2026 », « 6 mars et 5 avril »: what is left out stands behind a later one.
  static func takeList(_ tokens: inout RuleTokens) -> [WrittenRule.Day]? {
    tokens.attempt { tokens in
      _ = tokens.take("les")
      guard let first = takePartial(&tokens) else { return nil }
      var list = [first]
      while let next: Partial = tokens.attempt({ tokens in
        guard tokens.take(oneOf: [",", "et", "and"]) else { return nil }
        _ = tokens.take(oneOf: ["et", "and", "les"])
        guard let partial = takePartial(&tokens) else { return nil }
        // « , 10 fois », « , 18 h ».
        return partial.month == nil && ["fois", "h", "seances"].contains(tokens.next) ? nil : partial
      }) { list.append(next) }
      var (month, year): (Int?, Int?) = (nil, nil)
      var days: [WrittenRule.Day] = []
      for partial in list.reversed() {
        if let known = partial.year { year = known }
        month = partial.month ?? month
        guard let month else { return nil }
        if let later = days.last, partial.year == nil, let known = later.year,
          (month, partial.day) > (later.month, later.day)
        {
          year = known - 1
        }
        days.append(WrittenRule.Day(day: partial.day, month: month, year: year, weekday: partial.weekday))
      }
      return days.reversed()
    }
  }

  /// « 2026 ».
  static func year(_ word: String) -> Int? { word.utf8.count == 4 ? Int(word) : nil }

  /// « 2026-03-05 », « 5/3/2026 », « 05/03 », « 05.03.2026 ».
  private static func inDigits(_ word: String) -> (day: Int, month: Int, year: Int?)? {
    for separator in ["-", "/", "."] {
      let numbers = word.split(separator: separator, omittingEmptySubsequences: false).map { Int($0) ?? -1 }
      guard (2...3).contains(numbers.count), numbers.allSatisfy({ $0 >= 0 }) else { continue }
      if numbers.count == 3, numbers[0] > 31 { return (numbers[2], numbers[1], numbers[0]) }
      if separator == "-" || numbers.count == 2 && separator == "." { continue }
      let year = numbers.count == 3 ? (numbers[2] < 100 ? 2000 + numbers[2] : numbers[2]) : nil
      return (numbers[0], numbers[1], year)
    }
    return nil
  }
}

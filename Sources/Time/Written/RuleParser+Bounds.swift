/// The hours of a rule in words, and from when until when it holds.
extension RuleParser {
  // MARK: Hours and length

  /// « de 18 h à 20 h 30 », « à 18h », « 18h-20h », « de 22 h à 2 h, le lendemain ».
  mutating func hours() -> Bool {
    attempt { parser in
      guard parser.rule.hours == nil else { return false }
      let opening = parser.tokens.take(oneOf: ["de", "a", "entre", "from", "at", "between"])
      guard let start = parser.time() else { return false }
      var hours = WrittenRule.Hours(start: start)
      if parser.tokens.take(oneOf: ["a", "-", "jusqu'a", "to", "until", "et", "and"]) {
        guard let end = parser.time() else { return false }
        hours.end = end
      } else if !opening, parser.rule.period == nil, parser.rule.weekdays.isEmpty, parser.rule.monthlyDays.isEmpty {
        return false
      }
      hours.endsDaysLater = parser.tokens.attempt { tokens in
        _ = tokens.take(",")
        if tokens.take("le", "lendemain") || tokens.take("lendemain") { return 1 }
        guard let days = tokens.take(RecurrenceWords.number), tokens.take("jours", "plus", "tard") else { return nil }
        return days
      }
      parser.rule.hours = hours
      return true
    }
  }

  /// Minutes since midnight.
  mutating func time() -> Int? {
    tokens.attempt { tokens in
      for count in [3, 2, 1] {
        guard tokens.index + count <= tokens.words.count else { continue }
        let text = tokens.words[tokens.index..<tokens.index + count].joined(separator: " ")
        let isHour = text.contains("h") || text.contains(":") || ["midi", "minuit"].contains(text)
        guard isHour, let time = DateText.time(text) else { continue }
        tokens.index += count
        return time.hour * 60 + time.minute
      }
      return nil
    }
  }

  /// « pendant trois jours ».
  mutating func length() -> Bool {
    attempt { parser in
      guard parser.rule.length == nil, parser.tokens.take(oneOf: ["pendant", "durant", "for"]),
        let days = parser.tokens.take(RecurrenceWords.number), parser.tokens.take(oneOf: ["jour", "jours", "days"])
      else { return false }
      parser.rule.length = days
      return true
    }
  }

  // MARK: Bounds

  /// « dates connues jusqu’au 31 août 2028 »: what the table of school holidays says, not the rule.
  mutating func knownDates() -> Bool {
    attempt { parser in
      guard parser.tokens.take("dates", "connues", "jusqu'au") else { return false }
      return WrittenRule.Day.take(&parser.tokens) != nil
    }
  }

  /// « 10 fois », « dix séances », « ten times ».
  mutating func count() -> Bool {
    attempt { parser in
      _ = parser.tokens.take(oneOf: ["pendant", "for"])
      guard parser.rule.count == nil, let count = parser.tokens.take(RecurrenceWords.number) else { return false }
      var total = count
      // « 12 500 fois »
      while total < 100, let more = parser.tokens.take({ $0.utf8.count == 3 ? Int($0) : nil }) {
        total = total * 1000 + more
      }
      guard parser.tokens.take(oneOf: ["fois", "seance", "seances", "rencontres", "dates", "times", "sessions"]) else {
        return false
      }
      // « une fois par mois » is another thing.
      guard parser.tokens.next != "par", parser.tokens.next != "a" else { return false }
      parser.rule.count = total
      return true
    }
  }

  /// « jusqu’au 3 juillet 2026 », « jusqu’à fin juin ».
  mutating func until() -> Bool {
    attempt { parser in
      guard parser.rule.until == nil, parser.tokens.take(oneOf: ["jusqu'au", "jusqu'a", "until", "till", "through"])
      else {
        return false
      }
      _ = parser.tokens.take("au") || parser.tokens.take("le")
      if parser.tokens.take("fin") || parser.tokens.take("the", "end", "of") {
        _ = parser.tokens.take("du", "mois", "de") || parser.tokens.take("de")
        guard let month = parser.tokens.take({ DateText.months[$0] }) else { return false }
        let year = parser.tokens.take(WrittenRule.Day.year)
        parser.rule.until = WrittenRule.Day(day: WrittenRule.Day.endOfMonth, month: month, year: year)
        return true
      }
      guard let day = WrittenRule.Day.take(&parser.tokens) else { return false }
      _ = parser.tokens.take(oneOf: ["inclus", "compris", "included"])
      parser.rule.until = day
      return true
    }
  }

  /// « à partir du 5 mars 2026 », « dès le 5 mars », « from 5 March 2026 ».
  mutating func start() -> Bool {
    attempt { parser in
      guard parser.rule.start == nil else { return false }
      guard
        parser.tokens.take("a", "partir", "du") || parser.tokens.take("a", "compter", "du")
          || parser.tokens.take("des", "le") || parser.tokens.take("depuis", "le")
          || parser.tokens.take("starting", "on")
          || parser.tokens.take(oneOf: ["from", "starting", "since"])
      else { return false }
      guard let day = WrittenRule.Day.take(&parser.tokens) else { return false }
      parser.rule.start = day
      return true
    }
  }

  /// « du 3 mars au 30 juin 2026 »: from when and until when.
  mutating func stretch() -> Bool {
    attempt { parser in
      guard parser.rule.start == nil, parser.rule.until == nil, parser.tokens.take(oneOf: ["du", "from"]),
        let days = parser.dayRange()
      else { return false }
      (parser.rule.start, parser.rule.until) = days
      return true
    }
  }

  /// « 3 mars au 30 juin 2026 », « 3 au 30 juin »: what stands behind the first of both is said once.
  mutating func dayRange() -> (WrittenRule.Day, WrittenRule.Day)? {
    tokens.attempt { tokens in
      let first = WrittenRule.Day.takePartial(&tokens)
      guard let first, tokens.take(oneOf: ["au", "-", "to", "a", "jusqu'au"]) else { return nil }
      _ = tokens.take("le")
      guard let last = WrittenRule.Day.take(&tokens) else { return nil }
      var day = WrittenRule.Day(day: first.day, month: first.month ?? last.month, year: first.year ?? last.year)
      day.weekday = first.weekday
      if first.year == nil, let year = last.year, (day.month, day.day) > (last.month, last.day) { day.year = year - 1 }
      return (day, last)
    }
  }
}

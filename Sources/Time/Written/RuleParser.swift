/// Reads a rule one clause after the other, in any order: what returns, its hours, its bounds, what is left out.
struct RuleParser {
  var tokens: RuleTokens
  var rule = WrittenRule()
  /// The word at which nothing more was understood.
  private(set) var furthest = 0

  init(_ tokens: RuleTokens) { self.tokens = tokens }

  /// The whole text; `nil` where some of it is not understood, or nothing that returns is named.
  mutating func parse() -> WrittenRule? {
    while true {
      while tokens.take(oneOf: [",", "et", "and"]) {}
      furthest = max(furthest, tokens.index)
      if tokens.isAtEnd { break }
      if tokens.take("puis") {
        guard let next = following() else { return nil }
        rule.next = next
        break
      }
      guard clause() else { return nil }
    }
    return rule
  }

  /// The rules behind « puis », each with the day from which it holds.
  mutating func following() -> [WrittenRule]? {
    while tokens.take(oneOf: [","]) {}
    var parser = RuleParser(tokens)
    guard var rule = parser.parse(), rule.start != nil else {
      furthest = parser.furthest
      return nil
    }
    let later = rule.next
    rule.next = []
    return [rule] + later
  }

  mutating func clause() -> Bool {
    knownDates() || parity() || count() || until() || exclusions() || length() || hours() || start() || stretch()
      || period() || oneOf() || monthlyDays() || weekdays() || listedDays()
  }

  /// Lets `body` read into the rule; where it does not understand, nothing has happened.
  mutating func attempt(_ body: (inout RuleParser) -> Bool) -> Bool {
    let before = self
    if body(&self) { return true }
    self = before
    return false
  }

  // MARK: What returns

  /// « tous les jours », « toutes les deux semaines », « chaque mois », « every other week », « hebdomadaire ».
  mutating func period() -> Bool {
    attempt { parser in
      var interval = 1
      if let period = parser.tokens.take({ RecurrenceWords.rhythms[$0] }) { return parser.set(period, 1) }
      if parser.tokens.take("tous", "les") || parser.tokens.take("toutes", "les") {
        interval = parser.tokens.take(RecurrenceWords.number) ?? 1
      } else if parser.tokens.take("every") {
        interval = parser.tokens.take("other") ? 2 : parser.tokens.take(RecurrenceWords.number) ?? 1
      } else if !parser.tokens.take(oneOf: ["chaque", "each"]) {
        return false
      }
      guard let period = parser.tokens.take({ RecurrenceWords.periods[$0] }) else { return false }
      _ = period == .year && parser.tokens.take("bissextile")
      if period == .day, [8, 15].contains(interval) { return parser.set(.week, interval / 7) }
      return parser.set(period, interval)
    }
  }

  mutating func set(_ period: RecurrenceWords.Period, _ interval: Int) -> Bool {
    guard rule.period == nil, rule.interval == nil else { return false }
    rule.period = period
    rule.interval = interval
    return true
  }

  /// « un mardi sur deux », « une semaine sur trois », « every other Tuesday ».
  mutating func oneOf() -> Bool {
    attempt { parser in
      if parser.tokens.take("every", "other") {
        guard let weekday = parser.tokens.take(RecurrenceWords.weekday) else { return false }
        return parser.set(.week, 2) && parser.add([weekday])
      }
      guard parser.tokens.take(oneOf: ["un", "une", "1"]) else { return false }
      if let weekday = parser.tokens.take(RecurrenceWords.weekday) {
        parser.takePartOfDay()
        guard parser.tokens.take("sur"), let interval = parser.tokens.take(RecurrenceWords.number) else { return false }
        return parser.set(.week, interval) && parser.add([weekday])
      }
      guard let period = parser.tokens.take({ RecurrenceWords.periods[$0] }), parser.tokens.take("sur"),
        let interval = parser.tokens.take(RecurrenceWords.number)
      else { return false }
      return parser.set(period, interval)
    }
  }

  mutating func add(_ weekdays: Set<Weekday>) -> Bool {
    guard rule.weekdays.isEmpty, rule.monthlyDays.isEmpty else { return false }
    rule.weekdays = weekdays
    return true
  }

  /// « du lundi au vendredi », « tous les mardis et jeudis », « le mardi et le jeudi », « chaque mardi soir », « mardi ».
  mutating func weekdays() -> Bool {
    attempt { parser in
      if let range = parser.weekdayRange() { return parser.add(range) }
      var weekdays: Set<Weekday> = []
      repeat {
        let found: Weekday? = parser.tokens.attempt { tokens in
          Self.takeEach(&tokens)
          guard let weekday = tokens.take(RecurrenceWords.weekday) else { return nil }
          // « mardi 3 mars » is a day, not a rule.
          return tokens.attempt { WrittenRule.Day.take(&$0) } == nil ? weekday : nil
        }
        guard let weekday = found else { return false }
        weekdays.insert(weekday)
        parser.takePartOfDay()
      } while parser.takeSeparator { tokens in
        Self.takeEach(&tokens)
        return tokens.next.flatMap(RecurrenceWords.weekday) != nil
      }
      _ = parser.tokens.take("de", "chaque", "semaine") || parser.tokens.take("chaque", "semaine")
      return parser.add(weekdays)
    }
  }

  mutating func weekdayRange() -> Set<Weekday>? {
    tokens.attempt { tokens in
      _ = tokens.take("tous", "les", "jours") || tokens.take(oneOf: ["every", "chaque"])
      _ = tokens.take(oneOf: ["du", "de", "from", "le"])
      guard let first = tokens.take(RecurrenceWords.weekday), tokens.take(oneOf: ["au", "a", "-", "to", "through"]),
        let last = tokens.take(RecurrenceWords.weekday)
      else { return nil }
      let days = last.rawValue - first.rawValue
      let length = (days + 7) % 7
      return Set((0...length).compactMap { Weekday(rawValue: (first.rawValue - 1 + $0) % 7 + 1) })
    }
  }

  /// « tous les », « chaque », « le », « every », « on »: what may stand before a day that returns.
  static func takeEach(_ tokens: inout RuleTokens) {
    while tokens.take("tous", "les") || tokens.take("toutes", "les")
      || tokens.take(oneOf: ["chaque", "le", "les", "every", "each", "on", "the"])
    {}
  }

  mutating func takePartOfDay() {
    let part: PartOfDay? = tokens.attempt { tokens in
      _ = tokens.take("en") || tokens.take("le") || tokens.take("fin", "de")
      let part = tokens.take(PartOfDay.init)
      if part == .afternoon { _ = tokens.take("midi") }
      return part
    }
    if let part { rule.partOfDay = part }
  }

  /// Takes « , » or « et » if what follows it goes on with the list.
  mutating func takeSeparator(before follows: (inout RuleTokens) -> Bool) -> Bool {
    tokens.attempt { tokens in
      guard tokens.take(oneOf: [",", "et", "and", "ou"]) else { return nil }
      _ = tokens.take(oneOf: ["et", "and"])
      var ahead = tokens
      return follows(&ahead) ? true : nil
    } ?? false
  }

  /// « chaque premier vendredi du mois », « les 2e et 4e mardis du mois », « le 1er et le 15 du mois », « le dernier jour du
  /// mois », « le 15 de chaque mois », and beside « chaque année » « le premier vendredi de mars », « le 5 juillet ».
  mutating func monthlyDays() -> Bool {
    attempt { parser in
      guard let ranks = parser.ranks() else { return false }
      let isOfMonth = parser.takeOfMonth()
      var month: Int?
      if !isOfMonth, parser.rule.period == .year {
        month = parser.tokens.attempt { tokens in
          _ = tokens.take(oneOf: ["de", "du", "of", "in", "en"])
          return tokens.take { DateText.months[$0] }
        }
      }
      // A number alone is a day of the month only where the month is spoken of.
      let isCertain = isOfMonth || month != nil || parser.rule.period == .month || parser.isWhole
      let hasNumbers = ranks.contains { if case .day = $0 { true } else { false } }
      guard !hasNumbers || isCertain else { return false }
      guard parser.rule.weekdays.isEmpty, parser.rule.monthlyDays.isEmpty, Set(ranks.map(\.sort)).count == 1 else {
        return false
      }
      parser.rule.monthlyDays = Array(Set(ranks)).sorted()
      parser.rule.month = month
      return true
    }
  }

  /// Whether all of the text was read.
  var isWhole: Bool { tokens.isAtEnd }

  /// « du mois », « de chaque mois qui en a un », « of the month ».
  mutating func takeOfMonth() -> Bool {
    tokens.attempt { tokens in
      guard
        tokens.take("du", "mois") || tokens.take("de", "chaque", "mois") || tokens.take("de", "tous", "les", "mois")
          || tokens.take("des", "mois") || tokens.take("of", "the", "month") || tokens.take("of", "each", "month")
          || tokens.take("of", "every", "month") || tokens.take("par", "mois")
      else { return nil }
      _ = tokens.take("qui", "en", "a", "un")
      return true
    } ?? false
  }

  /// Ranks of weekdays and numbers of days, as far as they are listed.
  mutating func ranks() -> [Recurrence.MonthlyDay]? {
    var days: [Recurrence.MonthlyDay] = []
    /// Ranks whose weekday is named behind the last of them: « les 2e et 4e mardis ».
    var waiting: [(nth: Int?, number: Int?)] = []
    repeat {
      Self.takeEach(&tokens)
      if tokens.take("dernier", "jour") || tokens.take("last", "day") || tokens.take("derniers", "jours") {
        days.append(.last)
        continue
      }
      guard let word = tokens.next else { return nil }
      let (nth, number) = (RecurrenceWords.ordinals[word], RecurrenceWords.dayNumber(word))
      guard nth != nil || number != nil else { return nil }
      tokens.index += 1
      // « 1 vendredi » is none, « 1er vendredi » is the first.
      waiting.append((nth ?? number.flatMap { (1...5).contains($0) && word.count == 1 ? $0 : nil }, number))
      if let weekday = tokens.take(RecurrenceWords.weekday) {
        for rank in waiting {
          guard let nth = rank.nth else { return nil }
          days.append(.weekday(weekday, nth: nth))
        }
        waiting = []
        takePartOfDay()
      }
    } while takeSeparator { tokens in
      Self.takeEach(&tokens)
      guard let word = tokens.next else { return false }
      guard RecurrenceWords.ordinals[word] != nil || RecurrenceWords.dayNumber(word) != nil else { return false }
      // « 15, 18 h » goes on with an hour.
      return DateText.time(word) == nil && tokens.word(1) != "h" && tokens.word(1) != "fois"
    }
    for rank in waiting {
      guard let number = rank.number else { return nil }
      days.append(.day(number))
    }
    return days
  }

  /// « semaines impaires », « les semaines paires », « odd weeks ».
  mutating func parity() -> Bool {
    attempt { parser in
      _ = parser.tokens.take(oneOf: ["les", "des", "en", "de", "la", "in", "on", "of", "chaque", "pendant"])
      _ = parser.tokens.take("les")
      let parity: Recurrence.WeekParity?
      if parser.tokens.take(oneOf: ["semaine", "semaines"]) {
        parity = parser.tokens.take { Self.parities[$0] }
      } else {
        parity = parser.tokens.take { Self.parities[$0] }
        guard parser.tokens.take(oneOf: ["week", "weeks"]) else { return false }
      }
      guard let parity, parser.rule.weeks == nil else { return false }
      parser.rule.weeks = parity
      return true
    }
  }

  private static let parities: [String: Recurrence.WeekParity] = [
    "paire": .even, "paires": .even, "even": .even, "impaire": .odd, "impaires": .odd, "odd": .odd,
  ]
}

extension Recurrence.MonthlyDay {
  /// Days of one sort may stand in one rule.
  var sort: Int {
    switch self {
    case .day, .last: return 0
    case .weekday: return 1
    }
  }
}

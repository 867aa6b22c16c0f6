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
  private mutating func following() -> [WrittenRule]? {
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

  private mutating func clause() -> Bool {
    knownDates() || parity() || count() || until() || exclusions() || length() || hours() || start() || stretch()
      || period() || oneOf() || monthlyDays() || weekdays() || listedDays()
  }

  /// Lets `body` read into the rule; where it does not understand, nothing has happened.
  private mutating func attempt(_ body: (inout RuleParser) -> Bool) -> Bool {
    let before = self
    if body(&self) { return true }
    self = before
    return false
  }

  // MARK: What returns

  /// « tous les jours », « toutes les deux semaines », « chaque mois », « every other week », « hebdomadaire ».
  private mutating func period() -> Bool {
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

  private mutating func set(_ period: RecurrenceWords.Period, _ interval: Int) -> Bool {
    guard rule.period == nil, rule.interval == nil else { return false }
    rule.period = period
    rule.interval = interval
    return true
  }

  /// « un mardi sur deux », « une semaine sur trois », « every other Tuesday ».
  private mutating func oneOf() -> Bool {
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

  private mutating func add(_ weekdays: Set<Weekday>) -> Bool {
    guard rule.weekdays.isEmpty, rule.monthlyDays.isEmpty else { return false }
    rule.weekdays = weekdays
    return true
  }

  /// « du lundi au vendredi », « tous les mardis et jeudis », « le mardi et le jeudi », « chaque mardi soir », « mardi ».
  private mutating func weekdays() -> Bool {
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

  private mutating func weekdayRange() -> Set<Weekday>? {
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
  private static func takeEach(_ tokens: inout RuleTokens) {
    while tokens.take("tous", "les") || tokens.take("toutes", "les")
      || tokens.take(oneOf: ["chaque", "le", "les", "every", "each", "on", "the"])
    {}
  }

  private mutating func takePartOfDay() {
    let part: PartOfDay? = tokens.attempt { tokens in
      _ = tokens.take("en") || tokens.take("le") || tokens.take("fin", "de")
      let part = tokens.take(PartOfDay.init)
      if part == .afternoon { _ = tokens.take("midi") }
      return part
    }
    if let part { rule.partOfDay = part }
  }

  /// Takes « , » or « et » if what follows it goes on with the list.
  private mutating func takeSeparator(before follows: (inout RuleTokens) -> Bool) -> Bool {
    tokens.attempt { tokens in
      guard tokens.take(oneOf: [",", "et", "and", "ou"]) else { return nil }
      _ = tokens.take(oneOf: ["et", "and"])
      var ahead = tokens
      return follows(&ahead) ? true : nil
    } ?? false
  }

  /// « chaque premier vendredi du mois », « les 2e et 4e mardis du mois », « le 1er et le 15 du mois », « le dernier jour du
  /// mois », « le 15 de chaque mois », and beside « chaque année » « le premier vendredi de mars », « le 5 juillet ».
  private mutating func monthlyDays() -> Bool {
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
  private var isWhole: Bool { tokens.isAtEnd }

  /// « du mois », « de chaque mois qui en a un », « of the month ».
  private mutating func takeOfMonth() -> Bool {
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
  private mutating func ranks() -> [Recurrence.MonthlyDay]? {
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
  private mutating func parity() -> Bool {
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

  // MARK: Hours and length

  /// « de 18 h à 20 h 30 », « à 18h », « 18h-20h », « de 22 h à 2 h, le lendemain ».
  private mutating func hours() -> Bool {
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
  private mutating func time() -> Int? {
    tokens.attempt { tokens in
      if tokens.take("midi") { return 720 }
      if tokens.take("minuit") { return 0 }
      for count in [3, 2, 1] {
        guard tokens.index + count <= tokens.words.count else { continue }
        let text = tokens.words[tokens.index..<tokens.index + count].joined(separator: " ")
        guard text.contains("h") || text.contains(":"), let time = DateText.time(text) else { continue }
        tokens.index += count
        return time.hour * 60 + time.minute
      }
      return nil
    }
  }

  /// « pendant trois jours ».
  private mutating func length() -> Bool {
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
  private mutating func knownDates() -> Bool {
    attempt { parser in
      guard parser.tokens.take("dates", "connues", "jusqu'au") else { return false }
      return WrittenRule.Day.take(&parser.tokens) != nil
    }
  }

  /// « 10 fois », « dix séances », « ten times ».
  private mutating func count() -> Bool {
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
  private mutating func until() -> Bool {
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
  private mutating func start() -> Bool {
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
  private mutating func stretch() -> Bool {
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

  // MARK: What is left out

  /// « sauf le 1er mai et du 21 février au 8 mars 2026 », « hors vacances scolaires », « en période scolaire ».
  private mutating func exclusions() -> Bool {
    attempt { parser in
      if parser.tokens.take("en", "periode", "scolaire") || parser.tokens.take("pendant", "la", "periode", "scolaire")
        || parser.tokens.take("in", "term", "time") || parser.tokens.take("during", "term", "time")
      {
        parser.rule.excluded.append(.schoolHolidays)
        return true
      }
      guard
        parser.tokens.take(oneOf: ["sauf", "hors", "excepte", "except", "excluding"])
          || parser.tokens.take("a", "l'exception", "de") || parser.tokens.take("a", "l'exception", "des")
          || parser.tokens.take("a", "l'exception", "du")
      else { return false }
      var days: [WrittenRule.Excluded] = []
      repeat {
        guard let found = parser.excluded() else { return false }
        days += found
      } while parser.takeSeparator { tokens in
        var ahead = RuleParser(tokens)
        return ahead.excluded() != nil
      }
      parser.rule.excluded += days
      return true
    }
  }

  private mutating func excluded() -> [WrittenRule.Excluded]? {
    _ = tokens.take(oneOf: ["sauf", "hors", "except"])
    _ =
      tokens.take("pendant") || tokens.take("durant") || tokens.take("during") || tokens.take("en") || tokens.take("au")
    let article = tokens.index
    _ = tokens.take(oneOf: ["les", "des", "the", "mois"])
    if tokens.take("vacances") {
      _ = tokens.take("scolaires")
      return [.schoolHolidays]
    }
    if tokens.take("school", "holidays") { return [.schoolHolidays] }
    if tokens.take("jours", "feries") || tokens.take("jour", "ferie") || tokens.take("feries") {
      return [.publicHolidays]
    }
    if tokens.take("public", "holidays") || tokens.take("bank", "holidays") { return [.publicHolidays] }
    tokens.index = article
    let month: WrittenRule.Excluded? = tokens.attempt { tokens in
      _ = tokens.take("le", "mois", "de") || tokens.take("mois", "de") || tokens.take("le", "mois")
      guard let month = tokens.take({ DateText.months[$0] }) else { return nil }
      // « may 1 », « mars 2026 ».
      if let next = tokens.next, let number = Int(next), number < 32 { return nil }
      return .month(month, year: tokens.take(WrittenRule.Day.year))
    }
    if let month { return [month] }
    _ = tokens.take(oneOf: ["du", "from"])
    if let days = dayRange() { return [.days(from: days.0, to: days.1)] }
    tokens.index = article
    return WrittenRule.Day.takeList(&tokens)?.map { .day($0) }
  }

  // MARK: Days that are listed

  /// « les 6 février et 13 mars 2026 », « 2026-02-06, 2026-03-13 ».
  private mutating func listedDays() -> Bool {
    attempt { parser in
      guard parser.rule.days.isEmpty, let days = WrittenRule.Day.takeList(&parser.tokens) else { return false }
      // « chaque année, le 5 juillet »
      if parser.rule.period == .year, parser.rule.monthlyDays.isEmpty, let first = days.first,
        days.allSatisfy({ $0.year == nil && $0.month == first.month })
      {
        parser.rule.monthlyDays = days.map { .day($0.day) }.sorted()
        parser.rule.month = first.month
        return true
      }
      parser.rule.days = days
      return true
    }
  }
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

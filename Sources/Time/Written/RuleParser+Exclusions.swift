/// What a rule in words leaves out, and days that are listed in the place of a rule.
extension RuleParser {
  // MARK: What is left out

  /// « sauf le 1er mai et du 21 février au 8 mars 2026 », « hors vacances scolaires », « en période scolaire ».
  mutating func exclusions() -> Bool {
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

  mutating func excluded() -> [WrittenRule.Excluded]? {
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
  mutating func listedDays() -> Bool {
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

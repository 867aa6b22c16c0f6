import Text

/// Opening hours as people write them: the days in front of the colon, the hours behind it.
package enum OpeningText {
  private static let allDays: Set<String> = [
    "tous les jours", "chaque jour", "7 jours sur 7", "7j/7", "every day", "daily", "du lundi au dimanche",
  ]

  /// « mardi », « du mercredi au vendredi », « samedi et dimanche », « tous les jours »; `nil` where days are not all that is
  /// said.
  package static func days(_ text: String) -> [Weekday]? {
    if allDays.contains(Folding.folded(text)) { return Weekday.allCases }
    return WrittenRule.weekdays(text)?.sorted { $0.rawValue < $1.rawValue }
  }

  private static let closed: Set<String> = ["ferme", "fermee", "closed", "-", "–", "—", "non", "no", "false"]
  private static let separators = [",", ";", "/", " puis ", " et de ", " et ", " & "]

  /// « 9h-12h, 14h-19h », « de 10h à minuit », « fermé » (none), in the order of the day; `nil` where it can't be understood.
  package static func hours(_ text: String) -> [OpeningHours.Stretch]? {
    let folded = Folding.folded(text)
    if closed.contains(folded) { return [] }
    guard folded.utf8.count <= 200 else { return nil }
    var parts = [folded]
    for separator in separators { parts = parts.flatMap { $0.split(separator: separator).map(String.init) } }
    parts = parts.filter { $0.contains { $0 != " " } }
    if parts.isEmpty { return nil }
    var stretches: [OpeningHours.Stretch] = []
    for part in parts {
      guard case .success(let rule) = WrittenRule.read(part), let hours = rule.hours, let end = hours.end,
        hours.endsDaysLater ?? 1 == 1
      else { return nil }
      var alone = WrittenRule()
      alone.hours = hours
      guard rule == alone else { return nil }
      stretches.append(OpeningHours.Stretch(start: hours.start, end: end <= hours.start ? end + 1440 : end))
    }
    return stretches.sorted { $0.start < $1.start }
  }
}

/// What the summary of a build says of the calendars.
package enum CalendarNote {
  /// `file` is its address on the site.
  package static func shortened(_ file: String, omitted: Int) -> String {
    let what =
      omitted == 1
      ? "le plus ancien rendez-vous passé n’y est plus, il reste"
      : "les \(omitted)\u{A0}plus anciens rendez-vous passés n’y sont plus, ils restent"
    return "L’agenda \(file) aurait été trop lourd pour Google\u{A0}: \(what) sur le site."
  }

  /// Even without anything past it is too large.
  package static func tooLarge(_ file: String, bytes: Int) -> String {
    "L’agenda \(file) pèse \((bytes + 999) / 1000)\u{A0}ko\u{A0}: Google le refusera peut-être."
  }

  /// `titles` are those of events that have no day.
  package static func undated(_ titles: [String]) -> String {
    let names = titles.prefix(5).map { "«\u{A0}\($0)\u{A0}»" }.joined(separator: ", ")
    let end = titles.count > 5 ? "…" : "."
    return titles.count == 1
      ? "Sans jour connu, ce rendez-vous est sur le site mais pas dans les agendas\u{A0}: \(names)\(end)"
      : "Sans jour connu, ces \(titles.count)\u{A0}rendez-vous sont sur le site mais pas dans les agendas\u{A0}: \(names)\(end)"
  }
}

extension Diagnostic {
  /// - Parameters:
  ///   - day: the last one for which dates are published.
  ///   - isOfSchool: whether that is the last one of which school holidays are known.
  package static func knownDatesEnd(_ file: String, title: String, day: String, isOfSchool: Bool) -> Diagnostic {
    let place = SourceLocation(file: file)
    if isOfSchool {
      return warning(
        "known-dates-end", place,
        "Les vacances scolaires ne sont connues que jusqu’au \(day)\u{A0}: \(Wording.quoted(title)) n’a plus de date ensuite.",
        "Prenez une version plus récente de gazette, ou donnez la suite dans Content/site.yml\u{A0}:"
          + " vacances: [{du: 2028-10-21, au: 2028-11-05}]")
    }
    return warning(
      "known-dates-end", place,
      "Les dates de \(Wording.quoted(title)) ne sont publiées que jusqu’au \(day).",
      "Si le rendez-vous continue, écrivez dans une nouvelle fiche la même répétition, avec un «\u{A0}debut\u{A0}» plus"
        + " récent.")
  }

  /// - Parameters:
  ///   - days: those on which it falls, with the names of the holidays, in order; at least one.
  ///   - example: the first of them as `sauf` takes it.
  package static func onPublicHolidays(_ file: String, title: String, days: [String], example: String) -> Diagnostic {
    let listed = Wording.joined(Array(days.prefix(3)), "et")
    let more = days.count > 3 ? " (et \(Wording.count(days.count - 3, "autre")) en un an)" : ""
    return note(
      "on-public-holidays", SourceLocation(file: file),
      "\(Wording.quoted(title)) tombe un jour férié\u{A0}: \(listed)\(more).",
      "S’il n’a pas lieu ces jours-là, ajoutez «\u{A0}sauf jours fériés\u{A0}» aux mots de la répétition, ou la ligne"
        + " sauf: jours fériés (ou sauf: [\(example)]).")
  }
}

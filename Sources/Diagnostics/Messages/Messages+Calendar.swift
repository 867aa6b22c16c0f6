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

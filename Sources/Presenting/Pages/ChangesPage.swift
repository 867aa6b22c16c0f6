import Site
import Time

/// What became otherwise in the agenda.
package struct ChangesPage: Sendable {
  /// The changes that came on one day, newest first.
  package struct Day: Sendable {
    package var day: CivilDay
    package var lines: [ChangeLine]

    package init(day: CivilDay, lines: [ChangeLine]) {
      self.day = day
      self.lines = lines
    }
  }

  package var days: [Day]

  package init(days: [Day]) { self.days = days }
}

/// A change of one date, in words.
package struct ChangeLine: Sendable, Hashable {
  package var moment: Instant
  /// What the event is called; of one that is no longer on the site nothing is said, for somebody may have asked for it.
  package var title: String
  /// Its page; `nil` where it has none any more.
  package var path: SitePath?
  /// « Annulé », « Date déplacée », « Rétabli »: what became of it, with what belongs to it.
  package var label: String
  /// When it takes place, or was to: « samedi 27 juin 2026, de 19 h à 21 h, Salle Jean-Vilar, 1 rue du Lac ».
  package var time: String
  /// « au lieu de : samedi 20 juin 2026, de 19 h à 21 h »; `nil` where its time is the same.
  package var insteadOf: String?
  /// Why, in the words of the author.
  package var reason: String?

  package init(_ change: EventChange, in site: Site) {
    moment = change.moment
    title = change.event.title
    path = change.event.path
    let before = change.before
    func words(_ event: Event, _ date: Occurrence) -> String {
      let rule = change.scope == .allDates ? French.returning(event.schedule, on: date.plannedDay) : nil
      return rule ?? French.span(date.span)
    }
    time = words(change.earlier, before)
    if change.after == nil, change.earlier == change.event {
      (title, path) = (Self.withdrawn, nil)
      label = "Retiré de l’agenda"
      return
    }
    let rule = change.scope == .rule ? site.scheduleInWords(of: change.event).joined(separator: ", ") : ""
    if !rule.isEmpty {
      label = "Nouvel horaire"
      time = rule
      insteadOf = StateWords.insteadOf(site.scheduleInWords(of: change.earlier).joined(separator: ", "))
      return
    }
    guard let after = change.after else {
      label = StateWords.gone
      return
    }
    reason = after.reason
    if after.isOff {
      label = StateWords(after)?.label ?? ""
    } else {
      let date = DateChange(
        from: (before, site.venue(of: change.earlier, at: before)), to: (after, site.venue(of: change.event, at: after))
      )
      var shown = after
      shown.announced = date.isMoved ? before.span : nil
      shown.location = date.isElsewhere ? change.event.location(of: after) : nil
      shown.isRelocated = date.isElsewhere
      shown.isRescheduled = false
      label = date.isRestored ? Self.restored : StateWords(shown)?.label ?? ""
      time = words(change.event, after) + (date.newVenue.map { ", " + $0.line } ?? "")
      if date.isMoved { insteadOf = StateWords.insteadOf(words(change.earlier, before)) }
    }
  }

  /// « Annulé : Le bal, samedi 20 juin 2026 », for lists that show nothing else.
  package var headline: String { "\(label)\u{A0}: \(title), \(time)" }

  package static let withdrawn = "Rendez-vous retiré"
  private static let restored = "Aura bien lieu"
}

import Site
import Time

/// An issue of the newsletter with all that it holds; page, HTML mail and text mail say the same.
package struct Letter: Sendable {
  package var site: Site
  package var issue: Issue
  /// Pinned ones first, then newest first, or as the issue lists them.
  package var news: [News]
  /// What is to come, in the order of time; cancelled, postponed and moved occurrences among them.
  package var agenda: [AgendaItem]
  /// The same, each event once; with the regular meetings whose dates are not known.
  package var groups: EventGroups
  /// The partners of its news and events, each once, by name.
  package var partners: [Partner]
  package var links: LetterLinks
  /// Of a letter that was sent: what has become since of what it announced, in words.
  package var updates: [AgendaItem: String] = [:]
  /// Google's pages for adding what takes place, as far as is known now, on a day that is known.
  package var googleLinks: [AgendaItem: String] = [:]

  /// A line with all that is said of its event.
  package struct Line: Sendable, Hashable {
    package var line: EventLine
    /// Where its date takes place; of a regular meeting where it usually does.
    package var venue: Venue?
    /// What the event is about, and ``facts``, are said once: where it first takes place, else where it comes first. Empty
    /// elsewhere.
    package var summary: String
    package var facts: [EventFact]
    /// What is otherwise since the letter was sent: « samedi 27 juin 2026, de 19 h à 21 h », and of dates that it says beside
    /// its own « le vendredi 3 juillet : annulé »; `nil` where nothing is.
    package var update: String?
    /// Google's page for adding it; `nil` where nobody can add it: its day is not known, or it does not take place.
    package var googleLink: String?

    /// « Mise à jour : annulé », where anything is otherwise.
    package var updateSentence: String? { update.map { LetterUpdate.label + "\u{A0}: " + $0 } }
  }

  package init(
    site: Site, issue: Issue, news: [News], agenda: [AgendaItem], groups: EventGroups, partners: [Partner],
    links: LetterLinks
  ) {
    self.site = site
    self.issue = issue
    self.news = news
    self.agenda = agenda
    self.groups = groups
    self.partners = partners
    self.links = links
  }

  /// The regular meetings in it of which no date is known.
  package var withoutDates: [Event] { groups.regular.map(\.event).filter { $0.schedule.firstDay == nil } }

  /// The dates of the letter, then what goes on, then what is regular.
  package typealias Lines = (dated: [Line], ongoing: [Line], regular: [Line])

  /// Put together anew each time it is asked for.
  package var lines: Lines {
    let all = groups.dated + groups.ongoing + groups.regular
    // What stands among the regular meetings is described there.
    var describing: [EntryKey: EventLine] = [:]
    for line in all where describing[line.event.key].map({ $0.rank < line.rank }) ?? true {
      describing[line.event.key] = line
    }
    let shown = Set((groups.dated + groups.ongoing).compactMap(\.item))
    func lines(_ lines: [EventLine], isRegular: Bool = false) -> [Line] {
      lines.map { line in
        let isDescribing = describing[line.event.key] == line
        let own = isRegular ? nil : line.item.flatMap { updates[$0] }
        let others = isDescribing ? update(of: line.event, but: shown, besides: own) : nil
        let changes = [own, others].compactMap { $0 }
        return Line(
          line: line, venue: isRegular ? site.venue(line.usualLocation) : line.item?.venue,
          summary: isDescribing ? line.event.entry.summary : "", facts: isDescribing ? facts(of: line.event) : [],
          update: changes.isEmpty ? nil : changes.joined(separator: "\u{A0}; "),
          googleLink: line.item.flatMap { googleLinks[$0] })
      }
    }
    return (lines(groups.dated), lines(groups.ongoing), lines(groups.regular, isRegular: true))
  }

  /// What is otherwise of the dates of an event that have no line of their own among `shown`.
  private func update(of event: Event, but shown: Set<AgendaItem>, besides own: String?) -> String? {
    if updates.isEmpty { return nil }
    let dates = agenda.filter { $0.event.key == event.key }
    let changed = dates.filter { updates[$0] != nil && !shown.contains($0) }
    // What has become of all of it is said once.
    let words = Set(dates.map { updates[$0] })
    if dates.count > 1, words.count == 1, let all = words.first { return all == own ? nil : all }
    if changed.count > Self.fewUpdates { return French.count(changed.count, "date") + " ont changé" }
    let named = changed.compactMap { item in
      updates[item].map { "le \(French.weekdayAndDay(item.occurrence.span.firstDay))\u{A0}: \($0)" }
    }
    return named.isEmpty ? nil : named.joined(separator: "\u{A0}; ")
  }

  /// How many dates that have changed are named at most.
  private static let fewUpdates = 3

  /// As of the day on which it is sent.
  private func facts(of event: Event) -> [EventFact] {
    let sending = CivilDateTime(day: issue.sendDate, minuteOfDay: 0)
    return site.facts(of: event, Participation(of: event, at: sending))
  }
}

extension EventLine {
  /// Of several lines of one event, the one that is about it says most: the highest.
  fileprivate var rank: Int {
    if returning != nil { return 3 }
    guard let item else { return 0 }
    return item.occurrence.isOff ? 1 : 2
  }
}

/// The two links of a mail. For a mail that goes through a provider that to leave is a mark, which the provider's own
/// placeholder replaces once all is rendered; a template writes it as it writes any address, into an `href`.
package struct LetterLinks: Sendable, Hashable {
  /// « Lire en ligne »: the issue's page on the site.
  package var readOnline: String
  /// « Se désinscrire »; `nil` where the list adds its own, or where nothing is known yet.
  package var unsubscribe: String?

  package init(readOnline: String, unsubscribe: String?) {
    self.readOnline = readOnline
    self.unsubscribe = unsubscribe
  }

  /// The links of a letter as it stands on the site, where nobody has to be let go.
  package static func onSite(_ issue: Issue, of site: Site) -> LetterLinks {
    LetterLinks(readOnline: site.settings.absoluteAddress(of: issue.path), unsubscribe: nil)
  }
}

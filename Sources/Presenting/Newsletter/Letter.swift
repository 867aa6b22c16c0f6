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
  /// Regular meetings whose dates are not known.
  package var regular: [Event]
  /// The partners of its news and events, each once, by name.
  package var partners: [Partner]
  package var links: LetterLinks

  /// An occurrence with all that is said of it and its event.
  package struct AgendaLine: Sendable, Hashable {
    package var item: AgendaItem
    /// What the event is about, and ``facts``, are said once: where it first takes place, else where it comes first. Empty
    /// elsewhere.
    package var summary: String
    package var facts: [EventFact]
  }

  /// A regular meeting with all that is said of it.
  package struct RegularLine: Sendable, Hashable {
    package var event: Event
    package var state: StateWords?
    package var venue: Venue?
    package var facts: [EventFact]
  }

  package init(
    site: Site, issue: Issue, news: [News], agenda: [AgendaItem], regular: [Event], partners: [Partner],
    links: LetterLinks
  ) {
    self.site = site
    self.issue = issue
    self.news = news
    self.agenda = agenda
    self.regular = regular
    self.partners = partners
    self.links = links
  }

  package var agendaLines: [AgendaLine] {
    var held = Set(agenda.lazy.filter { !$0.occurrence.isOff }.map(\.event.key))
    var others = Set(agenda.lazy.map(\.event.key)).subtracting(held)
    return agenda.map { item in
      let key = item.event.key
      let isFirst = item.occurrence.isOff ? others.remove(key) != nil : held.remove(key) != nil
      return AgendaLine(
        item: item, summary: isFirst ? item.event.entry.summary : "", facts: isFirst ? site.facts(of: item.event) : [])
    }
  }

  package var regularLines: [RegularLine] {
    regular.map { event in
      RegularLine(
        event: event, state: StateWords(event.schedule), venue: site.venue(event.location), facts: site.facts(of: event)
      )
    }
  }
}

/// The two links of a mail. For a mail that goes through a provider they are marks, which the provider's own placeholders
/// replace once all is rendered; a template writes them as it writes any address, into an `href`.
package struct LetterLinks: Sendable, Hashable {
  /// « Lire en ligne »: the issue's page on the site.
  package var readOnline: String
  /// « Se désinscrire »; `nil` where the list adds its own, or where nothing is known yet.
  package var unsubscribe: String?

  package init(readOnline: String, unsubscribe: String?) {
    self.readOnline = readOnline
    self.unsubscribe = unsubscribe
  }
}

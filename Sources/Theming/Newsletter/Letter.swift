import Site

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

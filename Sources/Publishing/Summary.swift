import Site

/// What a build made, in numbers, for the one who ran it.
package struct Summary: Sendable, Hashable {
  package var news = 0
  package var events = 0
  package var partners = 0
  package var places = 0
  /// Pages of the site, those of the program's own among them.
  package var pages = 0
  package var issues = 0
  /// Feeds and calendars to subscribe to.
  package var feeds = 0
  /// Paths of the files for machines, which stand there as somebody put them.
  package var machineFiles: [String] = []
  /// News that no issue of the newsletter holds although letters of their time are out.
  package var unsentNews: [UnsentNews] = []

  package init() {}

  init(of site: Site) {
    news = site.news.count
    events = site.events.count
    partners = site.partners.count
    places = site.places.count
    issues = site.issues.count
  }
}

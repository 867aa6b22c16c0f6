import Presenting
import Site
import Threads
import Time

/// What the last plan worked out, for a program that plans again after each edit: as long as what it follows from is the same,
/// it is taken again. It changes nothing in what is published.
package final class PlanMemory: Sendable {
  private struct Known: Sendable {
    let events: [Event]
    let places: [Place]
    let settings: Settings
    let versions: [EntryKey: [EntryVersion]]?
    let today: CivilDateTime
    let dates: EventDates
    let agendas: LetterAgendas

    /// Whether the events of a site, where they are and the moment are these.
    func hasDates(of site: Site, _ today: CivilDateTime) -> Bool {
      self.today == today && places == site.places && events == site.events
    }

    /// Whether what was published when, of events and issues, is this, and the settings too.
    func hasPast(of site: Site) -> Bool {
      guard settings == site.settings, (versions == nil) == (site.history.versions == nil) else { return false }
      let (one, other) = (versions ?? [:], site.history.versions ?? [:])
      func count(_ versions: [EntryKey: [EntryVersion]]) -> Int { versions.keys.count { $0.kind != .news } }
      return count(one) == count(other) && one.allSatisfy { $0.kind == .news || other[$0] == $1 }
    }
  }

  private struct Weighed: Sendable {
    var content: LetterContent
    /// Of its HTML, in bytes.
    var size: Int
  }

  private let known = Locked<Known?>(nil)
  /// By the issue.
  private let weighed = Locked<[EntryKey: Weighed]>([:])

  package init() {}

  /// The dates of the events of `site`, and what its issues announce of them.
  func dates(of site: Site, today: CivilDateTime) -> (dates: EventDates, agendas: LetterAgendas) {
    let last = known.withLock { $0 }.flatMap { $0.hasDates(of: site, today) ? $0 : nil }
    if let last, last.hasPast(of: site) { return (last.dates, last.agendas) }
    let new = Known(
      events: site.events, places: site.places, settings: site.settings, versions: site.history.versions, today: today,
      dates: last?.dates ?? EventDates(of: site, today: today), agendas: LetterAgendas())
    known.withLock { $0 = new }
    return (new.dates, new.agendas)
  }

  /// How heavy the HTML of a letter is, in bytes: it is drawn to be weighed only where it is not what it was.
  ///
  /// - Parameter draw: gives that number.
  func size(of letter: Letter, _ draw: () -> Int) -> Int {
    let content = LetterContent(letter)
    if let last = weighed.withLock({ $0[letter.issue.key] }), last.content == content { return last.size }
    let size = draw()
    weighed.withLock { $0[letter.issue.key] = Weighed(content: content, size: size) }
    return size
  }
}

/// All that a letter is drawn of, besides its links, which follow from it.
private struct LetterContent: Sendable, Equatable {
  let issue: Issue
  let news: [News]
  let agenda: [AgendaItem]
  let groups: EventGroups
  let partners: [Partner]
  let updates: [AgendaItem: String]
  let googleLinks: [AgendaItem: String]
  /// What is said of an event follows from these too.
  let settings: Settings
  let places: [Place]
  let allPartners: [Partner]
  let series: [Series]

  init(_ letter: Letter) {
    issue = letter.issue
    news = letter.news
    agenda = letter.agenda
    groups = letter.groups
    partners = letter.partners
    updates = letter.updates
    googleLinks = letter.googleLinks
    settings = letter.site.settings
    places = letter.site.places
    allPartners = letter.site.partners
    series = letter.site.series
  }
}

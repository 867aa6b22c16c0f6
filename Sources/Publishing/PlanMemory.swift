import Presenting
import Site
import Threads
import Time

/// What the last plan worked out, for a program that plans again after each edit: as long as what it follows from is the same,
/// it is taken again. It changes nothing in what is published.
package final class PlanMemory: Sendable {
  private struct Known: Sendable {
    var events: [Event]
    var places: [Place]
    var today: CivilDateTime
    var dates: EventDates
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

  /// The dates of the events of `site`.
  func dates(of site: Site, today: CivilDateTime) -> EventDates {
    if let known = known.withLock({ $0 }), known.today == today, known.places == site.places,
      known.events == site.events
    {
      return known.dates
    }
    let dates = EventDates(of: site, today: today)
    known.withLock { $0 = Known(events: site.events, places: site.places, today: today, dates: dates) }
    return dates
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

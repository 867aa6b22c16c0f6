import Text
import Time

/// An address within the site, from its root: begins with `/`; a page's ends with `/`; percent-encoded where needed.
package struct SitePath: Sendable, Hashable, Comparable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static let home = SitePath("/")
  package static let news = SitePath("/nouvelles/")
  package static let agenda = SitePath("/agenda/")
  package static let series = SitePath("/agenda/series/")
  package static let places = SitePath("/lieux/")
  package static let partners = SitePath("/partenaires/")
  package static let issues = SitePath("/infolettres/")
  package static let tags = SitePath("/etiquettes/")
  package static let siteMap = SitePath("/plan-du-site/")
  package static let search = SitePath("/recherche/")
  package static let subscribe = SitePath("/s-abonner/")
  package static let proposeNews = SitePath("/proposer/nouvelle/")
  package static let proposePhotograph = SitePath("/proposer/photo/")
  package static let proposeEvent = SitePath("/proposer/evenement/")
  package static let changes = SitePath("/agenda/changements/")
  package static let changesAtom = SitePath("/agenda/changements.xml")
  package static let thisWeekEnd = SitePath("/agenda/ce-week-end/")
  package static let regularMeetings = SitePath("/agenda/rendez-vous-reguliers/")
  package static let onlineAgenda = SitePath("/agenda/en-ligne/")
  package static let calendar = SitePath("/agenda.ics")
  package static let upcomingCalendar = SitePath("/agenda/a-venir.ics")
  package static let newsAtom = SitePath("/nouvelles/atom.xml")
  package static let newsJSON = SitePath("/nouvelles/feed.json")
  package static let issuesAtom = SitePath("/infolettres/atom.xml")

  package static func newsYear(_ year: Int) -> SitePath { SitePath("/nouvelles/\(year)/") }
  package static func agendaYear(_ year: Int) -> SitePath { SitePath("/agenda/\(year)/") }

  /// `/agenda/2026-03/`.
  package static func agendaMonth(_ month: CivilMonth) -> SitePath {
    SitePath("/agenda/\(PartialDate.month(month).iso)/")
  }

  /// The page of an entry.
  package static func entry(_ key: EntryKey) -> SitePath {
    key == .home ? .home : SitePath(key.kind.row.address.text + key.slug + "/")
  }

  /// The calendar of an entry of a kind that has them.
  package static func calendar(of key: EntryKey) -> SitePath {
    let calendar = key.kind.row.calendar ?? .ofEvents
    return entry(key).appending(calendar.fileName)
  }

  /// The next date of an event that returns, alone, to be taken once.
  package static func nextDate(of event: EntryKey) -> SitePath { entry(event).appending("prochaine-date.ics") }

  /// Whether it is that of a calendar, by its ending.
  package var isCalendar: Bool { query == nil && text.hasSuffix(".ics") }

  /// What stands behind the `?` of an earlier address that has one, percent-encoded: `p=12`. What is made has none.
  package var query: Substring? { mark.map { text[text.utf8.index(after: $0)...] } }

  package var withoutQuery: SitePath { mark.map { SitePath(String(text[..<$0])) } ?? self }

  /// Where the `?` stands.
  private var mark: String.Index? { text.utf8.firstIndex(of: UInt8(ascii: "?")) }

  /// A file beside a page: `page` ends with `/`.
  package func appending(_ name: String) -> SitePath { SitePath(text + name) }

  /// The address, from the site's root and not percent-encoded, at which servers send a file of Output: that of a page ends
  /// with `/`. The way back from ``outputFile``.
  package static func address(ofFile file: String) -> String {
    "/" + (file.hasSuffix("index.html") ? String(file.dropLast("index.html".count)) : file)
  }

  /// The file in Output that a server sends for it: no leading `/`, `index.html` for a page; percent-encoding undone.
  package var outputFile: String {
    let path = text.hasSuffix("/") ? text + "index.html" : text
    return PercentCoding.decoded(String(path.dropFirst()))
  }

  package static func < (a: SitePath, b: SitePath) -> Bool { a.text < b.text }
}

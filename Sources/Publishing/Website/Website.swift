import HTML
import Markup
import Presenting
import Site
import Threads
import Time

/// All pages of the site. What several of them need is worked out once, here; each kind of page has a file of its own
/// that says what stands on it. A class: every page holds it.
final class Website: Sendable {
  let site: Site
  let theme: any Theme
  let today: CivilDateTime
  let dates: EventDates
  let tags: TagIndex
  let relatedNews: RelatedEntries
  let relatedEvents: RelatedEntries
  /// The titles by which entries are distinguished wherever only a title stands (links, heads of pages), where they are not
  /// the entries' own.
  let titles: [EntryKey: String]
  /// See ``changes(of:today:)``.
  let changes: Once<[(line: ChangeLine, event: Event)]>
  /// The issues that are out, newest first.
  let publishedIssues: [Issue]
  /// By which it is known what an issue holds.
  let selection: LetterSelection
  /// What each issue holds, in the order of the site's issues.
  let letters: [PlannedLetter]
  let addresses: AssetAddresses
  /// The free pages that have a page of their own: all but those that introduce one of the program's, where that is made.
  let freePages: [Page]
  /// The files that visitors may fill in and propose.
  let templates: [EntryTemplate]

  init(
    site: Site, theme: any Theme, assets: AssetAddresses, today: CivilDateTime, templates: [EntryTemplate] = [],
    memory: PlanMemory = PlanMemory()
  ) {
    self.site = site
    self.theme = theme
    self.today = today
    self.addresses = assets
    self.templates = templates
    freePages = Self.freePages(of: site, templates: templates)
    let agendas: LetterAgendas
    ((dates, agendas), (tags, relatedNews, relatedEvents, titles)) = concurrently {
      memory.dates(of: site, today: today)
    } _: {
      (
        TagIndex(site: site, today: today), RelatedEntries(news: site.news), RelatedEntries(events: site.events),
        EntryTitles.distinct(of: site, today: today.day)
      )
    }
    let selection = LetterSelection(site: site, today: today, spans: dates.spans, agendas: agendas)
    self.selection = selection
    letters = site.issues.map { PlannedLetter($0, chosenBy: selection) }
    changes = Once { Self.changes(of: site, today: today) }
    publishedIssues = site.issues.filter { $0.isOut(at: today) }
  }

  var agenda: Agenda { dates.agenda }
  var months: AgendaMonths { dates.months }

  /// Every page, in no particular order.
  func pages() -> [WebPage] {
    let (news, others) = concurrently {
      [self.homePage] + self.pages(of: .news)
    } _: {
      EntryKind.allCases.filter { $0 != .news }.flatMap(self.pages) + self.tagPages() + self.proposalPages()
        + [self.subscribePage, self.siteMapPage, self.searchPage]
    }
    return news + others
  }

  /// The site's name between quotation marks, for descriptions.
  var quotedTitle: String { French.quoted(site.settings.title) }

  // MARK: Entries

  func title(of entry: some HasEntry) -> String { titles[entry.key] ?? entry.title }

  func link(to entry: some HasEntry) -> EntryLink { EntryLink(title: title(of: entry), path: entry.path) }

  /// See ``Site/Site/introduction(to:)``.
  func introduction(to path: SitePath) -> Page? { site.introduction(to: path) }

  /// Where the first words of a page of the program's own are changed, or written first.
  func origin(of path: SitePath, title: String) -> PageOrigin? {
    if let introduction = introduction(to: path) { return .file(introduction.entry.source) }
    return ProgramPages.slug(of: path).map { .introduction(slug: $0, title: title) }
  }

  /// A page of the program's own: its name and description are those of its introduction, if there is one.
  func programPage(
    _ path: SitePath, isSlow: Bool = false, title: String, description: String,
    html: @escaping @Sendable (PageContext) -> HTML
  ) -> WebPage {
    let introduction = introduction(to: path)
    let written = introduction?.entry.summary ?? ""
    var page = WebPage(
      path: path, title: site.name(of: path, title), description: written.isEmpty ? description : written, html: html)
    page.isSlow = isSlow
    page.origin = origin(of: path, title: title)
    page.image = introduction?.entry.image
    page.breadcrumbs = [.home]
    return page
  }
}

extension PageContext.Crumb {
  static let home = PageContext.Crumb(title: "Accueil", path: .home)
  static let news = list(of: .news)
  static let agenda = list(of: .event)
  static let places = list(of: .place)
  static let partners = list(of: .partner)
  static let issues = list(of: .issue)

  /// The page that lists the entries of a kind.
  static func list(of kind: EntryKind) -> PageContext.Crumb {
    PageContext.Crumb(title: kind.row.listTitle, path: kind.row.address)
  }
}

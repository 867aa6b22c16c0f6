import HTML
import Markup
import Site
import Text

/// How the site looks: one function for each kind of page, each given all that the page is to say and returning the whole
/// page. A theme computes no dates, selects nothing and reads no file.
package protocol Theme: Sendable {
  /// The name `site.yml` calls it by; also its folder under `Themes/`, whose `assets/` are published under `/theme/`.
  var name: String { get }

  /// What puts the colours of the settings in the place of the theme's own, linked behind its style sheets as
  /// ``PageContext/coloursAsset``.
  func styleSheet(of colours: Settings.Colours) -> String

  /// What a picture is set on that does not fill the card it is shared by, or stands in a letter.
  func ground(of settings: Settings) -> Colour

  /// What stands for the whole site where a page without a picture is shared, drawn in SVG of ``Picture/cardWidth`` ×
  /// ``Picture/cardHeight``; `nil` where it is `opengraph.png` of the theme's assets.
  ///
  /// - Parameter logo: that of the settings, to be drawn in it.
  func card(of settings: Settings, logo: EmbeddedPicture?) -> String?

  func home(_ page: HomePage, _ context: PageContext) -> HTML
  /// All news, or those of one year.
  func newsList(_ page: NewsListPage, _ context: PageContext) -> HTML
  func news(_ page: NewsPage, _ context: PageContext) -> HTML
  /// The coming weeks, with ways to all the rest.
  func agenda(_ page: AgendaPage, _ context: PageContext) -> HTML
  func agendaYear(_ page: AgendaYearPage, _ context: PageContext) -> HTML
  func agendaMonth(_ page: AgendaMonthPage, _ context: PageContext) -> HTML
  /// What takes place this week-end, what is regular, what can be followed online.
  func agendaList(_ page: AgendaListPage, _ context: PageContext) -> HTML
  /// What was called off, moved or restored in the last weeks.
  func changes(_ page: ChangesPage, _ context: PageContext) -> HTML
  func event(_ page: EventPage, _ context: PageContext) -> HTML
  func series(_ page: SeriesPage, _ context: PageContext) -> HTML
  func places(_ page: PlaceListPage, _ context: PageContext) -> HTML
  func place(_ page: PlacePage, _ context: PageContext) -> HTML
  func partners(_ page: PartnerListPage, _ context: PageContext) -> HTML
  func partner(_ page: PartnerPage, _ context: PageContext) -> HTML
  func page(_ page: FreePage, _ context: PageContext) -> HTML
  func tag(_ page: TagPage, _ context: PageContext) -> HTML
  /// All issues of the newsletter.
  func issues(_ page: IssueListPage, _ context: PageContext) -> HTML
  /// One issue, on the site.
  func issue(_ page: IssuePage, _ context: PageContext) -> HTML
  func subscribe(_ page: SubscribePage, _ context: PageContext) -> HTML
  /// How to propose a news item or an event.
  func proposal(_ page: ProposalPage, _ context: PageContext) -> HTML
  /// How to make a photograph fit to be published.
  func photograph(_ page: PhotographPage, _ context: PageContext) -> HTML
  func siteMap(_ page: SiteMapPage, _ context: PageContext) -> HTML
  func search(_ page: SearchPage, _ context: PageContext) -> HTML
  func notFound(_ context: PageContext) -> HTML

  /// An issue as HTML mail, complete from `<!doctype html>` on. Placeholders of providers are put in afterwards, where the
  /// theme writes ``LetterLinks``.
  func mail(_ letter: Letter) -> HTML
}

/// A picture within a drawing.
package struct EmbeddedPicture: Sendable, Hashable {
  /// `data:` (RFC 2397).
  package var address: String
  /// Size in pixels.
  package var width: Int
  package var height: Int

  package init(address: String, width: Int, height: Int) {
    self.address = address
    self.width = width
    self.height = height
  }
}

import HTML
import Markup
import Presenting
import Site
import Text
import Time

/// A theme of the least that says all it is given: no page outside a theme may count on more.
struct PlainTheme: Theme {
  func styleSheet(of colours: Settings.Colours) -> String { ":root { --paper: \(colours.background.hex) }" }

  func ground(of settings: Settings) -> Colour { settings.colours?.background ?? .white }

  func card(of settings: Settings, logo: EmbeddedPicture?) -> String? { nil }

  let name = "Plain"

  func home(_ page: HomePage, _ context: PageContext) -> HTML {
    layout(
      context,
      [text(page.introduction), news(page.news, context), groups(page.groups, context)]
        + page.records.map { lines($0.past, context) } + page.partners.map { link(EntryLink($0), context) }
        + page.pages.map { link(EntryLink($0), context) })
  }

  func newsList(_ page: NewsListPage, _ context: PageContext) -> HTML {
    layout(
      context,
      [text(page.introduction), news(page.news, context), years(page.years, context)]
        + [page.proposal].compactMap { $0 }.map { link($0, context) })
  }

  func news(_ page: NewsPage, _ context: PageContext) -> HTML {
    let links = [page.older, page.newer].compactMap { $0 } + page.related
    return layout(
      context,
      [body(page.news.entry), "<p>\(page.news.date.iso) \(page.venue?.name)</p>", events(page.events, context)]
        + page.partners.map { link(EntryLink($0), context) } + links.map { link($0, context) })
  }

  func agenda(_ page: AgendaPage, _ context: PageContext) -> HTML {
    layout(
      context,
      [text(page.introduction), groups(page.groups, context)]
        + (page.lists + page.months.map { EntryLink(title: PartialDate.month($0.month).iso, path: $0.path) }).map {
          link($0, context)
        }
        + page.past.flatMap { [years([$0.link], context), lines($0.lines, context)] }
        + [page.proposal].compactMap { $0 }.map { link($0, context) })
  }

  func agendaYear(_ page: AgendaYearPage, _ context: PageContext) -> HTML {
    layout(
      context,
      page.months.flatMap {
        let month = $0.month
        return [
          $0.link.map { link(EntryLink(title: PartialDate.month(month).iso, path: $0.path), context) },
          lines($0.lines, context),
        ].compactMap { $0 }
      }
        + [lines(page.regular, context), lines(page.undated, context), years(page.years, context)])
  }

  func agendaMonth(_ page: AgendaMonthPage, _ context: PageContext) -> HTML {
    let days = page.weeks.flatMap { $0 }.compactMap { $0 }.flatMap(\.items)
    return layout(
      context,
      [items(page.spanning + days + page.undated + page.regular.flatMap(\.dates), context)]
        + [page.previous, page.next].compactMap { $0 }.map {
          link(EntryLink(title: PartialDate.month($0.month).iso, path: $0.path), context)
        })
  }

  func agendaList(_ page: AgendaListPage, _ context: PageContext) -> HTML {
    layout(context, page.parts.map { lines($0.lines, context) })
  }

  func changes(_ page: ChangesPage, _ context: PageContext) -> HTML {
    layout(context, page.days.flatMap(\.lines).map { "<p>\($0.headline)</p>" })
  }

  func event(_ page: EventPage, _ context: PageContext) -> HTML {
    let links = [page.previous, page.next].compactMap { $0 } + page.related
    return layout(
      context,
      [
        body(page.event.entry), "<p>\(page.venue?.name) \(page.dateLines.joined(separator: " · "))</p>",
        items(page.upcoming, context), items(page.past, context), news(page.news, context),
      ] + page.partners.map { link(EntryLink($0), context) }
        + page.facts.map { fact($0, context) } + links.map { link($0, context) }
        + [page.calendar].compactMap { $0 }.map { link(EntryLink(title: "agenda", path: $0.path), context) })
  }

  private func fact(_ fact: EventFact, _ context: PageContext) -> HTML {
    guard case .names(let names) = fact.value else { return "<p>\(fact.plainText)</p>" }
    return names.map { name -> HTML in
      name.path.map { link(EntryLink(title: name.name, path: $0), context) } ?? "<p>\(name.name)</p>"
    }.joined()
  }

  func series(_ page: SeriesPage, _ context: PageContext) -> HTML {
    layout(
      context,
      [
        body(page.series.entry), groups(page.groups, context), lines(page.past, context),
      ])
  }

  func places(_ page: PlaceListPage, _ context: PageContext) -> HTML {
    layout(context, [text(page.introduction)] + page.places.map { link(EntryLink($0), context) })
  }

  func place(_ page: PlacePage, _ context: PageContext) -> HTML {
    layout(
      context,
      [
        body(page.place.entry), groups(page.groups, context), lines(page.past, context), news(page.news, context),
      ])
  }

  func partners(_ page: PartnerListPage, _ context: PageContext) -> HTML {
    layout(context, [text(page.introduction)] + page.partners.map { link(EntryLink($0), context) })
  }

  func partner(_ page: PartnerPage, _ context: PageContext) -> HTML {
    layout(
      context,
      [
        body(page.partner.entry), news(page.news, context), groups(page.groups, context), lines(page.past, context),
      ])
  }

  func page(_ page: FreePage, _ context: PageContext) -> HTML {
    layout(context, [body(page.page.entry)] + page.children.map { link(EntryLink($0), context) })
  }

  func tag(_ page: TagPage, _ context: PageContext) -> HTML {
    layout(
      context,
      [news(page.news, context), groups(page.groups, context), lines(page.past, context)]
        + page.others.map { link($0, context) })
  }

  func issues(_ page: IssueListPage, _ context: PageContext) -> HTML {
    layout(context, [text(page.introduction)] + page.issues.map { link(EntryLink($0), context) })
  }

  func issue(_ page: IssuePage, _ context: PageContext) -> HTML {
    let letter = page.letter
    return layout(
      context,
      [
        body(letter.issue.entry), news(letter.news, context), groups(letter.groups, context),
      ] + [page.older, page.newer].compactMap { $0 }.map { link($0, context) })
  }

  func subscribe(_ page: SubscribePage, _ context: PageContext) -> HTML {
    layout(
      context,
      [
        text(page.introduction),
        "<p><a href=\"\(page.calendar.webcal)\">webcal</a> <a href=\"\(page.calendar.google)\">Google</a></p>",
      ] + page.parts.map { link($0, context) })
  }

  func proposal(_ page: ProposalPage, _ context: PageContext) -> HTML {
    layout(
      context,
      [
        text(page.introduction),
        (page.filledEditor ?? page.editor).map { "<p><a href=\"\($0)\">forge</a></p>" } ?? "",
        page.form.html(instead: "<pre>\(page.template.text)</pre>"),
      ])
  }

  func photograph(_ page: PhotographPage, _ context: PageContext) -> HTML {
    layout(context, [text(page.introduction), page.html(instead: "")])
  }

  func siteMap(_ page: SiteMapPage, _ context: PageContext) -> HTML {
    layout(
      context,
      page.sections.flatMap { section in
        [section.path.map { link(EntryLink(title: section.title, path: $0), context) } ?? "<h2>\(section.title)</h2>"]
          + section.links.map { link($0, context) }
      })
  }

  func search(_ page: SearchPage, _ context: PageContext) -> HTML {
    layout(context, [text(page.introduction)] + page.sections.flatMap(\.entries).map { searchLine($0, context) })
  }

  private func searchLine(_ entry: SearchPage.Entry, _ context: PageContext) -> HTML {
    """
    <p\(attribute: "id", entry.anchor)>\(entry.path.map { link(EntryLink(title: entry.title, path: $0), context) })
    \(entry.longForm) \(entry.kind) \(entry.when)</p>
    """
  }

  func notFound(_ context: PageContext) -> HTML { layout(context, ["<p>404</p>"]) }

  func mail(_ letter: Letter) -> HTML {
    let unsubscribe: HTML? = letter.links.unsubscribe.map { "<a href=\"\($0)\">Se désinscrire</a>" }
    let news: [HTML] = letter.news.map { "<h2>\($0.title)</h2><p>\($0.entry.summary)</p>" }
    let agenda: [HTML] = letter.agenda.map { "<p>\($0.occurrence.span.start.iso) \($0.event.title)</p>" }
    return """
      <!doctype html>
      <html lang="fr"><head><title>\(letter.issue.subject)</title><style>p{color:#000}@media print{p{margin:0}}</style></head>
      <body><!--[if mso]><table><tr><td><![endif]-->
      <a href="\(letter.links.readOnline)">Lire en ligne</a><h1>\(letter.issue.title)</h1>
      \(news)\(agenda)\(unsubscribe)
      <!--[if mso]></td></tr></table><![endif]--></body></html>
      """
  }

  // MARK: Pieces

  private func layout(_ context: PageContext, _ parts: [HTML]) -> HTML {
    let menu = (context.menu + context.footer).map { item -> HTML in
      "<a href=\"\(context.link(item.path))\"\(attribute: "aria-current", item.isThisPage ? "page" : nil)>\(item.title)</a>"
    }
    let crumbs = context.breadcrumbs.map { link(EntryLink(title: $0.title, path: $0.path), context) }
    return """
      <!doctype html>
      <html lang="fr"><head><title>\(context.headTitle)</title><meta name="description" content="\(context.description)">
      <link rel="canonical" href="\(context.canonical)"></head>
      <body>\(menu)\(crumbs)<main><h1>\(context.title)</h1>\(parts)</main><p>\(context.settings.title)</p></body></html>
      """
  }

  private func link(_ entry: EntryLink, _ context: PageContext) -> HTML {
    "<p><a href=\"\(context.link(entry.path))\">\(entry.title)</a></p>"
  }

  private func text(_ page: Page?) -> HTML { page.map { body($0.entry) } ?? .empty }
  private func body(_ entry: Entry) -> HTML { HTMLRenderer().render(entry.body) }
  private func news(_ list: [News], _ context: PageContext) -> HTML {
    list.map { link(EntryLink($0), context) }.joined()
  }
  private func events(_ list: [Event], _ context: PageContext) -> HTML {
    list.map { link(EntryLink($0), context) }.joined()
  }
  private func groups(_ groups: EventGroups, _ context: PageContext) -> HTML {
    lines(groups.dated + groups.ongoing + groups.undated + groups.regular, context)
  }
  private func lines(_ lines: [EventLine], _ context: PageContext) -> HTML {
    lines.map { line -> HTML in
      line.item.map { items([$0], context) } ?? link(EntryLink(line.event), context)
    }.joined()
  }
  private func items(_ items: [AgendaItem], _ context: PageContext) -> HTML {
    items.map { item -> HTML in
      "<p>\(item.occurrence.span.start.iso) <a href=\"\(context.link(item.event.path))\">\(item.event.title)</a></p>"
    }.joined()
  }
  private func years(_ years: [YearLink], _ context: PageContext) -> HTML {
    years.map { link(EntryLink(title: "\($0.year) (\($0.count))", path: $0.path), context) }.joined()
  }
}

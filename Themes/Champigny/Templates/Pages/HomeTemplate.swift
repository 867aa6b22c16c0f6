import HTML
import Markup
import Presenting
import Site
import Time

extension Champigny {
  package func home(_ page: HomePage, _ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="hero">
      <div class="wide">
      <h1>\(promiseTitle(page, context))</h1>
      \(paragraph(promise(page, context), class: "lead"))
      </div>
      <img class="drawing" src="\(context.asset("river.svg"))" alt="Dessin\u{A0}: sur la rive de la Marne, un kiosque au store rayé et une grande table attendent\u{202F}; en face, les toits de Champigny." width="1200" height="400">
      </div>
      <div class="wide home">
      \(houseStrip(context))
      \(page.isQuiet ? quietHome(page, context) : livelyHome(page, context))
      \(homePartners(page, context))
      </div>
      """)
  }

  private func livelyHome(_ page: HomePage, _ context: PageContext) -> HTML {
    """
    \(homeAgenda(page, context))
    \(homeSubscribe(context))
    \(section("En ce moment", agendaList(page.groups.ongoing, context)))
    \(homeRegular(page, context))
    \(homeNews(page, context))
    \(homeProject(page, context))
    """
  }

  /// The title of the home text; the site's where that text has none that says more than « Accueil ».
  private func promiseTitle(_ page: HomePage, _ context: PageContext) -> String {
    guard let title = page.introduction?.title, title.lowercased() != "accueil" else { return context.settings.title }
    return title
  }

  /// What this is, in one sentence: the summary of the home text, else the site's tagline.
  private func promise(_ page: HomePage, _ context: PageContext) -> String {
    let summary = page.introduction?.entry.summary ?? ""
    return summary.isEmpty ? context.settings.tagline ?? "" : summary
  }

  private func homeAgenda(_ page: HomePage, _ context: PageContext) -> HTML? {
    guard let list = agendaList(page.groups.dated, context) else { return nil }
    return section("Prochains rendez-vous", "\(list)\(wholeAgenda(context))")
  }

  private func homeRegular(_ page: HomePage, _ context: PageContext) -> HTML? {
    guard let list = regularList(page.groups.regular, context) else { return nil }
    return section("Rendez-vous réguliers", "\(list)\(page.groups.dated.isEmpty ? wholeAgenda(context) : nil)")
  }

  // MARK: Without a date

  /// Where to meet us, where the project stands, what has been: nothing is said of what there is not.
  private func quietHome(_ page: HomePage, _ context: PageContext) -> HTML {
    """
    \(section("Nous rencontrer", regularList(page.groups.regular, context).map { "\($0)\(hearOfNext(context))" as HTML }))
    \(homeSubscribe(context))
    \(section("Où en est le projet", whereItStands(page, context)))
    \(page.records.compactMap { record($0, context) })
    """
  }

  private func whereItStands(_ page: HomePage, _ context: PageContext) -> HTML {
    let step = page.news.first.map { item -> HTML in
      """
      <p class="lead">\(sentence(French.date(item.date)))\u{A0}: <a href="\(context.link(item.path))">\(item.title)</a></p>
      <p class="more"><a href="\(context.link(.news))">Toutes les nouvelles</a></p>
      """
    }
    let asOf = page.asOf.map { month -> HTML in "<p class=\"when\">À jour en \(French.month(month)).</p>" }
    let text = page.introduction.flatMap { body(textAfterPromise($0.entry), context) }
    return "\(step)\(text)\(entryCards(page.pages.map(\.entry), context))\(asOf)"
  }

  /// « Déjà quatre Champy’Soupe », with their dates and places.
  private func record(_ record: HomePage.Record, _ context: PageContext) -> HTML? {
    let items = record.past.compactMap { line -> HTML? in
      guard let item = line.item else { return nil }
      let venue = item.venue.map { ", " + $0.name } ?? ""
      return """
        <li><a href="\(context.link(line.event.path))">\(sentence(French.date(item.occurrence.span.start)))\(venue)</a></li>

        """
    }
    return section(
      "Déjà \(French.numberWord(record.past.count)) \(record.series.title)",
      "<ul class=\"links\">\n\(items)</ul>")
  }

  // MARK: The rest

  private func homeNews(_ page: HomePage, _ context: PageContext) -> HTML? {
    guard let cards = newsCards(page.news, context) else { return nil }
    return """
      <section>
      <h2>Dernières nouvelles</h2>
      \(cards)
      <p class="more"><a href="\(context.link(.news))">Toutes les nouvelles</a></p>
      </section>
      """
  }

  /// The text of the home page and the pages that say more: where the project stands, what is being prepared.
  private func homeProject(_ page: HomePage, _ context: PageContext) -> HTML? {
    let text = page.introduction.flatMap { body(textAfterPromise($0.entry), context) }
    let cards = entryCards(page.pages.map(\.entry), context)
    guard text != nil || cards != nil else { return nil }
    return """
      <section class="project">
      <h2>Le projet</h2>
      \(text)
      \(cards)
      </section>
      """
  }

  /// The home text without a first paragraph that only repeats the sentence under the title.
  private func textAfterPromise(_ entry: Entry) -> Document {
    guard entry.opensWithSummary else { return entry.body }
    return Document(blocks: Array(entry.body.blocks.dropFirst()), footnotes: entry.body.footnotes)
  }

  private func homePartners(_ page: HomePage, _ context: PageContext) -> HTML? {
    guard !page.partners.isEmpty else { return nil }
    return """
      <section>
      <h2>Avec le soutien de</h2>
      <ul class="partners">
      \(page.partners.map { partnerLine($0, context) })
      </ul>
      </section>
      """
  }

  private func homeSubscribe(_ context: PageContext) -> HTML {
    let page = context.link(.subscribe)
    return """
      <section class="panel screen">
      <h2 id="\(anchor("Rester au courant"))">Rester au courant</h2>
      <p>Sans compte et sans pistage.</p>
      <p class="actions"><a class="button" href="\(page)#\(anchor(Self.agendaInPhone))">\(Self.agendaInPhone)</a> \
      <a class="button button-plain" href="\(page)#\(anchor(Self.receiveLetter))">\(Self.receiveLetter)</a></p>
      </section>
      """
  }
}

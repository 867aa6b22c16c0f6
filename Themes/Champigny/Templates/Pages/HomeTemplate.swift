import HTML
import Markup
import Presenting
import Site

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
      \(homeAgenda(page, context))
      \(homeNews(page, context))
      \(homeProject(page, context))
      \(homePartners(page, context))
      \(homeSubscribe(context))
      </div>
      """)
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

  private func homeAgenda(_ page: HomePage, _ context: PageContext) -> HTML {
    guard !page.upcoming.isEmpty else { return homeMeetings(page, context) }
    let regular: HTML = """
      <h3>Et aussi, régulièrement</h3>
      \(regularList(page.regular, context))
      """
    return """
      <section>
      <h2>Prochains rendez-vous</h2>
      \(agendaList(page.upcoming, context))
      \(page.regular.isEmpty ? nil : regular)
      <p class="more"><a href="\(context.link(.agenda))">Tout l’agenda</a></p>
      </section>
      """
  }

  /// In place of dates: the meetings known in words; where there is none either, how to hear of the next one.
  private func homeMeetings(_ page: HomePage, _ context: PageContext) -> HTML {
    let nothing: HTML = """
      <p>Aucune date n’est fixée pour le moment. <a href="\(context.link(.subscribe))">Abonnez-vous</a> pour être prévenu des prochaines.</p>
      """
    return """
      <section>
      <h2>\(page.regular.isEmpty ? "Prochains rendez-vous" : "Nos rendez-vous réguliers")</h2>
      \(regularList(page.regular, context) ?? nothing)
      <p class="more"><a href="\(context.link(.agenda))">Agenda et rendez-vous passés</a></p>
      </section>
      """
  }

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
    """
    <section class="panel">
    <h2>Rester au courant</h2>
    <p>L’agenda dans votre téléphone, les nouvelles par fil RSS, l’infolettre par courriel\u{A0}: sans compte et sans pistage.</p>
    <p><a class="button" href="\(context.link(.subscribe))">Choisir comment s’abonner</a></p>
    </section>
    """
  }
}

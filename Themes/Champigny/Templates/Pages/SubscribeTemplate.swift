import HTML
import Markup
import Presenting
import Site
import Text

extension Champigny {
  package func subscribe(_ page: SubscribePage, _ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(introduction(page.introduction, context))
      \(subscribeParts)
      \(subscribeToCalendar(page, context))
      \(subscribeToNews(context))
      \(subscribeToLetter(context))
      </div>
      """)
  }

  /// The letter stands as near as the agenda.
  private var subscribeParts: HTML {
    let parts = [Self.agendaInPhone, Self.receiveLetter].map { title -> HTML in
      "<li><a href=\"#\(anchor(title))\">\(title)</a></li>\n"
    }
    return """
      <nav class="years screen" aria-label="Sur cette page">
      <ul>
      \(parts)</ul>
      </nav>
      """
  }

  private func subscribeToCalendar(_ page: SubscribePage, _ context: PageContext) -> HTML {
    """
    <section>
    <h2 id="\(anchor(Self.agendaInPhone))">\(Self.agendaInPhone)</h2>
    <p>Abonnez-vous une fois\u{A0}: les dates nouvelles, déplacées ou annulées arrivent ensuite toutes seules.</p>
    <div class="split">
    <div class="ways">
    <p class="actions"><a class="button" href="\(page.calendar.webcal)">S’abonner \(page.calendar.what)</a> \
    <a class="button button-plain" href="\(page.calendar.google)">Avec Google Agenda</a></p>
    <p>L’adresse de l’agenda, à copier\u{A0}:</p>
    \(calendarSteps(page.calendar))
    <p>Sans abonnement\u{A0}: <a href="\(context.link(page.calendar.path))">télécharger tout l’agenda (.ics)</a>, les dates d’aujourd’hui, qui ne changeront plus.</p>
    </div>
    \(page.qrCode.map { qrCode($0) })
    </div>
    <p>Un changement met de quelques minutes à quelques heures à arriver\u{202F}; Google peut prendre une journée.</p>
    \(calendarParts(page, context))
    </section>
    """
  }

  private func qrCode(_ drawing: String) -> HTML {
    """
    <figure class="qr">\(HTML(raw: drawing))<figcaption>Cette page, à ouvrir avec l’appareil photo d’un téléphone</figcaption></figure>
    """
  }

  /// Pages of a calendar of their own, for those who do not want all.
  private func calendarParts(_ page: SubscribePage, _ context: PageContext) -> HTML? {
    guard let links = linkList(page.parts, context) else { return nil }
    return """
      <h3 id="\(anchor("Ou seulement une partie"))">Ou seulement une partie</h3>
      <p>Chacune de ces pages dit comment s’abonner à ses rendez-vous.</p>
      \(links)
      """
  }

  private func subscribeToNews(_ context: PageContext) -> HTML {
    """
    <section>
    <h2 id="\(anchor("Les nouvelles par fil RSS"))">Les nouvelles par fil RSS</h2>
    <p>À ouvrir dans un lecteur de fils, sans donner d’adresse électronique.</p>
    <ul class="links">
    <li><a href="\(context.link(.newsAtom))">Fil des nouvelles (Atom)</a></li>
    <li><a href="\(context.link(.changesAtom))">Fil des changements à l’agenda (Atom)</a></li>
    <li><a href="\(context.link(.newsJSON))">Fil des nouvelles (JSON Feed)</a></li>
    </ul>
    </section>
    """
  }

  private func subscribeToLetter(_ context: PageContext) -> HTML {
    let button = context.settings.newsletter.signUp.map { address -> HTML in
      """
      <p class="actions"><a class="button" href="\(address)">Recevoir la lettre par courriel</a></p>
      """
    }
    let later: HTML = """
      <p>L’inscription par courriel n’est pas encore ouverte.</p>
      """
    let feed: HTML = """

      <li><a href="\(context.link(.issuesAtom))">Fil de l’infolettre (Atom)</a></li>
      """
    return """
      <section>
      <h2 id="\(anchor(Self.receiveLetter))">\(Self.receiveLetter)</h2>
      \(button ?? later)
      <ul class="links">
      <li><a href="\(context.link(.issues))">Lire les numéros parus</a></li>\(context.site.issues.isEmpty ? nil : feed)
      </ul>
      </section>
      """
  }
}

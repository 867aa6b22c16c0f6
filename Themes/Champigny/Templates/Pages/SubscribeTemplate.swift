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
      \(subscribeToCalendar(page, context))
      \(subscribeToNews(context))
      \(subscribeToLetter(context))
      </div>
      """)
  }

  /// What each program can do was learnt the hard way: Google's application for Android adds no address, and only a
  /// subscription follows changes.
  private func subscribeToCalendar(_ page: SubscribePage, _ context: PageContext) -> HTML {
    """
    <section>
    <h2>L’agenda dans votre téléphone</h2>
    <p>Abonnez-vous une fois\u{A0}: les dates nouvelles, déplacées ou annulées arrivent ensuite toutes seules.</p>
    <div class="split">
    <dl class="ways">
    <dt>L’adresse de l’agenda, à copier</dt>
    <dd><code class="address">\(page.https)</code></dd>
    <dt>iPhone, iPad, Mac</dt>
    <dd><p>Touchez ce bouton, puis «\u{A0}S’abonner\u{A0}».</p>
    <p><a class="button" href="\(page.webcal)">Ouvrir l’agenda dans Calendrier</a></p></dd>
    <dt>Téléphone Android</dt>
    <dd><p>L’application Google Agenda ne sait pas ajouter une adresse. Deux façons de faire\u{A0}:</p>
    <ul>
    <li>une seule fois, sur un ordinateur\u{A0}: <a href="\(page.google)">ajouter l’agenda à Google Agenda</a>\u{202F}; il apparaît ensuite dans le téléphone\u{202F};</li>
    <li>ou, sans compte Google, installer une application telle que ICSx5 et y coller l’adresse.</li>
    </ul></dd>
    <dt>Outlook</dt>
    <dd><p>«\u{A0}Ajouter un calendrier\u{A0}», puis «\u{A0}S’abonner à partir du web\u{A0}», et collez l’adresse.</p></dd>
    <dt>Thunderbird</dt>
    <dd><p>«\u{A0}Nouvel agenda\u{A0}», puis «\u{A0}Sur le réseau\u{A0}», et collez l’adresse.</p></dd>
    <dt>Sans abonnement</dt>
    <dd><p><a href="\(context.link(.calendar))">Télécharger tout l’agenda (.ics)</a>\u{A0}: les dates d’aujourd’hui, qui ne changeront plus.</p></dd>
    </dl>
    \(page.qrCode.map { qrCode($0) })
    </div>
    <p>Un changement met de quelques minutes à quelques heures à arriver\u{202F}; Google peut prendre une journée.</p>
    \(calendarChoice(page, context))
    </section>
    """
  }

  private func qrCode(_ drawing: String) -> HTML {
    """
    <figure class="qr">\(HTML(raw: drawing))<figcaption>L’adresse de l’agenda, à lire avec l’appareil photo d’un téléphone</figcaption></figure>
    """
  }

  /// One calendar for each series, place and partner, for those who do not want all.
  private func calendarChoice(_ page: SubscribePage, _ context: PageContext) -> HTML? {
    guard page.calendars.count > 1 else { return nil }
    return """
      <h3>Ou seulement une partie</h3>
      <p>Chaque lien est un fichier d’agenda (.ics)\u{A0}: copiez son adresse pour vous y abonner.</p>
      \(linkList(page.calendars.dropFirst().map { EntryLink(title: $0.title + " (.ics)", path: $0.path) }, context))
      """
  }

  private func subscribeToNews(_ context: PageContext) -> HTML {
    """
    <section>
    <h2>Les nouvelles par fil RSS</h2>
    <p>À ouvrir dans un lecteur de fils, sans donner d’adresse électronique.</p>
    <ul class="links">
    <li><a href="\(context.link(.newsAtom))">Fil des nouvelles (Atom)</a></li>
    <li><a href="\(context.link(.newsJSON))">Fil des nouvelles (JSON Feed)</a></li>
    </ul>
    </section>
    """
  }

  private func subscribeToLetter(_ context: PageContext) -> HTML {
    let button = context.settings.newsletter.signUp.map { address -> HTML in
      """
      <p class="actions"><a class="button" href="\(address)">Recevoir l’infolettre par courriel</a></p>
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
      <h2>L’infolettre</h2>
      \(button ?? later)
      <ul class="links">
      <li><a href="\(context.link(.issues))">Lire les numéros parus</a></li>\(context.site.issues.isEmpty ? nil : feed)
      </ul>
      </section>
      """
  }
}

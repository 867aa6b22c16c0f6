import HTML
import Presenting
import Site

extension Champigny {
  /// Two names for two things, the same everywhere.
  static let agendaInPhone = "L’agenda dans mon téléphone"
  static let receiveLetter = "Recevoir la lettre"

  /// How to subscribe to the calendar of a page, as a part of it; nothing on paper.
  func calendarSection(_ choice: CalendarChoice?, _ context: PageContext) -> HTML? {
    section(Self.agendaInPhone, class: "screen", calendarChoice(choice, context))
  }

  /// How to subscribe to a calendar: what opens by itself, the address, and the steps where nothing does. `more` stands
  /// beside the buttons.
  func calendarChoice(_ choice: CalendarChoice?, more: HTML? = nil, _ context: PageContext) -> HTML? {
    guard let choice else { return nil }
    return """
      <div class="panel subscribe screen">
      <p>Une fois abonné, les dates nouvelles, déplacées ou annulées arrivent toutes seules.</p>
      <p class="actions"><a class="button" href="\(choice.webcal)">S’abonner \(choice.what)</a> \
      <a class="button button-plain" href="\(choice.google)">Avec Google Agenda</a>\(more)</p>
      <details>
      <summary>L’adresse à copier, et comment faire</summary>
      \(calendarSteps(choice))
      </details>
      </div>
      """
  }

  /// What each program can do was learnt the hard way: Google's application for Android adds no address, and only a
  /// subscription follows changes.
  func calendarSteps(_ choice: CalendarChoice) -> HTML {
    """
    <p><code class="address">\(choice.https)</code></p>
    <dl class="ways">
    <dt>iPhone, iPad, Mac</dt>
    <dd><a href="\(choice.webcal)">Ouvrir dans Calendrier</a>, puis «\u{A0}S’abonner\u{A0}».</dd>
    <dt>Téléphone Android</dt>
    <dd>L’application Google Agenda ne sait pas ajouter une adresse. Une seule fois, sur un ordinateur\u{A0}: <a href="\(choice.google)">ajouter à Google Agenda</a>\u{202F}; ou, sans compte Google, installer une application telle que ICSx5 et y coller l’adresse.</dd>
    <dt>Outlook</dt>
    <dd>«\u{A0}Ajouter un calendrier\u{A0}», puis «\u{A0}S’abonner à partir du web\u{A0}», et coller l’adresse.</dd>
    <dt>Thunderbird</dt>
    <dd>«\u{A0}Nouvel agenda\u{A0}», puis «\u{A0}Sur le réseau\u{A0}», et coller l’adresse.</dd>
    </dl>
    """
  }
}

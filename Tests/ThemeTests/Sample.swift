import Markup
import Site

@testable import Presenting
@testable import Time

/// A small site that shows all that the theme knows to show.
enum Sample {
  static let start = TextPosition(line: 1, column: 1)

  static func text(_ paragraphs: String...) -> Document {
    Document(blocks: paragraphs.map { .paragraph([.text($0)]) })
  }

  static func entry(
    _ kind: EntryKind, _ slug: String, _ title: String, _ summary: String = "", body: Document = Document(),
    tags: [Tag] = []
  ) -> Entry {
    Entry(
      key: EntryKey(kind: kind, slug: slug), id: "\(kind.folder)/\(slug)", title: title, summary: summary, tags: tags,
      source: "Content/\(kind.folder)/\(slug).md", body: body)
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
    CivilDay(year: year, month: month, day: day) ?? CivilDay(number: 0)
  }

  static func month(_ year: Int, _ month: Int) -> PartialDate {
    .month(day(year, month, 1).civilMonth)
  }

  static func minutes(_ day: CivilDay, from: Int, to: Int) -> Span {
    Span(
      start: .minute(CivilDateTime(day: day, minuteOfDay: from * 60)),
      end: .minute(CivilDateTime(day: day, minuteOfDay: to * 60)))
  }

  // MARK: Entries

  static let tag = Tag(name: "financement", slug: "financement")

  static let places = [
    Place(
      entry: entry(.place, "l-atelier", "L’Atelier", "L’espace de coworking de la mairie de Champigny."),
      address: "à compléter", postcode: "94500", city: "Champigny-sur-Marne",
      coordinates: Place.Coordinates(latitude: 48.8, longitude: 2.5), access: "Accès à confirmer."),
    Place(entry: entry(.place, "centre-gerard-philipe", "Centre Gérard Philipe")),
  ]

  static let partners = [
    Partner(
      entry: entry(
        .partner, "departement", "Conseil départemental du Val-de-Marne", "Une aide pour l’étude de faisabilité."),
      type: "financeur", website: "https://example.org/?a=1&b=2", since: month(2018, 12)),
    Partner(
      entry: entry(.partner, "france-active", "France Active", "Le programme Emergence."), type: "accompagnement"),
    Partner(entry: entry(.partner, "mairie", "Mairie de Champigny", "Elle nous accueille à l’Atelier."), type: "hôte"),
  ]

  static let news = [
    News(
      entry: entry(
        .news, "appel", "Le projet présélectionné par la Région",
        "Notre projet est présélectionné dans l’appel à projets « Création de tiers-lieux » du Conseil régional.",
        body: text(
          "Le Conseil régional d’Île-de-France a présélectionné notre projet.", "Nous donnerons la suite ici."),
        tags: [tag]),
      date: month(2019, 7)),
    News(
      entry: entry(
        .news, "emergence", "Nous rejoignons la première promo d’Emergence",
        "France Active nous accompagne pendant huit mois.", body: text("France Active nous accompagne.")),
      date: month(2019, 5)),
    News(
      entry: entry(
        .news, "etude", "Une aide pour l’étude de faisabilité",
        "Le Département soutient l’étude de faisabilité du tiers-lieu.", tags: [tag]),
      date: month(2018, 12)),
  ]

  static let series = Series(
    entry: entry(.series, "champysoupe", "Champy’Soupe", "Chaque trimestre, une soupe et un micro-financement."))

  static let meeting = Event(
    entry: entry(
      .event, "rendez-vous", "Rendez-vous à l’Atelier",
      "Un vendredi après-midi par mois, l’espace reste ouvert, avec une séance à thème.",
      body: text(
        "On se retrouve à l’Atelier un vendredi après-midi par mois.", "Le jour et les heures restent à confirmer.")),
    schedule: Schedule(
      plan: .rule(
        first: minutes(day(2019, 7, 5), from: 14, to: 18),
        Recurrence(frequency: .monthly(.weekday(.friday, nth: 1)))), status: .tentative),
    location: .place(EntryKey(kind: .place, slug: "l-atelier")), price: "Prix libre",
    registration: "mailto:contact@example.org", organizers: [.named("L’équipe")])

  static let soup = Event(
    entry: entry(.event, "champysoupe-2019-05", "Champy’Soupe de mai"),
    schedule: Schedule(plan: .once(Span(start: month(2019, 5)))),
    location: .place(EntryKey(kind: .place, slug: "centre-gerard-philipe")), series: series.key)

  static let aperitif = Event(
    entry: entry(.event, "aperitif", "Apéritif", "Pour présenter le projet et rencontrer qui porte un projet local."),
    schedule: Schedule(plan: .undated, rhythm: "régulièrement"))

  static let pages = [
    Page(
      entry: entry(
        .page, "etat-d-avancement", "État d’avancement",
        "Diagnostic, formation, rencontres, événements, financement : les chantiers du projet."), menu: 1),
    Page(
      entry: entry(
        .page, "un-lieu-ephemere", "Un lieu éphémère", "Pour essayer les usages en attendant le lieu définitif."),
      menu: 2),
  ]

  static let home = Page(
    entry: entry(
      .page, "accueil", "Un tiers-lieu se prépare à Champigny",
      "Depuis plusieurs mois, nous préparons un tiers-lieu, à construire avec les habitants.",
      body: text("Diagnostic, formation, rencontres avec d’autres tiers-lieux, premiers événements.")))

  static let issue = Issue(
    entry: entry(
      .issue, "2019-07", "La lettre de juillet 2019",
      body: Document(blocks: [
        .paragraph([.text("Bonjour,")]),
        .heading(Heading(level: 2, content: [.text("Deux nouvelles")], position: start)),
        .paragraph([
          .text("Le projet est "),
          .link(Link(target: .site("/nouvelles/appel/"), content: [.text("présélectionné")], position: start)),
          .text(", et un rendez-vous mensuel commence à l’Atelier."),
        ]),
        .quote([.paragraph([.text("Un lieu à construire ensemble.")])]),
      ])),
    sendDate: day(2019, 7, 31), subject: "Juillet 2019 : une présélection",
    preheader: "Le projet est présélectionné par la Région, et un rendez-vous mensuel commence à l’Atelier.",
    callToAction: Issue.CallToAction(text: "Voir où en est le projet", link: "/etat-d-avancement/"))

  // MARK: Occurrences

  static func item(
    _ event: Event, _ span: Span, _ state: Occurrence.State = .confirmed, announced: Span? = nil
  ) -> AgendaItem {
    let venue = Venue(name: "L’Atelier", address: "94500 Champigny-sur-Marne", path: places[0].path)
    return AgendaItem(
      event: event,
      occurrence: Occurrence(key: OccurrenceKey(span.firstDay), span: span, announced: announced, state: state),
      venue: venue)
  }

  static let upcoming = [
    item(meeting, minutes(day(2019, 8, 2), from: 14, to: 18), .tentative),
    item(meeting, minutes(day(2019, 9, 6), from: 14, to: 18), .cancelled),
    item(
      meeting, minutes(day(2019, 9, 13), from: 15, to: 18), .confirmed,
      announced: minutes(day(2019, 9, 6), from: 14, to: 18)),
    item(soup, Span(start: .day(day(2019, 9, 20)), end: .day(day(2019, 9, 22)))),
    item(soup, Span(start: month(2019, 10))),
    item(soup, minutes(day(2019, 11, 8), from: 19, to: 21), .postponed),
  ]

  static let pastItems = [item(soup, Span(start: month(2019, 5))), item(soup, Span(start: month(2019, 3)))]
  static let past = pastItems.map { EventLine($0) }

  /// Every kind of line.
  static let groups = EventGroups(
    dated: [
      line(of: meeting, upcoming[0], "chaque premier vendredi du mois, de 14 h à 18 h") { $0.others = [upcoming[2]] },
      EventLine(upcoming[1]), EventLine(upcoming[2]), EventLine(upcoming[4]),
    ],
    ongoing: [EventLine(upcoming[3])],
    regular: [
      line(of: aperitif, nil, "régulièrement"),
      line(of: meeting, upcoming[2], "tous les vendredis, de 14 h à 18 h") { line in
        line.calledOff = [upcoming[1]]
      },
    ],
    undated: [EventLine(event: soup)])

  private static func line(
    of event: Event, _ item: AgendaItem?, _ rule: String, and add: (inout EventLine) -> Void = { _ in }
  ) -> EventLine {
    var line = EventLine(event: event)
    line.item = item
    line.returning = rule
    add(&line)
    return line
  }

  static let months = [8, 9].map { MonthLink(month: day(2019, $0, 1).civilMonth, count: $0 - 8) }

  // MARK: The site

  static let settings: Settings = {
    var publisher = Settings.Publisher()
    publisher.name = "à compléter"
    publisher.address = "à compléter"
    publisher.email = "contact@tiers-lieu-champigny.invalid"
    return Settings(
      title: "Un tiers-lieu pour Champigny", tagline: "Où en est le projet, et où nous rencontrer",
      baseURL: "https://tiers-lieu-champigny.invalid/essai", basePath: "/essai",
      identifier: "dcfb6619-54d3-4935-a012-91aae3e0c007", publisher: publisher)
  }()

  static let site = Site(
    settings: settings, news: news, events: [meeting, soup, aperitif], series: [series], places: places,
    partners: partners, pages: pages + [home], issues: [issue])

  static let letter: Letter = {
    var letter = Letter(
      site: site, issue: issue, news: news, agenda: upcoming, groups: groups, partners: partners,
      links: LetterLinks(
        readOnline: settings.absoluteAddress(of: issue.path), unsubscribe: "https://example.org/unsubscribe"))
    for item in upcoming where item.occurrence.span.isDated && !item.occurrence.isOff {
      letter.googleLinks[item] = "https://calendar.google.com/calendar/render?action=TEMPLATE"
    }
    return letter
  }()
}

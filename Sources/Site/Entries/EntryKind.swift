/// The kinds of entries. What is to be known of each wherever all are treated alike stands in its row: see ``row``.
package enum EntryKind: String, Sendable, Hashable, CaseIterable {
  case news, event, series, place, partner, page, issue

  /// What sets the kind apart from the others. A kind is added by a case, its row, and what the compiler asks for then.
  package var row: Row {
    switch self {
    case .news: .news
    case .event: .event
    case .series: .series
    case .place: .place
    case .partner: .partner
    case .page: .page
    case .issue: .issue
    }
  }

  /// The kinds in the order in which visitors find them: pages first.
  package static let forVisitors = [EntryKind.page] + allCases.filter { $0 != .page }

  /// The kinds whose entries have a calendar of the events that name them.
  package static let withCalendarOfEvents = allCases.filter { $0.row.calendar == .ofEvents }

  /// The folder under `Content/` where its entries stand.
  package var folder: String { row.folder }

  /// The page that stands for all of its entries, where there is one: their list, or the home page for free pages.
  package var listPath: SitePath? { self == .page || row.list != nil ? row.address : nil }
}

/// Each is made once: addresses are asked for at every link.
extension EntryKind.Row {
  fileprivate static let news = EntryKind.Row(
    folder: "nouvelles", foreignFolders: "news actualites actus articles", noun: .feminine("nouvelle"),
    label: "Nouvelle", heading: "Nouvelles", address: .news,
    list: List(
      title: "Nouvelles", summary: "Tout ce qui s’est passé, année par année.", isAlwaysMade: true, menu: .first),
    hasYears: true, isKnownByIdentity: true, needsText: true)
  fileprivate static let event = EntryKind.Row(
    folder: "evenements", foreignFolders: "events agenda", noun: .masculine("événement"),
    label: "Rendez-vous", heading: "Agenda", address: .agenda,
    list: List(
      title: "Agenda", summary: "Les rendez-vous à venir et passés.", isAlwaysMade: true, menu: .first),
    calendar: .ofItself, hasYears: true, isKnownByIdentity: true)
  fileprivate static let series = EntryKind.Row(
    folder: "series", noun: .feminine("série"), label: "Série de rendez-vous", heading: "Séries de rendez-vous",
    address: .series, calendar: .ofEvents)
  fileprivate static let place = EntryKind.Row(
    folder: "lieux", foreignFolders: "places", noun: .masculine("lieu", plural: "lieux"),
    label: "Lieu", heading: "Lieux", address: .places,
    list: List(title: "Lieux", summary: "Où se passent les rendez-vous."), calendar: .ofEvents)
  fileprivate static let partner = EntryKind.Row(
    folder: "partenaires", foreignFolders: "partners", noun: .masculine("partenaire"),
    label: "Partenaire", heading: "Partenaires", address: .partners,
    list: List(
      title: "Partenaires", summary: "Qui soutient, accompagne et accueille le projet.", menu: .last),
    calendar: .ofEvents)
  fileprivate static let page = EntryKind.Row(
    folder: "pages", noun: .feminine("page"), label: "Page", heading: "Pages", address: .home, needsText: true)
  fileprivate static let issue = EntryKind.Row(
    folder: "infolettres", foreignFolders: "newsletter newsletters", noun: .feminine("infolettre"),
    label: "Infolettre", heading: "Infolettres", address: .issues,
    list: List(
      title: "Infolettre", summary: "Tous les numéros de l’infolettre.", isAlwaysMade: true, menu: .last),
    isKnownByIdentity: true)
}

import Site
import Text

/// Places and organisers that plug-ins keep as WordPress keeps categories: each that an event names becomes an entry of its own.
struct EventTerms {
  enum Sort: Hashable, CaseIterable { case place, organizer }

  private static let sorts: [String: Sort] = [
    "event-venue": .place, "mec_location": .place, "event_location": .place, "mec_organizer": .organizer,
    "event_organizer": .organizer,
  ]

  private struct Name: Hashable {
    var sort: Sort
    var slug: String
  }

  private var names: [Name: String] = [:]
  /// What is said of them, whether an event names them or not.
  private var details: [Name: [String: String]] = [:]

  static func isOne(_ taxonomy: String) -> Bool { sorts[taxonomy] != nil }

  /// Those that an event names, in its order.
  static func references(of event: WordPressItem) -> [(sort: Sort, reference: WordPressEvent.Reference)] {
    event.terms.compactMap { term in sorts[term.taxonomy].map { ($0, .term($0, slug: term.slug)) } }
  }

  mutating func add(namedBy event: WordPressItem) {
    for term in event.terms {
      if let sort = Self.sorts[term.taxonomy] {
        names[Name(sort: sort, slug: term.slug)] = HTMLWords.text(of: term.name)
      }
    }
  }

  mutating func add(_ taxonomy: String, slug: String, details: [String: String]) {
    if let sort = Self.sorts[taxonomy] { self.details[Name(sort: sort, slug: slug)] = details }
  }

  /// What each is known by within its export.
  static func identity(_ sort: Sort, _ slug: String) -> String {
    switch sort {
    case .place: "lieu:" + slug
    case .organizer: "organisateur:" + slug
    }
  }

  /// - Parameter origin: of what is known by an identity.
  func items(_ origin: (String) -> String) -> [ImportItem] {
    names.sorted { ($0.key.slug, $0.value) < ($1.key.slug, $1.value) }.map { name, title in
      let kind: EntryKind = name.sort == .place ? .place : .partner
      var item = ImportItem(
        ImportOutline(
          origin: origin(Self.identity(name.sort, name.slug)), kind: kind, title: title, name: name.slug))
      let details = (details[name] ?? [:]).mapValues(\.collapsingWhitespace)
      let said = details.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      item.fingerprint = ImportMemory.fingerprint(of: ([title] + said).joined(separator: "\u{0}"))
      switch name.sort {
      case .place:
        item.add(.address, details["address"])
        item.addCoordinates(details["latitude"], details["longitude"])
      case .organizer:
        item.addOrganizer(
          website: details["url"], hasPersonalData: ["tel", "email"].contains { !(details[$0] ?? "").isEmpty })
      }
      return item
    }
  }
}

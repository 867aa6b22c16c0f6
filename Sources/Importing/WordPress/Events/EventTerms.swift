import Diagnostics
import Reading
import Site
import Text

/// Places and organisers that plug-ins keep as WordPress keeps categories: each that an event names becomes an entry of its own.
struct EventTerms {
  enum Sort: Hashable, CaseIterable { case place, organizer }

  /// Of Event Organiser.
  static let organiserVenues = "event-venue"

  private static let sorts: [String: Sort] = [
    organiserVenues: .place, "mec_location": .place, "event_location": .place, "mec_organizer": .organizer,
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

extension ImportItem {
  /// Adds what is known of where an event is, under the names that The Events Calendar or Events Manager give it.
  mutating func addPlace(_ post: WordPressItem) {
    add(.address, post.value("_VenueAddress") ?? post.value("_location_address"))
    add(.postcode, post.value("_VenueZip") ?? post.value("_location_postcode"))
    add(.city, post.value("_VenueCity") ?? post.value("_location_town"))
    addCoordinates(
      post.value("_VenueLat") ?? post.value("_location_latitude"),
      post.value("_VenueLng") ?? post.value("_location_longitude"))
  }

  /// Adds a latitude and a longitude in degrees, where they are ones; zero and zero are none.
  fileprivate mutating func addCoordinates(_ latitude: String?, _ longitude: String?) {
    guard let latitude = latitude.flatMap(Double.init), let longitude = longitude.flatMap(Double.init),
      (-90...90).contains(latitude), (-180...180).contains(longitude), latitude != 0 || longitude != 0
    else { return }
    fields.append((.latitude, .plain(String(latitude))))
    fields.append((.longitude, .plain(String(longitude))))
  }

  /// Adds who organises events; how to reach a person is not brought, and is said.
  mutating func addOrganizer(website: String?, hasPersonalData: Bool) {
    add(.type, "organisateur")
    add(.website, address: website)
    if hasPersonalData { remarks.append(.importPersonalData(SourceLocation(file: ""))) }
  }
}

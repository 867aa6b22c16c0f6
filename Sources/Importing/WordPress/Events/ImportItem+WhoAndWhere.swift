import Diagnostics
import Site

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
  mutating func addCoordinates(_ latitude: String?, _ longitude: String?) {
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

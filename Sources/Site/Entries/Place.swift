import Text
import Time

/// A place where things happen.
package struct Place: HasEntry, Hashable {
  package var entry: Entry
  package var address: String?
  package var postcode: String?
  package var city: String?
  /// Degrees north and east (WGS 84).
  package var coordinates: Coordinates?
  /// How to get there.
  package var access: String?
  package var hours: OpeningHours
  /// As it is read; see ``Text/PhoneNumber``.
  package var phone: String?
  package var email: EmailAddress?
  package var website: String?
  package var accessibility: String?

  package struct Coordinates: Sendable, Hashable {
    /// -90 to 90.
    package var latitude: Double
    /// -180 to 180.
    package var longitude: Double

    package init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  package init(
    entry: Entry, address: String? = nil, postcode: String? = nil, city: String? = nil,
    coordinates: Coordinates? = nil, access: String? = nil, hours: OpeningHours = OpeningHours(),
    phone: String? = nil, email: EmailAddress? = nil, website: String? = nil, accessibility: String? = nil
  ) {
    self.entry = entry
    self.address = address
    self.postcode = postcode
    self.city = city
    self.coordinates = coordinates
    self.access = access
    self.hours = hours
    self.phone = phone
    self.email = email
    self.website = website
    self.accessibility = accessibility
  }

  /// Address, postcode and town as one line; empty where none is known.
  package var fullAddress: String {
    let town = [postcode, city].compactMap { $0 }.joined(separator: " ")
    return [address ?? "", town].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Place {
  /// OpenStreetMap's page of it, by its coordinates, else by its address; `nil` where neither is known.
  package var mapAddress: String? {
    let map = "https://www.openstreetmap.org/"
    if let at = coordinates {
      return "\(map)?mlat=\(at.latitude)&mlon=\(at.longitude)#map=17/\(at.latitude)/\(at.longitude)"
    }
    guard address != nil || postcode != nil || city != nil else { return nil }
    return map + "search?query=" + PercentCoding.query(fullAddress)
  }
}

extension Location {
  /// At the place with this key.
  package static func place(_ key: EntryKey) -> Location { .place(slug: key.slug) }

  /// The key of the place; `nil` where it is known by its name alone.
  package var place: EntryKey? {
    if case .place(let slug) = self { return EntryKey(kind: .place, slug: slug) }
    return nil
  }
}

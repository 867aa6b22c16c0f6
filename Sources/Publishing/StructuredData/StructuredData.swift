import Markup
import Site
import Text
import Time

/// What machines are given of the site, its places and its news, in the words of schema.org.
enum StructuredData {
  static func organization(of site: Site) -> JSON {
    let contact = site.settings.contact
    return .members([
      "@context": .string("https://schema.org"),
      "@type": .string("Organization"),
      "@id": .string(organizationIdentifier(of: site)),
      "name": .string(publisherName(of: site)),
      "url": .string(site.settings.absoluteAddress(of: .home)),
      "description": .text(site.settings.tagline),
      "logo": .text(address(of: site.settings.logo, of: site)),
      "email": .text(email(of: site)),
      "telephone": .text(site.settings.known("contact.telephone", contact.phone.map(dialled))),
      "address": .text(site.settings.known("contact.adresse", contact.address)),
      "location": site.settings.place.flatMap { site.place($0) }.map { venue(of: $0, site: site) },
      "sameAs": site.settings.networks.isEmpty ? nil : .strings(site.settings.networks),
    ])
  }

  /// A number as machines dial it; any other text as it is.
  private static func dialled(_ text: String) -> String { PhoneNumber(text)?.dialled ?? text }

  /// What was given to be shown: the address of the publisher may be somebody's home.
  private static func email(of site: Site) -> String? {
    if let written = site.settings.contact.email {
      return site.settings.known("contact.courriel", EmailAddress(written)?.text)
    }
    return site.settings.known("editeur.courriel", site.settings.publisher.emailAddress?.text)
  }

  static func website(of site: Site) -> JSON {
    .members([
      "@context": .string("https://schema.org"),
      "@type": .string("WebSite"),
      "name": .string(site.settings.title),
      "url": .string(site.settings.absoluteAddress(of: .home)),
      "inLanguage": .string(site.settings.language),
      "publisher": .members(["@id": .string(organizationIdentifier(of: site))]),
    ])
  }

  static func article(_ news: News, of site: Site) -> JSON {
    let settings = site.settings
    let modified = news.entry.revision.map { Timestamp.text(of: $0, in: settings.zone) }
    return .members([
      "@context": .string("https://schema.org"),
      "@type": .string("NewsArticle"),
      "headline": .string(news.title),
      "description": .text(news.entry.summary),
      "datePublished": .string(Timestamp.text(of: news.date, in: settings.zone)),
      "dateModified": .text(modified),
      "image": .text(image(news.entry, of: site)),
      "inLanguage": .string(settings.language),
      "url": .string(settings.absoluteAddress(of: news.path)),
      "mainEntityOfPage": .string(settings.absoluteAddress(of: news.path)),
      "author": organizationReference(of: site),
      "publisher": organizationReference(of: site),
    ])
  }

  static func place(_ place: Place, on day: CivilDay, of site: Site) -> JSON {
    guard case .object(let members) = venue(of: place, site: site) else { return .object([]) }
    return .object([("@context", .string("https://schema.org"))] + members + hours(of: place.hours, on: day))
  }

  /// Days ahead whose closures are said to machines.
  private static let announcement = 366

  /// When it is open, and the days on which it is not.
  private static func hours(of hours: OpeningHours, on day: CivilDay) -> [(String, JSON)] {
    let rows = hours.rows.flatMap { row in
      row.stretches.map { stretch -> JSON in
        .members([
          "@type": .string("OpeningHoursSpecification"),
          "dayOfWeek": .strings(row.days.map(name)),
          "opens": .string(clock(stretch.start)), "closes": .string(clock(stretch.end, isEnd: true)),
        ])
      }
    }
    let closures = hours.closures(from: day, days: announcement).map { range -> JSON in
      .members([
        "@type": .string("OpeningHoursSpecification"), "validFrom": .string(range.lowerBound.iso),
        "validThrough": .string(range.upperBound.iso), "opens": .string("00:00"), "closes": .string("00:00"),
      ])
    }
    let parts = [("openingHoursSpecification", rows), ("specialOpeningHoursSpecification", closures)]
    return parts.filter { !$0.1.isEmpty }.map { ($0.0, .array($0.1)) }
  }

  /// `18:30`; what ends at midnight ends with the last minute, for opening and closing at `00:00` means that it is closed.
  private static func clock(_ minute: Int, isEnd: Bool = false) -> String {
    if isEnd, minute == 1440 { return "23:59" }
    return CivilDateTime(day: .first, minuteOfDay: minute % 1440).timeOfDay
  }

  /// A place as part of something else.
  static func venue(of place: Place, site: Site) -> JSON {
    let address: JSON? =
      place.fullAddress.isEmpty
      ? nil
      : .members([
        "@type": .string("PostalAddress"), "streetAddress": .text(place.address), "postalCode": .text(place.postcode),
        "addressLocality": .text(place.city), "addressCountry": .string("FR"),
      ])
    let coordinates: JSON? = place.coordinates.map {
      .members([
        "@type": .string("GeoCoordinates"), "latitude": .decimal($0.latitude), "longitude": .decimal($0.longitude),
      ])
    }
    return .members([
      "@type": .string("Place"), "name": .string(place.title), "address": address, "geo": coordinates,
      "telephone": .text(place.phone.map(dialled)),
      "url": .string(site.settings.absoluteAddress(of: place.path)),
    ])
  }

  static func organizationReference(of site: Site) -> JSON {
    .members([
      "@type": .string("Organization"), "@id": .string(organizationIdentifier(of: site)),
      "name": .string(publisherName(of: site)), "url": .string(site.settings.absoluteAddress(of: .home)),
    ])
  }

  /// The full address of an entry's picture.
  static func image(_ entry: Entry, of site: Site) -> String? { address(of: entry.image, of: site) }

  private static func address(of image: Image?, of site: Site) -> String? {
    switch image?.target {
    case nil: return nil
    case .written(let address): return address.isWebAddress ? address : nil
    case .site(let path): return site.settings.absoluteAddress(of: SitePath(path))
    }
  }

  private static func organizationIdentifier(of site: Site) -> String {
    site.settings.absoluteAddress(of: .home) + "#organisation"
  }

  static func publisherName(of site: Site) -> String {
    site.settings.known("editeur.nom", site.settings.publisher.name) ?? site.settings.title
  }
}

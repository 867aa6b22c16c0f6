import Site
import Text
import Time

/// Where one meets the project and how to reach it: for the foot of every page and the strip of the home page. Nothing is in
/// it but what `site.yml` gives for it, and the publisher's e-mail.
package struct House: Sendable, Hashable {
  package var place: Place?
  /// « fermé du 15 juillet au 31 août 2026 »: what of it begins within four weeks, or goes on.
  package var closures: [String]
  /// An address of mail, or what stands in its place until one is known.
  package var email: String?
  package var phone: String?
  package var address: String?
  /// Pages in social networks.
  package var networks: [SocialPage]

  package init(
    place: Place? = nil, closures: [String] = [], email: String? = nil, phone: String? = nil, address: String? = nil,
    networks: [SocialPage] = []
  ) {
    self.place = place
    self.closures = closures
    self.email = email
    self.phone = phone
    self.address = address
    self.networks = networks
  }

  package init(of site: Site, on day: CivilDay) {
    let settings = site.settings
    let place = settings.place.flatMap { site.place($0) }
    let known = settings.publisher.emailAddress.flatMap { $0.isPlaceholder ? nil : $0.text }
    self.init(
      place: place, closures: place?.closures(from: day) ?? [], email: settings.contact.email ?? known,
      phone: settings.contact.phone, address: settings.contact.address, networks: settings.networks.map(SocialPage.init)
    )
  }

  package var isEmpty: Bool { place == nil && email == nil && phone == nil && address == nil && networks.isEmpty }

  /// When it is open, on one line; `nil` where that is not known.
  package var hours: String? {
    place.map { French.opening($0.hours) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// A page in a social network.
package struct SocialPage: Sendable, Hashable {
  /// In full.
  package let address: String
  /// What people call the network; its host, where it has no name of its own, as those of the Fediverse.
  package let network: String

  private static let networks = [
    "facebook.com": "Facebook", "instagram.com": "Instagram", "linkedin.com": "LinkedIn", "youtube.com": "YouTube",
    "tiktok.com": "TikTok", "x.com": "X", "twitter.com": "X", "helloasso.com": "HelloAsso", "bsky.app": "Bluesky",
  ]

  init(_ address: String) {
    self.address = address
    let host = WebAddress(address)?.plainHost ?? address
    // Some have a host for each language, or for telephones: `fr.linkedin.com`, `m.facebook.com`.
    let known = Self.networks.first { host == $0.key || host.hasSuffix("." + $0.key) }
    network = known?.value ?? host
  }
}

extension Place {
  /// Days ahead of which a closure is announced: four weeks.
  private static let announcement = 28

  /// « fermé du 15 juillet au 31 août 2026 »: the closures that begin within four weeks from `day` on, or go on then.
  package func closures(from day: CivilDay) -> [String] {
    hours.closures(from: day, days: Self.announcement).map(French.closed)
  }
}

import Markup
import Text
import Time

/// The settings of the site (`site.yml`).
package struct Settings: Sendable, Hashable {
  package struct Publisher: Sendable, Hashable {
    package var name: String?
    package var status: String?
    package var address: String?
    package var phone: String?
    /// An address of mail, or what stands in its place until one is known.
    package var email: String?
    package var director: String?

    package init() {}

    /// Where to write to; `nil` while no address is known.
    package var emailAddress: EmailAddress? { email.flatMap { EmailAddress($0) } }
  }

  /// How to reach the team, as every page shows it: nothing but what was given for it.
  package struct Contact: Sendable, Hashable {
    /// An address of mail, or what stands in its place until one is known.
    package var email: String?
    /// As it is read; see ``Text/PhoneNumber``.
    package var phone: String?
    package var address: String?

    package init(email: String? = nil, phone: String? = nil, address: String? = nil) {
      self.email = email
      self.phone = phone
      self.address = address
    }
  }

  /// The colours of pages and letters, each legible on the others that it stands on.
  package struct Colours: Sendable, Hashable {
    package var background: Colour
    package var text: Colour
    /// Links, edges; on ``background``.
    package var primary: Colour
    /// Date blocks and buttons; ``text`` stands on it.
    package var accent: Colour

    package init(background: Colour, text: Colour, primary: Colour, accent: Colour) {
      self.background = background
      self.text = text
      self.primary = primary
      self.accent = accent
    }
  }

  /// An entry of the menu that leads elsewhere.
  package struct MenuLink: Sendable, Hashable {
    package var text: String
    package var address: String

    package init(text: String, address: String) {
      self.text = text
      self.address = address
    }
  }

  package struct Host: Sendable, Hashable {
    package var name: String?
    package var address: String?
    package var phone: String?

    package init() {}
  }

  package enum Provider: String, Sendable, Hashable, CaseIterable {
    case brevo, mailjet, mailchimp, listmonk, phplist, sympa
  }

  package struct Newsletter: Sendable, Hashable {
    package struct Mailbox: Sendable, Hashable {
      package var name: String?
      package var address: EmailAddress

      package init(name: String?, address: EmailAddress) {
        self.name = name
        self.address = address
      }
    }

    package var sender: Mailbox?
    package var replyTo: Mailbox?
    package var providers: [Provider]
    /// Where to subscribe.
    package var signUp: String?

    package init(sender: Mailbox? = nil, replyTo: Mailbox? = nil, providers: [Provider] = [], signUp: String? = nil) {
      self.sender = sender
      self.replyTo = replyTo
      self.providers = providers
      self.signUp = signUp
    }
  }

  package var title: String
  package var tagline: String?
  /// Public base address: scheme and host, and the sub-folder; without `/` at the end.
  package var baseURL: String
  /// The sub-folder of ``baseURL``: empty, or begins with `/` and does not end with it.
  package var basePath: String
  package var language: String
  package var zone: Zone
  package var theme: String
  /// A UUID made once, the namespace of the calendar's UIDs; lower case.
  package var identifier: String
  package var repository: String?
  package var branch: String
  /// Of the place for which the rules of events leave them out; `nil` where none are known.
  package var schoolHolidays: SchoolHolidays?
  /// Why no school holidays are known: the number of a département for which there is no table yet.
  package var unknownDepartment: String?
  package var publicHolidays: PublicHolidays
  /// Where one meets the project: a place that has a page.
  package var place: EntryKey?
  package var contact = Contact()
  /// Pages of the project in social networks.
  package var networks: [String] = []
  package var links: [MenuLink] = []
  /// In the place of those of the theme.
  package var colours: Colours?
  /// Shown beside the site's name.
  package var logo: Image?
  /// What stands for the whole site where a page without a picture is shared; `nil` for the theme's own.
  package var card: Picture.Variant?
  package var publisher: Publisher
  package var host: Host
  package var newsletter: Newsletter
  /// Acronyms and their long forms.
  package var acronyms: [String: String]
  /// Names of settings whose value is still to be filled in (`editeur.adresse`), sorted.
  package var placeholders: [String]

  /// What holds where `site.yml` says nothing.
  package static let (standardLanguage, standardTheme, standardBranch) = ("fr", "Champigny", "main")

  package init(
    title: String, tagline: String? = nil, baseURL: String, basePath: String = "", language: String = standardLanguage,
    zone: Zone = .utc, theme: String = standardTheme, identifier: String, repository: String? = nil,
    branch: String = standardBranch, schoolHolidays: SchoolHolidays? = nil, unknownDepartment: String? = nil,
    publicHolidays: PublicHolidays = PublicHolidays(), publisher: Publisher = Publisher(), host: Host = Host(),
    newsletter: Newsletter = Newsletter(), acronyms: [String: String] = [:], placeholders: [String] = []
  ) {
    self.title = title
    self.tagline = tagline
    self.baseURL = baseURL
    self.basePath = basePath
    self.language = language
    self.zone = zone
    self.theme = theme
    self.identifier = identifier
    self.repository = repository
    self.branch = branch
    self.schoolHolidays = schoolHolidays
    self.unknownDepartment = unknownDepartment
    self.publicHolidays = publicHolidays
    self.publisher = publisher
    self.host = host
    self.newsletter = newsletter
    self.acronyms = acronyms
    self.placeholders = placeholders
  }

  /// The address of something of the site, as pages of the site write it: from the host's root.
  package func address(of path: SitePath) -> String { basePath + path.text }

  /// A value, unless it is still to be filled in.
  ///
  /// - Parameter name: what it is called in ``placeholders``.
  package func known(_ name: String, _ value: String?) -> String? { placeholders.contains(name) ? nil : value }

  /// The full address of something of the site.
  package func absoluteAddress(of path: SitePath) -> String { baseURL + path.text }
}

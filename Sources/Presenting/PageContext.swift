import HTML
import Markup
import Site
import Time

/// What every page knows besides what it is to say.
package struct PageContext: Sendable {
  /// One step of the path from the home page.
  package struct Crumb: Sendable, Hashable {
    package var title: String
    package var path: SitePath

    package init(title: String, path: SitePath) {
      self.title = title
      self.path = path
    }
  }

  /// An entry of the navigation.
  package struct MenuItem: Sendable, Hashable {
    package var title: String
    package var path: SitePath
    /// Whether it is this page, or one that stands under it.
    package var isCurrent: Bool
    /// Whether it is this very page.
    package var isThisPage: Bool

    package init(title: String, path: SitePath, isCurrent: Bool, isThisPage: Bool) {
      self.title = title
      self.path = path
      self.isCurrent = isCurrent
      self.isThisPage = isThisPage
    }
  }

  package var site: Site
  /// Where the page stands.
  package var path: SitePath
  /// What the page is called.
  package var title: String
  /// What its head calls it: no other page of the site is called so; the theme adds the name of the site.
  package var headTitle: String
  package var description: String
  /// From the home page to the parent of this one; empty on the home page.
  package var breadcrumbs: [Crumb]
  package var menu: [MenuItem]
  /// Pages that every footer links to.
  package var footer: [MenuItem]
  /// Entries of the menu that lead elsewhere.
  package var links: [Settings.MenuLink] { settings.links }
  /// Where one meets the project and how to reach it.
  package var house: House
  /// As of which day the site is made.
  package var day: CivilDay?
  /// Whether search engines may list it.
  package var isIndexed: Bool
  /// JSON texts for `<script type="application/ld+json">` (schema.org).
  package var structuredData: [String]
  /// The picture shown where the page is shared: absolute address, size in pixels, text in its place.
  package var socialImage: SocialImage?
  /// `article`, `website` (OpenGraph).
  package var socialType: String
  /// « Modifier cette page » in the forge, where `depot` is set.
  package var editAddress: String?
  /// The addresses under which the theme's assets are published, by their name in its `assets/` folder.
  package var assets: [String: SitePath]

  package struct SocialImage: Sendable, Hashable {
    package var address: String
    package var width: Int
    package var height: Int
    package var alternative: String

    package init(address: String, width: Int, height: Int, alternative: String) {
      self.address = address
      self.width = width
      self.height = height
      self.alternative = alternative
    }
  }

  package init(
    site: Site, path: SitePath, title: String, headTitle: String? = nil, description: String,
    breadcrumbs: [Crumb] = [], menu: [MenuItem] = [],
    footer: [MenuItem] = [], isIndexed: Bool = true, structuredData: [String] = [], socialImage: SocialImage? = nil,
    socialType: String = "website", editAddress: String? = nil, assets: [String: SitePath] = [:],
    house: House = House(), day: CivilDay? = nil
  ) {
    self.site = site
    self.path = path
    self.title = title
    self.headTitle = headTitle ?? title
    self.description = description
    self.breadcrumbs = breadcrumbs
    self.menu = menu
    self.footer = footer
    self.isIndexed = isIndexed
    self.structuredData = structuredData
    self.socialImage = socialImage
    self.socialType = socialType
    self.editAddress = editAddress
    self.assets = assets
    self.house = house
    self.day = day
  }

  package var settings: Settings { site.settings }

  /// The address of something of the site, as a page writes it.
  package func link(_ path: SitePath) -> String { settings.address(of: path) }

  /// The style sheet of the settings' colours, among the theme's assets.
  package static let coloursAsset = "couleurs.css"

  /// The address of a file of the theme's `assets/` folder; of the same name under `/theme/` where it is not known.
  package func asset(_ name: String) -> String { link(assets[name] ?? SitePath("/theme/" + name)) }

  /// What renders texts for pages: addresses from the host's root.
  package var renderer: HTMLRenderer { renderer(isFirstPictureEager: true) }

  private func renderer(isFirstPictureEager: Bool) -> HTMLRenderer {
    let settings = settings
    return HTMLRenderer(
      flavour: .site, isFirstPictureEager: isFirstPictureEager, link: { settings.address(of: SitePath($0)) })
  }

  /// The text of an entry as its page shows it, acronyms given in full where they first stand. `picture` is one that the
  /// page shows above: then those of the text may come later.
  package func html(of text: Document, below picture: Image? = nil) -> HTML {
    renderer(isFirstPictureEager: picture == nil).render(text.expandingAcronyms(settings.acronyms))
  }

  /// The full address of this page.
  package var canonical: String { settings.absoluteAddress(of: path) }
}

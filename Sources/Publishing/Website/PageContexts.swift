import Markup
import Presenting
import Site
import Text
import Time

/// Makes the contexts in which pages are rendered. A class: every page holds it.
final class PageContexts: Sendable {
  let site: Site
  let navigation: Navigation
  let forge: Forge?
  let addresses: AssetAddresses
  let house: House
  let day: CivilDay
  /// What those who introduce the lists of kinds call them.
  private let names: [SitePath: String]

  /// The asset that stands for the whole site where a page that has no picture of its own is shared.
  static let sharedPicture = "opengraph.png"

  init(site: Site, freePages: [Page], addresses: AssetAddresses, today: CivilDay) {
    house = House(of: site, on: today)
    let lists = EntryKind.allCases.map { ($0.row.address, site.name(of: $0.row.address, $0.row.listTitle)) }
    names = Dictionary(lists.filter { $0.0 != .home }, uniquingKeysWith: { first, _ in first })
    day = today
    self.site = site
    self.addresses = addresses
    navigation = Navigation(site: site, freePages: freePages)
    forge = Forge(site.settings)
  }

  func context(of page: WebPage) -> PageContext {
    var page = page
    for index in page.breadcrumbs.indices {
      if let name = names[page.breadcrumbs[index].path] { page.breadcrumbs[index].title = name }
    }
    return PageContext(
      site: site, path: page.path, title: page.title, headTitle: page.headTitle, description: page.description,
      breadcrumbs: page.breadcrumbs,
      menu: navigation.menu(at: page.path), footer: navigation.footer(at: page.path), isIndexed: page.isIndexed,
      structuredData: structuredData(of: page), socialImage: socialImage(of: page), socialType: page.socialType,
      editAddress: page.origin.flatMap { forge?.address(of: $0) }, assets: addresses.paths,
      house: house, day: day)
  }

  private func structuredData(of page: WebPage) -> [String] {
    var values = page.structuredData()
    if !page.breadcrumbs.isEmpty { values.append(StructuredData.breadcrumbs(page.breadcrumbs, to: page, of: site)) }
    return values.map { $0.text() }
  }

  /// The page's own picture, where it is one that every program shows, else that of the site.
  private func socialImage(of page: WebPage) -> PageContext.SocialImage? {
    if let image = page.image, let picture = image.picture,
      let file = picture.card ?? picture.everywhere(width: Picture.cardWidth)
        ?? picture.best(.png, width: Picture.cardWidth)
    {
      return social(file, alternative: image.alternative)
    }
    if let card = site.settings.card { return social(card, alternative: site.settings.title) }
    guard let path = addresses.paths[Self.sharedPicture], let size = addresses.size(of: Self.sharedPicture) else {
      return nil
    }
    return PageContext.SocialImage(
      address: site.settings.absoluteAddress(of: path), width: size.width, height: size.height,
      alternative: site.settings.title)
  }

  private func social(_ file: Picture.Variant, alternative: String) -> PageContext.SocialImage {
    PageContext.SocialImage(
      address: site.settings.absoluteAddress(of: SitePath(file.path)), width: file.width, height: file.height,
      alternative: alternative)
  }
}

extension StructuredData {
  static func breadcrumbs(_ crumbs: [PageContext.Crumb], to page: WebPage, of site: Site) -> JSON {
    let steps = crumbs + [PageContext.Crumb(title: page.title, path: page.path)]
    return .members([
      "@context": .string("https://schema.org"),
      "@type": .string("BreadcrumbList"),
      "itemListElement": .array(
        steps.enumerated().map { index, step in
          .members([
            "@type": .string("ListItem"), "position": .integer(index + 1), "name": .string(step.title),
            "item": .string(site.settings.absoluteAddress(of: step.path)),
          ])
        }),
    ])
  }
}

import Diagnostics
import Site
import Theming

/// Everything that is to be published: the same site, theme, assets and date give the same files on any machine. Pages are
/// rendered when they are asked for.
package func publication(
  of site: Site, theme: any Theme, assets: [ThemeAsset], today: CivilDateTime
) -> (Publication, [Diagnostic]) {
  let addresses = AssetAddresses(assets)
  let website = Website(site: site, theme: theme, assets: addresses, today: today)
  let contexts = PageContexts(site: site, addresses: addresses)
  let pages = website.distinctPages()

  var files = pages.map { page in
    PublishedFile(page.path) { try page.html(contexts.context(of: page)).checkedText(for: page.path) }
  }
  files += site.attachments.map { PublishedFile(path: $0.path.outputFile, content: .copy(of: $0.source)) }
  files += assets.compactMap { asset in
    addresses.paths[asset.name].map { PublishedFile(path: $0.outputFile, content: .rendered { asset.contents }) }
  }

  var summary = Summary()
  summary.news = site.news.count
  summary.events = site.events.count
  summary.partners = site.partners.count
  summary.places = site.places.count
  summary.pages = pages.count
  summary.issues = site.issues.count
  summary.unsentNews = UnsentNews.list(of: site, today: today.day)
  return (Publication(files: files, summary: summary), [])
}

extension Website {
  /// Every page, with titles and descriptions that no other page bears.
  func distinctPages() -> [WebPage] {
    var pages = pages()
    let titles = DistinctTexts.choose(from: pages.map { [$0.title, "\($0.title) – \($0.path.text)"] })
    for index in pages.indices { pages[index].title = titles[index] }
    let descriptions = DistinctTexts.choose(
      from: pages.map { [$0.description, "\($0.title)\u{A0}: \($0.description)"] })
    for index in pages.indices { pages[index].description = descriptions[index] }
    return pages
  }
}

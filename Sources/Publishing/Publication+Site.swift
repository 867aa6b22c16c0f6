import Diagnostics
import Site
import Theming
import Threads

/// Everything that is to be published: the same site, theme, assets and date give the same files on any machine. Files are
/// made when they are asked for. `templates` are what visitors are offered to fill in and propose, where `depot` is set.
package func publication(
  of site: Site, theme: any Theme, assets: [ThemeAsset], today: CivilDateTime, templates: [EntryTemplate] = []
) -> (Publication, [Diagnostic]) {
  let addresses = AssetAddresses(assets)
  let website = Website(site: site, theme: theme, assets: addresses, today: today, templates: templates)
  let contexts = PageContexts(site: site, addresses: addresses)
  let (pages, calendars) = concurrently {
    website.distinctPages()
  } _: {
    CalendarFiles(of: site, today: today)
  }
  let feeds = website.feeds

  var files = pages.map { page in
    PublishedFile(page: page.path, isSlow: page.isSlow) { page.html(contexts.context(of: page)) }
  }
  files += [website.notFoundFile(contexts), website.searchIndexFile] + feeds + calendars.files
  let letters = website.letters.map { LetterFiles(letter: $0, theme: theme) }
  files += letters.flatMap(\.files)
  files += site.attachments.map { PublishedFile(path: $0.path.outputFile, content: .copy(of: $0.source)) }
  files += assets.compactMap { asset in
    addresses.paths[asset.name].map { PublishedFile(path: $0.outputFile, content: .rendered { asset.contents }) }
  }
  let (aliases, blocked) = Alias.list(of: site, taken: Set(files.map(\.path) + ServerFiles.names))
  files += machineFiles(of: site, pages: pages, aliases: aliases)

  var summary = Summary(of: site)
  summary.pages = pages.count
  summary.feeds = feeds.count + calendars.files.count { !$0.path.hasSuffix("/evenement.ics") }
  summary.unsentNews = UnsentNews.list(of: site, letters: website.letters, today: today.day)
  let diagnostics =
    LetterChecks(site: site).diagnostics(for: letters)
    + blocked.map { .aliasTaken(SourcePlace(file: $0.entry.source), alias: $0.path.text, other: nil) }
  var publication = Publication(files: files, summary: summary, notes: { calendars.notes })
  publication.nextChange = website.agenda.nextChange
  return (publication, diagnostics)
}

/// What is there for servers and search engines, and the pages that lead on from earlier addresses.
private func machineFiles(of site: Site, pages: [WebPage], aliases: [Alias]) -> [PublishedFile] {
  let settings = site.settings
  let server = ServerFiles(settings: settings, aliases: aliases)
  let files = [
    PublishedFile(SitePath("/sitemap.xml"), isSlow: true) { SiteMapFile.text(of: pages, settings: settings) },
    PublishedFile(SitePath("/robots.txt")) { server.robots },
    PublishedFile(SitePath("/_redirects")) { server.redirects },
    PublishedFile(SitePath("/_headers")) { server.headers },
    PublishedFile(SitePath("/.htaccess")) { server.apache },
  ]
  return files
    + aliases.filter(\.isPage).map { alias in
      PublishedFile(page: alias.path) { alias.page(settings: settings) }
    }
}

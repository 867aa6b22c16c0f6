import Diagnostics
import Presenting
import Search
import Site
import Threads
import Time

/// Everything that is to be published: the same site, theme, assets and date give the same files on any machine. Files are
/// made when they are asked for; where each of them stands is known, and what leads to none is reported.
///
/// - Parameters:
///   - templates: what visitors are offered to fill in and propose.
///   - pictures: the files of the pictures that the site shows.
///   - references: what texts say of addresses of the site.
///   - memory: what an earlier plan worked out.
package func publication(
  of site: Site, theme: any Theme, assets: [ThemeAsset], today: CivilDateTime, templates: [EntryTemplate] = [],
  pictures: [PublishedFile] = [], references: AddressReferences = AddressReferences(),
  memory: PlanMemory = PlanMemory()
) -> (Publication, [Diagnostic]) {
  let (site, made) = LegalPages.added(to: site, hasForms: !templates.isEmpty)
  let colours = site.settings.colours.map { colours in
    ThemeAsset(name: PageContext.coloursAsset, contents: Array(theme.styleSheet(of: colours).utf8))
  }
  let forms = templates.isEmpty ? nil : ProposalScript.asset
  let search = ThemeAsset(name: PageContext.searchAsset, contents: SearchScript.contents)
  let own = [colours, forms, search].compactMap { $0 }
  // A theme of an earlier version of the program brings what the program has for all themes now.
  let replaced = assets.filter { asset in own.contains { $0.name == asset.name } }
  let remarks = replaced.map { Diagnostic.themeFileReplaced(theme: theme.name, file: $0.name) }
  let assets = (assets.filter { !replaced.contains($0) } + own).map(\.light)
  let plan = PublicationPlan(
    of: site, theme: theme, assets: assets, today: today, templates: templates, pictures: pictures,
    legalPages: made, memory: memory)
  let check = AddressCheck(plan: plan, references: references)
  guard check.led.isEmpty else {
    // What is led on stands in the texts: they are rendered from a site in which it is. The addresses stay the same.
    let led = PublicationPlan(
      of: site.leading(check.led), theme: theme, assets: assets, today: today, templates: templates, pictures: pictures,
      legalPages: made, memory: memory)
    return (led.publication, check.diagnostics + plan.diagnostics + remarks)
  }
  return (plan.publication, check.diagnostics + plan.diagnostics + remarks)
}

/// Which files there are, and what makes each of them.
struct PublicationPlan: Sendable {
  let site: Site
  let places: PlaceRegister
  let aliases: AliasPlan
  let publication: Publication
  /// What is to be reported about the letters, and about holidays as of today.
  let diagnostics: [Diagnostic]

  init(
    of site: Site, theme: any Theme, assets: [ThemeAsset], today: CivilDateTime, templates: [EntryTemplate],
    pictures: [PublishedFile], legalPages: [String], memory: PlanMemory
  ) {
    let addresses = AssetAddresses(assets)
    let website = Website(
      site: site, theme: theme, assets: addresses, today: today, templates: templates, memory: memory)
    let contexts = PageContexts(site: site, freePages: website.freePages, addresses: addresses, today: today.day)
    let letters = website.letters.map { LetterFiles($0, theme: theme, memory: memory) }
    // A letter still to be sent that mail programs would cut leaves itself out, not the site.
    let (heavy, (pages, calendars)) = concurrently {
      letters.filter { !$0.issue.isSent(at: today) && $0.size >= LetterChecks.refusedSize }
    } _: {
      (website.distinctPages(), CalendarFiles(of: site, tags: website.tags, today: today))
    }
    let feeds = website.feeds
    let heavyKeys = Set(heavy.map(\.issue.key))
    let hidden = Set(heavy.map(\.issue).filter { !$0.isOut(at: today) }.map(\.path))

    var places = PlaceRegister()
    // Where two would share an address, it is the one of the page that people know.
    places.add(
      pages.filter { !hidden.contains($0.path) }.map { page in
        PublishedFile(page: page.path, owner: page.owner, isSlow: page.isSlow) { page.html(contexts.context(of: page)) }
      })
    places.add([website.notFoundFile(contexts), website.searchIndexFile] + feeds + calendars.files)
    places.add(letters.filter { !heavyKeys.contains($0.issue.key) }.flatMap(\.files))
    places.add(
      assets.compactMap { asset in addresses.paths[asset.name].flatMap { PublishedFile(asset: asset, at: $0) } })
    places.add(site.attachments.compactMap(PublishedFile.init))
    places.add(pictures)
    // What servers are given names the earlier addresses, and none of these may stand in its place.
    let aliases = AliasPlan(
      of: site, calendars: calendars,
      below: places.adding(ServerFiles(settings: site.settings, aliases: []).files(listing: [])))
    let server = ServerFiles(settings: site.settings, aliases: aliases.served)
    let folders = [assets.isEmpty ? nil : LastingFolder.theme, pictures.isEmpty ? nil : .images].compactMap { $0 }
    places.add(server.files(listing: pages, folders: folders))
    let paths = Set(places.files.map(\.path))
    let proofs = letters.filter { !$0.issue.isSent(at: today) }.map { LetterProof(files: $0, paths: paths) }
    places.add(proofs.map(\.file))
    places.add(aliases.pages)
    places.add(site.machineFiles.map(PublishedFile.init))

    var summary = Summary(of: site)
    summary.entries[.page, default: 0] -= legalPages.count
    summary.pages = pages.count
    summary.feeds = feeds.count + calendars.offered
    summary.machineFiles = site.machineFiles.map(\.path)
    var publication = Publication(
      places, summary: summary,
      notes: {
        calendars.notes
          + legalPages.map { "pages/\($0).md n’existe pas\u{A0}: la page vient de site.yml et n’en dit pas plus." }
      })
    let letterTimes = site.issues.flatMap { [$0.firstMinute, $0.lastMinute].compactMap { $0 } }.filter { $0 > today }
    publication.letters = website.letters
    publication.unsentNews = { UnsentNews.list(of: website.letters, website.selection) }
    publication.server = server
    publication.proofs = Dictionary(
      proofs.map { ($0.files.issue.key.slug, $0) }, uniquingKeysWith: { first, _ in first })
    publication.refusedAliases = aliases.refused.map { alias, obstacle in
      let holder: String? = if case .alsoOf(let file) = obstacle { file } else { nil }
      return Publication.RefusedAlias(path: alias.path, source: alias.entry.source, holder: holder)
    }
    publication.nextChange = ([website.agenda.nextChange] + letterTimes).min() ?? .last

    self.site = site
    self.places = places
    self.aliases = aliases
    self.publication = publication
    diagnostics =
      LetterChecks(selection: website.selection).diagnostics(for: letters)
      + HolidayChecks(site: site, today: today.day).diagnostics
  }
}

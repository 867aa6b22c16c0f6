import Building
import Diagnostics
import Files
import Foundation
import Reading
import Site
import Text
import Threads
import Time

/// The file that WordPress gives out under « Outils, Exporter » (WXR 1.2); of a large site there are several, each with a part of
/// its texts.
struct WordPressExport: ImportSource {
  let name = "export WordPress"
  let files: String? = nil
  private let paths: [String]
  private let dates: TableDates.Reading
  /// What the survey found of events that stands in several places of the export.
  private let found = Locked(Found())
  /// What the survey has read of what becomes something here, until it is asked for; `nil` where it is read again.
  private let kept = Locked<[WordPressPiece]?>(nil)
  private let largestKept: Int

  private struct Found {
    var terms = EventTerms()
    var series = EventSeries()
    /// The numbers of the posts of places, by what Events Manager calls them.
    var locations: [String: String] = [:]
  }

  /// - Parameters:
  ///   - paths: the files of one site, in the order in which they are read.
  ///   - dates: how those in words are to be read.
  ///   - largestKept: bytes of an export whose texts wait in memory, at most: to read it twice takes longer.
  init(_ paths: [String], _ dates: TableDates.Reading, keepingUpTo largestKept: Int = 96 << 20) {
    self.paths = paths
    self.dates = dates
    self.largestKept = largestKept
  }

  /// The exports that lie in a folder.
  static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.lowercased().hasSuffix(".xml") }.sorted().map { folder + "/" + $0 }.filter { path in
      let head = (try? RegularFile(at: path).read(atMost: 4096)) ?? []
      return isOne(String(decoding: head, as: UTF8.self))
    }
  }

  /// Whether a file that begins so is one.
  static func isOne(_ head: String) -> Bool { head.lowercased().holds("wordpress.org/export/") }

  // MARK: What there is

  func survey() throws -> ImportSurvey {
    var survey = ImportSurvey()
    var counts = WordPressCounts()
    var address = ""
    var items: [(outline: ImportOutline, number: String)] = []
    var found = Found()
    var sizeOfParts = 0
    let files = try paths.map { try XMLPieces($0) }
    let keeps = files.reduce(0) { $0 + $1.size } <= largestKept
    func keep(_ piece: WordPressPiece) { kept.withLock { $0?.append(piece) } }
    func take(_ piece: WordPressPiece) {
      switch piece {
      case .siteAddress(let text):
        address = text
        keep(piece)
      case .link(let text):
        if address.isEmpty { address = text }
        keep(piece)
      case .date: keep(piece)
      case .account(let account): counts.accounts.insert(account)
      case .term(let sort, let slug, let name): counts.terms.append((sort, slug, name))
      case .eventTerm(let taxonomy, let slug, let details): found.terms.add(taxonomy, slug: slug, details: details)
      case .item(let item, _):
        counts.comments += item.comments
        if item.isAttachment {
          survey.media.append(medium(of: item))
        } else if item.isPart {
          sizeOfParts += item.content.utf8.count
          if sizeOfParts <= Self.largestParts { survey.parts[item.number] = item.content }
        } else if let kind = item.kind {
          items.append((outline(of: item, kind), item.number))
          if let plugin = EventPlugin(item) {
            found.series.add(item, plugin)
            found.terms.add(namedBy: item)
          }
          if let location = item.value("_location_id"), kind == .place { found.locations[location] = item.number }
          keep(piece)
        } else {
          counts.leaveOut(item)
        }
      }
    }
    kept.withLock { $0 = keeps ? [] : nil }
    let pipeline = Pipeline<MarkupElement, WordPressPiece?> { element, _ in WordPressPiece(element) }
    var sites: [String: String] = [:]
    for file in files {
      address = ""
      try file.forEach(leaving: keeps ? [] : ["encoded"]) { root, piece, whole in
        guard root.name == "rss" else { throw Self.noExport(file.name) }
        pipeline.add(keeps || !WordPressItem.isShownByOthers(piece) ? piece : whole()).forEach { $0.map(take) }
      }
      pipeline.finish().forEach { $0.map(take) }
      survey.address = OldSite.unbroken(address)
      let site = OldSite(survey.address)
      sites[site.host + site.path] = survey.address
    }
    guard sites.count < 2 else { throw Self.severalSites(sites.values.sorted()) }
    let site = OldSite(survey.address)
    items = withoutDates(of: found.series, items)
    survey.outlines = items.map { item, number in
      var outline = item
      outline.origin = origin(number, site)
      outline.parent = item.parent.map { origin($0, site) }
      return outline
    }
    attachPages(&survey, site)
    survey.outlines += found.terms.items { origin($0, site) }.map(\.outline)
    let all = found
    self.found.withLock { $0 = all }
    for index in survey.media.indices {
      survey.media[index].parent = survey.media[index].parent.map { origin($0, site) }
    }
    survey.leftOut = counts.leftOut
    survey.redirections = counts.redirections(site)
    return survey
  }

  /// Bytes of the texts that others show, at most: they wait in memory.
  private static let largestParts = 8 << 20

  private func withoutDates(
    of series: EventSeries, _ items: [(outline: ImportOutline, number: String)]
  ) -> [(outline: ImportOutline, number: String)] {
    let dates = Dictionary(grouping: items.filter { series.head(of: $0.number) != nil }) {
      series.head(of: $0.number) ?? ""
    }
    guard !dates.isEmpty else { return items }
    return items.filter { series.head(of: $0.number) == nil }.map { item in
      var item = item
      item.outline.lesserAddresses += (dates[item.number] ?? []).flatMap(\.outline.addresses)
      return item
    }
  }

  private func origin(_ number: String, _ site: OldSite) -> String { "wordpress \(site.host)\(site.path) \(number)" }

  /// The page of a picture shows nothing that the text which it was put into does not show.
  private func attachPages(_ survey: inout ImportSurvey, _ site: OldSite) {
    var pages: [String: [String]] = [:]
    for medium in survey.media {
      guard let parent = medium.parent, parent != "0", let page = medium.page else { continue }
      pages[origin(parent, site), default: []] += [page, "/?attachment_id=" + medium.identity]
    }
    for index in survey.outlines.indices {
      survey.outlines[index].lesserAddresses += pages[survey.outlines[index].origin] ?? []
    }
  }

  private func medium(of item: WordPressItem) -> ImportMedium {
    ImportMedium(
      identity: item.number, address: item.attachment.isEmpty ? item.guid : item.attachment, title: item.title,
      alternative: WrittenText.cleaned(item.value("_wp_attachment_image_alt") ?? ""),
      caption: HTMLWords.text(of: item.excerpt), parent: item.parent == "0" ? nil : item.parent, page: item.link)
  }

  private func outline(of item: WordPressItem, _ kind: EntryKind) -> ImportOutline {
    var outline = ImportOutline(origin: item.number, kind: kind, title: HTMLWords.title(item.title, of: item.content))
    outline.name = item.slug.isEmpty ? nil : item.slug
    outline.parent = item.parent.isEmpty || item.parent == "0" ? nil : item.parent
    outline.date = item.date.map { .day($0.day) }
    // A draft has no address that anybody knows.
    if !["draft", "pending", "future"].contains(item.status) {
      let numbered = item.type == "page" ? "/?page_id=" + item.number : "/?p=" + item.number
      outline.addresses = [item.link] + (item.guid.holds("://") ? [item.guid] : []) + [numbered]
    }
    return outline
  }

  private static func noExport(_ path: String) -> Fault {
    Fault(
      "« \(path) » n’est pas une exportation de WordPress.",
      hint: "Dans WordPress\u{A0}: Outils, Exporter, Tout le contenu.", status: 1)
  }

  private static func severalSites(_ addresses: [String]) -> Fault {
    Fault(
      "Ce dossier contient les exportations de plusieurs sites\u{A0}: \(addresses.joined(separator: ", ")).",
      hint: "Importez celles de chacun à part.", status: 1)
  }

  // MARK: Entries

  func forEach(_ body: (ImportItem) throws -> Void) throws {
    var address = ""
    let found = found.withLock { $0 }
    var site = OldSite("")
    var fallback: CivilDateTime?
    try forEachPiece { piece in
      switch piece {
      case .siteAddress(let text): address = text
      case .link(let text): if address.isEmpty { address = text }
      case .date(let text): fallback = MailDate.read(text, dates.zone)
      case .account, .term, .eventTerm: break
      case .item(let item, let fingerprint):
        if site.host.isEmpty { site = OldSite(OldSite.unbroken(address)) }
        guard let kind = item.kind else { return }
        var entry = entry(item, kind, site, fallback, found)
        entry.fingerprint = fingerprint
        try body(entry)
      }
    }
    for item in found.terms.items({ origin($0, site) }) { try body(item) }
  }

  /// Gives what the export says, in its order: what the survey kept, each once.
  private func forEachPiece(_ body: (WordPressPiece) throws -> Void) throws {
    let kept = kept.withLock { pieces in
      defer { pieces = nil }
      return pieces
    }
    guard var left = kept else {
      for path in paths { try XMLPieces(path).forEach { _, piece, _ in try WordPressPiece(piece).map(body) } }
      return
    }
    left.reverse()
    // What was given need not wait for the rest.
    while let piece = left.popLast() { try body(piece) }
  }

  private func entry(
    _ post: WordPressItem, _ kind: EntryKind, _ site: OldSite, _ fallback: CivilDateTime?, _ found: Found
  ) -> ImportItem {
    var outline = outline(of: post, kind)
    outline.origin = origin(post.number, site)
    outline.parent = outline.parent.map { origin($0, site) }
    var item = ImportItem(outline)
    let isBlocks = post.content.holds("<!-- wp:")
    item.text =
      post.content.allSatisfy(\.isWhitespace)
      ? .none : .html(post.content, base: post.link, breaksAtLineEnds: !isBlocks)
    item.notes = post.notes
    if post.isSticky { item.remarks.append(.importSticky(SourceLocation(file: ""))) }
    item.remarkTitle(made: post.title)
    addDates(post, kind, fallback, to: &item)
    switch kind {
    case .event: addEvent(post, to: &item, site, found)
    case .place: item.addPlace(post)
    case .partner:
      item.addOrganizer(
        website: post.value("_OrganizerWebsite"),
        hasPersonalData: post.value("_OrganizerEmail") != nil || post.value("_OrganizerPhone") != nil)
    default: break
    }
    item.add(.summary, HTMLWords.text(of: post.excerpt))
    if let picture = post.value("_thumbnail_id"), picture != "0" {
      item.fields.append((.image, .picture(ImportMedium.scheme + picture, alternative: .imageAlternative, words: nil)))
    }
    let tags = post.terms.filter {
      Self.tags.contains($0.taxonomy)
    }
    .map { HTMLWords.text(of: $0.name) }
    .filter { !["non-classe", "uncategorized", "non-classifiee"].contains(Folding.slug($0)) }
    item.add(.tags, list: tags.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    item.draft = Self.draft(post) ?? item.draft
    return item
  }

  /// What texts are sorted by that become their tags.
  private static let tags: Set = [
    "category", "post_tag", "tribe_events_cat", "event-category", "event-tag", "event-categories", "event-tags",
    "mec_category", "event_type",
  ]

  private func addEvent(_ post: WordPressItem, to item: inout ImportItem, _ site: OldSite, _ found: Found) {
    guard let plugin = EventPlugin(post) else { return }
    WordPressEvent(post, plugin, held: found.series.held(by: post, plugin), dates).add(to: &item, post) { reference in
      let identity: String? =
        switch reference {
        case .number(let number): number
        case .location(let location): found.locations[location]
        case .term(let sort, let slug): EventTerms.identity(sort, slug)
        }
      return identity.map { origin($0, site) }
    }
  }

  private func addDates(
    _ post: WordPressItem, _ kind: EntryKind, _ fallback: CivilDateTime?, to item: inout ImportItem
  ) {
    guard kind == .news || post.status == "future" else { return }
    let date = post.date ?? post.modified ?? fallback
    if kind == .news { item.addNewsDate(date.map { .day($0.day) }) }
    if post.status == "future", let date { item.add(.publish, .minute(date)) }
    if kind == .news, let date, let modified = post.modified, modified.day > date.day {
      item.add(.modified, .day(modified.day))
    }
  }

  private static func draft(_ post: WordPressItem) -> String? {
    if post.isProtected { return "il était protégé par un mot de passe" }
    // Of Modern Events Calendar: no list had it.
    if post.type == "mec-events", post.value("mec_public") == "0" {
      return "l’ancien site ne l’affichait dans aucune liste"
    }
    if ReservedContent.isIn(post) { return ImportItem.reserved }
    switch post.status {
    case "publish", "future", "inherit", "": return nil
    case "draft": return ImportItem.unpublished
    case "pending": return "il attendait une relecture sur l’ancien site"
    case "private": return "il était privé sur l’ancien site"
    default: return ImportItem.inState(post.status)
    }
  }
}

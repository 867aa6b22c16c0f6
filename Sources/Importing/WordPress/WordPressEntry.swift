import Diagnostics
import Reading
import Site
import Text
import Time

/// Makes an entry of an item of a WordPress export.
struct WordPressEntry {
  let post: WordPressItem
  let kind: EntryKind
  let site: OldSite
  let events: WordPressSurvey.Events
  let dates: TableDates.Reading
  /// When the export was made: for what has no date.
  let fallback: CivilDateTime?

  var item: ImportItem {
    var outline = post.outline(kind)
    outline.origin = site.origin(wordPress: post.number)
    outline.parent = outline.parent.map(site.origin(wordPress:))
    var item = ImportItem(outline)
    let isBlocks = post.content.holds("<!-- wp:")
    item.text =
      post.content.allSatisfy(\.isWhitespace)
      ? .none : .html(post.content, base: post.link, breaksAtLineEnds: !isBlocks)
    item.notes = post.notes
    if post.isSticky { item.remarks.append(.importSticky(SourceLocation(file: ""))) }
    item.remarkTitle(made: post.title)
    addDates(to: &item)
    switch kind {
    case .event: addEvent(to: &item)
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
    item.add(.tags, list: tags)
    item.draft = draft ?? item.draft
    return item
  }

  /// What texts are sorted by that become their tags.
  private static let taxonomies: Set = [
    "category", "post_tag", "tribe_events_cat", "event-category", "event-tag", "event-categories", "event-tags",
    "mec_category", "event_type",
  ]

  private var tags: [String] {
    let names = post.terms.filter { Self.taxonomies.contains($0.taxonomy) }.map { HTMLWords.text(of: $0.name) }
    return names.filter { !["non-classe", "uncategorized", "non-classifiee"].contains(Folding.slug($0)) }.uniqued()
  }

  private func addEvent(to item: inout ImportItem) {
    guard let plugin = EventPlugin(post) else { return }
    WordPressEvent(post, plugin, held: events.series.held(by: post, plugin), dates).add(to: &item, post) { reference in
      let identity: String? =
        switch reference {
        case .number(let number): number
        case .location(let location): events.locations[location]
        case .term(let sort, let slug): EventTerms.identity(sort, slug)
        }
      return identity.map(site.origin(wordPress:))
    }
  }

  private func addDates(to item: inout ImportItem) {
    guard kind == .news || post.status == "future" else { return }
    let date = post.date ?? post.modified ?? fallback
    if kind == .news { item.addNewsDate(date.map { .day($0.day) }) }
    if post.status == "future", let date { item.add(.publish, .minute(date)) }
    if kind == .news, let date, let modified = post.modified, modified.day > date.day {
      item.add(.modified, .day(modified.day))
    }
  }

  /// Why it is a draft; `nil` where it is none.
  private var draft: String? {
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

import Reading
import Site
import Text

/// What there is in a WordPress export, found in going through it once.
struct WordPressSurvey {
  /// What is said of events in several places of an export.
  struct Events: Sendable {
    var terms = EventTerms()
    var series = EventSeries()
    /// The numbers of the posts of places, by what Events Manager calls them.
    var locations: [String: String] = [:]
  }

  private(set) var events = Events()
  /// Of the site, as the export writes it.
  var address = ""
  private var counts = WordPressCounts()
  private var items: [(outline: ImportOutline, number: String)] = []
  private var media: [ImportMedium] = []
  /// By their numbers.
  private var parts: [String: String] = [:]
  private var sizeOfParts = 0

  /// Bytes of the texts that others show, at most: they wait in memory.
  private static let largestParts = 8 << 20

  var site: OldSite { OldSite(OldSite.unbroken(address)) }

  /// Takes account of a piece.
  ///
  /// - Returns: whether who makes the entries needs it.
  mutating func take(_ piece: WordPressPiece) -> Bool {
    switch piece {
    case .siteAddress(let text):
      address = text
      return true
    case .link(let text):
      if address.isEmpty { address = text }
      return true
    case .date: return true
    case .account(let account): counts.accounts.insert(account)
    case .term(let sort, let slug, let name): counts.terms.append((sort, slug, name))
    case .eventTerm(let taxonomy, let slug, let details): events.terms.add(taxonomy, slug: slug, details: details)
    case .item(let item, _): return take(item)
    }
    return false
  }

  private mutating func take(_ item: WordPressItem) -> Bool {
    counts.comments += item.comments
    if item.isAttachment {
      media.append(item.medium)
    } else if item.isPart {
      sizeOfParts += item.content.utf8.count
      if sizeOfParts <= Self.largestParts { parts[item.number] = item.content }
    } else if let kind = item.kind {
      items.append((item.outline(kind), item.number))
      if let plugin = EventPlugin(item) {
        events.series.add(item, plugin)
        events.terms.add(namedBy: item)
      }
      if let location = item.value("_location_id"), kind == .place { events.locations[location] = item.number }
      return true
    } else {
      counts.leaveOut(item)
    }
    return false
  }

  /// What there is, when all was taken.
  var whole: ImportSurvey {
    let site = site
    var survey = ImportSurvey()
    survey.address = site.address
    survey.parts = parts
    survey.outlines = withoutDates.map { item, number in
      var outline = item
      outline.origin = site.origin(wordPress: number)
      outline.parent = item.parent.map(site.origin(wordPress:))
      return outline
    }
    attachPages(&survey.outlines, site)
    survey.outlines += events.terms.items(site.origin(wordPress:)).map(\.outline)
    survey.media = media.map { medium in
      var medium = medium
      medium.parent = medium.parent.map(site.origin(wordPress:))
      return medium
    }
    survey.leftOut = counts.leftOut
    survey.redirections = counts.redirections(site)
    return survey
  }

  /// What becomes an entry: of a series whose dates are posts of their own, the series, under which these are found.
  private var withoutDates: [(outline: ImportOutline, number: String)] {
    let heads = events.series.headsByDate
    guard !heads.isEmpty else { return items }
    let dates = Dictionary(grouping: items.filter { heads[$0.number] != nil }) { heads[$0.number] ?? "" }
    return items.filter { heads[$0.number] == nil }.map { item in
      var item = item
      item.outline.lesserAddresses += (dates[item.number] ?? []).flatMap(\.outline.addresses)
      return item
    }
  }

  /// The page of a picture shows nothing that the text which it was put into does not show.
  private func attachPages(_ outlines: inout [ImportOutline], _ site: OldSite) {
    var pages: [String: [String]] = [:]
    for medium in media {
      guard let parent = medium.parent, parent != "0", let page = medium.page else { continue }
      pages[site.origin(wordPress: parent), default: []] += [page, "/?attachment_id=" + medium.identity]
    }
    for index in outlines.indices { outlines[index].lesserAddresses += pages[outlines[index].origin] ?? [] }
  }
}

extension OldSite {
  /// What something of a WordPress site is known by, over all imports.
  ///
  /// - Parameter identity: its number, or what else it is known by there.
  func origin(wordPress identity: String) -> String { "wordpress \(host)\(path) \(identity)" }
}

extension WordPressItem {
  /// A picture or a file.
  fileprivate var medium: ImportMedium {
    ImportMedium(
      identity: number, address: attachment.isEmpty ? guid : attachment, title: title,
      alternative: WrittenText.cleaned(value("_wp_attachment_image_alt") ?? ""), caption: HTMLWords.text(of: excerpt),
      parent: parent == "0" ? nil : parent, page: link)
  }

  /// With numbers of this export as its origin and its parent.
  func outline(_ kind: EntryKind) -> ImportOutline {
    var outline = ImportOutline(origin: number, kind: kind, title: HTMLWords.title(title, of: content))
    outline.name = slug.isEmpty ? nil : slug
    outline.parent = parent.isEmpty || parent == "0" ? nil : parent
    outline.date = date.map { .day($0.day) }
    // A draft has no address that anybody knows.
    if !["draft", "pending", "future"].contains(status) {
      let numbered = type == "page" ? "/?page_id=" + number : "/?p=" + number
      outline.addresses = [link] + (guid.holds("://") ? [guid] : []) + [numbered]
    }
    return outline
  }
}

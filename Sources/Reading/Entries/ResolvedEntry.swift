import Diagnostics
import Site

/// An entry of the site, of one kind, and what was found while it was made.
struct ResolvedEntry: Sendable {
  let key: EntryKey
  var news: News?
  var event: Event?
  var series: Series?
  var place: Place?
  var partner: Partner?
  var page: Page?
  var issue: Issue?
  let attachments: [Attachment]
  let pictures: [PictureReference]
  let diagnostics: [Diagnostic]
  let unknownNames: [UnknownName]
  /// Its former addresses, with the place to tell of.
  let aliases: [(SitePath, SourcePlace)]
  var hasErrors = false

  init(_ draft: EntryDraft, context: ReadingContext) {
    key = draft.key
    var reader = EntryReader(draft, context: context)
    var entry: Entry?
    switch draft.key.kind {
    case .news: (news, entry) = Self.with(reader.news())
    case .event: (event, entry) = Self.with(reader.event())
    case .series: (series, entry) = Self.with(reader.series())
    case .place: (place, entry) = Self.with(reader.place())
    case .partner: (partner, entry) = Self.with(reader.partner())
    case .page: (page, entry) = Self.with(reader.page())
    case .issue: (issue, entry) = Self.with(reader.issue())
    }
    attachments = Array(reader.links.attachments.values)
    pictures = reader.links.pictures
    diagnostics = reader.diagnostics
    unknownNames = reader.unknownNames
    let aliasPlace = reader.fields.place(of: .aliases)
    aliases = (entry?.aliases ?? []).map { ($0, aliasPlace) }
  }

  private static func with<Kind: HasEntry>(_ kind: Kind?) -> (Kind?, Entry?) { (kind, kind?.entry) }

  /// Whether a mistake left nothing of it.
  var isMissing: Bool {
    news == nil && event == nil && series == nil && place == nil && partner == nil && page == nil && issue == nil
  }

  mutating func prune(_ pruner: Pruner) {
    news = news.map(pruner.pruned)
    event = event.map(pruner.pruned)
    series = series.map(pruner.pruned)
    place = place.map(pruner.pruned)
    partner = partner.map(pruner.pruned)
    page = page.map(pruner.pruned)
    issue = issue.map(pruner.pruned)
  }
}

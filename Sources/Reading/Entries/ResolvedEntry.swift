import Diagnostics
import Site

/// An entry of the site, of one kind, and what was found while it was made. Never changed once it is made; a class for the
/// same reason as ``EntryDraft``.
final class ResolvedEntry: Sendable {
  enum Content: Sendable {
    case news(News)
    case event(Event)
    case series(Series)
    case place(Place)
    case partner(Partner)
    case page(Page)
    case issue(Issue)
  }

  let key: EntryKey
  /// `nil` where a mistake left nothing of it.
  let content: Content?
  let attachments: [Attachment]
  let pictures: [PictureReference]
  let diagnostics: [Diagnostic]
  let unknownNames: [UnknownName]
  /// What it says of addresses of the site.
  let links: [Located<String>]
  /// Its earlier addresses.
  let aliases: [Located<SitePath>]

  /// Names that lead nowhere and are reported one by one.
  private static let mostUnknown = 200

  init(_ draft: EntryDraft, context: ReadingContext) {
    key = draft.key
    var reader = EntryReader(draft, context: context)
    content =
      switch draft.key.kind {
      case .news: reader.news().map { .news($0) }
      case .event: reader.event().map { .event($0) }
      case .series: reader.series().map { .series($0) }
      case .place: reader.place().map { .place($0) }
      case .partner: reader.partner().map { .partner($0) }
      case .page: reader.page().map { .page($0) }
      case .issue: reader.issue().map { .issue($0) }
      }
    attachments = Array(reader.links.attachments.values)
    pictures = reader.links.pictures
    let (found, unknown) = (reader.diagnostics, reader.unknownNames)
    unknownNames = Array(unknown.prefix(Self.mostUnknown))
    let rest = unknown.count - unknownNames.count
    let more = Diagnostic.moreRemarks(SourceLocation(file: draft.source.path), count: rest, isError: true)
    diagnostics = found.limited(to: draft.source.path) + (rest > 0 ? [more] : [])
    links = reader.links.addresses
    let aliasPlace = reader.fields.place(of: .aliases)
    aliases = content?.entry.aliases.map { Located($0, at: aliasPlace) } ?? []
  }

  /// `whole` without what `pruner` takes out.
  init(_ whole: ResolvedEntry, pruner: Pruner) {
    key = whole.key
    content = whole.content.map(pruner.pruned)
    attachments = whole.attachments
    pictures = whole.pictures
    diagnostics = whole.diagnostics
    unknownNames = whole.unknownNames
    links = whole.links
    aliases = whole.aliases
  }
}

extension ResolvedEntry.Content {
  /// What every kind has.
  var entry: Entry {
    switch self {
    case .news(let item): item.entry
    case .event(let item): item.entry
    case .series(let item): item.entry
    case .place(let item): item.entry
    case .partner(let item): item.entry
    case .page(let item): item.entry
    case .issue(let item): item.entry
    }
  }
}

extension Site {
  /// The site of these entries.
  init(
    settings: Settings, _ entries: [ResolvedEntry], attachments: [Attachment], machineFiles: [MachineFile]
  ) {
    var news: [News] = []
    var events: [Event] = []
    var series: [Series] = []
    var places: [Place] = []
    var partners: [Partner] = []
    var pages: [Page] = []
    var issues: [Issue] = []
    for entry in entries {
      switch entry.content {
      case .news(let item): news.append(item)
      case .event(let item): events.append(item)
      case .series(let item): series.append(item)
      case .place(let item): places.append(item)
      case .partner(let item): partners.append(item)
      case .page(let item): pages.append(item)
      case .issue(let item): issues.append(item)
      case nil: break
      }
    }
    self.init(
      settings: settings, news: news, events: events, series: series, places: places, partners: partners, pages: pages,
      issues: issues, attachments: attachments, machineFiles: machineFiles)
  }
}

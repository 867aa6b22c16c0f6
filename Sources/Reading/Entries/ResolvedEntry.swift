import Diagnostics
import Site

/// An entry of the site, of one kind, and what was found while it was made. Never changed once it is made; a class for the
/// same reason as ``EntryDraft``.
final class ResolvedEntry: Sendable {
  let key: EntryKey
  /// `nil` where a mistake left nothing of it.
  let content: SiteEntry?
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
    content = reader.content()
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

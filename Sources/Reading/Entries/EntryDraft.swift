import Diagnostics
import Markup
import Site
import Time

/// An entry as its own file gives it: nothing in it depends on any other file. Never changed once it is made; a class,
/// so that lists of thousands are passed on at the cost of one reference each.
final class EntryDraft: Sendable {
  let key: EntryKey
  let file: ContentFile
  let source: SourceText
  let frontMatter: FrontMatter
  let title: String
  /// Names by which others may call it, besides slug and title.
  let otherNames: [String]
  /// `id`, where it is given.
  let identity: Located<String>?
  let isDraft: Bool
  let publish: PartialDate?
  let body: Document
  /// The fragments that lead to its headings.
  let anchors: Set<String>
  let diagnostics: [Diagnostic]

  private init(
    _ entry: ContentTree.EntryFile, _ source: SourceText, _ frontMatter: FrontMatter, title: String,
    otherNames: [String], identity: Located<String>?, isDraft: Bool, publish: PartialDate?, body: Document,
    anchors: Set<String>, diagnostics: [Diagnostic]
  ) {
    key = entry.key
    file = entry.file
    self.source = source
    self.frontMatter = frontMatter
    self.title = title
    self.otherNames = otherNames
    self.identity = identity
    self.isDraft = isDraft
    self.publish = publish
    self.body = body
    self.anchors = anchors
    self.diagnostics = diagnostics
  }

  /// What it is called for good; see ``Site/Entry/id``.
  var lastingIdentity: String { identity?.value ?? key.defaultIdentity }

  /// What reading one file gave: a draft, or why there is none.
  enum Outcome: Sendable {
    case draft(EntryDraft)
    case rejected(EntryKey, SourceText?, [Diagnostic])

    var source: SourceText? {
      switch self {
      case .draft(let draft): return draft.source
      case .rejected(_, let source, _): return source
      }
    }

    var diagnostics: [Diagnostic] {
      switch self {
      case .draft(let draft): return draft.diagnostics
      case .rejected(_, _, let diagnostics): return diagnostics
      }
    }
  }

  /// - Parameters:
  ///   - zone: by whose clock a date with a distance from UTC is read.
  ///   - setsTexts: see ``ReadingOptions/setsTexts``.
  ///   - text: what the text below the front matter was read as before.
  static func read(
    _ source: SourceText, _ entry: ContentTree.EntryFile, zone: Zone, setsTexts: Bool = true, text: SoundText? = nil
  ) -> Outcome {
    if let marker = ConflictMarker.first(in: source) {
      return .rejected(entry.key, source, [.conflictMarker(source.place(marker))])
    }
    let table = KeyTable.of(entry.key.kind)
    var scanner = FrontMatterScanner(source, table: table, kind: entry.key.kind)
    guard let frontMatter = scanner.scan() else {
      return .rejected(entry.key, source, scanner.diagnostics.limited(to: source.path))
    }

    var fields = FieldReader(frontMatter, source: source, table: table)
    fields.zone = zone
    fields.diagnostics = scanner.diagnostics
    if source.hasMixedLineEnds { fields.report(.mixedLineEnds(source.wholePlace)) }
    let title = fields.text(.title) ?? ""
    if title.isEmpty, !frontMatter.misspelt.contains(.title) {
      fields.reportMissing(.title, kind: entry.key.kind, example: "titre: Le nom à afficher")
    }
    let otherNames = fields.words(.otherNames).map(\.text)
    let identity = fields.identity()
    let isDraft = (fields.boolean(.draft) ?? false) || entry.isDraft
    let publish = fields.date(.publish)

    var reader = BodyReader(source, start: frontMatter.bodyStart, line: frontMatter.bodyLine)
    // How long a letter becomes is part of every check.
    let extent: Typesetting.Extent = setsTexts || entry.key.kind == .issue ? .whole : .opening
    let body = reader.read(kind: entry.key.kind, hasSummary: fields.has(.summary), setting: extent, known: text)
    return .draft(
      EntryDraft(
        entry, source, frontMatter, title: title, otherNames: otherNames, identity: identity, isDraft: isDraft,
        publish: publish, body: body, anchors: reader.anchors,
        diagnostics: (fields.diagnostics + reader.diagnostics).limited(to: source.path)))
  }
}

extension FieldReader {
  /// `id`, cleaned, with its place; `nil` where it is not given.
  fileprivate mutating func identity() -> Located<String>? {
    guard let scalar = scalar(.identity) else { return nil }
    let text = clean(scalar.text, at: scalar.range)
    return text.isEmpty ? nil : Located(text, at: source.place(scalar.range))
  }
}

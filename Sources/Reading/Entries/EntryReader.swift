import Diagnostics
import Markup
import Site
import Text
import Time

/// Makes an entry of the site out of a draft: decodes the fields of its kind, resolves what it names. One function for
/// each kind stands in a file of its own.
struct EntryReader {
  let draft: EntryDraft
  let context: ReadingContext
  var fields: FieldReader
  var links: LinkResolver
  private(set) var unknown: [UnknownName] = []

  init(_ draft: EntryDraft, context: ReadingContext) {
    self.draft = draft
    self.context = context
    fields = FieldReader(draft.frontMatter, source: draft.source, table: KeyTable.of(draft.key.kind))
    fields.zone = context.zone
    links = LinkResolver(context: context, origin: LinkOrigin(draft))
  }

  /// What there is to report, in no order; that of the draft is not part of it.
  var diagnostics: [Diagnostic] { fields.diagnostics + links.diagnostics }
  var unknownNames: [UnknownName] { unknown + links.unknown }

  func place(_ range: Range<Int>) -> SourceLocation { draft.source.place(range) }

  // MARK: What every kind has

  mutating func entry() -> Entry {
    let body = resolvedBody()
    let summary = text(.summary) ?? SummaryText.start(of: body)
    let image = picture(.image, alternative: .imageAlternative)
    let aliases = aliases()
    let tags = tags()
    let partners = references(.partners, kinds: [.partner])
    let (revision, landing) = revisions()
    let identity = draft.identity?.value ?? draft.key.defaultIdentity
    return Entry(
      key: draft.key, id: identity, title: Typesetting.text(draft.title), summary: summary, image: image,
      aliases: aliases, tags: tags, partners: partners, publishedFrom: draft.publish?.firstMinute, revision: revision,
      landing: landing, source: draft.file.shownPath, body: body)
  }

  /// When it was last revised, as its author says or else its history; and when that landed, which is later where the author
  /// forgot to say so.
  private mutating func revisions() -> (revision: Instant?, landing: Instant?) {
    let path = draft.file.shownPath
    let modified = fields.date(.modified).map { context.zone.instant(of: $0.firstMinute) }
    return (modified ?? context.revisions[path], context.revisions.landing(of: path, modified: modified))
  }

  private mutating func tags() -> [Tag] {
    var result: [Tag] = []
    for word in fields.words(.tags) {
      var name = fields.clean(word.text, at: word.range)
      if name.hasPrefix("#") { name = TextCleaner.trimmed(name.drop { $0 == "#" }) }
      let slug = Folding.slug(name)
      guard !slug.isEmpty else {
        fields.report(.emptyTag(place(word.range), value: word.text))
        continue
      }
      if !result.contains(where: { $0.slug == slug }) { result.append(Tag(name: Typesetting.text(name), slug: slug)) }
    }
    return result
  }

  private mutating func aliases() -> [SitePath] {
    var result: [SitePath] = []
    for word in fields.words(.aliases) {
      switch AliasPath.read(word.text) {
      case .success(let path):
        if path == SitePath.entry(draft.key) {
          fields.report(.aliasOfItself(place(word.range), value: word.text))
        } else if !result.contains(path) {
          result.append(path)
        }
      case .failure: fields.report(.badAlias(place(word.range), value: word.text))
      }
    }
    return result
  }

  // MARK: Pictures and texts

  mutating func picture(_ key: FieldKey, alternative: FieldKey) -> Image? {
    guard let scalar = fields.scalar(key) else {
      if !fields.has(key), fields.has(alternative) {
        fields.report(.alternativeWithoutImage(fields.place(of: alternative), key: key.rawValue))
      }
      return nil
    }
    let description = fields.text(alternative)
    let isQuotedEmpty = description == ""
    if description == nil || (description?.isEmpty == true && !isQuotedEmpty) {
      fields.report(.missingAlternative(fields.place(of: key), key: alternative.rawValue))
    }
    // A logo is rightly described by the name of whose it is.
    if key == .image, let words = fields.scalar(alternative), let description, !description.isEmpty,
      AlternativeText.repeats(description, title: draft.title, file: scalar.text)
    {
      fields.report(.alternativeRepeats(place(words.range), key: alternative.rawValue))
    }
    let place = place(scalar.range)
    guard let address = links.picture(ofField: key, scalar.text, at: place) else { return nil }
    let position = TextPosition(line: place.line, column: 0)
    return Image(target: .site(address), alternative: Typesetting.text(description ?? ""), position: position)
  }

  /// A text of the front matter with its typography; `nil` where it is empty.
  mutating func text(_ key: FieldKey, keepsLines: Bool = false) -> String? {
    guard let text = fields.text(key, keepsLines: keepsLines), !text.isEmpty else { return nil }
    return Typesetting.text(text)
  }

  private mutating func resolvedBody() -> Document {
    let firstLine = draft.frontMatter.bodyLine
    let source = draft.source
    func placeOf(_ position: TextPosition) -> SourceLocation {
      source.place(line: position.line + firstLine - 1, column: position.column)
    }
    var lacksPictures = false
    let resolved = draft.body.mapTargets(
      link: { link in
        guard case .written(let text) = link.target else { return [.link(link)] }
        var link = link
        if let claim = ClaimedAddress(of: link, leadingTo: text) {
          fields.report(.misleadingLink(placeOf(link.position), text: claim.text, target: claim.target))
        }
        switch links.link(text, at: placeOf(link.position)) {
        case .site(let address):
          link.target = .site(address)
          link.content += links.sizeRemark(of: address, in: link.content)
        case .external(let address): link.target = .written(address)
        case .unavailable: return link.content
        }
        return [.link(link)]
      },
      image: { image in
        guard case .written(let text) = image.target else { return image }
        var image = image
        switch links.picture(text, at: placeOf(image.position)) {
        case .site(let address): image.target = .site(address)
        case .external(let address): image.target = .written(address)
        case .unavailable: lacksPictures = true
        }
        return image
      })
    return lacksPictures ? resolved.linkingUnresolvedPictures() : resolved
  }

  // MARK: References

  /// The entries that a list names, each once.
  mutating func references(_ key: FieldKey, kinds: [EntryKind]) -> [EntryKey] {
    guard let value = fields.value(key) else { return [] }
    var words: [(text: String, range: Range<Int>)] = []
    if case .scalar(let text) = value.content, text.contains(",") {
      // One name that holds a comma, or several.
      if case .none = context.names.match(text, kinds: kinds) {
        words = fields.words(key)
      } else {
        words = [(text, value.range)]
      }
    } else {
      words = fields.words(key, splittingCommas: false)
    }
    var result: [EntryKey] = []
    for word in words {
      guard let found = reference(word.text, at: word.range, key, kinds: kinds) else { continue }
      if result.contains(found) {
        fields.report(.repeatedReference(place(word.range), key: key.rawValue, value: word.text))
      } else {
        result.append(found)
      }
    }
    return result
  }

  mutating func reference(_ key: FieldKey, kinds: [EntryKind]) -> EntryKey? {
    guard let scalar = fields.scalar(key) else { return nil }
    return reference(scalar.text, at: scalar.range, key, kinds: kinds)
  }

  mutating func reference(
    _ text: String, at range: Range<Int>, _ key: FieldKey, kinds: [EntryKind]
  ) -> EntryKey? {
    switch context.names.match(text, kinds: kinds) {
    case .one(let found):
      guard context.isPublished(found) else {
        let title = context.entries[found]?.title ?? text
        fields.report(.referenceToUnpublished(place(range), title: title))
        return nil
      }
      return found
    case .several(let found):
      let candidates = found.map { candidate in
        (kinds.count > 1 ? candidate.kind.folder + "/" : "") + candidate.slug
      }
      fields.report(.ambiguousName(place(range), key: key.rawValue, value: text, candidates: candidates))
      return nil
    case .none:
      if !isBroken(text, kinds: kinds) {
        let wanted = UnknownName.Wanted.entry(key: key.rawValue, kinds: kinds)
        unknown.append(UnknownName(wanted: wanted, text: text, place: place(range)))
      }
      return nil
    }
  }

  /// The entry that `text` names, or nothing: then it is free text.
  mutating func entryOrText(
    _ text: String, at range: Range<Int>, _ key: FieldKey, kind: EntryKind
  ) -> EntryKey? {
    switch context.names.match(text, kinds: [kind]) {
    case .one(let found):
      guard context.isPublished(found) else {
        fields.report(.referenceToUnpublished(place(range), title: context.entries[found]?.title ?? text))
        return nil
      }
      return found
    case .several(let found):
      fields.report(.ambiguousName(place(range), key: key.rawValue, value: text, candidates: found.map(\.slug)))
      return nil
    case .none:
      if kind == .place, WrittenText.isNumber(text) {
        fields.report(.numberAsPlace(place(range), key: key.rawValue, value: text, seats: seatsKey))
      } else if !isBroken(text, kinds: [kind]) {
        let wanted = UnknownName.Wanted.entryOrText(key: key.rawValue, kind: kind)
        unknown.append(UnknownName(wanted: wanted, text: text, place: place(range)))
      }
      return nil
    }
  }

  /// The key that says how many seats there are, where the entry may have it.
  private var seatsKey: String? { fields.table.key(named: "places")?.name }

  /// Whether an entry of that slug is there but could not be read.
  private func isBroken(_ text: String, kinds: [EntryKind]) -> Bool {
    let slug = Folding.slug(ContentFiles.stem(text))
    return kinds.contains { context.brokenKeys.contains(EntryKey(kind: $0, slug: slug)) }
  }

  /// `lieu`: a place that is known, or free text.
  mutating func location(_ key: FieldKey = .place) -> Location? {
    guard let range = fields.valueRange(key), let text = fields.text(key), !text.isEmpty else { return nil }
    if let found = entryOrText(text, at: range, key, kind: .place) { return .place(found) }
    return .named(Typesetting.text(text))
  }
}

extension Document {
  /// The document with a link in the place of each picture that is not of the content: nothing is loaded from elsewhere, and
  /// what it shows stays within reach.
  fileprivate func linkingUnresolvedPictures() -> Document {
    var isLinked = false
    func link(_ image: Image) -> Inline? {
      guard case .written(let address) = image.target else { return nil }
      let words = image.alternative.isEmpty ? image.title : image.alternative
      let content = Inline.text(words.isEmpty ? address : words)
      guard address.isWebAddress else { return content }
      isLinked = true
      return .link(Link(target: image.target, content: [content], position: image.position))
    }
    /// The link, and what stood below the picture; where nothing else is said of it, that leads to it.
    func paragraph(_ figure: Figure) -> Block? {
      guard let inline = link(figure.image) else { return nil }
      guard !figure.caption.isEmpty else { return .paragraph([inline]) }
      guard figure.image.alternative.isEmpty else { return .paragraph([inline, .lineBreak] + figure.caption) }
      guard case .link(var link) = inline else { return .paragraph(figure.caption) }
      link.content = figure.caption
      return .paragraph([.link(link)])
    }
    let result = rewriting(
      blocks: { block in
        switch block {
        case .figure(let figure): return paragraph(figure).map { [$0] }
        case .gallery(let figures):
          let links = figures.compactMap(paragraph)
          guard !links.isEmpty else { return nil }
          let kept = figures.filter { link($0.image) == nil }
          return (kept.isEmpty ? [] : [.gallery(kept)]) + links
        default: return nil
        }
      },
      inlines: { inline in
        guard case .image(let image) = inline else { return nil }
        return link(image).map { [$0] }
      })
    // One that stands in a link is its words.
    return isLinked ? result.untangled() : result
  }
}

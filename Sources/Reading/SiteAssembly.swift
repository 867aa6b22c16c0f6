import Diagnostics
import Markup
import Site
import Text
import Time

/// Makes the site out of the drafts of its entries: what is published now, what collides, what names what.
struct SiteAssembly {
  let root: String
  private(set) var settings: Settings
  let today: CivilDateTime
  let options: ReadingOptions
  let tree: ContentTree
  let outcomes: [EntryDraft.Outcome]
  let revisions: Revisions
  /// What `site.yml` names of the other files.
  var names = SettingsNames()
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var heldBack: [HeldBack] = []
  /// Of the entries that are published.
  private(set) var pictures: [PictureReference] = []
  /// What they say of addresses of the site.
  private(set) var links: [Located<String>] = []
  private(set) var aliases: [Located<SitePath>] = []

  init(
    root: String, settings: Settings, today: CivilDateTime, options: ReadingOptions, tree: ContentTree,
    drafts: [EntryDraft.Outcome], revisions: Revisions
  ) {
    self.root = root
    self.settings = settings
    self.today = today
    self.options = options
    self.tree = tree
    self.outcomes = drafts
    self.revisions = revisions
  }

  mutating func site(cache: inout ReadingCache) async -> Site {
    if options.readsRevisions, revisions.source != .git {
      diagnostics.append(.noRevisions(isShallow: revisions.source == .shallow))
    }
    var (drafts, broken) = sorted()
    broken.formUnion(dropCollisions(&drafts))
    let sharing = checkIdentities(drafts)
    reportForeignKeys(of: drafts)
    let published = drafts.filter { !isHeldBack($0) }
    let keys = Set(published.map(\.key))
    let surroundings = surroundings(drafts, published: keys, broken: broken)
    let resolved = await cache.resolved(published, in: surroundings, watchdog: options.watchdog) {
      context(drafts, published: keys, broken: broken)
    }
    var entries = resolved.entries
    let wrong = report(entries, of: published, resolved.context).union(sharing)
    if options.keepsGoing { drop(wrong, from: &entries) }
    reportManuscripts(attachments: entries.flatMap(\.attachments))
    pictures = entries.flatMap(\.pictures)
    links = entries.flatMap(\.links)
    aliases = entries.flatMap(\.aliases)
    let contents = entries.compactMap(\.content)
    settings.place = meetingPlace(among: contents, resolved.context)
    settings.logo = logo(resolved.context)
    var history = revisions.history
    history.versions = versions(of: drafts, contents, resolved.context, surroundings, known: &cache.earlierTexts)
    return Site(
      settings: settings, entries: contents, attachments: entries.flatMap(\.attachments).unique,
      machineFiles: tree.machineFiles, history: history)
  }

  /// What was published when letters were sent, and of events from day to day; `nil` where no history is known.
  private func versions(
    of drafts: [EntryDraft], _ contents: [SiteEntry], _ context: ReadingContext,
    _ surroundings: ReadingCache.Surroundings, known: inout EntryVersions.Known
  ) -> [EntryKey: [EntryVersion]]? {
    guard revisions.source == .git else { return nil }
    let moments = contents.compactMap { entry -> Instant? in
      guard case .issue(let issue) = entry, let end = issue.lastMinute, end <= today else { return nil }
      return settings.zone.instant(of: end.adding(minutes: 1))
    }
    let reader = EntryVersions(
      root: root, zone: settings.zone, today: today.day, revisions: revisions, context: context,
      surroundings: surroundings)
    return reader.list(of: drafts, contents, before: moments, known: &known)
  }

  /// The place that `site.yml` names, if it is published.
  private mutating func meetingPlace(among entries: [SiteEntry], _ context: ReadingContext) -> EntryKey? {
    guard let place = names.place else { return nil }
    switch context.names.match(place.value, kinds: [.place]) {
    case .one(let found) where entries.contains { $0.entry.key == found }: return found
    case .one(let found):
      if context.entries[found] != nil, !context.isPublished(found) {
        diagnostics.append(.referenceToUnpublished(place.place, title: context.entries[found]?.title ?? place.value))
      }
    case .several(let found):
      diagnostics.append(
        .ambiguousName(
          place.place, key: FieldKey.place.rawValue, value: place.value, candidates: found.map(\.slug)))
    case .none:
      guard !context.brokenKeys.contains(EntryKey(kind: .place, slug: Folding.slug(place.value))) else { break }
      var suggestions = Suggestions(names: context.names, tree: tree)
      let wanted = UnknownName.Wanted.entry(key: FieldKey.place.rawValue, kinds: [.place])
      let unknown = UnknownName(wanted: wanted, text: place.value, place: place.place)
      if let found = suggestions.diagnostic(of: unknown) { diagnostics.append(found) }
    }
    return nil
  }

  /// The picture that `site.yml` names, which stands beside the site's name and says nothing more.
  private mutating func logo(_ context: ReadingContext) -> Image? {
    guard let logo = names.logo else { return nil }
    var resolver = LinkResolver(context: context, origin: .settings)
    let address = resolver.picture(ofField: .logo, logo.value, at: logo.place)
    var suggestions = Suggestions(names: context.names, tree: tree)
    diagnostics += resolver.diagnostics + resolver.unknown.compactMap { suggestions.diagnostic(of: $0) }
    pictures += resolver.pictures
    return address.map {
      Image(target: .site($0), alternative: "", position: TextPosition(line: logo.place.line, column: 0))
    }
  }

  // MARK: What there is

  /// The drafts that could be read, and the keys of the others, which are reported.
  private mutating func sorted() -> ([EntryDraft], Set<EntryKey>) {
    var drafts: [EntryDraft] = []
    var broken: Set<EntryKey> = []
    for outcome in outcomes {
      switch outcome {
      case .draft(let draft):
        if options.leftOut.contains(draft.file.shownPath) { broken.insert(draft.key) } else { drafts.append(draft) }
      case .rejected(let key, _, let found):
        broken.insert(key)
        diagnostics += found
      }
    }
    return (drafts, broken)
  }

  /// Takes out entries whose address is another's, or the program's, and gives their keys; each is reported.
  private mutating func dropCollisions(_ drafts: inout [EntryDraft]) -> Set<EntryKey> {
    // By their addresses, which of those that are kept have them.
    var owners: [SitePath: Int] = [:]
    var kept: [EntryDraft] = []
    var dropped: Set<EntryKey> = []
    for draft in drafts {
      let path = SitePath.entry(draft.key)
      let place = SourceLocation(file: draft.file.shownPath)
      if ReservedAddresses.contains(draft.key) {
        diagnostics.append(.reservedAddress(place, address: path.text))
        dropped.insert(draft.key)
      } else if let owner = owners[path].map({ kept[$0] }) {
        diagnostics.append(.sameAddress(place, address: path.text, other: owner.file.shownPath))
        if owner.key != draft.key { dropped.insert(draft.key) }
      } else {
        owners[path] = kept.count
        kept.append(draft)
      }
    }
    drafts = kept
    return dropped
  }

  /// The entries that have the name of another one; each is reported. What waits for its day is looked at too: nobody will on
  /// that day.
  private mutating func checkIdentities(_ drafts: [EntryDraft]) -> Set<EntryKey> {
    var identities = Identities()
    var sharing: Set<EntryKey> = []
    for draft in Identities.inOrder(drafts) where !draft.isDraft || options.includesDrafts {
      guard let remark = identities.claim(draft) else { continue }
      diagnostics.append(remark)
      sharing.insert(draft.key)
    }
    return sharing
  }

  private mutating func isHeldBack(_ draft: EntryDraft) -> Bool {
    var reason: HeldBack.Reason?
    if draft.isDraft, !options.includesDrafts {
      reason = .draft
    } else if let publish = draft.publish, publish.firstMinute > today {
      reason = .until(publish)
    }
    guard let reason else { return false }
    heldBack.append(
      HeldBack(
        key: draft.key, identity: draft.lastingIdentity, title: draft.title, source: draft.file.shownPath,
        reason: reason))
    // A draft may have mistakes; what waits for its day may not, since nobody will look at it then. That something was
    // understood as a draft has to be known in any case.
    diagnostics += draft.diagnostics.filter { reason != .draft || $0.code == Diagnostic.keyByHabitCode }
    return true
  }

  private func surroundings(
    _ drafts: [EntryDraft], published: Set<EntryKey>, broken: Set<EntryKey>
  ) -> ReadingCache.Surroundings {
    ReadingCache.Surroundings(
      root: root, zone: settings.zone, holidays: ReadingContext.Holidays(settings), revisions: revisions.state,
      entries: drafts.map { draft in
        ReadingCache.Surroundings.Known(
          key: draft.key, path: draft.file.path, title: draft.title, otherNames: draft.otherNames,
          anchors: draft.anchors, isPublished: published.contains(draft.key))
      },
      brokenKeys: broken, entryPaths: tree.entries.map(\.file.path), otherFiles: tree.otherStamps,
      folders: tree.folders)
  }

  private func context(_ drafts: [EntryDraft], published: Set<EntryKey>, broken: Set<EntryKey>) -> ReadingContext {
    var entries: [EntryKey: ReadingContext.Known] = [:]
    var keysByPath: [String: EntryKey] = [:]
    for draft in drafts {
      keysByPath[draft.file.path] = draft.key
      entries[draft.key] = ReadingContext.Known(
        title: draft.title, path: draft.file.path, anchors: draft.anchors, isPublished: published.contains(draft.key))
    }
    let brokenPaths = Set(tree.entries.filter { keysByPath[$0.file.path] == nil }.map(\.file.path))
    return ReadingContext(
      root: root, zone: settings.zone, holidays: ReadingContext.Holidays(settings), tree: tree,
      names: NameIndex(drafts), entries: entries, keysByPath: keysByPath,
      brokenPaths: brokenPaths, brokenKeys: broken, revisions: revisions)
  }

  // MARK: What came of it

  /// Collects what is to be reported about each entry, names that lead nowhere among it; gives the
  /// entries that have errors.
  private mutating func report(
    _ entries: [ResolvedEntry], of drafts: [EntryDraft], _ context: ReadingContext
  ) -> Set<EntryKey> {
    var wrong: Set<EntryKey> = []
    var suggestions = Suggestions(names: context.names, tree: tree)
    for index in entries.indices {
      var found = drafts[index].diagnostics + entries[index].diagnostics
      found += entries[index].unknownNames.compactMap { suggestions.diagnostic(of: $0) }
      // What is wrong with a letter that has left stops nothing.
      if case .issue(let issue)? = entries[index].content, issue.isSent(at: today) {
        found = found.filter { $0.code != Diagnostic.unfinishedLetterCode }.map(\.asNote)
      }
      if found.contains(where: { $0.severity == .error }) { wrong.insert(entries[index].key) }
      diagnostics += found
    }
    return wrong
  }

  /// Reports once the keys that other generators write.
  private mutating func reportForeignKeys(of drafts: [EntryDraft]) {
    let withKeys = drafts.filter { !$0.frontMatter.foreign.isEmpty }
    guard let first = withKeys.first else { return }
    let keys = Set(withKeys.flatMap(\.frontMatter.foreign)).sorted()
    diagnostics.append(
      .foreignKeys(SourceLocation(file: first.file.shownPath), keys: Array(keys.prefix(20)), files: withKeys.count))
  }

  /// Reports texts that another program wrote and no entry refers to, not even one that is left out.
  private mutating func reportManuscripts(attachments: [Attachment]) {
    guard !tree.manuscripts.isEmpty else { return }
    let published = Set(attachments.map(\.source))
    for file in tree.manuscripts where !published.contains(file.shownPath) {
      let names = [file.name, PercentCoding.path(file.name)].map { Array($0.utf8) }
      let isNamed = outcomes.contains { outcome in
        guard let bytes = outcome.source?.bytes else { return false }
        return names.contains { bytes.contains($0) }
      }
      let isPage = ["htm", "html", "rst", "adoc", "org", "tex"].contains(file.fileExtension)
      if !isNamed { diagnostics.append(.lostManuscript(SourceLocation(file: file.shownPath), isWritten: isPage)) }
    }
  }

  /// Leaves out entries with errors, and what the others say of them.
  private func drop(_ wrong: Set<EntryKey>, from entries: inout [ResolvedEntry]) {
    let dropped = wrong.union(entries.filter { $0.content == nil }.map(\.key))
    guard !dropped.isEmpty else { return }
    entries.removeAll { dropped.contains($0.key) }
    var titles: [EntryKey: String] = [:]
    for case .draft(let draft) in outcomes where dropped.contains(draft.key) { titles[draft.key] = draft.title }
    let pruner = Pruner(dropped: dropped, titles: titles)
    entries = entries.map { ResolvedEntry($0, pruner: pruner) }
  }
}

extension [Attachment] {
  /// Each once, by address; whether two of them share one, is reported when the publication is planned.
  fileprivate var unique: [Attachment] { Set(self).sorted { ($0.path, $0.source) < ($1.path, $1.source) } }
}

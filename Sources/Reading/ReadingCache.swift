import Diagnostics
import Files
import Site
import Time

/// What one reading leaves for the next one of the same project, so that only what changed is read and resolved again. It
/// changes nothing in what is found: a reading with it gives what a first one gives. It holds what the content holds now,
/// nothing of what it held before.
package struct ReadingCache: Sendable {
  /// An entry as its file gave it.
  struct Draft: Sendable {
    var stamp: FileStamp
    /// Whether ``stamp`` shows every later change.
    var isSettled: Bool
    var outcome: EntryDraft.Outcome
  }

  /// By path from `Content/`.
  private(set) var drafts: [String: Draft] = [:]
  /// The zone that ``drafts`` were read with.
  private var zone: Zone?
  /// Whether their texts were set.
  private var hasSetTexts = false
  var revisions: Revisions?
  /// See ``ContentTree/keys``.
  var keys: [String: EntryKey] = [:]
  private(set) var resolution: Resolution?
  var earlierTexts = EntryVersions.Known()

  package init() {}

  /// What the entries of `tree` give, in their order; only files that changed are read.
  mutating func drafts(
    of tree: ContentTree, root: String, zone: Zone, _ options: ReadingOptions
  ) async -> [Draft] {
    let known = self.zone == zone && hasSetTexts == options.setsTexts ? drafts : [:]
    (self.zone, hasSetTexts) = (zone, options.setsTexts)
    let result = await Parallel.map(tree.entries) { entry in
      Self.draft(
        of: entry, listed: tree.moment, root: root, zone: zone, options, known: known[entry.file.path])
    }
    drafts = Dictionary(zip(tree.entries.map(\.file.path), result), uniquingKeysWith: { first, _ in first })
    return result
  }

  private static func draft(
    of entry: ContentTree.EntryFile, listed moment: Int64, root: String, zone: Zone, _ options: ReadingOptions,
    known: Draft?
  ) -> Draft {
    let isReplaced = options.replacements[entry.file.shownPath] != nil
    if let known, !isReplaced, known.isSettled, known.stamp == entry.stamp { return known }
    let isSettled = !isReplaced && entry.stamp.isSettled(at: moment)
    // What is known takes no time to watch over.
    return options.watchdog.watching(entry.file.shownPath) {
      switch SourceLoader.load(entry.file, root: root, options.replacements) {
      case .failure(let rejected):
        return Draft(
          stamp: entry.stamp, isSettled: false, outcome: .rejected(entry.key, rejected.source, [rejected.diagnostic]))
      case .success(let source):
        if var known, known.outcome.source?.bytes == source.bytes {
          known.stamp = entry.stamp
          known.isSettled = isSettled
          return known
        }
        let text = options.soundTexts?.take(entry.file.shownPath)
        return Draft(
          stamp: entry.stamp, isSettled: isSettled,
          outcome: EntryDraft.read(source, entry, zone: zone, setsTexts: options.setsTexts, text: text))
      }
    }
  }

  /// The entries of `drafts` with all that they name, in their order. `context` is asked for only where others than the
  /// entries themselves changed.
  mutating func resolved(
    _ drafts: [EntryDraft], in surroundings: Surroundings, watchdog: Watchdog? = nil, context: () -> ReadingContext
  ) async -> (context: ReadingContext, entries: [ResolvedEntry]) {
    let last = resolution.flatMap { $0.surroundings == surroundings ? $0 : nil }
    let context = last?.context ?? context()
    let entries = await Parallel.map(drafts) { draft in
      if let known = last?.entries[ObjectIdentifier(draft)] { return known.entry }
      return watchdog.watching(draft.file.shownPath) { ResolvedEntry(draft, context: context) }
    }
    let kept = zip(drafts, entries).map { draft, entry in (ObjectIdentifier(draft), (draft: draft, entry: entry)) }
    resolution = Resolution(
      surroundings: surroundings, context: context, entries: Dictionary(kept, uniquingKeysWith: { first, _ in first }))
    return (context, entries)
  }
}

extension ReadingCache {
  /// Resolved entries, and what they were resolved in.
  struct Resolution: Sendable {
    var surroundings: Surroundings
    var context: ReadingContext
    /// By the drafts they were made of, which are kept so that no other takes their place.
    var entries: [ObjectIdentifier: (draft: EntryDraft, entry: ResolvedEntry)]
  }

  /// All that resolving one entry may ask of others.
  struct Surroundings: Sendable, Equatable {
    /// What is known of an entry by those that name it.
    struct Known: Sendable, Equatable {
      var key: EntryKey
      var path: String
      var title: String
      var otherNames: [String]
      var anchors: Set<String>
      var isPublished: Bool
    }

    var root: String
    var zone: Zone
    var holidays: ReadingContext.Holidays
    /// See ``Revisions/state``.
    var revisions: [UInt8]?
    var entries: [Known]
    var brokenKeys: Set<EntryKey>
    /// Paths of all files that are entries, those that can't be read too.
    var entryPaths: [String]
    var otherFiles: [String: FileStamp]
    var folders: Set<String>
  }
}

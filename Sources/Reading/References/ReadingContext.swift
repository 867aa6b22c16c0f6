import Diagnostics
import Markup
import Site
import Time

/// What every entry may be asked for while references are resolved.
struct ReadingContext: Sendable {
  struct Known: Sendable {
    var title: String
    /// Path from `Content/`.
    var path: String
    var anchors: Set<String>
    /// Whether it is on the site now; drafts and those that wait are not.
    var isPublished: Bool
  }

  let root: String
  let zone: Zone
  let tree: ContentTree
  let names: NameIndex
  let entries: [EntryKey: Known]
  /// By path from `Content/`.
  let keysByPath: [String: EntryKey]
  /// Files that are entries but could not be read at all.
  let brokenPaths: Set<String>
  /// By name within its kind, those that could not be read at all: naming them is no second mistake.
  let brokenKeys: Set<EntryKey>
  let revisions: Revisions

  func isPublished(_ key: EntryKey) -> Bool { entries[key]?.isPublished ?? false }
}

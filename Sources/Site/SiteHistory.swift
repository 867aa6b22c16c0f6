import Time

/// What a site has of its past, as the history of its content tells it; all empty where that is not known.
package struct SiteHistory: Sendable {
  /// When the settings came to be as they are, on the scale of ``Entry/landing``.
  package var settings: Instant?
  /// The latest landing of any file of a kind of entries, of those that are gone too.
  package var latest: [EntryKind: Instant] = [:]
  /// The latest landing by which a file of a kind of entries was removed.
  package var removals: [EntryKind: Instant] = [:]

  package init() {}
}

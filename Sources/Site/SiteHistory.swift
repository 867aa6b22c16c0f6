import Time

/// What a site has of its past, as the history of its content has it; all empty where that is not known.
package struct SiteHistory: Sendable {
  /// When the settings came to be as they are, on the scale of ``Entry/landing``.
  package var settings: Instant?
  /// The latest landing of any file of a kind of entries, of those that are gone too.
  package var latest: [EntryKind: Instant] = [:]
  /// The latest landing by which a file of a kind of entries was removed.
  package var removals: [EntryKind: Instant] = [:]

  /// What was published of the news, events and issues when, newest first, of those that are gone too; `nil` where no history
  /// is known.
  package var versions: [EntryKey: [EntryVersion]]?

  package init() {}

  /// What was published of an entry just before `moment`; `nil` where no history is known.
  package func state(of key: EntryKey, before moment: Instant) -> EntryVersion.State? {
    guard let versions else { return nil }
    return versions[key]?.first { $0.start < moment }?.state ?? .absent
  }
}

/// What was published of an entry from a moment on.
package struct EntryVersion: Sendable, Equatable {
  package enum State: Sendable, Equatable {
    /// As its file says now.
    case asNow
    /// What its file said then.
    case otherwise(SiteEntry)
    /// Nothing: it was not there, or held back.
    case absent
  }

  package var start: Instant
  package var state: State

  package init(start: Instant, state: State) {
    self.start = start
    self.state = state
  }
}

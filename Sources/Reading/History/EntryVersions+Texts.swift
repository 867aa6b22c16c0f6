import Site
import Time

/// Which texts each entry had, by what git keeps of its files.
extension EntryVersions {
  /// The texts that entries had, and all that they follow from.
  struct Texts: Sendable {
    /// See ``Revisions/state``.
    var revisions: [UInt8]
    /// Of the entries that there are now, in their order.
    var keys: [EntryKey]
    var byKey: [EntryKey: [Text]]
  }

  /// What stood in one file from a moment on.
  struct Text: Sendable {
    var start: Instant
    var path: String
    /// What git calls its bytes; `nil` where the file was removed.
    var blob: String?
    /// When something else came to stand there; `nil` where it still does.
    var end: Instant?
  }

  /// The texts that each entry had, newest first: those that it had under an earlier name too.
  func texts(of keys: [EntryKey], known: inout Known) -> [EntryKey: [Text]] {
    if let last = known.texts, last.revisions == revisions.state, last.keys == keys { return last.byKey }
    var texts = textsByFile()
    follow(keys, in: &texts)
    known.texts = revisions.state.map { Texts(revisions: $0, keys: keys, byKey: texts) }
    return texts
  }

  /// The texts that each entry had, newest first, whatever folder its file stood in.
  private func textsByFile() -> [EntryKey: [Text]] {
    var result: [EntryKey: [Text]] = [:]
    for (path, versions) in revisions.versions {
      guard let file = ContentTree.entry(thatWasAt: path) else { continue }
      let texts = versions.map { Text(start: $0.date, path: path, blob: $0.blob) }
      result[file.key, default: []] += texts
    }
    return result.mapValues { texts in
      // Moved from one folder to another it was never gone.
      var texts = texts.sorted { $0.start == $1.start ? $0.blob != nil && $1.blob == nil : $0.start > $1.start }
      for index in texts.indices.dropFirst() { texts[index].end = texts[index - 1].start }
      return texts
    }
  }

  /// Adds to the texts of an entry those it had under an earlier name: a file that went when one of the same bytes came.
  private func follow(_ keys: [EntryKey], in texts: inout [EntryKey: [Text]]) {
    struct Change: Hashable {
      var kind: EntryKind
      var date: Instant
      var blob: String
    }
    var left: [Change: EntryKey] = [:]
    for (key, list) in texts {
      guard let last = list.first, last.blob == nil, let blob = list.dropFirst().first?.blob else { continue }
      left[Change(kind: key.kind, date: last.start, blob: blob)] = key
    }
    guard !left.isEmpty else { return }
    // A name may have been changed more than once.
    for key in keys {
      var seen: Set<EntryKey> = [key]
      while let first = texts[key]?.last, let blob = first.blob,
        let earlier = left[Change(kind: key.kind, date: first.start, blob: blob)], seen.insert(earlier).inserted,
        let list = texts[earlier]
      {
        texts[key]?.append(contentsOf: list.dropFirst())
        texts[earlier] = nil
      }
    }
  }
}

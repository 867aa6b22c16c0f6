import Diagnostics
import Site

/// What names each entry for good in feeds and calendars. Two that share a name are one to every phone: the second takes the
/// place of the first.
struct Identities {
  private struct Claim {
    var key: EntryKey
    var file: String
  }

  private var claims: [String: Claim] = [:]

  /// Whether `draft` has a name of its own; else the remark to make.
  mutating func claim(_ draft: EntryDraft) -> Diagnostic? {
    let name = Self.name(of: draft.lastingIdentity)
    guard let other = claims[name] else {
      claims[name] = Claim(key: draft.key, file: draft.file.shownPath)
      return nil
    }
    let place = draft.identity?.place ?? SourceLocation(file: draft.file.shownPath)
    return .sameIdentity(place, id: name, other: other.file)
  }

  /// Those without `id` first: what they are called cannot be changed without being lost.
  static func inOrder(_ drafts: [EntryDraft]) -> [EntryDraft] {
    drafts.filter { $0.identity == nil } + drafts.filter { $0.identity != nil }
  }

  /// Single dates of an event are named by what follows `#`: nothing else may be called like them.
  /// What others gave may hold one anywhere.
  private static func name(of identity: String) -> String {
    if Entry.givenUID(in: identity) != nil { return identity }
    return identity.firstIndex(of: "#").map { String(identity[..<$0]) } ?? identity
  }
}

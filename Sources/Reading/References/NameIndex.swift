import Site
import Text

/// Finds entries by what people call them: slug, title, other names, path of the file.
struct NameIndex: Sendable {
  enum Match: Sendable, Hashable {
    case one(EntryKey)
    /// Several have this name.
    case several([EntryKey])
    case none
  }

  private var keysByName: [EntryKind: [String: [EntryKey]]] = [:]
  private var slugs: [EntryKind: Set<String>] = [:]

  init(_ drafts: [EntryDraft]) {
    for draft in drafts {
      let kind = draft.key.kind
      slugs[kind, default: []].insert(draft.key.slug)
      for name in Set([draft.key.slug, draft.title] + draft.otherNames).map(Folding.slug) where !name.isEmpty {
        if keysByName[kind]?[name]?.contains(draft.key) != true {
          keysByName[kind, default: [:]][name, default: []].append(draft.key)
        }
      }
    }
  }

  /// The entry of one of `kinds` that `text` names.
  func match(_ text: String, kinds: [EntryKind]) -> Match {
    var name = ContentFiles.stem(text)
    var kinds = kinds
    if name.contains("/") {
      // `evenements/soupe`, `../evenements/soupe`: the folder says the kind.
      let steps = name.split(separator: "/").map(String.init)
      let folder = steps.dropLast().lazy.compactMap { EntryKind(folderName: $0) }.first
      if let folder, kinds.contains(folder) {
        kinds = [folder]
        name = steps[steps.count - 1]
      } else if name.hasPrefix("./") || name.hasPrefix("../"), let last = steps.last {
        name = last
      }
    }
    let exact = kinds.filter { slugs[$0]?.contains(name) == true }
    if exact.count == 1 { return .one(EntryKey(kind: exact[0], slug: name)) }
    let slug = Folding.slug(name)
    guard !slug.isEmpty else { return .none }
    let found = kinds.flatMap { keysByName[$0]?[slug] ?? [] }
    switch found.count {
    case 0: return .none
    case 1: return .one(found[0])
    default: return .several(found)
    }
  }

  /// All names of entries of `kinds`, folded, sorted.
  func names(kinds: [EntryKind]) -> [String] {
    kinds.flatMap { keysByName[$0].map { Array($0.keys) } ?? [] }.sorted()
  }
}

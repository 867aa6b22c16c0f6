import Diagnostics
import Markup
import Site
import Text

/// A name that leads nowhere. What was meant is looked for later, for all of them together and for so many at most, since
/// comparing with every name of a large site takes time.
struct UnknownName: Sendable, Hashable {
  enum Wanted: Sendable, Hashable {
    /// An entry of one of these kinds, named by this key.
    case entry(key: String, kinds: [EntryKind])
    /// Free text is right too; only a near miss is to be reported.
    case entryOrText(key: String, kind: EntryKind)
    /// A file that a text or a field leads to.
    case file(isImage: Bool)
  }

  var wanted: Wanted
  var text: String
  var place: SourceLocation
}

/// Reports names that lead nowhere, with the nearest ones that there are.
struct Suggestions {
  /// How many different names are compared at most.
  private static let most = 300

  let names: NameIndex
  let tree: ContentTree
  private var candidates: [[EntryKind]: [String]] = [:]
  private var fileNames: [String: [String]] = [:]
  private var known: [UnknownName.Wanted: [String: [String]]] = [:]
  private var compared = 0

  init(names: NameIndex, tree: ContentTree) {
    self.names = names
    self.tree = tree
  }

  mutating func diagnostic(of unknown: UnknownName) -> Diagnostic? {
    switch unknown.wanted {
    case .entry(let key, let kinds):
      let nearest = nearest(unknown)
      return .unknownEntry(
        unknown.place, key: key, value: unknown.text, kinds: kinds.map(\.row.noun.withArticle), nearest: nearest,
        folder: kinds.first?.folder ?? "")
    case .entryOrText(let key, let kind):
      guard let nearest = nearest(unknown).first else { return nil }
      return .nearMiss(unknown.place, key: key, value: unknown.text, kind: kind.row.noun.withArticle, nearest: nearest)
    case .file(let isImage):
      return isImage
        ? .missingImage(unknown.place, path: unknown.text, nearest: nearest(unknown))
        : .brokenLink(unknown.place, target: unknown.text, nearest: nearest(unknown))
    }
  }

  private mutating func nearest(_ unknown: UnknownName) -> [String] {
    if let found = known[unknown.wanted]?[unknown.text] { return found }
    guard compared < Self.most else { return [] }
    compared += 1
    let result: [String]
    switch unknown.wanted {
    case .entry(_, let kinds):
      result = EditDistance.nearest(to: Folding.slug(unknown.text), in: names(of: kinds))
    case .entryOrText(_, let kind):
      let slug = Folding.slug(unknown.text)
      let limit = slug.count < 6 ? 1 : 2
      result = names(of: [kind]).filter { EditDistance.between(slug, $0, limit: limit) <= limit }
    case .file(let isImage):
      result = nearestFiles(to: unknown.text, isImage: isImage)
    }
    known[unknown.wanted, default: [:]][unknown.text] = result
    return result
  }

  private mutating func names(of kinds: [EntryKind]) -> [String] {
    if let found = candidates[kinds] { return found }
    let found = names.names(kinds: kinds)
    candidates[kinds] = found
    return found
  }

  /// Paths from `Content/`, with the leading `/` that may be written.
  private mutating func nearestFiles(to path: String, isImage: Bool) -> [String] {
    if fileNames.isEmpty {
      for file in tree.files.values.sorted(by: { $0.path < $1.path }) where file != SettingsReader.file {
        fileNames[Folding.folded(file.name), default: []].append("/" + file.path)
      }
    }
    let name = Folding.folded(path.split(separator: "/").last.map(String.init) ?? path)
    // No text can be shown as a picture.
    let names = isImage ? fileNames.keys.filter { !ContentFiles.isText($0) } : Array(fileNames.keys)
    let nearest = EditDistance.nearest(to: name, in: names.sorted())
    return Array(nearest.flatMap { fileNames[$0] ?? [] }.prefix(3))
  }
}

/// What distinguishes two builds of a site, page by page.
struct PageChanges: Sendable {
  private(set) var added: [BuiltPage] = []
  /// Pages that say something else than before.
  private(set) var changed: [BuiltPage] = []
  /// Pages that say the same, in another frame: head, menu, foot of the page.
  private(set) var reframed: [BuiltPage] = []
  private(set) var removed: [BuiltPage] = []
  /// Earlier addresses that lead on to a page, and did not, or elsewhere.
  private(set) var redirected: [BuiltPage] = []

  /// How many pages may change in their frame alone before they are counted instead of named.
  private static let fewest = 10

  init(from before: [BuiltPage], to after: [BuiltPage]) {
    let earlier = Dictionary(before.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    for page in after {
      let old = earlier[page.file]
      if page.redirection != nil {
        if old?.redirection != page.redirection { redirected.append(page) }
      } else if let old {
        if old.html == page.html { continue }
        if old.redirection == nil, old.content == page.content { reframed.append(page) } else { changed.append(page) }
      } else {
        added.append(page)
      }
    }
    if reframed.count <= Self.fewest {
      changed = (changed + reframed).sorted { $0.file < $1.file }
      reframed = []
    }
    let present = Set(after.map(\.file))
    removed = before.filter { !present.contains($0.file) }.sorted { $0.file < $1.file }
  }

  var isEmpty: Bool {
    added.isEmpty && changed.isEmpty && reframed.isEmpty && removed.isEmpty && redirected.isEmpty
  }
}

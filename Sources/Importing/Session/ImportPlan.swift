import Authoring
import Foundation
import Reading
import Site
import Text
import Time

/// Which file each entry has or gets, and which of them an address of the old site means.
struct ImportPlan: Sendable {
  struct Place: Sendable, Hashable {
    var key: EntryKey
    /// From the project's root.
    var path: String
  }

  /// By origin.
  private(set) var places: [String: Place] = [:]
  /// What the survey says of each, by origin.
  let outlines: [String: ImportOutline]
  /// Origins by the old addresses that mean them.
  private var byAddress: [String: String] = [:]
  /// Origins by the files that texts of the source call them by.
  private var byFile: [String: String] = [:]
  /// Places and partners that stood here before under the name that they would get: they are taken for the same.
  private(set) var existing: Set<String> = []
  /// Entries whose titles give no name: they are left out.
  private(set) var nameless: [ImportOutline] = []
  private let site: OldSite
  private let taken: Set<EntryKey>

  /// - Parameters:
  ///   - taken: what stands in the content already.
  init(_ survey: ImportSurvey, memory: ImportMemory, taken: Set<EntryKey>, site: OldSite) {
    self.site = site
    self.taken = taken
    var names = Names(taken: taken)
    outlines = Dictionary(survey.outlines.map { ($0.origin, $0) }) { first, _ in first }
    for outline in survey.outlines { place(outline, memory, &names) }
    // The usual address of each before the lesser ones of any.
    for outline in survey.outlines {
      for address in outline.addresses { remember(address, outline.origin) }
    }
    for outline in survey.outlines {
      for address in outline.lesserAddresses + outline.paths { remember(address, outline.origin) }
      for key in outline.paths.compactMap(site.key) where byFile[key] == nil { byFile[key] = outline.origin }
    }
  }

  private mutating func remember(_ address: String, _ origin: String) {
    guard let key = site.key(of: address), byAddress[key] == nil else { return }
    byAddress[key] = origin
  }

  /// - Parameter depth: how many pages stand below each other so far: those that stand below themselves end.
  private mutating func place(
    _ outline: ImportOutline, _ memory: ImportMemory, _ names: inout Names, depth: Int = 0
  ) {
    guard places[outline.origin] == nil, depth < 12 else { return }
    if let known = memory.known[ImportMemory.name(of: outline.origin)], let key = EntryNames.key(ofFile: known.path) {
      places[outline.origin] = Place(key: key, path: known.path)
      return
    }
    if outline.kind == .place || outline.kind == .partner {
      let own = EntryKey(kind: outline.kind, slug: Folding.slug(outline.name ?? outline.title))
      if taken.contains(own) {
        places[outline.origin] = Place(key: own, path: own.file)
        existing.insert(outline.origin)
        return
      }
    }
    var folder = ""
    if outline.kind == .page, let parent = outline.parent.flatMap({ outlines[$0] }), parent.kind == .page {
      place(parent, memory, &names, depth: depth + 1)
      // A page that was asked for meanwhile stands already.
      if places[outline.origin] != nil { return }
      if let above = places[parent.origin]?.key.slug { folder = above + "/" }
    }
    guard let slug = names.free(for: outline, below: folder) else {
      nameless.append(outline)
      return
    }
    let key = EntryKey(kind: outline.kind, slug: slug)
    places[outline.origin] = Place(key: key, path: key.file)
  }

  /// The entry that an address of the old site means.
  func origin(at address: String) -> String? {
    guard let key = site.key(of: address) else { return nil }
    if let origin = byAddress[key] { return origin }
    // Programs that save sites leave behind the name of a file what was asked for: `page1a2b.html?article12`.
    guard let file = key.firstIndex(of: "?").map({ key[..<$0] }), file.hasSuffix(".html") || file.hasSuffix(".htm")
    else {
      return nil
    }
    return byFile[String(file)]
  }

  /// The path from the entry at `place` to the file of another.
  func link(from place: Place, to other: Place) -> String { RelativePath.between(place.path, other.path) }
}

/// Names of files that are free yet.
private struct Names {
  private var taken: Set<EntryKey>
  /// Where the search for a free number goes on.
  private var numbers: [EntryKey: Int] = [:]

  init(taken: Set<EntryKey>) { self.taken = taken }

  mutating func free(for outline: ImportOutline, below folder: String) -> String? {
    let title = WrittenText.cleaned(outline.title)
    let words = outline.name.map { Folding.slug($0) } ?? ""
    // The first page of a site that has none.
    if outline.kind == .page, folder.isEmpty, words == EntryKey.home.slug, taken.insert(.home).inserted {
      return EntryKey.home.slug
    }
    let request = EntryRequest(
      kind: outline.kind, title: words.isEmpty ? (title.isEmpty ? "sans-titre" : title) : words, date: outline.date)
    guard
      let base = (try? FileName.key(for: request, taken: []))?.slug
        ?? (try? FileName.key(
          for: EntryRequest(kind: outline.kind, title: "sans-titre", date: outline.date), taken: []))?.slug
    else { return nil }
    let first = EntryKey(kind: outline.kind, slug: folder + base)
    var (key, number) = (first, numbers[first] ?? 1)
    while taken.contains(key) || !EntryNames.isFree(key) {
      number += 1
      key = EntryKey(kind: outline.kind, slug: "\(folder)\(base)-\(number)")
    }
    numbers[first] = number
    taken.insert(key)
    return key.slug
  }
}

/// Paths from one file of the project to another.
enum RelativePath {
  static func between(_ file: String, _ other: String) -> String {
    // Beside each other, as entries of a kind are.
    let (mine, its) = (file.utf8, other.utf8)
    if let end = mine.lastIndex(of: UInt8(ascii: "/")), let start = its.lastIndex(of: UInt8(ascii: "/")),
      mine[...end].elementsEqual(its[...start])
    {
      return String(other[its.index(after: start)...])
    }
    var from = file.split(separator: "/").dropLast()[...]
    var to = other.split(separator: "/")[...]
    while let first = from.first, to.count > 1, first == to.first {
      from.removeFirst()
      to.removeFirst()
    }
    return (from.map { _ in ".." } + to.map(String.init)).joined(separator: "/")
  }
}

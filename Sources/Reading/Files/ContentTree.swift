import Diagnostics
import Foundation
import Markup
import Site

/// What files there are under `Content`. Links are not followed, what is no regular file is not opened.
struct ContentTree: Sendable {
  static let folder = "Content"
  private static let deepest = 24
  private static let most = 200_000

  /// A file that is an entry.
  struct EntryFile: Sendable {
    var file: ContentFile
    var key: EntryKey
    var stamp: FileStamp
  }

  private(set) var entries: [EntryFile] = []
  /// Every regular file, by path from `Content/`. Paths that differ only in how their accents are encoded are the same.
  private(set) var files: [String: ContentFile] = [:]
  /// The state of those that are no entries.
  private(set) var otherStamps: [String: FileStamp] = [:]
  /// Folders, by path from `Content/`.
  private(set) var folders: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var exists = true
  /// Paths by their folded form, for telling of wrong capitals.
  private var folded: [String: ContentFile] = [:]
  private let root: String
  /// When it was listed, by the clock of ``FileStamp``.
  let moment = FileStamp.now()

  /// Lists `Content` under `root`.
  init(root: String) {
    self.root = root
    guard let names = names(in: "") else {
      exists = false
      return
    }
    list(names, under: "", depth: 0)
  }

  /// A file whose path differs from `path` in capitals and accents only.
  func otherCase(of path: String) -> ContentFile? { folded[Folding.folded(path)] }

  // MARK: Walking

  private mutating func list(_ names: [[UInt8]], under parent: String, depth: Int) {
    var seen: Set<String> = []
    for bytes in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let name = String(validating: bytes, as: UTF8.self) else {
        diagnostics.append(.fileNameNotUTF8(shown(parent), name: String(decoding: bytes, as: UTF8.self)))
        continue
      }
      if Self.isLeftAlone(name) { continue }
      let path = parent.isEmpty ? name : parent + "/" + name
      guard Self.isSafe(name) else {
        diagnostics.append(.fileNameWithControls(shown(parent), name: name))
        continue
      }
      guard seen.insert(name).inserted else {
        diagnostics.append(.fileNameTwins(SourcePlace(file: shown(path)), name: name))
        continue
      }
      take(path, name: name, depth: depth)
    }
  }

  private mutating func take(_ path: String, name: String, depth: Int) {
    let place = SourcePlace(file: shown(path))
    var status = stat()
    guard lstat(root + "/" + shown(path), &status) == 0 else {
      diagnostics.append(.unreadable(place))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      guard depth < Self.deepest else {
        diagnostics.append(.foldersTooDeep(place))
        return
      }
      folders.insert(path)
      if let names = names(in: path) {
        list(names, under: path, depth: depth + 1)
      } else {
        diagnostics.append(.unreadable(place))
      }
    case S_IFREG:
      guard files.count < Self.most else { return }
      let file = ContentFile(path: path)
      files[path] = file
      folded[Folding.folded(path)] = file
      classify(file, FileStamp(status), place)
    case S_IFLNK: diagnostics.append(.symbolicLink(place))
    default: diagnostics.append(.specialFile(place))
    }
  }

  /// The names in a folder; `nil` where it can't be read.
  private func names(in path: String) -> [[UInt8]]? {
    let directory = root + "/" + Self.folder + (path.isEmpty ? "" : "/" + path)
    guard let stream = opendir(directory) else { return nil }
    defer { closedir(stream) }
    var result: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          Array(UnsafeBufferPointer(start: $0, count: strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))))
        }
      }
      result.append(name)
    }
    return result
  }

  private func shown(_ path: String) -> String { path.isEmpty ? Self.folder : Self.folder + "/" + path }

  // MARK: What is an entry

  private mutating func classify(_ file: ContentFile, _ stamp: FileStamp, _ place: SourcePlace) {
    otherStamps[file.path] = stamp
    let isMarkdown = file.fileExtension == "md"
    let first = file.path.prefix { $0 != "/" }
    guard let kind = EntryKind.allCases.first(where: { $0.folder == first }), file.path.contains("/") else {
      if isMarkdown { diagnostics.append(.strayMarkdown(place, nearest: Self.nearestFolder(to: String(first)))) }
      return
    }
    guard isMarkdown else {
      if ["markdown", "mdown", "txt"].contains(file.fileExtension) { diagnostics.append(.otherExtension(place)) }
      return
    }
    let steps = file.path.dropFirst(first.count + 1).split(separator: "/").map(String.init)
    guard steps.count == 1 || kind == .page else {
      diagnostics.append(.nestedEntry(place, folder: kind.folder))
      return
    }
    if !file.name.hasSuffix(".md") { diagnostics.append(.upperCaseExtension(place)) }
    var slugs = steps.dropLast().map(Folding.slug)
    slugs.append(Folding.slug(String(file.name.dropLast(3))))
    guard slugs.allSatisfy({ !$0.isEmpty }) else {
      diagnostics.append(.emptySlug(place))
      return
    }
    if slugs.contains(where: { $0.utf8.count > 200 }) {
      diagnostics.append(.slugTooLong(place))
      return
    }
    if slugs.contains(where: Self.reservedByWindows.contains) { diagnostics.append(.nameReservedByWindows(place)) }
    otherStamps[file.path] = nil
    entries.append(EntryFile(file: file, key: EntryKey(kind: kind, slug: slugs.joined(separator: "/")), stamp: stamp))
  }

  private static func nearestFolder(to name: String) -> String? {
    let folders = EntryKind.allCases.map(\.folder)
    let habits = [
      "news": "nouvelles", "actualites": "nouvelles", "actus": "nouvelles", "articles": "nouvelles",
      "events": "evenements", "agenda": "evenements", "places": "lieux", "partners": "partenaires",
      "newsletter": "infolettres", "newsletters": "infolettres",
    ]
    let slug = Folding.slug(name)
    return habits[slug] ?? EditDistance.nearest(to: slug, in: folders, count: 1).first
  }

  /// Read by people, or by nobody.
  private static func isLeftAlone(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("_")
      || ["lisezmoi.md", "readme.md", "envoyer.md"].contains(name.lowercased())
  }

  /// Whether a file `<slug>.md` is read, and can be copied to a computer with Windows.
  static func isOrdinary(_ slug: String) -> Bool { !isLeftAlone(slug + ".md") && !reservedByWindows.contains(slug) }

  private static func isSafe(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x00...0x1F, 0x7F...0x9F, 0x5C, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        return false
      default: return true
      }
    }
  }

  private static let reservedByWindows: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]
}

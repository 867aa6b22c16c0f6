import Diagnostics
import Files
import Foundation
import Markup
import Site
import Text
import Threads

/// What files there are under `Content`. Links are not followed, what is no regular file is not opened.
struct ContentTree: Sendable {
  static let folder = ContentFiles.folder
  private static let deepest = 24
  /// Files that are taken note of at most.
  static let most = 200_000

  /// A file that is an entry.
  struct EntryFile: Sendable {
    var file: ContentFile
    var key: EntryKey
    var stamp: FileStamp
    /// Whether it stands in a folder for drafts.
    var isDraft = false
  }

  private(set) var entries: [EntryFile] = []
  /// Every regular file, by path from `Content/`. Paths that differ only in how their accents are encoded are the same.
  private(set) var files: [String: ContentFile] = [:]
  /// The state of those that are no entries.
  private(set) var otherStamps: [String: FileStamp] = [:]
  /// Folders, by path from `Content/`.
  private(set) var folders: Set<String> = []
  /// Files of a kind that texts are written in elsewhere, among the entries: lost, where no entry refers to them.
  private(set) var manuscripts: [ContentFile] = []
  /// What stands in the folder for machines.
  private(set) var machineFiles: [MachineFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var exists = true
  /// Paths by their folded form, for reporting wrong capitals; asked for only when a link leads nowhere.
  private var folded = Once<[String: ContentFile]> { [:] }
  private let folder: ConfinedFolder
  private let limit: Int
  private var leftOut = 0
  /// When it was listed, by the clock of ``FileStamp``.
  let moment = FileStamp.now()

  /// What the entries are called, by path; those whose names are reported are left out.
  private(set) var keys: [String: EntryKey] = [:]
  private let known: [String: EntryKey]

  /// Lists `Content` under `root`. `known` are the ``keys`` of an earlier listing: a name says the same each time.
  /// `limit`: how many files are taken note of at most.
  init(root: String, known: [String: EntryKey] = [:], limit: Int = ContentTree.most) {
    self.known = known
    self.limit = limit
    files.reserveCapacity(known.count)
    keys.reserveCapacity(known.count)
    folder = ConfinedFolder(root)
    do throws(ConfinedFolder.Failure) {
      list(try folder.entries(of: Self.folder), under: "", depth: 0)
    } catch {
      exists = false
      diagnostics.append(Self.missing(error))
    }
    let files = files
    folded = Once {
      Dictionary(files.values.map { (Folding.folded($0.path), $0) }, uniquingKeysWith: { $0.path < $1.path ? $0 : $1 })
    }
    if leftOut > 0 {
      diagnostics.append(.tooManyFiles(SourceLocation(file: Self.folder), leftOut: leftOut, limit: limit))
    }
  }

  /// What a pull request can put in the place of the folder is not followed: a link could lead anywhere on the machine.
  private static func missing(_ failure: ConfinedFolder.Failure) -> Diagnostic {
    let place = SourceLocation(file: Self.folder)
    switch failure {
    case .notRegular: return .contentIsNoFolder(place)
    case .unreadable: return .unreadable(place)
    case .missing, .tooLarge: return .noContent(place)
    }
  }

  /// A file whose path differs from `path` in capitals and accents only.
  func otherCase(of path: String) -> ContentFile? { folded()[Folding.folded(path)] }

  // MARK: Walking

  private mutating func list(_ entries: [ConfinedFolder.Entry], under parent: String, depth: Int) {
    var seen: Set<String> = []
    for entry in entries.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      guard let name = String(validating: entry.name, as: UTF8.self) else {
        diagnostics.append(.fileNameNotUTF8(shown(parent), name: String(decoding: entry.name, as: UTF8.self)))
        continue
      }
      if Self.isLeftAlone(name) { continue }
      let path = parent.isEmpty ? name : parent + "/" + name
      guard Self.isSafe(name) else {
        diagnostics.append(.fileNameWithControls(shown(parent), name: name))
        continue
      }
      // Only letters beyond ASCII can be encoded in two ways.
      guard entry.name.allSatisfy({ $0 < 0x80 }) || seen.insert(name).inserted else {
        diagnostics.append(.fileNameTwins(SourceLocation(file: shown(path)), name: name))
        continue
      }
      take(path, entry.status, depth: depth)
    }
  }

  private mutating func take(_ path: String, _ status: stat?, depth: Int) {
    let place = SourceLocation(file: shown(path))
    guard let status else {
      diagnostics.append(.unreadable(place))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      guard depth < Self.deepest else {
        diagnostics.append(.foldersTooDeep(place))
        return
      }
      if depth == 0, path.lowercased() == MachineFile.folder {
        let machines = MachineFolder(shown(path), in: folder, deepest: Self.deepest, limit: limit)
        machineFiles += machines.files
        diagnostics += machines.diagnostics
        return
      }
      folders.insert(path)
      if let entries = try? folder.entries(of: shown(path)) {
        list(entries, under: path, depth: depth + 1)
      } else {
        diagnostics.append(.unreadable(place))
      }
    case S_IFREG:
      guard files.count < limit else {
        leftOut += 1
        return
      }
      let file = ContentFile(path: path)
      files[path] = file
      let stamp = FileStamp(status)
      let remarks = diagnostics.count
      if let key = known[path] ?? key(of: file, place) {
        if diagnostics.count == remarks { keys[path] = key }
        entries.append(EntryFile(file: file, key: key, stamp: stamp, isDraft: Self.isAmongDrafts(path)))
      } else {
        otherStamps[path] = stamp
      }
    case S_IFLNK: diagnostics.append(.symbolicLink(place))
    default: diagnostics.append(.specialFile(place))
    }
  }

  private func shown(_ path: String) -> String { path.isEmpty ? Self.folder : Self.folder + "/" + path }

  // MARK: What is an entry

  /// What `file` is called as an entry; `nil` where it is none, which is reported if it was meant to be one.
  private mutating func key(of file: ContentFile, _ place: SourceLocation) -> EntryKey? {
    let isMarkdown = file.fileExtension == "md"
    var steps = file.path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let first = steps.removeFirst()
    guard !steps.isEmpty, let kind = EntryKind(folderName: first) else {
      if isMarkdown { reportStray(file, place, folder: first, isAlone: steps.isEmpty) }
      return nil
    }
    guard isMarkdown else {
      reportOtherKind(of: file, place)
      return nil
    }
    let slugs = Self.slugs(kind, steps)
    guard slugs.allSatisfy({ !$0.isEmpty }) else {
      diagnostics.append(.emptySlug(place))
      return nil
    }
    if slugs.contains(where: { $0.utf8.count > Self.longestSlug }) {
      diagnostics.append(.slugTooLong(place))
      return nil
    }
    if slugs.contains(where: Self.reservedByWindows.contains) { diagnostics.append(.nameReservedByWindows(place)) }
    return EntryKey(kind: kind, slug: slugs.joined(separator: "/"))
  }

  // MARK: What was meant to be an entry

  private mutating func reportStray(_ file: ContentFile, _ place: SourceLocation, folder name: String, isAlone: Bool) {
    let nearest = isAlone ? nil : Self.nearestFolder(to: name)
    // What was surely meant for the site must not get lost.
    let isLost = nearest != nil && beginsWithFence(file)
    diagnostics.append(isLost ? .wrongFolder(place, nearest: nearest ?? "") : .strayMarkdown(place, nearest: nearest))
  }

  private mutating func reportOtherKind(of file: ContentFile, _ place: SourceLocation) {
    let ending = file.fileExtension
    if Self.manuscriptEndings.contains(ending) {
      manuscripts.append(file)
    } else if !Self.copyEndings.contains(ending), !file.name.hasSuffix("~"), !Self.isPublishable(file),
      beginsWithFence(file)
    {
      diagnostics.append(.entryWithOtherEnding(place))
    } else if ending == "txt" || ["markdown", "mdown", "mkd"].contains(ending) {
      diagnostics.append(.otherExtension(place))
    }
  }

  /// What programs for writing make, which is not read here.
  private static let manuscriptEndings: Set<String> = [
    "adoc", "doc", "docx", "htm", "html", "odt", "org", "pages", "rst", "rtf", "tex", "wpd",
  ]
  /// What editors leave behind.
  private static let copyEndings: Set<String> = ["bak", "old", "orig", "rej", "swp", "tmp"]

  /// Whether files of this kind are published where an entry refers to them, and hold no text with a front matter.
  private static func isPublishable(_ file: ContentFile) -> Bool {
    MediaType(ofFile: file.name).map { $0.origin != .program && $0 != .plainText } ?? false
  }

  private func beginsWithFence(_ file: ContentFile) -> Bool {
    let bytes: [UInt8]
    do throws(ConfinedFolder.Failure) {
      bytes = try folder.read(file.shownPath, limit: SourceLoader.largest)
    } catch {
      return false
    }
    let source = SourceText(path: file.shownPath, bytes: bytes)
    return Fence(bytes, source.firstOffset..<source.lineEnd(from: source.firstOffset)) != nil
  }

  private static func nearestFolder(to name: String) -> String? {
    let slug = Folding.slug(name)
    let meant = EntryKind.allCases.first { kind in
      kind.row.foreignFolders.split(separator: " ").contains { $0 == slug }
    }
    return meant?.folder ?? EditDistance.nearest(to: slug, in: EntryKind.allCases.map(\.folder), count: 1).first
  }
}

import Diagnostics
import Files
import Foundation
import Site

/// What stands in `Content/racine/`: files for machines, which are published as they are, hidden ones too. They pass by the
/// table of kinds, so nothing in them may take the place or the name of anything that the program makes.
struct MachineFolder: Sendable {
  private(set) var files: [MachineFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let folder: ConfinedFolder
  private let deepest: Int
  private let limit: Int

  /// Names by which the tools of volunteers leave files that are nobody's.
  private static let litter: Set<String> = [
    ".gitkeep", ".gitignore", ".gitattributes", ".DS_Store", ".directory", "Thumbs.db", "desktop.ini",
  ]

  /// - Parameters:
  ///   - path: the folder, from that of the project, whatever capitals it has.
  ///   - limit: how many files are taken at most.
  init(_ path: String, in folder: ConfinedFolder, deepest: Int, limit: Int) {
    self.folder = folder
    self.deepest = deepest
    self.limit = limit
    list(path, as: "", depth: 0)
  }

  private mutating func list(_ source: String, as path: String, depth: Int) {
    guard depth < deepest, let entries = try? folder.entries(of: source) else {
      diagnostics.append(
        depth < deepest ? .unreadable(SourceLocation(file: source)) : .foldersTooDeep(SourceLocation(file: source)))
      return
    }
    for entry in entries.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      guard let name = String(validating: entry.name, as: UTF8.self) else {
        diagnostics.append(.fileNameNotUTF8(source, name: String(decoding: entry.name, as: UTF8.self)))
        continue
      }
      if Self.litter.contains(name) || name.hasSuffix("~") { continue }
      guard ContentTree.isSafe(name) else {
        diagnostics.append(.fileNameWithControls(source, name: name))
        continue
      }
      let below = path.isEmpty ? name : path + "/" + name
      let place = SourceLocation(file: source + "/" + name)
      if path.isEmpty, ReservedAddresses.ownsName(name) {
        diagnostics.append(.machineFileOfProgram(place, address: "/" + name))
        continue
      }
      take(place, as: below, entry.status, depth: depth)
    }
  }

  private mutating func take(_ place: SourceLocation, as path: String, _ status: stat?, depth: Int) {
    guard let status else {
      diagnostics.append(.unreadable(place))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: list(place.file, as: path, depth: depth + 1)
    case S_IFREG:
      if files.count < limit { files.append(MachineFile(path: path, source: place.file)) }
    case S_IFLNK: diagnostics.append(.symbolicLink(place))
    default: diagnostics.append(.specialFile(place))
    }
  }
}

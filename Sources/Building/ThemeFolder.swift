import Files
import Foundation
import Publishing

/// The assets of a theme, as they lie in the folder of the themes.
enum ThemeFolder {
  /// Bytes of one file at most.
  private static let largest = 64 << 20
  /// Folders within each other at most.
  private static let deepest = 32

  /// Every file under `<themes>/<name>/assets/`, sorted by name; hidden ones and links are left out.
  static func assets(of name: String, in themes: String) throws -> [ThemeAsset] {
    let folder = ConfinedFolder(themes)
    let root = "\(name)/assets"
    guard folder.hasFolder(root) else {
      throw Fault(
        "Les fichiers du thème « \(name) » sont introuvables : « \(themes)/\(root) » n’existe pas.",
        hint: "Indiquez le dossier des thèmes avec --themes.", status: Fault.inputOutput)
    }
    return try files(in: root, of: folder, depth: 0).map { file in
      let path = "\(root)/\(file)"
      guard let contents = try? folder.read(path, limit: largest) else { throw unreadable(path, in: folder) }
      return ThemeAsset(name: file, contents: contents)
    }.sorted { $0.name < $1.name }
  }

  /// The paths of all files in the folder `path`, from it.
  private static func files(in path: String, of folder: ConfinedFolder, depth: Int) throws -> [String] {
    guard depth < deepest, let entries = try? folder.entries(of: path) else { throw unreadable(path, in: folder) }
    return try entries.flatMap { entry -> [String] in
      let name = String(decoding: entry.name, as: UTF8.self)
      guard !name.hasPrefix("."), let status = entry.status else { return [] }
      if status.isFile { return [name] }
      guard status.isFolder else { return [] }
      return try files(in: "\(path)/\(name)", of: folder, depth: depth + 1).map { "\(name)/\($0)" }
    }
  }

  private static func unreadable(_ path: String, in folder: ConfinedFolder) -> Fault {
    Fault(
      "Impossible de lire « \(folder.path)/\(path) ».", hint: "Vérifiez ses droits.", status: Fault.inputOutput)
  }
}

import Files
import Foundation
import Publishing

/// The assets of a theme, as they lie in the folder of the themes.
enum ThemeFolder {
  /// Bytes of one file at most.
  private static let largest = 64 << 20

  /// Every file under `<themes>/<name>/assets/`, sorted by name; hidden ones and links are left out.
  static func assets(of name: String, in themes: String) throws -> [ThemeAsset] {
    let folder = "\(themes)/\(name)/assets"
    guard let enumerator = FileManager.default.enumerator(atPath: folder) else {
      throw Fault(
        "Les fichiers du thème « \(name) » sont introuvables : « \(folder) » n’existe pas.",
        hint: "Indiquez le dossier des thèmes avec --themes.", status: Fault.inputOutput)
    }
    var assets: [ThemeAsset] = []
    while let file = enumerator.nextObject() as? String {
      let isHidden = file.split(separator: "/").contains { $0.hasPrefix(".") }
      guard !isHidden, enumerator.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      let path = "\(folder)/\(file)"
      guard let contents = try? ConfinedFolder(themes).read("\(name)/assets/\(file)", limit: largest) else {
        throw Fault(
          "Impossible de lire « \(path) ».", hint: "Vérifiez les droits de ce fichier.", status: Fault.inputOutput)
      }
      assets.append(ThemeAsset(name: file, contents: contents))
    }
    return assets.sorted { $0.name < $1.name }
  }
}

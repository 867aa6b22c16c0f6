import Building
import Files
import Foundation
import Time

/// Finds out what a file or a folder is.
enum ImportSources {
  static func source(at path: String, zone: Zone) throws -> any ImportSource {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Fault(
        "« \(path) » n’existe pas.", hint: "Donnez le fichier que l’ancien site a exporté, ou son dossier.",
        status: Fault.inputOutput)
    }
    guard !isFolder.boolValue else { throw unknown(path) }
    return WordPressExport(path, zone: zone)
  }

  private static func unknown(_ path: String) -> Fault {
    Fault(
      "« \(path) » n’est rien que l’on sache reprendre.",
      hint: "Sont reprises les exportations de WordPress (.xml).", status: 1)
  }
}

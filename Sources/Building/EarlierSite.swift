import Foundation
import Review

/// A site that was built before.
package enum EarlierSite {
  /// Its pages, by file; hidden folders are no part of it.
  package static func pages(in folder: String) throws -> [BuiltPage] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
      let enumerator = FileManager.default.enumerator(atPath: folder)
    else {
      throw Fault(
        "Le site à comparer est introuvable : « \(folder) » n’existe pas.",
        hint: "Donnez avec --against le dossier d’une fabrication précédente.", status: Fault.inputOutput)
    }
    var pages: [BuiltPage] = []
    while let file = enumerator.nextObject() as? String {
      guard BuiltPage.isPage(file), !file.hasPrefix("."),
        let html = FileManager.default.contents(atPath: folder + "/" + file)
      else { continue }
      pages.append(BuiltPage(file: file, html: Array(html)))
    }
    return pages.sorted { $0.file < $1.file }
  }
}

extension Project {
  /// What changes from the site in the folder `earlier`, whose pages were `before`, to the one that was just written to
  /// `folder`, as one page; `nil` where nothing can be published.
  package func preview(in folder: String, before: [BuiltPage], against earlier: String?) throws -> String? {
    guard let publication, let site else { return nil }
    func files(of folder: String) -> OfflinePreview.Files {
      { path in FileManager.default.contents(atPath: folder + "/" + path).map(Array.init) }
    }
    return try OfflinePreview(of: publication, site: site, before: before)
      .html(files: files(of: folder), earlier: files(of: earlier ?? folder))
  }
}

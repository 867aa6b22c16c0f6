import Authoring
import Building
import Foundation
import Publishing
import Site
import Text

/// The folder of one kind of entry, as files are added to it.
struct NewFolder {
  let root: String
  let kind: EntryKind

  private var path: String { "\(root)/Content/\(kind.folder)" }

  /// The slugs of what stands there: files, and for pages folders.
  func slugs() -> Set<String> {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return Set(names.map { Folding.slug($0.lowercased().hasSuffix(".md") ? String($0.dropLast(3)) : $0) })
  }

  /// Writes the file; `false` where one of that name is there already, which is left as it is.
  func create(_ file: NewFile) throws -> Bool {
    try NewFileWriter(root: root).create(file.path, Array(file.text.utf8), isDurable: true)
  }
}

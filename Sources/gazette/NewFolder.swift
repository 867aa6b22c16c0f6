import Authoring
import Building
import Files
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
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw unwritable(path)
    }
    // A link in the folder's place could lead anywhere.
    guard ConfinedFolder(root).hasFolder("Content/\(kind.folder)") else { throw unwritable(path) }
    let target = root + "/" + file.path
    let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST { return false }
      throw unwritable(target)
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(file.text.utf8))
      try handle.synchronize()
    } catch {
      unlink(target)
      throw unwritable(target)
    }
    return true
  }

  private func unwritable(_ path: String) -> Fault {
    Fault(
      "Impossible d’écrire « \(path) ».", hint: "Vérifiez les droits du dossier et la place sur le disque.",
      status: Fault.inputOutput)
  }
}

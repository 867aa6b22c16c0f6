import Files
import Foundation

/// Writes files that were not there. Nothing that is there is ever written over, and nothing outside of the project: no step
/// of a path is a link.
package struct NewFileWriter {
  let root: String

  package init(root: String) { self.root = root }

  /// - Parameters:
  ///   - path: from the project's root; its steps are names that are sound.
  ///   - isDurable: whether to wait until the disk has it.
  ///   - isExecutable: whether it is a program.
  /// - Returns: `false` where something of that name is there already.
  /// - Throws: `Fault` where the machine does not do its part.
  @discardableResult
  package func create(
    _ path: String, _ bytes: [UInt8], isDurable: Bool = false, isExecutable: Bool = false
  ) throws -> Bool {
    guard let descriptor = try descriptor(of: path, isExecutable ? 0o777 : 0o666) else { return false }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(bytes))
      if isDurable { try handle.synchronize() }
    } catch {
      unlink(root + "/" + path)
      throw unwritable(path)
    }
    return true
  }

  /// Of a file that is made; `nil` where something of that name is there. Nearly always its folder is there already.
  private func descriptor(of path: String, _ mode: mode_t) throws -> Int32? {
    let project = ConfinedFolder(root)
    do {
      return try project.create(path, mode: mode)
    } catch {
      guard error == .missing else { throw unwritable(path) }
      try makeFolders(path.split(separator: "/").dropLast().map(String.init))
      do { return try project.create(path, mode: mode) } catch { throw unwritable(path) }
    }
  }

  /// A link in the place of a folder could lead anywhere.
  private func makeFolders(_ steps: [String]) throws {
    let project = ConfinedFolder(root)
    guard !steps.isEmpty else { return }
    for count in 1...steps.count {
      let folder = steps.prefix(count).joined(separator: "/")
      if project.hasFolder(folder) { continue }
      guard mkdir(root + "/" + folder, 0o777) == 0 || errno == EEXIST, project.hasFolder(folder) else {
        throw unwritable(folder)
      }
    }
  }

  private func unwritable(_ path: String) -> Fault {
    Fault(
      "Impossible d’écrire « \(root == "." ? "" : root + "/")\(path) ».",
      hint: "Vérifiez les droits du dossier et la place sur le disque.", status: Fault.inputOutput)
  }
}

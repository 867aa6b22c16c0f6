import Building
import Files
import Foundation

/// Small files that a command writes beside the site.
enum TextFile {
  /// Makes the file where it is missing, empty, before the right to make any is given up (``ConfinedCommand``). Where it can't
  /// be made, ``write(_:to:)`` says why.
  static func make(_ path: String) {
    // What is written takes the place of a link, here too; but those of the system lead to what is open.
    if stat(at: path)?.isLink == true, !["/dev/", "/proc/"].contains(where: path.hasPrefix) { unlink(path) }
    // Nobody waits for who reads a pipe.
    let file = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o666)
    if file >= 0 { close(file) }
  }

  /// Writes the file whole or not at all; one that says the same already is left alone. Where nothing may be made beside it,
  /// the file that is there is written over.
  static func write(_ text: String, to path: String) throws(Fault) {
    do { try write(Data(text.utf8), to: path) } catch {
      throw Fault(
        "Impossible d’écrire « \(path) ».", hint: "Vérifiez que son dossier existe, et ses droits.",
        status: Fault.inputOutput)
    }
  }

  private static func write(_ data: Data, to path: String) throws {
    if FileManager.default.contents(atPath: path) == data { return }
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch let error as CocoaError where error.code == .fileWriteNoPermission {
      let file = open(path, O_WRONLY | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard file >= 0 else { throw error }
      try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: data)
    }
  }
}

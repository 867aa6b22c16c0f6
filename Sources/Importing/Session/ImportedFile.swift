import Building
import Files
import Foundation
import Reading
import Site

/// A file that this run has made, which may be changed until it is done.
struct ImportedFile {
  private let path: String
  private let root: String

  init(_ path: String, root: String) {
    self.path = path
    self.root = root
  }

  /// Takes earlier addresses out; what was written for them.
  func remove(_ aliases: [SitePath]) throws -> [String] {
    guard let bytes = try? ConfinedFolder(root).read(path, limit: ImportMemory.largest) else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let memory = ImportMemory.Line(in: text) else { return [] }
    let plain = text.replacingCharacters(in: memory.range, with: "")
    var lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let key = lines.firstIndex(of: FieldKey.aliases.rawValue + ":") else { return [] }
    var removed: [String] = []
    var index = key + 1
    while lines.indices.contains(index), lines[index].hasPrefix("  - ") {
      let word = lines[index].dropFirst(4).filter { $0 != "'" }
      if aliases.contains(where: { $0.text == word || $0.text == word + "/" }) {
        removed.append(String(word))
        lines.remove(at: index)
      } else {
        index += 1
      }
    }
    if index == key + 1 { lines.remove(at: key) }
    let again = ImportMemory.remembering(memory.origin, memory.fingerprint, in: lines.joined(separator: "\n"))
    do {
      try Data(again.utf8).write(to: URL(fileURLWithPath: root + "/" + path), options: .atomic)
    } catch {
      throw Fault("Impossible d’écrire « \(path) ».", hint: "Vérifiez ses droits.", status: Fault.inputOutput)
    }
    return removed
  }
}

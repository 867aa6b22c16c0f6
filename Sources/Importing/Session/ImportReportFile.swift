import Building
import Files
import Foundation

/// The report beside `Content`: ours is written anew, one that somebody else made is left alone.
struct ImportReportFile {
  let root: String

  private static let mark = "<!-- gazette import -->"

  /// The name of the file.
  func write(_ markdown: String) throws -> String {
    var number = 1
    while true {
      let name = number == 1 ? "IMPORT.md" : "IMPORT-\(number).md"
      let bytes = Array((Self.mark + "\n" + markdown).utf8)
      if try NewFileWriter(root: root).create(name, bytes) { return name }
      if let there = try? ConfinedFolder(root).file(name).read(atMost: Self.mark.utf8.count),
        there == Array(Self.mark.utf8)
      {
        try Data(bytes).write(to: URL(fileURLWithPath: root + "/" + name), options: .atomic)
        return name
      }
      number += 1
    }
  }
}

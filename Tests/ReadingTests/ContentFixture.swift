import Diagnostics
import Foundation
import Site
import Time

@testable import Reading

/// A small project in a folder of its own, removed with it.
final class ContentFixture: Sendable {
  let root: String

  static let settings = """
    titre: Le tiers-lieu
    adresse: https://exemple.org/
    identifiant: 7b1c5a52-4b60-4f0e-9a39-0d5c2f6f7a11

    """

  /// Files by path from `Content/`; the settings are added where they are not given.
  init(_ files: [String: String]) throws {
    root = NSTemporaryDirectory() + "gazette-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root + "/Content", withIntermediateDirectories: true)
    var files = files
    if files["site.yml"] == nil { files["site.yml"] = Self.settings }
    for (path, text) in files { try write(Array(text.utf8), to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let full = root + "/Content/" + path
    try FileManager.default.createDirectory(
      atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: full))
  }

  func read(_ options: ReadingOptions = ContentFixture.options) async -> ReadingResult {
    await readSite(root: root, options: options)
  }

  static var options: ReadingOptions {
    let day = CivilDay(year: 2026, month: 6, day: 15)
    return ReadingOptions(today: day.map { CivilDateTime(day: $0, minuteOfDay: 720) }, readsRevisions: false)
  }
}

/// A text in which `⟦` and `⟧` mark the place that a diagnostic is expected to name.
struct MarkedText {
  let text: String
  /// Line, column and length of what is marked; `nil` where nothing is.
  let expected: (line: Int, column: Int, length: Int)?

  init(_ marked: String) {
    var (line, column) = (1, 1)
    var start: (line: Int, column: Int)?
    var found: (line: Int, column: Int, length: Int)?
    var text = ""
    for character in marked {
      switch character {
      case "⟦": start = (line, column)
      case "⟧":
        if let start { found = (start.line, start.column, max(1, column - start.column)) }
      case "\n", "\r\n":
        (line, column) = (line + 1, 1)
        text.append(character)
      default:
        column += 1
        text.append(character)
      }
    }
    self.text = text
    expected = found
  }
}

import Authoring
import Foundation
import Reading
import Site
import Time

/// A small project in a folder of its own, removed with it.
final class ScratchProject: Sendable {
  let root: String

  /// Files by path from `Content/`; the settings are added.
  init(_ files: [String: String] = [:]) throws {
    root = NSTemporaryDirectory() + "gazette-authoring-" + UUID().uuidString
    try write(
      "titre: Le tiers-lieu\nadresse: https://exemple.org/\nidentifiant: 7b1c5a52-4b60-4f0e-9a39-0d5c2f6f7a11\n",
      to: "Content/site.yml")
    for (path, text) in files { try write(text, to: "Content/" + path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let full = root + "/" + path
    try FileManager.default.createDirectory(
      atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: full))
  }

  func read(_ texts: [String: [UInt8]] = [:], day: String = "2019-08-15") async -> ReadingResult {
    await readSite(
      root: root,
      options: ReadingOptions(
        today: PartialDate(iso: day).map { CivilDateTime(day: $0.lastDay, minuteOfDay: 1439) }, includesDrafts: true,
        readsRevisions: false, replacements: texts))
  }

  func mended() async -> [MendedFile] {
    await Mender { await self.read($0) }.mend()
  }
}

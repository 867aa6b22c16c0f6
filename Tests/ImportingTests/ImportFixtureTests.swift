import Building
import Foundation
import Testing

@testable import Importing

/// Exports of every kind, and all that is made of them, as it was recorded: `GAZETTE_RECORD=1` records anew.
@Suite struct ImportFixtureTests {
  private static let fixtures = ImportProject.projectRoot + "/Tests/Fixtures/imports"
  private static let isRecording = ProcessInfo.processInfo.environment["GAZETTE_RECORD"] != nil

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: fixtures)) ?? []).sorted()
  }

  @Test(arguments: names)
  func `an export becomes the files that were recorded, and they have no error`(_ name: String) async throws {
    let folder = Self.fixtures + "/" + name
    let project = try ImportProject()
    let source = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0 == "source" || $0.hasPrefix("export.") })
    let uploads = folder + "/uploads"
    let outcome = try await project.run(
      folder + "/" + source, uploads: FileManager.default.fileExists(atPath: uploads) ? uploads : nil)
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    // The check takes the texts as they were proved: it says what one says that reads each file.
    let again = try await Project.read(project.options, makesPictures: false, watchdog: nil).report.diagnostics
    let written = Set(outcome.written.map(\.path))
    #expect(outcome.check.diagnostics == again.filter { written.contains($0.place?.file ?? "") })
    let made = project.files.mapValues { $0.replacing(Self.fixtures, with: "…") }
    // People who wrote, commented or were invited are nobody's business here.
    for (path, text) in made { #expect(!text.contains("exemple.net>") && !text.contains("@exemple.net"), "\(path)") }
    if Self.isRecording { return try record(made, in: folder + "/attendu") }
    let expected = recorded(in: folder + "/attendu")
    #expect(Set(made.keys) == Set(expected.keys))
    for (path, text) in made { #expect(text == expected[path], "\(name): \(path)") }
  }

  @Test func `there are fixtures`() { #expect(!Self.names.isEmpty) }

  /// Recorded under another ending: they are no content of anything.
  private func record(_ files: [String: String], in folder: String) throws {
    try? FileManager.default.removeItem(atPath: folder)
    for (path, text) in files {
      let file = URL(fileURLWithPath: folder + "/" + path + ".txt")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  private func recorded(in folder: String) -> [String: String] {
    var files: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init()
    where name.hasSuffix(".txt") {
      files[String(name.dropLast(4))] = FileManager.default.contents(atPath: folder + "/" + name).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return files
  }
}

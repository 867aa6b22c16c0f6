import Building
import Foundation
import TestSupport
import Testing
import Time

@testable import Importing

/// A project that a test imports into.
struct ImportProject {
  let folder: TemporaryFolder

  var root: String { folder.path }

  static let projectRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      titre: Le nouveau site
      adresse: https://nouveau.exemple.org/
      fuseau: Europe/Paris
      identifiant: 2f0c9a34-7a0e-4b6b-9d58-51b6a1c0e7d2

      """, to: "Content/site.yml")
  }

  /// Imports `source`, a path of the machine.
  @discardableResult
  func run(
    _ source: String, uploads: String? = nil, since: CivilDay? = nil, isDry: Bool = false
  ) async throws
    -> ImportOutcome
  {
    try await Importer(
      ImportRequest(
        source: source, root: root, uploads: uploads, since: since, isDry: isDry, themes: Self.projectRoot + "/Themes",
        environment: environment)
    ).run()
  }

  /// What a command is asked for that reads it.
  var options: BuildOptions {
    var options = BuildOptions(root: root)
    (options.themes, options.environment) = (Self.projectRoot + "/Themes", environment)
    return options
  }

  /// Sunday, 1 March 2026.
  private var environment: [String: String] { ["SOURCE_DATE_EPOCH": "1772366400"] }

  /// Writes a file beside the content and gives its path.
  func source(_ text: String, named name: String = "source.xml") throws -> String {
    try folder.write(text, to: name)
    return root + "/" + name
  }

  /// Imports a table of events into a project of its own.
  ///
  /// - Returns: the texts of the files that were written, in their order.
  static func importing(table: String) async throws -> (texts: [String], outcome: ImportOutcome) {
    let project = try ImportProject()
    let outcome = try await project.run(project.source(table, named: "source.csv"))
    #expect(outcome.check.errors == 0)
    return (outcome.written.map { project.files[$0.path] ?? "" }, outcome)
  }

  /// The files of the content and the report, with their texts; of pictures only their names.
  var files: [String: String] {
    folder.files.filter { $0.key != "Content/site.yml" && !$0.key.hasPrefix("source") }
      .mapValues { $0.unicodeScalars.contains("\u{FFFD}") ? "(image)\n" : $0 }
  }
}

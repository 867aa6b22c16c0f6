import Diagnostics
import Markup
import Reading
import Site
import TestSupport
import Testing

@testable import Authoring

/// What `check --fix` does to everyday inputs: what was understood before is understood the same after.
@Suite struct EverydayMendingTests {
  private static func project() throws -> ScratchProject {
    var files: [String: String] = [:]
    for (number, file) in EverydayInputs.files.enumerated() {
      let name = file.folder == "infolettres" ? "\(2000 + number)-03" : "n\(number)"
      // Each has a title of its own, so that none is taken for another.
      files["\(file.folder)/\(name).md"] = file.text.replacing("Essai", with: "Essai \(number)")
    }
    return try ScratchProject(files)
  }

  @Test func `no meaning changes, no error comes, and a second time nothing is left to do`() async throws {
    let project = try Self.project()
    let before = await project.read()
    let mended = await project.mended()
    #expect(mended.count > 50)
    for file in mended { try project.write(String(decoding: file.after, as: UTF8.self), to: file.path) }
    let after = await project.read()

    var compared = 0
    for entry in before.site?.entries ?? [] {
      let path = entry.entry.source
      // What was written under a key that nobody knew was not understood before.
      let isUnread = before.diagnostics.contains { $0.place?.file == path && $0.code == "unknown-key" }
      let now = after.site?.entries.first { $0.entry.source == path }
      let isSame = NotationFree(entry) == now.map(NotationFree.init)
      #expect(
        isSame || isUnread,
        "\(path): \(mended.first { $0.path == path }.map { String(decoding: $0.after, as: UTF8.self) } ?? "")")
      compared += 1
    }
    #expect(compared > 80)
    // What is hidden stays so.
    let hidden = await readSite(root: project.root, options: ReadingOptions(readsRevisions: false)).heldBack
    #expect(hidden.count >= 4, "\(hidden.map(\.title))")
    for (path, sources) in Dictionary(
      grouping: after.diagnostics.filter { $0.severity == .error }, by: { $0.place?.file })
    {
      let errors = before.diagnostics.count { $0.severity == .error && $0.place?.file == path }
      #expect(sources.count <= errors, "\(path ?? "")")
    }
    #expect(await project.mended() == [])
  }
}

/// An entry without its text, in which signs are put right so that they mean what they were to.
private struct NotationFree: Equatable {
  let entry: SiteEntry

  init(_ entry: SiteEntry) {
    var entry = entry
    entry.entry.body = Document()
    // The start of the text.
    entry.entry.summary = ""
    self.entry = entry
  }
}

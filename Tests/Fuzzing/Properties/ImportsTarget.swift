import Building
import Diagnostics
import Foundation
import Importing
import TestSupport

enum ImportsTarget {
  private static let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// What may be imported, by the end of its name; a folder where it has a path.
  private static let names = [
    "export.xml", "page.html", "agenda.ics", "tableau.csv", "flux.atom", "site/_posts/2020-01-02-essai.md",
    "site/content/post/essai.md", "site/content/post/essai/index.md",
  ]
  /// The same from 0x80 on: folders of no generator.
  private static let folders = [
    "site/Un essai 1f0c9a347a0e4b6b9d5851b6a1c0e7d2.md", "site/notes/essai.md", "site/essai.html",
    "site/Blogger/Blogs/Essai/feed.atom",
  ]

  /// The first byte says what it is called.
  static func check(_ input: [UInt8], _ checks: inout Checks) async {
    guard let first = input.first, let folder = try? TemporaryFolder() else { return }
    let name = first < 0x80 ? names[Int(first) % names.count] : folders[Int(first) % folders.count]
    let settings = SmallSite.settings
    guard (try? folder.write(settings, to: "projet/Content/site.yml")) != nil,
      (try? folder.write("", to: "source/" + name)) != nil,
      FileManager.default.createFile(
        atPath: folder.path + "/source/" + name, contents: Data(input.dropFirst()))
    else { return checks.expect(false, "no folder for it") }
    let source = name.split(separator: "/").first.map(String.init) ?? name
    if name.hasPrefix("site/_posts") { try? folder.write("title: Essai\n", to: "source/site/_config.yml") }
    if name.hasPrefix("site/content") { try? folder.write("title = \"Essai\"\n", to: "source/site/hugo.toml") }
    try? folder.write(SoundOutput.secret, to: "dehors/secret.txt")

    let root = folder.path + "/projet"
    let request = ImportRequest(
      source: folder.path + "/source/" + source, root: root, themes: program + "/Themes",
      environment: ["SOURCE_DATE_EPOCH": "1772366400", "PATH": "/usr/bin:/bin"])
    var isFailed = false
    do {
      let outcome = try await Importer(request, watchdog: nil).run()
      let wrong = outcome.check.diagnostics.filter { $0.severity == .error }
      checks.expect(wrong.isEmpty, "writes what is wrong: \(wrong.map { $0.code + ": " + $0.message })")
    } catch let fault as Fault {
      isFailed = true
      checks.expect(!fault.message.isEmpty && fault.hint != nil, "no way out of « \(fault.message) »")
    } catch {
      checks.expect(false, "ends with \(error)")
    }
    for (path, text) in folder.files where !path.hasPrefix("source/") && !path.hasPrefix("dehors/") {
      let isExpected =
        path == "projet/Content/site.yml" || path == "projet/IMPORT.md" || path.hasPrefix("projet/Content/")
        || path.hasPrefix("projet/.cache/")
      checks.expect(isExpected, "writes \(path)")
      checks.expect(!isFailed || path == "projet/Content/site.yml", "fails and writes \(path)")
      if path == "projet/Content/site.yml" { checks.expect(text == settings, "changes the settings") }
      checks.expect(
        !text.contains(SoundOutput.secret) && !text.contains("root:x:0"), "\(path) holds what stands elsewhere")
    }
  }
}

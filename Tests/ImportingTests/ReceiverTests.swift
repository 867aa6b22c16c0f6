import Building
import Diagnostics
import Foundation
import Pictures
import Site
import Testing
import Text

@testable import Importing

/// Messages as mail programs write them, and what is taken out of each.
@Suite struct ReceiverTests {
  private static let fixtures = ImportProject.projectRoot + "/Tests/Fixtures/courriels"

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: fixtures)) ?? [])
      .filter { $0.hasSuffix(".eml") }.sorted()
  }

  @Test func `there are messages of forty programs`() { #expect(Self.names.count >= 40) }

  @Test(arguments: names)
  func `the very file that was sent is taken out`(_ name: String) async throws {
    let entry = String(name.prefix { $0 != "-" })
    let expected = try text(of: entry + ".md")
    let project = try project()
    let outcome = try await receive(try bytes(of: name), named: name, in: project)
    #expect(outcome.report.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    #expect(outcome.sender != nil)
    let path = try #require(outcome.entries.first?.path)
    #expect(outcome.entries.count == 1 && !outcome.entries[0].shown.isEmpty)
    let made = try #require(project.files[path])
    #expect(made.contains("\nbrouillon: oui\n"))
    // What a telephone makes of an apostrophe is what the site shows.
    #expect(made.replacing("\nbrouillon: oui\n", with: "\n").replacing("’", with: "'") == expected)
    // Whoever wrote is nobody's business here.
    for (path, text) in project.files { #expect(!text.contains("zoe.martin"), "\(path)") }
    guard entry == "soiree" else { return }
    let photograph = try #require(
      FileManager.default.contents(atPath: project.root + "/Content/images/affiche-soiree.jpg"))
    let header = try #require(ImageHeader([UInt8](photograph)))
    #expect(!header.hasMetadata && !header.hasPosition && header.isComplete && header.height > header.width)
  }

  @Test(arguments: ["soiree-gmail.eml", "jardin-thunderbird.eml"])
  func `the same message twice writes one file`(_ name: String) async throws {
    let project = try project()
    let first = try await receive(try bytes(of: name), named: name, in: project)
    let files = project.files
    let again = try await receive(try bytes(of: name), named: name, in: project)
    #expect(again.entries.map(\.path) == first.entries.map(\.path))
    #expect(again.entries.map(\.isKnown) == [true])
    #expect(project.files == files)
  }

  @Test func `a name that is taken is given to nobody else`() async throws {
    let project = try project()
    try project.folder.write("---\ntitre: L'ancienne\ndate: 2025\n---\nTexte\n", to: "Content/evenements/chorale.md")
    let outcome = try await receive(try bytes(of: "chorale-kmail.eml"), named: "x.eml", in: project)
    #expect(outcome.entries.map(\.path) == ["Content/evenements/chorale-2.md"])
    #expect(project.files["Content/evenements/chorale.md"]?.contains("L'ancienne") == true)
    #expect(outcome.report.diagnostics.contains { $0.code == "received-elsewhere" })
  }

  @Test func `what is right is published where that is asked for; what is wrong stays a draft`() async throws {
    let project = try project()
    let right = try await receive(try bytes(of: "chorale-kmail.eml"), named: "x.eml", in: project, isPublished: true)
    #expect(right.entries.map(\.isDraft) == [false])
    let expected = try text(of: "chorale.md")
    #expect(project.files["Content/evenements/chorale.md"] == expected)

    // What is said of it stands where it is said.
    let slip = message(marked("nouvelles/fete.md", "---\ntitre: Fête\ndate: 2026-02-01\n---\nVoir ==ceci==.\n"))
    let shown = try await receive(slip, named: "x.eml", in: project, isPublished: true)
    #expect(shown.report.diagnostics.first { $0.code == "highlight" }?.place?.line == 5)

    let wrong = message(marked("evenements/bal.md", "---\ntitre: Bal\ndebut: demain\n---\n"))
    let outcome = try await receive(wrong, named: "x.eml", in: project, isPublished: true)
    #expect(outcome.entries.map(\.isDraft) == [true])
    #expect(outcome.report.errors > 0)
    #expect(project.files["Content/evenements/bal.md"]?.contains("\nbrouillon: oui\n") == true)
  }

  @Test(arguments: [
    ("pages/projet/budget.md", "pages/projet/budget.md"), ("Pages\\Projet\\Budget.MD", "pages/projet/budget.md"),
    ("evenements/brouillons/bal.md", "evenements/bal.md"), ("nouvelles/fete.du.2027", "nouvelles/fete-du-2027.md"),
    ("nouvelles/fete.txt", "nouvelles/fete.md"), ("nouvelles/2027/fete", "nouvelles/fete.md"),
  ])
  func `a proposal stands where its path means`(path: String, file: String) async throws {
    let project = try project()
    let sent = message(marked(path, "---\ntitre: Bal\ndate: 2026-02-01\n---\nUn texte.\n"))
    let outcome = try await receive(sent, named: "x.eml", in: project)
    #expect(outcome.entries.map(\.path) == ["Content/" + file])
    #expect(!outcome.report.diagnostics.contains { $0.code == "received-elsewhere" })
  }

  @Test(arguments: ["published: false", "Statut: brouillon", "draft: yes", "hidden: oui"])
  func `whatever says that it is a draft, one line does here, and none where it is to be published`(
    line: String
  ) async throws {
    let given = Array("---\ntitre: Bal\ndate: 2026-02-01\n\(line)\n---\nUn texte.\n".utf8)
    for isPublished in [false, true] {
      let project = try project()
      let outcome = try await receive(given, named: "bal.md", in: project, isPublished: isPublished)
      #expect(outcome.entries.map(\.isDraft) == [!isPublished])
      let draft = isPublished ? "" : "brouillon: oui\n"
      #expect(
        project.files["Content/nouvelles/bal.md"] == "---\ntitre: Bal\ndate: 2026-02-01\n\(draft)---\nUn texte.\n")
    }
  }

  @Test func `a file of text is taken as it is`() async throws {
    let project = try project()
    let given = "---\ntitre: Bal\ndate: 2026-02-01\nresume: |\n  Deux lignes,\n\n  et un blanc.\n---\nUn texte\u{A0}!\n"
    let outcome = try await receive(Array(given.utf8), named: "/tmp/Grand Bal.md", in: project)
    #expect(outcome.entries.map(\.path) == ["Content/nouvelles/grand-bal.md"])
    let made = project.files["Content/nouvelles/grand-bal.md"]
    #expect(made?.replacing("brouillon: oui\n", with: "") == given)
  }

  @Test func `a message saved as text is a message; text that was copied out of one is joined again`() async throws {
    let project = try project()
    let saved = try await receive(try bytes(of: "soiree-laposte.eml"), named: "original_msg.txt", in: project)
    #expect(saved.entries.map(\.path) == ["Content/evenements/2026-03-05-soiree-jeux.md"])
    let cut = "titre: " + String(repeating: "mot ", count: 16) + "bref\net la suite du titre"
    let copied = "Reçu ce matin\u{A0}:\n\n" + marked("evenements/bal.md", "---\n\(cut)\ndebut: 2026-03-05\n---\n")
    let outcome = try await receive(Array(copied.utf8), named: "colle.txt", in: project)
    #expect(outcome.report.errors == 0)
    #expect(project.files["Content/evenements/bal.md"]?.contains("bref et la suite du titre\n") == true)
  }

  @Test func `photographs that no text names are kept, with the lines to show them; small drawings are not`()
    async throws
  {
    let project = try project()
    var text = String(decoding: try bytes(of: "soiree-outlook-windows1252.eml"), as: UTF8.self)
    text = text.replacing("image: ../images/affiche-soiree.jpg", with: "prix: 3 euros")
      .replacing("image_alt: Une", with: "resume: Une").replacing("affiche-soiree.jpg", with: "IMG 1.JPG")
    let outcome = try await receive(Array(text.utf8), named: "x.eml", in: project)
    let kept = outcome.report.diagnostics.filter { $0.code == "received-photo-kept" }
    #expect(kept.count == 1 && kept[0].message.contains("Content/images/img-1.jpg"))
    #expect(kept.first?.hint?.contains("image: ../images/img-1.jpg") == true)
    #expect(project.files.keys.filter { $0.contains("image001") }.isEmpty)
  }

  // MARK: Hostile

  @Test(arguments: [
    ("/etc/passwd", "Content/evenements/passwd.md"), ("../../x.md", "Content/evenements/x.md"),
    ("site.yml", "Content/evenements/site.md"), ("evenements/../site.yml", "Content/evenements/site.md"),
    ("evenements/.caché.md", "Content/evenements/cache.md"), ("racine/.htaccess", "Content/evenements/bal.md"),
    ("C:\\evenements\\bal.md", "Content/evenements/bal.md"), ("evenements/2019.md", "Content/evenements/2019-2.md"),
    ("", "Content/evenements/bal.md"), ("nouvelles/été/bal.md", "Content/nouvelles/bal.md"),
  ])
  func `wherever it says it goes, it goes into its folder`(path: String, expected: String) async throws {
    let project = try project()
    let entry = "---\ntitre: Bal\ndebut: 2026-03-05\n---\nTexte\n"
    let outcome = try await receive(message(marked(path, entry)), named: "x.eml", in: project)
    #expect(outcome.entries.map(\.path) == [expected])
    #expect(project.files.keys.sorted() == [expected])
  }

  @Test func `no attachment is written outside, over a file or with a name that runs`() async throws {
    let project = try project()
    let photograph = try attached(in: "soiree-gmail.eml")
    let picture = try #require(photograph)
    try project.folder.write("La mienne", to: "Content/images/evil.jpg")
    var parts =
      "--b\n\n" + marked("evenements/bal.md", "---\ntitre: Bal\ndebut: 2026-03-05\n---\n![a](../../../evil.jpg)\n")
    for name in ["../../../evil.jpg", "/tmp/evil.jpg", "évil.php", ".htaccess", "x.html", "images/a.jpg.exe"] {
      parts +=
        "\n--b\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n"
        + "Content-Disposition: attachment; filename=\"\(name)\"\n\n\(picture)"
    }
    let mail = message(parts + "\n--b--\n", type: "multipart/mixed; boundary=b")
    let outcome = try await receive(mail, named: "x.eml", in: project)
    let files = project.files
    #expect(files["Content/images/evil.jpg"] == "La mienne")
    for path in files.keys {
      #expect(
        path == "Content/evenements/bal.md" || path.hasPrefix("Content/images/") && path.hasSuffix(".jpg"), "\(path)")
    }
    #expect(files["Content/evenements/bal.md"]?.contains("![a](../images/evil-2.jpg)") == true)
    #expect(outcome.report.errors == 0)
    #expect(!FileManager.default.fileExists(atPath: project.root + "/../evil.jpg"))
  }

  /// Nested, endless, cut off, of other kinds: and the words that each ends with.
  static let hostile: [(name: String, text: String, words: String)] = {
    var deep = ""
    for level in 0..<40 { deep += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
    let many = String(repeating: "--b\nContent-Type: text/plain\n\nx\n", count: 5_000)
    let head = "From: a@example.org\nSubject: x\n"
    return [
      ("deep", head + deep, "trop de morceaux"),
      ("many", head + "Content-Type: multipart/mixed; boundary=b\n\n" + many, "trop de morceaux"),
      ("head", head + String(repeating: "X-Y: " + String(repeating: "z", count: 1_000) + "\n", count: 400), "en-tête"),
      ("empty", "", "ne contient pas de proposition"), ("blank", "\n\n\n", "ne contient pas de proposition"),
      ("zeros", String(repeating: "\0", count: 10_000), "ne contient pas de proposition"),
      ("no entry", head + "\nBonjour, une fête le 5 mars ?\n", "ne contient pas de proposition"),
      ("cut", head + "\n=== PROPOSITION evenements/x.md ===\n---\ntitre: x\n", "coupée"),
      ("of no kind", head + "\n=== PROPOSITION x ===\n---\ntitre: x\n---\n=== FIN ===\n", "nouvelle ou un événement"),
      (
        "an issue", head + "\n=== PROPOSITION infolettres/x.md ===\n---\ntitre: x\n---\n=== FIN ===\n", "nouvelle ou un"
      ),
      ("settings", "titre: Site\nadresse: https://example.org/\n", "ne contient pas de proposition"),
      ("wrong base64", head + "Content-Transfer-Encoding: base64\n\n%%%\n", "ne contient pas de proposition"),
      ("no boundary", head + "Content-Type: multipart/mixed\n\n--\n--\n", "ne contient pas de proposition"),
      ("words", head + String(repeating: "=?u?q?", count: 20_000) + "\n\nx\n", "ne contient pas"),
      ("angles", head + "\n" + String(repeating: ">", count: 100_000) + "\n", "ne contient pas de proposition"),
      (
        "endless",
        head + "\n=== PROPOSITION nouvelles/x.md ===\n---\ntitre: x\ndate: 2026\n---\n"
          + String(repeating: "mot ", count: 100_000) + "\n=== FIN ===\n", "dépasse 256"
      ),
      ("tags", head + "Content-Type: text/html\n\n" + String(repeating: "<div>", count: 50_000), "ne contient pas"),
    ]
  }()

  @Test(arguments: hostile.indices)
  func `hostile mail ends in a message and writes nothing`(_ index: Int) async throws {
    let (name, text, words) = Self.hostile[index]
    let project = try project()
    do {
      let outcome = try await receive(Array(text.utf8), named: "x.eml", in: project)
      Issue.record("\(name): \(outcome.entries)")
    } catch let fault as Fault {
      #expect(fault.message.contains(words) && fault.hint != nil, "\(name): \(fault.message)")
    }
    #expect(project.files.isEmpty)
  }

  @Test func `however many proposals and addresses there are, it ends`() async throws {
    let project = try project()
    let entry = "---\ntitre: x\ndate: 2026\n---\n" + String(repeating: "](", count: 20_000) + "\n"
    let many = (0..<3_000).map {
      marked("nouvelles/n\($0).md", $0 == 0 ? entry : "---\ntitre: n\($0)\ndate: 2026\n---\nx\n")
    }
    let outcome = try await receive(message(many.joined()), named: "x.eml", in: project)
    #expect(outcome.entries.count == 20)
  }

  @Test func `a message of random bytes never does more than say so`() async throws {
    var random = SystemlessGenerator(state: 7)
    let samples = try Self.names.prefix(12).map { try bytes(of: $0) }
    for sample in samples {
      for _ in 0..<20 {
        var bytes = sample
        for _ in 0..<40 { bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(random.next() & 0xFF) }
        if random.next() % 3 == 0 { bytes = Array(bytes.prefix(Int(random.next() % UInt64(bytes.count)))) }
        guard let message = try? MessagePart(message: bytes) else { continue }
        for entry in ProposalFinder(ReceivedMessage(message)).found {
          _ = MailedEntry(entry, kind: .event).text
        }
      }
    }
  }

  // MARK: Helpers

  private func project() throws -> ImportProject {
    let project = try ImportProject()
    let settings = try #require(project.folder.read("Content/site.yml"))
    try project.folder.write(settings + "departement: \"94\"\n", to: "Content/site.yml")
    return project
  }

  private struct SystemlessGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }

  private func bytes(of name: String) throws -> [UInt8] {
    try [UInt8](#require(FileManager.default.contents(atPath: Self.fixtures + "/" + name)))
  }

  private func text(of name: String) throws -> String { String(decoding: try bytes(of: name), as: UTF8.self) }

  private func attached(in name: String) throws -> String? {
    try text(of: name).replacing("\r\n", with: "\n").firstMatch(of: /filename="affiche-soiree.jpg"\n\n([^-]+)\n/)
      .map { String($0.output.1) }
  }

  private func marked(_ path: String, _ entry: String) -> String {
    "\(ProposalMarks.first(path))\n\(entry)\(ProposalMarks.last)\n"
  }

  private func message(_ text: String, type: String = "text/plain; charset=utf-8") -> [UInt8] {
    Array("From: a@example.org\nSubject: x\nContent-Type: \(type)\n\n\(text)".utf8)
  }

  private func receive(
    _ bytes: [UInt8], named name: String, in project: ImportProject, isPublished: Bool = false
  ) async throws -> ReceiveOutcome {
    try await Receiver(
      ReceiveRequest(
        bytes: bytes, name: name, root: project.root, isPublished: isPublished,
        themes: ImportProject.projectRoot + "/Themes",
        environment: [
          "SOURCE_DATE_EPOCH": "1772366400", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin",
        ])
    ).run()
  }
}

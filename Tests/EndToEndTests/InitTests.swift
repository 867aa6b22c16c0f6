import Foundation
import Testing

/// A site from nothing: what is asked, what is written, and that it can be built at once.
@Suite struct InitTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private var root: String { folder.path + "/site" }

  private func gazette(_ arguments: String...) async throws -> Program.Result {
    try await Program.run(arguments, environment: ["SOURCE_DATE_EPOCH": "1772400000"])
  }

  private func files() -> [String: Data] { folder.files(in: "site") }

  private func text(_ name: String) throws -> String {
    String(decoding: try #require(files()[name], "\(name)"), as: UTF8.self)
  }

  private static let whole = [
    "--titre", "Le Préau : un lieu #1", "--devise", "Un lieu pour s’y retrouver", "--adresse",
    "https://preau.example.org/site/", "--depot", "github.com/exemple/preau", "--departement", "94",
    "--editeur", "Association du Préau", "--statut", "Association loi 1901", "--adresse-editeur",
    "3 rue du Préau, 00000 Valombre", "--telephone", "01 99 00 11 22", "--courriel", "bonjour@example.org",
    "--direction", "Camille Exemple", "--hebergeur", "Hébergeur Exemple", "--adresse-hebergeur", "9 rue des Nuages",
    "--telephone-hebergeur", "01 99 00 33 44", "--prestataire", "brevo, sympa",
  ]

  private func begin(_ options: [String]) async throws -> Program.Result {
    try await Program.run(["init", root] + options, environment: ["SOURCE_DATE_EPOCH": "1772400000"])
  }

  @Test func `with all its answers it builds without a word, and the legal pages say them`() async throws {
    let made = try await begin(Self.whole)
    #expect(made.status == 0, "\(made.errors)")
    let built = try await gazette("build", "--root", root, "--strict")
    #expect(built.status == 0, "\(built.errors)")
    #expect(!built.errors.contains("attention"), "\(built.errors)")
    let notice = try text("Output/mentions-legales/index.html")
    for words in [
      "Association du Préau", "Association loi 1901", "3 rue du Préau", "01 99 00 11 22", "Camille Exemple",
      "Hébergeur Exemple", "9 rue des Nuages", "01 99 00 33 44", "bonjour@example.org",
    ] {
      #expect(notice.contains(words), "\(words)")
    }
    let data = try text("Output/donnees-personnelles/index.html")
    #expect(data.contains("Brevo") && data.contains("Sympa"))
    #expect(try text("Output/index.html").contains("Le Préau : un lieu #1"))
  }

  @Test func `with its name alone it builds, and says what is still to be filled in`() async throws {
    #expect(try await begin(["--titre", "Préau"]).status == 0)
    let built = try await gazette("build", "--root", root, "--strict", "--allow-placeholders")
    #expect(built.status == 0, "\(built.errors)")
    #expect(built.output.replacing("\u{A0}", with: " ").contains("3 valeurs à compléter"), "\(built.output)")
  }

  @Test func `it has an example of each kind, each a draft that is right`() async throws {
    #expect(try await begin(Self.whole).status == 0)
    let examples = files().keys.filter { $0.hasPrefix("Content/") && $0.hasSuffix(".md") }
      .filter { !["LISEZMOI.md", "ENVOYER.md", "accueil.md"].contains(($0 as NSString).lastPathComponent) }
    #expect(
      Set(examples.map { $0.split(separator: "/")[1] }) == [
        "nouvelles", "evenements", "series", "lieux", "partenaires", "pages", "infolettres",
      ])
    for name in examples { #expect(try text(name).contains("\nbrouillon: oui\n"), "\(name)") }
    // The letter says itself what is still to be written before it is sent.
    let shown = try await gazette("check", "--root", root, "--strict", "--allow-placeholders", "--drafts")
    #expect(shown.status == 0, "\(shown.errors)")
    let built = try await gazette("build", "--root", root)
    #expect(built.output.components(separatedBy: "Brouillon, non publié").count == examples.count + 1)
  }

  @Test func `nothing is written where something stands, and no answer is taken that is wrong`() async throws {
    try folder.write("à moi", to: "site/notes.txt")
    let refused = try await begin(Self.whole)
    #expect(refused.status == 64)
    #expect(refused.errors.contains("n’est pas vide") && refused.errors.contains("notes.txt"))
    #expect(files().keys.sorted() == ["notes.txt"])
    try FileManager.default.removeItem(atPath: root)
    for (option, value) in [
      ("--adresse", "preau"), ("--courriel", "bonjour"), ("--departement", "vingt"), ("--prestataire", "pigeon"),
      ("--depot", "chez moi"),
    ] {
      let wrong = try await begin(["--titre", "Préau", option, value])
      #expect(wrong.status == 64, "\(option) \(value)")
      #expect(wrong.errors.contains("Erreur : \(option) : ") && wrong.errors.contains("Rien n’a été écrit."))
      #expect(!FileManager.default.fileExists(atPath: root))
    }
    let nameless = try await begin([])
    #expect(nameless.status == 64 && nameless.errors.contains("--titre"))
  }

  @Test func `a repository that a forge has just made can be begun in`() async throws {
    try folder.write("ref: refs/heads/main\n", to: "site/.git/HEAD")
    #expect(try await begin(["--titre", "Préau"]).status == 0)
  }

  /// Whatever is answered stands in the settings as it was given.
  @Test(arguments: [
    "Le Préau", "\"Le Préau\" : suite", "L'été #1", "- tiret", "oui", "12", "@moi", "{a}", "a\\b", "[x]: y", "& co",
    "Éà 😀",
  ])
  func `a name stays what it is`(title: String) async throws {
    #expect(try await begin(["--titre=" + title, "--courriel", "a@example.org"]).status == 0)
    let built = try await gazette("build", "--root", root)
    #expect(built.status == 0, "\(built.errors)")
    #expect(built.output.hasPrefix("\n\(title)\n") || title.hasPrefix("\""), "\(built.output)")
  }

  @Test func `the example is whole, and no two have the same identifier`() async throws {
    #expect(try await begin(["--exemple"]).status == 0)
    let built = try await gazette("build", "--root", root, "--date", "2026-03-12T10:00", "--strict")
    #expect(built.status == 0, "\(built.errors)")
    #expect(!built.errors.contains("attention"), "\(built.errors)")
    let original = try String(
      contentsOfFile: CompleteFixtureTests.root("vivant") + "/Content/site.yml", encoding: .utf8)
    let lines = try text("Content/site.yml").split(separator: "\n")
    #expect(lines.filter { !original.contains($0) }.map { $0.prefix(13) } == ["identifiant: "])
    #expect(try await Program.run(["init", root, "--exemple", "--titre", "x"]).status == 64)
  }

  @Test func `make finds the program, and what the forges run is there`() async throws {
    #expect(try await begin(Self.whole).status == 0)
    for file in WorkflowTests.files {
      for match in try text(file).matches(of: /\.ci\/[a-z-]+/) where match.output != ".ci/run" {
        #expect(FileManager.default.isExecutableFile(atPath: root + "/" + match.output), "\(file): \(match.output)")
      }
    }
    let root = root
    #expect(try await Program.blocking { Program.status(of: "/usr/bin/make", ["-s", "-C", root]) } == 0)
    #expect(files()["Output/index.html"] != nil)
  }
}

import Foundation
import Testing

/// `gazette build --summary`: a site is built, its content changes, the change is shown.
@Suite struct ReviewTests {
  private let scratch: ScratchFolder
  private let themes = Program.projectRoot + "/Themes"

  init() throws {
    scratch = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: CompleteFixtureTests.root("minimal") + "/Content", toPath: scratch.path + "/Content")
  }

  private func build(_ options: String...) async throws -> Program.Result {
    try await Program.run(["build", "--themes", themes, "--date", "2026-03-15"] + options, in: scratch.path)
  }

  private func summary() throws -> String {
    try String(contentsOfFile: scratch.path + "/summary.md", encoding: .utf8)
  }

  @Test func `a build is compared with the one that it replaces`() async throws {
    let first = try await build()
    #expect(first.status == 0, "\(first.errors)")
    try scratch.write(
      "---\ntitre: Le bal\ndebut: 2026-06-19 20:00\nfin: 2026-06-19 23:00\n---\nVenez.\n",
      to: "Content/evenements/bal.md")
    let second = try await build("--summary", "summary.md", "--against", "Output")
    #expect(second.status == 0, "\(second.errors)")
    let added = try summary()
    #expect(added.contains("[Le bal]("), "\(added)")
    #expect(added.contains("`/agenda/bal/`") && added.contains("### Pages modifiées ("), "\(added)")
    #expect(added.contains("vendredi 19\u{A0}juin 2026, de 20\u{A0}h à 23\u{A0}h"), "\(added)")

    let third = try await build("--summary", "summary.md", "--against", "Output")
    #expect(third.status == 0)
    #expect(try summary().contains("Aucune page ne change."))

    try FileManager.default.removeItem(atPath: scratch.path + "/Content/evenements/bal.md")
    _ = try await build("--summary", "summary.md", "--against", "Output")
    let gone = try summary()
    #expect(gone.contains("- Le bal `/agenda/bal/`") && gone.contains("### Pages supprimées ("), "\(gone)")
  }

  @Test func `a file renamed without a word is warned of, with an alias reported as a move`() async throws {
    try scratch.write("---\ntitre: Le bal\ndate: 2026-02\n---\nVenez.\n", to: "Content/nouvelles/bal.md")
    #expect(try await build().status == 0)
    try FileManager.default.moveItem(
      atPath: scratch.path + "/Content/nouvelles/bal.md", toPath: scratch.path + "/Content/nouvelles/bal-d-hiver.md")
    // As on a forge's machine: the folder to write to is new, the site before stands elsewhere.
    _ = try await build("--output", "Neuf", "--summary", "summary.md", "--against", "Output", "--format", "github")
    let moved = try summary()
    #expect(
      moved.contains("- Le bal `/nouvelles/bal/`") && moved.contains("À ajouter : `alias: [/nouvelles/bal/]`"),
      "\(moved)")
    #expect(moved.contains("`Content/nouvelles/bal-d-hiver.md"), "\(moved)")

    try scratch.write(
      "---\ntitre: Le bal\ndate: 2026-02\nalias: [/nouvelles/bal/]\n---\nVenez.\n",
      to: "Content/nouvelles/bal-d-hiver.md")
    _ = try await build("--output", "Neuf", "--summary", "summary.md", "--against", "Output")
    let kept = try summary()
    #expect(
      kept.contains("### Adresses qui mènent désormais ailleurs (1)\n\n- `/nouvelles/bal/` → [Le bal]("), "\(kept)")
    #expect(!kept.contains("Pages supprimées") && !kept.contains("n’y est plus"), "\(kept)")
  }

  @Test func `an event that becomes a draft, is cancelled, moves`() async throws {
    let head = "---\ntitre: Le bal\ndebut: 2026-06-05 20:00\nfin: 2026-06-05 23:00\n"
    let rule = "repetition:\n  chaque: mois\n  nombre: 3\n"
    try scratch.write(head + rule + "---\nVenez.\n", to: "Content/evenements/bal.md")
    #expect(try await build("--output", "Avant").status == 0)
    func reported(_ matter: String) async throws -> String {
      try scratch.write(head + matter + "---\nVenez.\n", to: "Content/evenements/bal.md")
      let made = try await build("--output", "Neuf", "--summary", "summary.md", "--against", "Avant")
      #expect(made.status == 0, "\(made.errors)")
      return try summary()
    }
    let draft = try await reported(rule + "brouillon: oui\n")
    #expect(draft.contains("- Le bal `/agenda/bal/`\n"), "\(draft)")
    #expect(draft.contains("### Pas encore publié (1)\n\n- Brouillon, non publié : « Le bal »"), "\(draft)")
    let later = try await reported(rule + "publier_le: 2026-05-01\n")
    #expect(later.contains("- En attente jusqu’au 1er\u{A0}mai 2026 : « Le bal »"), "\(later)")
    let cancelled = try await reported(rule + "etat: annulé\nmotif: La salle est prise.\n")
    #expect(cancelled.contains("**Le bal**\u{A0}: ") && cancelled.lowercased().contains("annulé"), "\(cancelled)")
    let moved = try await reported(rule + "  deplacees:\n    - prevue: 2026-07-05\n      nouvelle: 2026-07-12 19:00\n")
    #expect(moved.contains("12\u{A0}juillet") && moved.contains("### Dates des événements (1)"), "\(moved)")
  }

  @Test func `content that can't be built is reported in the summary too`() async throws {
    try scratch.write("---\ntitre: Le bal\ndebut: 2026-02-30\n---\n", to: "Content/evenements/bal.md")
    let reported = try await build("--summary", "summary.md", "--format", "gitlab")
    #expect(reported.status == 1)
    #expect(try summary().contains("### Erreurs (1)\n\n- `Content/evenements/bal.md:3`"))
    let report = try JSONSerialization.jsonObject(with: Data(reported.output.utf8)) as? [[String: Any]]
    #expect(report?.map { $0["check_name"] as? String } == ["impossible-date"])
  }

  @Test func `what to compare with must be there`() async throws {
    #expect(try await build("--summary", "summary.md", "--against", "Nulle-part").status == 74)
    #expect(try await build("--against", "Output").status == 64)
    #expect(try await build("--summary", "nulle/part/summary.md").status == 74)
  }
}

/// `gazette build --preview`: what changes as one page that needs nothing else.
@Suite struct PreviewPageTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: CompleteFixtureTests.root("minimal") + "/Content", toPath: scratch.path + "/Content")
  }

  private func build(_ options: String...) async throws -> Program.Result {
    try await Program.run(
      ["build", "--themes", Program.projectRoot + "/Themes", "--date", "2026-03-15"] + options, in: scratch.path)
  }

  private func page() throws -> String {
    try String(contentsOfFile: scratch.path + "/apercu.html", encoding: .utf8)
  }

  @Test func `pages stand in it before and after, with nothing that a network would bring`() async throws {
    try scratch.write("---\ntitre: Le bal\ndate: 2026-02\n---\nVenez.\n", to: "Content/nouvelles/bal.md")
    #expect(try await build().status == 0)
    try scratch.write(
      "---\ntitre: Le bal <script>\ndate: 2026-02\n---\nVenez \"tous\" & toutes.\n", to: "Content/nouvelles/bal.md")
    try scratch.write("---\ntitre: Neuve\ndate: 2026-03\n---\nTexte.\n", to: "Content/nouvelles/neuve.md")
    // The folder that is compared with is written over.
    let built = try await build("--preview", "apercu.html", "--against", "Output")
    #expect(built.status == 0, "\(built.errors)")
    let page = try page()
    let own = try #require(page.firstRange(of: "Page modifiée : <b>Le bal"))
    #expect(page[own.upperBound...].contains("<figcaption>Avant</figcaption>"))
    #expect(page.contains("Nouvelle page : <b>Neuve</b> <code>/nouvelles/neuve/</code>"))
    #expect(page.contains("Venez.") && page.contains("&amp;amp; toutes"))
    // What is written comes before the lists that it stands in.
    let list = try #require(page.firstRange(of: "<code>/nouvelles/</code>"))
    #expect(own.lowerBound < list.lowerBound)
    // Style within, no script, nothing from elsewhere.
    #expect(page.contains("--paper"))
    for part in ["&lt;script ", "&lt;/script", "&lt;link ", "srcset=", "src=&quot;/", "http-equiv=&quot;"] {
      #expect(!page.contains(part), "\(part)")
    }
    #expect(!page.contains("<script") && page.contains("img-src data:"))
    #expect(page.components(separatedBy: "<iframe title=").count > 3)
  }

  @Test func `pages that go are named, and where nothing changes it says so`() async throws {
    try scratch.write("---\ntitre: Le bal\ndate: 2026-02\n---\nVenez.\n", to: "Content/nouvelles/bal.md")
    #expect(try await build().status == 0)
    #expect(try await build("--preview", "apercu.html", "--against", "Output").status == 0)
    #expect(try page().contains("Aucune page ne change."))
    try FileManager.default.removeItem(atPath: scratch.path + "/Content/nouvelles/bal.md")
    #expect(try await build("--preview", "apercu.html", "--against", "Output").status == 0)
    #expect(try page().contains("<li><code>/nouvelles/bal/</code></li>"))
    let alone = try await build("--against", "Output")
    #expect(alone.status == 64 && alone.errors.contains("--preview"))
  }
}

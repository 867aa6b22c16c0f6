import Foundation
import Testing

/// What is made for those who read a letter before it is sent, and what notes that it was.
@Suite struct LetterProofTests {
  private let story: Story

  init() throws {
    story = try Story()
    story.clock = 1_773_000_000
    try story.write("nouvelles/une", "titre: Une nouvelle & <des signes>\ndate: 2026-03-10\n")
    try story.write("evenements/apero", "titre: Apéro\nrythme: un vendredi par mois\n")
    try story.write(
      "infolettres/2026-03",
      "titre: La lettre de mars\naccroche: \"Ce mois-ci : « a < b » & c, et un bal au mois de juin.\"\n"
        + "date_envoi: 2026-03-31\nagenda_semaines: 20\nnouvelles: auto\n",
      body: "Bonjour, [voir](https://x.example/?a=1&b=2).")
    try story.commit()
  }

  private func run(_ arguments: String..., date: String? = "2026-03-20") async throws -> Program.Result {
    try await Program.run(
      arguments + ["--root", story.root, "--themes", Program.projectRoot + "/Themes"]
        + (date.map { ["--date", $0] } ?? []))
  }

  private func file(_ name: String) -> String? { try? String(contentsOfFile: story.root + "/" + name, encoding: .utf8) }

  @Test func `a letter to come has a page to read it by, until it is sent`() async throws {
    let page = "Output/infolettres/2026-03/a-relire/index.html"
    #expect(try await run("build").status == 0)
    let text = try #require(file(page)).replacing("\u{A0}", with: " ")
    #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(text.contains("Objet : 17 caractères.") && text.contains("1 nouvelle, 2 rendez-vous."))
    #expect(text.contains("https://x.example/?a=1&amp;b=2") && text.contains("tous vérifiés"))
    #expect(text.contains("data-measure=\"largeur\"") && text.contains("data-measure=\"contraste\""))
    // The two views that are measured, and they alone, may be looked into; nothing runs in any.
    #expect(text.components(separatedBy: " sandbox=\"allow-same-origin\" srcdoc").count == 3)
    #expect(text.components(separatedBy: " sandbox srcdoc").count == 3)
    // The mail stands in attributes: what closes one is a reference.
    #expect(text.components(separatedBy: "<iframe ").count == 5 && !text.contains("<des signes>"))
    #expect(file("Output/plan-du-site/index.html")?.contains("a-relire") == false)
    #expect(file("Output/sitemap.xml")?.contains("a-relire") != true)

    let after = try await run("build", date: "2026-04-02")
    #expect(after.status == 0 && file(page) == nil && !after.errors.contains("a-relire"))
  }

  @Test(arguments: [
    ("listmonk", "Le club {{ .Name }} fête mars", "Le club ({ .Name }} fête mars"),
    ("mailchimp", "Mars *|FNAME|* et nous", "Mars */FNAME|* et nous"), ("sympa", "Mars {{ ici }}", nil),
    ("brevo", "Mars & nous", nil),
  ])
  func `the subject is there to be copied without what a provider would fill in`(
    provider: String, subject: String, shown: String?
  ) async throws {
    try story.write(settings: Story.settings + "infolettre: {prestataire: [\(provider)]}\n")
    try story.write(
      "infolettres/2026-03",
      "titre: La lettre\nobjet: \"\(subject)\"\naccroche: Une nouvelle, et deux rendez-vous à venir.\n"
        + "date_envoi: 2026-03-31\nnouvelles: auto\n")
    try story.commit()
    #expect(try await run("build").status == 0)
    let page = try #require(file("Output/infolettres/2026-03/a-relire/index.html")).replacing("\u{A0}", with: " ")
    #expect(page.contains("L’objet, sans ce que \(provider) remplirait") == (shown != nil))
    if let shown { #expect(page.contains("\n\(shown)</textarea>"), "\(shown)") }
  }

  @Test func `what returns stands once in the list, as in the letter`() async throws {
    try story.write(
      "evenements/yoga", "titre: Yoga\ndebut: 2026-04-01 18:00\nfin: 2026-04-01 19:00\nrepetition: tous les mercredis\n"
    )
    try story.commit()
    #expect(try await run("build").status == 0)
    let page = try #require(file("Output/infolettres/2026-03/a-relire/index.html")).replacing("\u{A0}", with: " ")
    let list = page.prefix(upTo: page.firstRange(of: "À recopier")?.lowerBound ?? page.endIndex)
    #expect(list.contains("1 nouvelle, 3 rendez-vous."))
    #expect(list.components(separatedBy: "Yoga</li>").count == 2, "\(list)")
    #expect(list.contains("tous les mercredis, de 18 h à 19 h : Yoga"), "\(list)")
  }

  @Test func `the command writes the same page, offline`() async throws {
    let output = story.root + "/relecture.html"
    let made = try await run("letter", "proof", "2026-03", "--output", output)
    #expect(made.status == 0 && file("relecture.html")?.contains("À relire") == true)
    let sent = try await run("letter", "proof", "2026-03", "--output", output, date: "2026-05-01")
    #expect(sent.status == 1 && sent.errors.contains("envoyee: non"))
    let unknown = try await run("letter", "proof", "2026-99")
    #expect(unknown.status == 64 && unknown.errors.contains("2026-03"))
  }

  @Test func `the lines that say what was sent give the same letter again`() async throws {
    #expect(try await run("build", date: "2026-04-02").status == 0)
    let before = file("Output/infolettres/2026-03/courriel.txt")
    let noted = try await run("letter", "sent", "2026-03", date: "2026-03-31T10:00")
    #expect(noted.status == 0, "\(noted.errors)")
    let text = try #require(file("Content/infolettres/2026-03.md"))
    #expect(text.contains("\nenvoyee: 2026-03-31 10:00\nnouvelles: [une]\nevenements: [bal 2026-06-20, apero]\n---\n"))
    #expect(text.components(separatedBy: "nouvelles:").count == 2)
    #expect(try await run("build", date: "2026-04-02").status == 0)
    #expect(before != nil && file("Output/infolettres/2026-03/courriel.txt") == before)
    #expect(try await run("letter", "sent", "2026-03", date: nil).output.contains("Rien à ajouter"))
  }

  /// The front matter of a letter in a form that the reader takes, and that with what was sent.
  private static let forms: [(matter: String, sent: String)] = [
    ("---\n#nouvelles:\n  - auto\n---\n", "---\n#+---\n"),
    ("---\n#nouvelles: [auto]\nevenements:\n- auto\n---\n", "---\n#+---\n"),
    ("---\r\n#nouvelles: auto\r\n---\r\n", "---\r\n#+---\r\n"),
    ("\n\n---\n#\"nouvelles\": auto\n---\n", "\n\n---\n#+---\n"),
    ("—\n#Nouvelles : auto\n—\n", "—\n#+—\n"),
    ("---\n#envoyee: non\nnews: auto\n---\n", "---\n#+---\n"),
    ("---\n#envoyée:\n# une remarque\nnouvelles: auto\n---\n", "---\n## une remarque\n+---\n"),
    ("---\nenvoyee: 2026-03-30\n#nouvelles: auto\n---", "---\nenvoyee: 2026-03-30\n#nouvelles: [une]\n+---"),
  ]

  @Test(arguments: forms)
  func `what was sent is written wherever the reader finds what it takes the place of`(
    form: (matter: String, sent: String)
  ) async throws {
    let path = story.root + "/Content/infolettres/2026-03.md"
    func written(_ form: String, _ lines: String) -> String {
      let lineEnd = form.contains("\r\n") ? "\r\n" : "\n"
      let fixed =
        "titre: Mars\naccroche: Ce mois-ci, une nouvelle, et un bal au mois de juin.\ndate_envoi: 2026-03-31\n"
      return form.replacing("#", with: fixed.replacing("\n", with: lineEnd), maxReplacements: 1)
        .replacing("+", with: lines.replacing("\n", with: lineEnd)) + (form.hasSuffix("-") ? "" : lineEnd + "Bonjour.")
    }
    try written(form.matter, "").write(toFile: path, atomically: true, encoding: .utf8)
    let noted = try await run("letter", "sent", "2026-03", date: "2026-03-31T10:00")
    #expect(noted.status == 0, "\(noted.errors)")
    let lists = "evenements: [apero]\n"
    let new = form.sent.contains("nouvelles") ? lists : "envoyee: 2026-03-31 10:00\nnouvelles: [une]\n" + lists
    #expect(try String(contentsOfFile: path, encoding: .utf8) == written(form.sent, new))
    #expect(try await run("letter", "sent", "2026-03").output.contains("Rien à ajouter"))
  }

  @Test func `a letter that was late left on the day on which that is noted`() async throws {
    try story.write(
      "infolettres/2026-03",
      "titre: Mars\naccroche: Ce mois-ci, une nouvelle, et un bal au mois de juin.\ndate_envoi: 2026-03-31\nenvoyee: non\n"
    )
    let noted = try await Program.run(
      ["letter", "sent", "2026-03", "--root", story.root, "--themes", Program.projectRoot + "/Themes"],
      environment: ["SOURCE_DATE_EPOCH": "1775386800"])
    #expect(noted.status == 0 && file("Content/infolettres/2026-03.md")?.contains("envoyee: 2026-04-05\n") == true)
  }
}

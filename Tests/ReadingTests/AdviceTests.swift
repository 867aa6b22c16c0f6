import Diagnostics
import Site
import Testing

@testable import Reading

/// What is advised never makes things worse: no value is invented, nothing written is lost, no key gets another meaning.
@Suite struct AdviceTests {
  private static func read(_ text: String, _ path: String = "nouvelles/a.md") async throws -> ReadingResult {
    await (try ContentFixture([path: text])).read()
  }

  private static func matter(_ lines: String) -> String {
    "---\ntitre: Essai\ndate: 2026-01-05\n\(lines)\n---\nUn texte.\n"
  }

  @Test(arguments: [
    "---\ntitre: Bal\ndebut: 2026-03-07 14:00\n---\nTexte.\n",
    "---\ntitre: Bal\nstart: 7 mars 2026\nend: 8 mars 2026\n---\n",
  ])
  func `an event among the news is moved, not given a date`(text: String) async throws {
    let result = try await Self.read(text)
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.code) == ["event-elsewhere"])
    #expect(result.diagnostics.allSatisfy { $0.fix == nil })
  }

  @Test(arguments: ["---\ntitre: A\n---\nTexte.\n", "---\ntitre: A\ndate:\n---\nTexte.\n"])
  func `no date is made up`(text: String) async throws {
    let result = try await Self.read(text)
    let fixes = result.diagnostics.compactMap(\.fix?.replacement)
    #expect(!fixes.isEmpty && fixes.allSatisfy { !$0.contains { $0.isNumber } })
    // What is pasted as it is can't be published.
    let pasted = try await Self.read(
      text.replacing("date:\n", with: "").replacing("titre: A", with: "titre: A\n" + fixes[0]))
    #expect(pasted.diagnostics.contains { $0.severity == .error })
  }

  @Test(arguments: [
    "\n\n --- \ntitre: A\ndate: 2026-01-05\n --- \n\nTexte.\n", " ---\ntitre: A\ndate: 2026-01-05\n---\nTexte.\n",
    "\t---\ntitre: A\ndate: 2026-01-05\n\t---\nTexte.\n", "\u{A0}---\ntitre: A\ndate: 2026-01-05\n---\nTexte.\n",
    "\u{FEFF}  ---  \ntitre: A\ndate: 2026-01-05\n  ---\nTexte.\n",
  ])
  func `blanks around the fences are understood`(text: String) async throws {
    let result = try await Self.read(text)
    #expect(result.site?.news.first?.entry.title == "A", "\(result.diagnostics.map(\.message))")
    #expect(result.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: [
    "```\n---\ntitre: A\n---\n```\n", "```yaml\ntitre: A\ndate: 2026\n```\n", "~~~\n---\ntitre: A\n---\n",
    "Bonjour\n\n---\ntitre: A\ndate: 2026\n---\nTexte.\n", "+++\ntitle = \"A\"\n+++\n", "{\n\"title\": \"A\"\n}\n",
    "# Le titre\n\n--- \ntitre: A\n---\n",
  ])
  func `a second front matter is never proposed`(text: String) async throws {
    let result = try await Self.read(text)
    #expect(result.diagnostics.count == 1 && result.diagnostics.first?.severity == .error)
    #expect(result.diagnostics.first?.fix == nil && result.diagnostics.first?.code != "missing-front-matter")
  }

  @Test(arguments: [
    ("etiquettes: “soupe”, “hiver”", ["soupe", "hiver"]), ("etiquettes: \"soupe\", \"hiver\"", ["soupe", "hiver"]),
    ("etiquettes: 'soupe', 'hiver'", ["soupe", "hiver"]), ("etiquettes: « soupe », « hiver »", ["soupe", "hiver"]),
    ("etiquettes: “soupe”, hiver", ["soupe", "hiver"]), ("etiquettes: soupe / hiver", ["soupe", "hiver"]),
    ("etiquettes: soupe ; hiver", ["soupe", "hiver"]), ("etiquettes: #soupe #hiver", ["soupe", "hiver"]),
    ("etiquettes: #soupe, #hiver", ["soupe", "hiver"]), ("etiquettes: #soupe", ["soupe"]),
    ("etiquettes: soupe, hiver", ["soupe", "hiver"]), ("etiquettes: [“soupe”, “hiver”]", ["soupe", "hiver"]),
    ("etiquettes:\n- “soupe”\n- “hiver”", ["soupe", "hiver"]), ("etiquettes: vélo/train", ["vélo/train"]),
    ("etiquettes: l'été, d'hiver", ["l’été", "d’hiver"]),
    ("etiquettes: “pain, beurre”, “miel”", ["pain, beurre", "miel"]),
    ("etiquettes: soupe | hiver", ["soupe", "hiver"]), ("etiquettes: (soupe, hiver)", ["soupe", "hiver"]),
    ("etiquettes: {soupe, hiver}", ["soupe", "hiver"]), ("etiquettes: [soupe; hiver]", ["soupe", "hiver"]),
    ("etiquettes: [#soupe, #hiver]", ["soupe", "hiver"]), ("etiquettes: [«soupe», «hiver»]", ["soupe", "hiver"]),
    ("etiquettes: -soupe -hiver", ["soupe", "hiver"]), ("etiquettes: - soupe - hiver", ["soupe", "hiver"]),
    ("etiquettes: • soupe • hiver", ["soupe", "hiver"]), ("etiquettes: - soupe", ["soupe"]),
    ("etiquettes: Pain &amp; beurre; miel", ["Pain & beurre", "miel"]),
    ("etiquettes: après-midi, 2-3 ans", ["après-midi", "2-3 ans"]),
    ("etiquettes: \"soupe\", hiver", ["soupe", "hiver"]), ("etiquettes: [\"soupe\", 'hiver']", ["soupe", "hiver"]),
    ("etiquettes: [soupe]", ["soupe"]), ("etiquettes: c#, f#", ["c#", "f#"]),
    ("etiquettes:\n-soupe\n-hiver", ["soupe", "hiver"]), ("etiquettes:\n- soupe\n-hiver", ["soupe", "hiver"]),
    ("etiquettes:\n• soupe\n• hiver", ["soupe", "hiver"]), ("etiquettes:\n  • soupe\n  • hiver", ["soupe", "hiver"]),
    ("etiquettes:\n* soupe\n* hiver", ["soupe", "hiver"]), ("etiquettes:\n– soupe\n– hiver", ["soupe", "hiver"]),
    ("etiquettes:\n1. soupe\n2. hiver", ["soupe", "hiver"]), ("etiquettes:\nsoupe\nhiver", ["soupe", "hiver"]),
    ("etiquettes:\n  soupe\n  hiver", ["soupe", "hiver"]), ("etiquettes:\n  soupe, hiver", ["soupe", "hiver"]),
    ("etiquettes:\n- #soupe\n- #hiver", ["soupe", "hiver"]),
    ("etiquettes:\n- soupe # la verte\n- hiver", ["soupe", "hiver"]),
    ("etiquettes:\n- “soupe”\n-hiver", ["soupe", "hiver"]), ("etiquettes:\n- \"soupe\"\n-hiver", ["soupe", "hiver"]),
  ])
  func `no tag of a list is lost, whatever stands around it`(lines: String, tags: [String]) async throws {
    let result = try await Self.read(Self.matter(lines))
    #expect(result.site?.news.first?.entry.tags.map(\.name) == tags, "\(result.diagnostics.map(\.message))")
    // What is advised says the same.
    for fix in result.diagnostics.filter({ $0.code == "loose-list" }).compactMap(\.fix) {
      let again = try await Self.read(Self.matter("etiquettes: " + fix.replacement))
      #expect(again.site?.news.first?.entry.tags.map(\.name) == tags)
      #expect(again.diagnostics.allSatisfy { $0.code == "html-entities" })
    }
  }

  @Test(arguments: [
    ("places: 12", ["lieu", "alias"]), ("partenaire: 3", ["partenaires"]), ("dates: tous les mardis", ["date"]),
    ("moi: Odile", ["id"]), ("imagee: 12", ["image"]), ("site: oui", ["titre"]),
  ])
  func `a key that could not hold the value is not proposed`(lines: String, wrong: [String]) async throws {
    for path in ["nouvelles/a.md", "evenements/a.md"] {
      let text =
        path.hasPrefix("e") ? Self.matter(lines).replacing("date: 2026", with: "debut: 2026") : Self.matter(lines)
      let result = try await Self.read(text, path)
      let unknown = result.diagnostics.first { $0.code == "unknown-key" }
      if let proposed = unknown?.fix?.replacement { #expect(!wrong.contains(proposed), "\(path) \(proposed)") }
    }
  }

  @Test(arguments: [
    ("titre: L&#39;été", "L’été"), ("titre: Pain &amp; fromage", "Pain & fromage"), ("titre: Caf&eacute;", "Café"),
    ("titre: L&#x27;été", "L’été"), ("titre: R&D; et A&B", "R&D ; et A&B"),
    ("titre: Une &truc; inconnue", "Une &truc; inconnue"),
    ("titre: \"Une nouvelle", "Une nouvelle"), ("titre: Une nouvelle\"", "Une nouvelle"),
    ("titre: Un écran de 17\"", "Un écran de 17\""),
    ("titre: « Une nouvelle", "« Une nouvelle"), ("titre: \"Une nouvelle”", "Une nouvelle"),
    ("titre: “Une nouvelle\"", "Une nouvelle"),
  ])
  func `signs of HTML and lone quotes are not shown`(lines: String, title: String) async throws {
    let result = try await Self.read("---\n\(lines)\ndate: 2026-01-05\n---\nUn texte.\n")
    let shown = result.site?.news.first?.entry.title.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    #expect(shown == title, "\(result.diagnostics.map(\.message))")
  }

  @Test(arguments: [
    ("Adhérer : c'est ici", "Adhérer : c'est ici"), ("Salle #3", "Salle #3"), ("\"Oui : non\"", "Oui : non"),
    ("C:\\x : y", "C:\\x : y"), ("Un \"mot\" : deux", "Un \"mot\" : deux"), ("Oui", "Oui"),
  ])
  func `a text within a map is taken as it is written`(written: String, text: String) async throws {
    let lines = "titre: L\ndate_envoi: 2027-03-01\naccroche: Ce mois-ci, un bal et de bonnes nouvelles\n"
    let result = try await Self.read(
      "---\n\(lines)appel:\n  texte: \(written)\n  lien: /s-abonner/\n---\nTexte.\n", "infolettres/2027-03.md")
    let shown = result.site?.issues.first?.callToAction?.text
    #expect(
      shown.map(Self.plain) == text.replacing("'", with: "’").replacing("\"mot\"", with: "« mot »"),
      "\(result.diagnostics.map(\.message))")
    let rule =
      "debut: 2027-03-02 18:00 - 19:00\nrepetition:\n  chaque: semaine\n  annulees:\n    - date: 2027-03-09\n      motif: \(written)"
    let event = try await Self.read("---\ntitre: E\n\(rule)\n---\nTexte.\n", "evenements/a.md")
    #expect(event.diagnostics.allSatisfy { $0.severity != .error } && event.site?.events.count == 1)
  }

  private static func plain(_ text: String) -> String {
    text.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
  }

  @Test func `words behind a number sign are not lost without a word`() async throws {
    let settings = ContentFixture.settings.replacing("titre: Le tiers-lieu", with: "titre: La Halle #1")
    let result = await (try ContentFixture(["site.yml": settings])).read()
    #expect(result.diagnostics.map(\.code).contains("lost-words") && result.site?.settings.title == "La Halle")
    let remark = await (try ContentFixture(["site.yml": settings.replacing("#1", with: "# la une")])).read()
    #expect(!remark.diagnostics.map(\.code).contains("lost-words"))
    let event = try await Self.read(
      "---\ntitre: E\ndebut: 2027-03-02\norganisateurs:\n- Lycée #3\n---\nTexte.\n", "evenements/a.md")
    #expect(event.site?.events.first?.organizers == [.named("Lycée #3")], "\(event.diagnostics.map(\.message))")
  }

  @Test(arguments: [
    ("titre: \"La Halle\nadresse: https://exemple.org/\n", "unclosed-quote", 1),
    ("titre: La Halle\nadresse = https://exemple.org/\nlangue: fr\n", "member-without-colon", 2),
    ("titre: La Halle : un lieu\n", "colon-in-value", 1),
  ])
  func `what is wrong in the settings is reported at its line`(text: String, code: String, line: Int) async throws {
    let result = await (try ContentFixture(["site.yml": text])).read()
    #expect(result.diagnostics.map(\.code).contains(code), "\(result.diagnostics.map(\.message))")
    #expect(result.diagnostics.first { $0.code == code }?.place?.line == line)
  }

  @Test func `lines of dashes around the settings do no harm`() async throws {
    let result = await (try ContentFixture(["site.yml": "---\n" + ContentFixture.settings + "---\n\n"])).read()
    #expect(result.diagnostics.isEmpty && result.site?.settings.title == "Le tiers-lieu")
  }

  @Test(arguments: [
    ("resume: Une \"phrase", true), ("resume: “Une phrase", true), ("resume: « Une phrase", true),
    ("resume: Une phrase »", true), ("resume: 'Une phrase", true), ("resume: Il dit : « Une phrase", true),
    ("resume: Un écran de 17\" et un « bal »", false), ("resume: L'été, l'hiver", false), ("resume: 'l'été'", false),
    ("resume: Un « bal » et un “bal” et un \"bal\"", false), ("resume: ’Tite fête", false),
    ("resume: Rock 'n' roll", false),
  ])
  func `a quotation that is not closed is reported`(line: String, isReported: Bool) async throws {
    let result = try await Self.read(Self.matter(line))
    #expect(
      result.diagnostics.contains { $0.code == "unpaired-quote" } == isReported, "\(result.diagnostics.map(\.message))")
    #expect(result.diagnostics.allSatisfy { $0.severity != .error } && result.site?.news.count == 1)
  }

  @Test(arguments: [
    "C:\\Users\\Odile\\photo.jpg", "c:/photos/photo.jpg", "file:///Users/odile/photo.jpg", "/Users/odile/photo.jpg",
    "/home/odile/photo.jpg", "~/photo.jpg", "\\\\\\\\serveur\\\\partage\\\\photo.jpg", "blob:https://exemple.org/1",
    "cid:image001.png", "file:photo.jpg",
  ])
  func `a file of the computer is reported as such`(target: String) async throws {
    for body in ["![Une table](\(target))", "[Le plan](\(target))"] {
      let result = try await Self.read(Self.matter("resume: x").replacing("Un texte.", with: body))
      #expect(result.diagnostics.map(\.code) == ["file-of-computer"], "\(body)")
    }
    let image = try await Self.read(Self.matter("image: \(target)\nimage_alt: Une table"))
    #expect(image.diagnostics.contains { $0.code == "file-of-computer" })
  }
}

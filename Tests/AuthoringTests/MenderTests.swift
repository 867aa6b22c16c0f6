import Diagnostics
import Foundation
import Reading
import TestSupport
import Testing

@testable import Authoring

@Suite struct MenderTests {
  private static func news(_ matter: String, body: String = "Un texte.\n") -> String { "---\n\(matter)\n---\n\(body)" }

  /// What is written, and what becomes of it; both with a title and a date where they lack one.
  @Test(arguments: [
    ("titre: A\ndate: 24 mai 2019", "titre: A\ndate: 2019-05-24"),
    ("titre: A\ndate: 24/05/2019 19h30", "titre: A\ndate: 2019-05-24 19:30"),
    ("titre: A\ndate: '24 mai 2019'", "titre: A\ndate: 2019-05-24"),
    ("titre: “A”\ndate: 2019", "titre: A\ndate: 2019"),
    ("titel: A\ndate: 2019", "titre: A\ndate: 2019"),
    ("titre: A\ndate: 2019\nresumé_: x\netiquete: [a]", "titre: A\ndate: 2019\nresumé_: x\netiquettes: [a]"),
    ("titre= A\ndate:2019", "titre: A\ndate: 2019"),
    (" titre: A\ndate: 2019", "titre: A\ndate: 2019"),
    ("titre: A\ndate: 2019\netiquettes:\n\t- a\n\t- b", "titre: A\ndate: 2019\netiquettes:\n  - a\n  - b"),
    ("titre: 'l'Atelier'\ndate: 2019", "titre: l'Atelier\ndate: 2019"),
    // Two at once, the one hidden behind the other.
    ("titre: A\ndat: 1er juin 2019", "titre: A\ndate: 2019-06-01"),
  ])
  func `what is unambiguous is mended`(before: String, after: String) async throws {
    let project = try ScratchProject(["nouvelles/a.md": Self.news(before)])
    let mended = await project.mended()
    #expect(mended.map { String(decoding: $0.after, as: UTF8.self) } == [Self.news(after)])
  }

  @Test func `settings of an earlier format are brought to this one`() async throws {
    let project = try ScratchProject()
    let settings =
      "titre: A\nadresse: https://exemple.org/\nidentifiant: 7b1c5a52-4b60-4f0e-9a39-0d5c2f6f7a11\nformat: "
    try project.write(settings + "1\n", to: "Content/site.yml")
    let mended = await project.mended()
    #expect(mended.map { String(decoding: $0.after, as: UTF8.self) } == [settings + "2\n"])
    // One of a later program may mean anything.
    try project.write(settings + "3\n", to: "Content/site.yml")
    #expect(await project.mended() == [])
  }

  @Test(arguments: [
    // No slip of the hand: who knows what was meant?
    "titre: A\ndate: 2019\nnote_lieu: la cour",
    "titre: A\ndate: 2019\ncouleur: rouge",
    // Both name the same key.
    "titre: A\ndate: 2019\nresme: un\nresumme: deux",
    // The value goes on below: half of it is no date.
    "titre: A\ndate: 24 mai\n  2019",
    "titre: A\ndate: 30 février 2019",
    "titre: A\ndate: 2019\nevenements: [24 mai 2019]",
  ])
  func `what is doubtful is left alone`(matter: String) async throws {
    let project = try ScratchProject(["nouvelles/a.md": Self.news(matter)])
    let mended = await project.mended()
    #expect(mended.allSatisfy { $0.changes.isEmpty })
    #expect(mended == [])
  }

  @Test(arguments: [
    ("##Le soir\n\n-un\n-deux\n\n• a\n• b\n", "## Le soir\n\n- un\n- deux\n\n- a\n- b\n"),
    ("Voir [la page] (../pages/p.md).\n", "Voir [la page](../pages/p.md).\n"),
    ("Voir [la page](../pages/une page.md).\n", "Voir [la page](<../pages/une page.md>).\n"),
    ("`##Le soir` et \\==x\\== et ==y==\n", "`##Le soir` et \\==x\\== et **y**\n"),
  ])
  func `signs of a text are put right`(before: String, after: String) async throws {
    let page = "---\ntitre: P\n---\nUne page.\n"
    let project = try ScratchProject([
      "nouvelles/a.md": Self.news("titre: A\ndate: 24 mai 2019", body: before), "pages/p.md": page,
      "pages/une page.md": page,
    ])
    let mended = await project.mended()
    #expect(
      mended.map { String(decoding: $0.after, as: UTF8.self) } == [Self.news("titre: A\ndate: 2019-05-24", body: after)]
    )
  }

  @Test(arguments: [
    "titre: A\ndate: 2019\nplaces: 12", "titre: A\ndate: vendredi 7 mars 2026",
    "titre: A\ndate: 2019\nbrouillons: peut-être",
    "titre: A\ndebut: 2026-03-07 14:00",
  ])
  func `no value gets another meaning`(matter: String) async throws {
    let project = try ScratchProject(["nouvelles/a.md": Self.news(matter)])
    #expect(await project.mended() == [])
  }

  @Test(arguments: [
    ("titre: A\ndate: 2019\npublished: false", "titre: A\ndate: 2019\nbrouillon: oui"),
    ("titre: A\ndate: 2019\netiquettes: “a”, “b”", "titre: A\ndate: 2019\netiquettes: a, b"),
    ("titre: \"A\ndate: 2019", "titre: A\ndate: 2019"), ("titre: L&#39;été\ndate: 2019", "titre: L'été\ndate: 2019"),
    ("titre: A\ndate: 2019\netiquettes:\n-a\n-b", "titre: A\ndate: 2019\netiquettes:\n- a\n- b"),
  ])
  func `what is understood is written as it should be`(before: String, after: String) async throws {
    let project = try ScratchProject(["nouvelles/a.md": Self.news(before)])
    #expect(await project.mended().map { String(decoding: $0.after, as: UTF8.self) } == [Self.news(after)])
  }

  @Test func `files of other encodings are saved anew, whatever else is wrong in them`() async throws {
    let text = Self.news("titre: L’été à « Champigny »\ndate: 24 mai 2019\nlieu: œuvre – 5 €")
    var windows: [UInt8] = []
    let letters: [Character: UInt8] = [
      "’": 0x92, "é": 0xE9, "à": 0xE0, "«": 0xAB, "»": 0xBB, "œ": 0x9C, "–": 0x96, "€": 0x80,
    ]
    for character in text { windows += letters[character].map { [$0] } ?? Array(String(character).utf8) }
    let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let project = try ScratchProject([:])
    for (name, bytes) in [("a", windows), ("b", little), ("c", big)] {
      try project.write(bytes, to: "Content/nouvelles/\(name).md")
    }
    let mended = await project.mended()
    let expected = text.replacing("24 mai 2019", with: "2019-05-24")
    #expect(mended.map { String(decoding: $0.after, as: UTF8.self) } == [expected, expected, expected])
    #expect(mended.allSatisfy { $0.changesEncoding && $0.changes.isEmpty })
    #expect(ChangeList.text(mended).contains("UTF-8"))
  }

  @Test func `one correction that would break something does not stop the others`() async throws {
    let project = try ScratchProject([
      "nouvelles/a.md": Self.news("titre: “A”\ndate: 24 mai\n  2019\nresme: un")
    ])
    let mended = await project.mended()
    #expect(
      mended.map { String(decoding: $0.after, as: UTF8.self) }
        == [Self.news("titre: A\ndate: 24 mai\n  2019\nresume: un")])
  }

  @Test(arguments: [
    ("—\ntitre: A\ndate: 2019\n—\nTexte\n", "---\ntitre: A\ndate: 2019\n---\nTexte\n"),
    ("---\r\ntitre: A\ndate: 2019\r\n---\nTexte\r\n", "---\ntitre: A\ndate: 2019\n---\nTexte\n"),
    ("---\rtitre: A\rdate: 2019\n---\rTexte\r", "---\ntitre: A\ndate: 2019\n---\nTexte\n"),
    (
      "\u{FEFF}---\r\ntitre: “A”\r\ndate: 2019\r\n---\r\nTexte\r\n",
      "\u{FEFF}---\r\ntitre: A\r\ndate: 2019\r\n---\r\nTexte\r\n"
    ),
  ])
  func `fences and line ends are mended, and no others touched`(before: String, after: String) async throws {
    let project = try ScratchProject(["nouvelles/a.md": before])
    let mended = await project.mended()
    #expect(mended.map { Array($0.after) } == [Array(after.utf8)])
  }

  /// Lines of front matter: what is right, what is wrong for certain, what is doubtful.
  private static let lines = [
    "resume: Une phrase", "resme: Une phrase", "resume= Une phrase", " resume: Une phrase", "resume: “Une phrase”",
    "resume: 'l'été'", "resume: “\"Un\" et \"deux\"”", "resume: “'un'”", "resume: >\n  un\n\tdeux",
    "resume: |\n\tun\n\tdeux",
    "date: 24 mai 2019", "date: 2019-05-24", "date: 24 mai\n  2019", "dat: mai 2019", "date: “2019”",
    "date: \"1er juin 2019\"",
    "etiquettes: [a, “b”]", "etiquettes:\n\t- a\n\t- b", "etiquettes:\n\t- a\n  - b", "etiquettes:\n \t- a: b",
    "etiquetes: [c]", "tags: x", "publier_le: 3/2/2019 9h", "publier_le: 31/02/2019", "modifie: 2019-1-2",
    "# remarque:\tici", "", "lieu: L’Atelier", "lieux: L’Atelier", "brouillon: non", "note: 24 mai 2019",
    "image_alt: x", "evenements: [“rien”]", "inconnu: \tx", "alias: [/a/, “/b/”]",
    "published: false", "publishDate: 2019-01-02", "annule: oui", "etiquettes: “a”, “b”", "etiquettes: #a #b",
    "etiquettes:\n-a\n-b", "places: 12", "lieu: \"La cour", "resume: L&#39;été", "auteur: Odile", "endroit: La cour",
    "date: vendredi 7 mars 2026", "lastmod: 2019-01-02",
  ]

  private static func file(_ generator: inout SeededGenerator) -> String {
    var lines = [["---", "—", "––", "---  "].randomElement(using: &generator) ?? "---"]
    lines.append(
      ["titre: Titre", "titel: Titre", "titre: “Titre”", "titre:Titre"].randomElement(using: &generator) ?? "")
    if Bool.random(using: &generator) { lines.append("date: 2018") }
    for _ in 0..<Int.random(in: 0...5, using: &generator) {
      lines.append(Self.lines.randomElement(using: &generator) ?? "")
    }
    lines.append(["---", "—"].randomElement(using: &generator) ?? "---")
    lines += ["Du texte “ici”, le 24 mai 2019.", "\t- dat: x", "—", "fin"]
    let text = lines.joined(separator: "\n") + "\n"
    return switch Int.random(in: 0...5, using: &generator) {
    case 0: text.replacing("\n", with: "\r\n")
    case 1: text.replacing("titre", with: "titre\u{A0}")
    default: text
    }
  }

  @Test(arguments: [1, 2])
  func `nothing else is touched, the entries stay the same, and a second time changes nothing`(seed: Int) async throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var files: [String: String] = [:]
    for number in 0..<80 { files["nouvelles/n\(number).md"] = Self.file(&generator) }
    let project = try ScratchProject(files)
    let before = await project.read()
    let mended = await project.mended()
    #expect(mended.count > 40)

    for file in mended {
      #expect(file.before == Array((files[String(file.path.dropFirst("Content/".count))] ?? "").utf8))
      // Only lines that a certain correction names change.
      let reported = before.diagnostics.filter { $0.place?.file == file.path && $0.fix?.isCertain == true }
      let lines = Set(reported.compactMap(\.place?.line))
      for change in file.changes {
        #expect(lines.contains(change.line), "\(file.path):\(change.line) \(change.before)")
      }
      let ends = { (bytes: [UInt8]) in bytes.filter { $0 == 0x0A || $0 == 0x0D } }
      if !reported.contains(where: { $0.code == "mixed-line-ends" }) { #expect(ends(file.before) == ends(file.after)) }
      try project.write(String(decoding: file.after, as: UTF8.self), to: file.path)
    }

    let after = await project.read()
    let errors = { (result: ReadingResult) in result.diagnostics.count { $0.severity == .error } }
    #expect(errors(after) <= errors(before))
    let keyIsMended = Set(
      before.diagnostics.filter { ["unknown-key", "missing-colon", "list-item-without-space"].contains($0.code) }
        .compactMap(\.place?.file))
    var compared = 0
    for news in before.site?.news ?? [] where !keyIsMended.contains(news.entry.source) {
      #expect(after.site?.news(news.key) == news, "\(news.entry.source)")
      compared += 1
    }
    #expect(compared > 10)
    let again = await project.mended()
    #expect(
      again == [],
      "\(again.map { String(decoding: $0.before, as: UTF8.self) + "=>" + String(decoding: $0.after, as: UTF8.self) })")
  }
}

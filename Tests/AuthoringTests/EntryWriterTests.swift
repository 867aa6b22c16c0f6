import Markup
import Reading
import Site
import TestSupport
import Testing
import Text
import Time

@testable import Authoring

@Suite struct EntryWriterTests {
  /// An issue is written by ``IssueWriter``.
  private static let kinds = EntryKind.allCases.filter { $0 != .issue }

  private static let start = PartialDate(iso: "2019-09-13 14:00")

  private func request(_ kind: EntryKind, _ title: String, summary: String? = nil) -> EntryRequest {
    EntryRequest(
      kind: kind, title: title, summary: summary, date: PartialDate(iso: "2019-09"), start: Self.start)
  }

  /// Pieces that mean something to YAML, to Markdown, to a keyboard or to a file system.
  private static let pieces = [
    "a", "Z", "9", "é", "œ", "ç", "ß", "Ñ", " ", "  ", "'", "’", "\"", "“", "”", "«\u{A0}", "\u{A0}»", ":", ": ", " #",
    "#", "-", "- ", "---", "[", "]", "{", "}", "*", "&", "!", "%", "@", "`", "|", ">", "?", "~", ",", "\\", "/", "..",
    "🎉", "👩‍👩‍👧", "e\u{301}", "\n", "\r\n", "\t", "\u{202F}", "\u{200B}", "<b>", "&amp;", "oui", "null", "2019",
    "con", "series", "{a: b}", "titre: ", "<<<<<<< ", "l'Atelier", "mot très long ", "\u{1}", "\u{202E}",
  ]

  private static func title(_ seed: Int) -> String {
    var generator = SeededGenerator(seed: UInt64(seed) &* 7919)
    let count = Int.random(in: 1...(seed % 20 == 0 ? 120 : 7), using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  @Test func `whatever the title, the files pass check and say it`() async throws {
    let project = try ScratchProject()
    var taken: Set<EntryKey> = []
    var expected: [String: String] = [:]
    for seed in 1...600 {
      let kind = Self.kinds[seed % Self.kinds.count]
      let title = Self.title(seed)
      let writer = EntryWriter(zone: .utc, taken: taken)
      let made: NewFile
      do {
        made = try writer.file(for: request(kind, title))
      } catch {
        let said = WrittenText.cleaned(title)
        #expect(said.isEmpty ? error == .noTitle : error == .noLetter(in: said), "\(title)")
        #expect(Folding.slug(said).isEmpty, "\(title)")
        continue
      }
      taken.insert(made.key)
      try project.write(made.text, to: made.path)
      expected[made.path] = WrittenText.cleaned(title)
    }
    #expect(expected.count > 350)
    let read = await project.read()
    // What somebody gave as a title may lack a quotation mark.
    #expect(read.diagnostics.filter { $0.code != "unpaired-quote" } == [])
    var found: [String: String] = [:]
    for entry in read.site?.entries ?? [] {
      found[entry.entry.source] = entry.title
      #expect(entry.entry.id == "\(entry.key.kind.folder)/\(entry.key.slug)")
    }
    #expect(found.count == expected.count)
    for (path, title) in expected { #expect(found[path] == WrittenTitle.typeset(title), "\(path)") }
  }

  @Test(arguments: ["\"Un\" et \"deux\"", "'a'", "\"l'Atelier\"", "''", "\"", "'l'Atelier'", "\"a\\\"", "\"l'été',*b*"])
  func `a text between straight quotes keeps them`(text: String) async throws {
    let project = try ScratchProject()
    let made = try EntryWriter(zone: .utc).file(
      for: EntryRequest(kind: .partner, title: "Partenaire", summary: text))
    try project.write(made.text, to: made.path)
    let read = await project.read()
    #expect(read.diagnostics.filter { $0.code != "unpaired-quote" } == [])
    #expect(read.site?.partners.first?.entry.summary == WrittenTitle.typeset(text))
  }

  @Test(arguments: [
    ("Visite du collège", nil, "2019-09-visite-du-college"), ("  L’Œuvre — n° 3  ", nil, "2019-09-l-oeuvre-n-3"),
    ("Visite", "ma visite.md", "ma-visite"),
  ])
  func `a name is made of the title or of the name asked for`(title: String, name: String?, slug: String) throws {
    var request = request(.news, title)
    request.fileName = name
    let made = try EntryWriter(zone: .utc).file(for: request)
    #expect(made.key.slug == slug)
    #expect(made.path == "Content/nouvelles/\(slug).md")
  }

  @Test func `a name that is taken gets a number`() throws {
    let writer = EntryWriter(
      zone: .utc, taken: [EntryKey(kind: .place, slug: "marche"), EntryKey(kind: .place, slug: "marche-2")],
      takenIdentities: ["lieux/marche-3"])
    let made = try writer.file(for: request(.place, "Marché"))
    #expect(made.key.slug == "marche-3")
    #expect(made.text.contains("\nid: lieux/marche-3-2\n"))
  }

  @Test(arguments: [
    (EntryKind.event, "Series", "series-2"), (.page, "Accueil", "accueil-2"), (.page, "README", "readme-2"),
  ])
  func `names of the program's own are left to it`(kind: EntryKind, title: String, slug: String) throws {
    #expect(try EntryWriter(zone: .utc).file(for: request(kind, title)).key.slug == slug)
  }

  @Test func `a news item is a draft until it has a text`() throws {
    #expect(try EntryWriter(zone: .utc).file(for: request(.news, "Titre")).isDraft)
    let made = try EntryWriter(zone: .utc).file(for: request(.news, "Titre", summary: "Une phrase."))
    #expect(!made.isDraft)
    #expect(!made.text.contains("brouillon: oui"))
  }

  @Test func `an event without end is given one, and is reported`() throws {
    let made = try EntryWriter(zone: .utc).file(for: request(.event, "Soirée"))
    #expect(
      made.text.contains(
        "\ndebut: 2019-09-13 14:00\n# L’heure de fin est supposée : corrigez-la.\nfin: 2019-09-13 16:00\n"))
  }

  @Test(arguments: ["2019-09-13 13:00", "2019-09-13 14:00", "2019-09-14"])
  func `an end that is none is refused`(end: String) throws {
    var request = request(.event, "Soirée")
    request.end = PartialDate(iso: end)
    #expect(throws: RequestProblem.endWithoutReason) { try EntryWriter(zone: .utc).file(for: request) }
  }

  @Test(arguments: kinds)
  func `every optional key stands there with its help, and can be used`(kind: EntryKind) throws {
    let text = try EntryWriter(zone: .utc).file(for: request(kind, "Titre")).text
    #expect(text.contains("\n#   Des étiquettes libres.\n# etiquettes:\n"))
    #expect(!text.contains("\n# titre:"))
  }
}

/// A title as it comes out of the reader: with its typography.
private enum WrittenTitle {
  static func typeset(_ text: String) -> String { Typography.french(text) }
}

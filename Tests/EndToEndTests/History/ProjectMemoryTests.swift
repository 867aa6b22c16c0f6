import Building
import Foundation
import Publishing
import Reading
import TestSupport
import Testing
import Time

/// What a program that builds again and again keeps from one time to the next.
@Suite struct ProjectMemoryTests {
  private static let drawing =
    ##"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#123"/></svg>"##

  /// Texts that each of some entries may have, by name below `Content/`; `nil` takes the file away.
  private static let texts: [(name: String, texts: [String?])] = [
    (
      "evenements/bal",
      [
        Story.event, Story.event + "etat: annulé\n", "titre: Le grand bal\ndebut: 2026-03-20 19:00\nlieu: salle\n",
        "titre: Le bal\nrepetition: tous les samedis à 15h\ndebut: 2026-01-03\nlieu: salle\n", nil,
      ]
    ),
    ("evenements/atelier", ["titre: Un atelier\nquand: le jeudi\n", "titre: Un atelier\ndebut: 2026-05-07\n", nil]),
    ("lieux/salle", [Story.place, "titre: La grande salle\nadresse: 2 rue du Lac\n", nil]),
    (
      "nouvelles/une",
      [
        "titre: Une nouvelle\ndate: 2026-02-27\nevenement: bal\nimage: plan.svg\nalt: Le plan\n",
        "titre: Une nouvelle\ndate: 2026-01-10\netiquettes: [jardin]\n",
        "titre: Une nouvelle\ndate: 2026-02-27\nalias: /ancienne/\n", nil,
      ]
    ),
    ("nouvelles/deux", ["titre: Une autre\ndate: 2026-02-28\n", "titre: Une autre\ndate: 2026-02-30\n", nil]),
    (
      "infolettres/2026-02",
      ["objet: Février\nenvoi: 2026-02-28\naccroche: Un mois court.\n", "objet: Février\nenvoi: 2026-03-15\n", nil]
    ),
    ("infolettres/2026-03", ["objet: Mars\nenvoi: 2026-03-31\naccroche: Le printemps.\n", nil]),
  ]

  private func look(_ root: String, _ memory: inout ProjectMemory) async throws -> Project {
    var options = BuildOptions(root: root)
    options.themes = Program.projectRoot + "/Themes"
    options.today = CivilDateTime(day: CivilDay(number: 20_516), minuteOfDay: 600)
    return try await Project.read(options, watchdog: nil, memory: &memory)
  }

  /// The files of the site by path, as bytes.
  private func files(of project: Project) throws -> [String: [UInt8]] {
    try (project.publication?.files ?? []).reduce(into: [:]) { files, file in
      switch file.content {
      case .rendered(let render): files[file.path] = try render()
      case .copy(let source): files[file.path] = Array(source.utf8)
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `what was kept changes nothing in what is published`(seed: UInt64) async throws {
    let story = try Story()
    try Data(Self.drawing.utf8).write(to: URL(fileURLWithPath: story.root + "/Content/plan.svg"))
    var random = SeededGenerator(seed: seed)
    var memory = ProjectMemory()
    var sizes: Set<Int> = []
    for number in 1...24 {
      let (name, texts) = Self.texts[Int(random.next() % UInt64(Self.texts.count))]
      if let text = texts[Int(random.next() % UInt64(texts.count))] {
        try story.write(
          name, text, body: "Texte \(random.next() % 2). Voir [la salle](/lieux/salle/), ![plan](/plan.svg).")
      } else {
        try? story.remove(name)
      }
      if random.next() % 3 == 0 { try story.commit() }
      let kept = try await look(story.root, &memory)
      var nothing = ProjectMemory()
      let fresh = try await look(story.root, &nothing)
      #expect(kept.report.diagnostics == fresh.report.diagnostics, "change \(number), of \(name)")
      let (published, expected) = (try files(of: kept), try files(of: fresh))
      #expect(published.keys.sorted() == expected.keys.sorted(), "change \(number), of \(name)")
      let other = expected.filter { published[$0.key] != $0.value }.keys.sorted()
      #expect(other == [], "change \(number), of \(name)")
      sizes.insert(published.count)
    }
    #expect(sizes.count > 3, "the changes are seen at all")
  }
}

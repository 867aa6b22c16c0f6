import Testing
import TestSupport

/// Random stories: whatever becomes of a site, and however it is merged, a VEVENT that says something else than before has a
/// later revision, and none ever falls.
@Suite struct RevisionProperty {
  @Test(arguments: 1...12)
  func `what differs is later`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let story = try Story()
    try story.write("partenaires/ville", "titre: La ville\n")
    try story.write("series/bals", "titre: Les bals\n")
    try story.commit()
    var copies = [try await story.calendar()]
    var branches = 0
    for _ in 0..<14 {
      // Mostly edits, now and then on a branch that is merged later, some with a clock that goes wrong.
      if Int.random(in: 0..<3, using: &random) == 0 {
        branches += 1
        let name = "branche\(branches)"
        try story.begin(name)
        try edit(story, &random)
        try story.commit()
        try story.checkOut("main")
        try edit(story, &random)
        try story.commit()
        copies.append(try await story.calendar())
        try merge(name, in: story, &random)
      } else {
        try edit(story, &random)
        story.clock += [-90_000, -3600, -3590, 0, 7200].randomElement(using: &random) ?? 0
        try story.commit()
      }
      copies.append(try await story.calendar())
      let again = try await story.calendar()
      #expect(copies.last == again, "the same content gives the same bytes")
    }
    // Nobody fetches every version: each is compared with all before it.
    for (position, copy) in copies.enumerated() {
      for earlier in copies[..<position] { #expect(earlier.lies(of: copy) == [], "seed \(seed)") }
    }
    let texts = Set(copies.map { $0.items.values.map { $0.lines.joined() }.sorted().joined() })
    #expect(texts.count > 4, "the story changes something")
  }

  private func edit(_ story: Story, _ random: inout SeededGenerator) throws {
    let day = Int.random(in: 10...28, using: &random)
    let (place, number) = (
      ["salle", "halle"].randomElement(using: &random) ?? "", Int.random(in: 1...9, using: &random)
    )
    switch Int.random(in: 0..<9, using: &random) {
    case 0...2:
      let rule =
        ["", "repetition: {chaque: semaine}\n", "etat: annulé\nmotif: Grève\n"].randomElement(using: &random) ?? ""
      let others = ["", "organisateurs: [ville]\n", "serie: bals\n"].randomElement(using: &random) ?? ""
      let modified = ["", "modifie: 2026-02-01\n"].randomElement(using: &random) ?? ""
      try story.write(
        "evenements/bal",
        "titre: Le bal\ndebut: 2026-06-\(day) 19:00\nfin: 2026-06-\(day) 21:00\nlieu: \(place)\n" + rule + others
          + modified)
    case 3: try story.write("evenements/soupe", "titre: Soupe\ndebut: 2026-07-\(day)\nlieu: \(place)\n")
    case 4: try? story.remove("evenements/soupe")
    case 5: try story.write("lieux/\(place)", "titre: La \(place)\nadresse: \(number) rue du Lac\n")
    case 6: try? story.remove("lieux/\(place)")
    case 7: try story.write("partenaires/ville", "titre: La ville \(number)\n")
    default:
      try story.write(settings: Story.settings.replacing("exemple.org", with: "exemple\(number).org"))
    }
  }

  private func merge(_ branch: String, in story: Story, _ random: inout SeededGenerator) throws {
    story.clock += 3600
    let strategy = ["--strategy-option=ours", "--strategy-option=theirs"].randomElement(using: &random) ?? ""
    if Bool.random(using: &random) {
      // As `git pull` does on the computer of who wrote on the branch.
      try story.checkOut(branch)
      try resolve(["main", strategy], in: story)
      try story.git("branch", "--force", "main")
      try story.checkOut("main")
    } else {
      try resolve([branch, strategy], in: story)
    }
  }

  /// Merges; where a file was removed on one side and changed on the other, as it stands here.
  private func resolve(_ what: [String], in story: Story) throws {
    if try story.tryGit(["merge", "--quiet", "--no-edit", "--no-ff"] + what) != 0 {
      try story.git("add", "--all")
      try story.git("commit", "--quiet", "--no-edit")
    }
  }
}

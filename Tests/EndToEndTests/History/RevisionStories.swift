import Foundation
import Testing

/// Whatever way a change takes onto the published branch, those who subscribed see it: its VEVENT has a later revision than
/// the one they have.
@Suite struct RevisionStories {
  private let story: Story

  init() throws { story = try Story() }

  private static let moved = Story.event.replacing("2026-06-20", with: "2026-06-27")

  /// What subscribers have after the site was published twice, `change` in between; the second calendar.
  @discardableResult private func published(
    _ path: String = "agenda.ics", today: (String, String) = ("2026-04-01", "2026-04-02"), changes: Bool = true,
    _ change: () async throws -> Void
  ) async throws -> CalendarCopy {
    let first = try await story.calendar(path, today: today.0)
    #expect(first.isWhole && first.items.values.allSatisfy { !$0.modified.isEmpty && $0.sequence >= 0 })
    try await change()
    let second = try await story.calendar(path, today: today.1)
    #expect(second.isWhole)
    #expect(first.lies(of: second) == [])
    #expect((first.items.mapValues(\.lines) != second.items.mapValues(\.lines)) == changes)
    return second
  }

  /// Moves the event on a branch of its own, while something else is done to it on the published one.
  private func move(on branch: String, meanwhile event: String, body: String = "Venez.") throws {
    try story.begin(branch)
    try story.write("evenements/bal", Self.moved)
    try story.commit()
    try story.checkOut("main")
    try story.write("evenements/bal", event, body: body)
    try story.commit()
  }

  // MARK: Ways onto the branch

  @Test func `a merge lands when it is made, not when its commits were`() async throws {
    try move(on: "deplacer", meanwhile: Story.event, body: "Venez nombreux.")
    let after = try await published { try story.merge("deplacer") }
    #expect(after.only("DTSTART")?.hasPrefix("20260627") == true)
    #expect(after.only("DESCRIPTION")?.contains("nombreux") == true)
  }

  @Test func `a pull that puts the volunteer's commits first hides nothing`() async throws {
    // The volunteer's own line comes to lie before what was published meanwhile.
    try move(on: "ordinateur", meanwhile: Story.event.replacing("19:00", with: "18:00"))
    let after = try await published {
      try story.checkOut("ordinateur")
      try story.merge("main", "--strategy=ours")
      try story.git("branch", "--force", "main")
      try story.checkOut("main")
    }
    #expect(after.only("DTSTART") == "20260627T190000")
  }

  @Test func `a squash lands as a commit of its own`() async throws {
    try story.begin("deplacer")
    try story.write("evenements/bal", Self.moved)
    try story.commit()
    try story.checkOut("main")
    try story.write("lieux/salle", Story.place + "code_postal: \"94500\"\n")
    try story.commit()
    try await published {
      try story.git("merge", "--quiet", "--squash", "deplacer")
      try story.commit()
    }
  }

  @Test func `a rebase lands when it is made`() async throws {
    try story.begin("deplacer")
    try story.write("evenements/bal", Self.moved)
    try story.commit()
    try story.checkOut("main")
    try story.write("lieux/salle", Story.place + "code_postal: \"94500\"\n")
    try story.commit()
    try await published {
      story.clock += 3600
      try story.git("rebase", "--quiet", "main", "deplacer")
      try story.checkOut("main")
      try story.git("merge", "--quiet", "--ff-only", "deplacer")
    }
  }

  @Test func `a conflict may be solved in the merge`() async throws {
    try move(on: "deplacer", meanwhile: Story.event.replacing("2026-06-20", with: "2026-06-21"))
    let after = try await published {
      #expect(try story.tryGit(["merge", "--quiet", "deplacer"]) != 0)
      try story.write("evenements/bal", Story.event.replacing("2026-06-20", with: "2026-06-28"))
      try story.commit()
    }
    #expect(after.only("DTSTART") == "20260628T190000")
  }

  @Test func `a revert is a change like any other`() async throws {
    try story.write("evenements/bal", Self.moved)
    try story.commit()
    let after = try await published {
      story.clock += 3600
      try story.git("revert", "--no-edit", "HEAD")
    }
    #expect(after.only("DTSTART") == "20260620T190000")
  }

  @Test(arguments: [-7 * 24 * 3600, 0, 20])
  func `clocks that go wrong, and commits of the same minute, hide nothing`(shift: Int) async throws {
    try story.write("evenements/bal", Self.moved)
    try story.commit()
    try await published {
      story.clock += shift - 3600
      try story.write("evenements/bal", Story.event)
      try story.commit()
    }
  }

  // MARK: What an entry is called

  @Test(arguments: ["", "alias: [/agenda/bal/]\n"])
  func `a file renamed with its id is the same event`(alias: String) async throws {
    let after = try await published {
      try story.remove("evenements/bal")
      try story.write("evenements/grand-bal", Story.event + "id: evenements/bal\n" + alias)
      try story.commit()
    }
    #expect(after.items.count == 1 && after.only("URL")?.hasSuffix("/agenda/grand-bal/") == true)
  }

  @Test func `a file that was deleted and comes back is newer than before`() async throws {
    let before = try await story.calendar()
    try story.remove("evenements/bal")
    try story.commit()
    try story.write("evenements/bal", Self.moved)
    try story.commit()
    let after = try await story.calendar()
    #expect(after.items.count == 1 && before.lies(of: after) == [])
  }

  @Test func `modifie that was forgotten holds nothing back`() async throws {
    try story.write("evenements/bal", Story.event + "modifie: 2026-01-05\n")
    try story.commit()
    try await published {
      try story.write("evenements/bal", Self.moved + "modifie: 2026-01-05\n")
      try story.commit()
    }
  }

  @Test func `modifie counts where it is later, and later changes still show`() async throws {
    let early = try await story.calendar()
    try story.write("evenements/bal", Story.event + "modifie: 2026-05-05\n")
    try story.commit()
    let after = try await published {
      try story.write("evenements/bal", Self.moved + "modifie: 2026-05-05\n")
      try story.commit()
    }
    #expect(after.only.modified > "20260504T220000Z" && early.lies(of: after) == [])
  }

  // MARK: What changes without its file

  @Test func `the address of a place shows in its events`() async throws {
    let after = try await published {
      try story.write("lieux/salle", Story.place.replacing("1 rue", with: "2 rue"))
      try story.commit()
    }
    #expect(after.only("LOCATION") == "La salle\\, 2 rue du Lac")
  }

  @Test func `a place that is no longer there leaves its name alone`() async throws {
    let after = try await published {
      try story.remove("lieux/salle")
      try story.commit()
    }
    #expect(after.only("LOCATION") == "salle")
  }

  @Test func `a place that comes to be called otherwise leaves the name that it had`() async throws {
    try story.write("evenements/bal", Story.event.replacing("lieu: salle", with: "lieu: La grande halle"))
    try story.write("lieux/salle", Story.place.replacing("La salle", with: "La grande halle"))
    try story.commit()
    let after = try await published {
      try story.write("lieux/salle", Story.place)
      try story.commit()
    }
    #expect(after.only("LOCATION") == "La grande halle")
  }

  @Test func `names of partners and series show in their events`() async throws {
    let event = Story.event + "organisateurs: [ville]\nserie: bals\n"
    try story.write("partenaires/ville", "titre: La ville\n")
    try story.write("series/bals", "titre: Les bals\n")
    try story.write("evenements/bal", event)
    try story.commit()
    for (name, title) in [("partenaires/ville", "La commune"), ("series/bals", "Les grands bals")] {
      let after = try await published {
        try story.write(name, "titre: \(title)\n")
        try story.commit()
      }
      #expect(after.only("DESCRIPTION")?.contains(title) == true)
    }
  }

  @Test(arguments: [
    ("adresse: https://exemple.org", "adresse: https://ailleurs.example"), ("Europe/Paris", "Europe/Dublin"),
  ])
  func `settings show in all events`(old: String, new: String) async throws {
    try await published {
      try story.write(settings: Story.settings.replacing(old, with: new))
      try story.commit()
    }
  }

  @Test func `a page that a text leads to may move`() async throws {
    try story.write("pages/venir", "titre: Venir\n")
    try story.write("evenements/bal", Story.event, body: "Voir [comment venir](/venir/).")
    try story.commit()
    // Whether links follow an earlier address, the plan of the whole site knows: here the page is only edited.
    try await published(changes: false) {
      try story.write("pages/venir", "titre: Venir\n", body: "À pied.")
      try story.commit()
    }
  }

  // MARK: As time goes by

  @Test func `a cancelled date that is past leaves as a change of its own`() async throws {
    let rule = "repetition:\n  chaque: semaine\n  annulees: [2026-06-27]\n"
    try story.write("evenements/bal", Story.event + rule)
    try story.commit()
    let after = try await published(today: ("2026-06-01", "2026-06-28")) {}
    #expect(after.items.count == 1 && after.only("EXDATE") == "20260627T190000")
  }

  @Test func `nothing changes by itself, whatever day it is`() async throws {
    try story.write("evenements/bal", Story.event + "repetition: {chaque: semaine}\n")
    try story.commit()
    let (early, late) = (try await story.calendar(today: "2026-01-01"), try await story.calendar(today: "2031-01-01"))
    #expect(early == late && early.items.count == 1)
  }

  // MARK: Clones

  @Test func `a fresh clone says the same`() async throws {
    try story.begin("deplacer")
    try story.write("evenements/bal", Self.moved)
    try story.commit()
    try story.checkOut("main")
    try story.merge("deplacer")
    #expect(try await Story(clonedFrom: story).calendar() == story.calendar())
  }

  @Test func `a shallow clone dates nothing, and says what it lacks`() async throws {
    try story.write("evenements/bal", Self.moved)
    try story.commit()
    let clone = try Story(clonedFrom: story, "--depth=1")
    #expect(try await clone.calendar().only.modified == "")
    let warning = try await clone.read().diagnostics.first { $0.code == "shallow-history" }
    #expect(warning?.severity == .warning && warning?.message.contains("agendas") == true)
  }
}

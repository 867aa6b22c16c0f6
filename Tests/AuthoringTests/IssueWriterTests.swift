import Reading
import Site
import Testing
import Time

@testable import Authoring

@Suite struct IssueWriterTests {
  private static func news(_ title: String, _ date: String) -> String {
    "---\ntitre: \(title)\ndate: \(date)\n---\nTexte.\n"
  }

  private static func issue(_ date: String, _ more: String = "") -> String {
    "---\ntitre: Lettre\naccroche: Une accroche qui a bien plus de trente caractères.\ndate_envoi: \(date)\n\(more)---\n"
  }

  private static let files = [
    "nouvelles/mars.md": news("Mars", "2019-03"),
    "nouvelles/mai.md": news("Mai", "2019-05-10"),
    "nouvelles/mai-oubliee.md": news("Mai oubliée : la suite", "2019-05-12"),
    "nouvelles/juin.md": news("Juin", "2019-06-10"),
    "nouvelles/aout.md": news("Août", "2019-08"),
    "nouvelles/plus-tard.md": news("Plus tard", "2019-09-02"),
    "nouvelles/ecartee.md": news("Écartée", "2019-06-12"),
    "infolettres/2019-04.md": issue("2019-04-30", "nouvelles: []\n"),
    "infolettres/2019-05.md": issue("2019-05-31", "nouvelles: [mai]\n"),
    "infolettres/2019-06.md": issue("2019-06-30", "nouvelles: [juin]\nexclure: [ecartee]\n"),
    "evenements/fete.md": "---\ntitre: Fête\ndebut: 2019-09-07 14:00\nfin: 2019-09-07 18:00\n---\n",
    "evenements/annule.md":
      "---\ntitre: Concert\ndebut: 2019-09-08 20:00\nfin: 2019-09-08 22:00\netat: annulé\n---\n",
    "evenements/loin.md": "---\ntitre: Loin\ndebut: 2019-12-24\n---\n",
  ]

  @Test func `it takes what there is until it is sent, and shows that`() async throws {
    let project = try ScratchProject(Self.files)
    let read = await project.read(day: "2019-08-20")
    let site = try #require(read.site)
    let day = try #require(CivilDay(year: 2019, month: 8, day: 31))
    let made = IssueWriter(site: site, today: CivilDateTime(day: day, minuteOfDay: 0)).file(sentOn: day)
    #expect(made.path == "Content/infolettres/2019-08.md")
    #expect(made.text.contains("pour l’instant :\n#   Août [aout]\nnouvelles: auto\n#"))
    #expect(made.text.contains("samedi 7\u{A0}septembre 2019, de 14\u{A0}h à 18\u{A0}h : Fête [fete]\n"))
    #expect(made.text.contains(" : Concert (annulé) [annule]\n"))
    #expect(!made.text.contains("Loin"))

    try project.write(made.text, to: made.path)
    let after = await project.read(day: "2019-08-20")
    #expect(after.diagnostics.map(\.code) == ["unfinished-letter", "unfinished-letter"])
    #expect(after.diagnostics.allSatisfy { $0.severity == .placeholder && ($0.place?.line ?? 0) > 0 })
    let issue = try #require(after.site?.issues.first)
    #expect(issue.title == "La lettre d’août 2019")
    #expect(issue.sendDate == day)
    #expect(issue.entry.id == "infolettres/2019-08")
    #expect(issue.news == .automatic)
  }

  @Test func `without news it still waits for some`() async throws {
    let project = try ScratchProject()
    let site = try #require(await project.read().site)
    let day = try #require(CivilDay(year: 2019, month: 8, day: 31))
    let made = IssueWriter(site: site, today: CivilDateTime(day: day, minuteOfDay: 0)).file(
      sentOn: day, title: "“À venir”")
    try project.write(made.text, to: made.path)
    let after = await project.read()
    #expect(after.site?.issues.first?.news == .automatic)
    #expect(after.site?.issues.first?.title == "À venir")
  }
}

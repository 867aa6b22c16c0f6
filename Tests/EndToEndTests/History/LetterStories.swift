import Foundation
import Testing

/// What was sent stays as it was sent, whatever comes onto the branch later.
@Suite struct LetterStories {
  private let story: Story

  /// The letter of March is written on the 20th, with one news item, before the ball of June.
  init() throws {
    story = try Story()
    story.clock = Self.noon(20)
    try story.write("nouvelles/tot", "titre: Tôt\ndate: 2026-03-10\n")
    try story.write("infolettres/2026-03", Self.issue("2026-03-31", "agenda_semaines: 20\n"))
    try story.commit()
  }

  /// 2026-03-`day` at noon UTC; days over 31 go on into April.
  private static func noon(_ day: Int) -> Int { 1_772_323_200 + day * 86_400 - 43_200 }

  private static func issue(_ day: String, _ lines: String = "") -> String {
    "titre: La lettre du \(day)\naccroche: Les nouvelles et les rendez-vous, en quelques lignes.\ndate_envoi: \(day)\n\(lines)"
  }

  private struct Build {
    var status: Int32
    var output: String
    var folder: String

    func text(_ slug: String, _ file: String = "courriel.txt") -> String {
      (try? String(contentsOfFile: folder + "/infolettres/\(slug)/\(file)", encoding: .utf8)) ?? ""
    }
  }

  private func build(_ day: String, _ options: String...) async throws -> Build {
    let folder = story.root + "/Output"
    let result = try await Program.run(
      ["build", "--root", story.root, "--themes", Program.projectRoot + "/Themes", "--date", day] + options)
    return Build(status: result.status, output: result.output + result.errors, folder: folder)
  }

  @Test func `a late item goes into the next letter, with a word`() async throws {
    let before = try await build("2026-03-31").text("2026-03")
    story.clock = Self.noon(34)
    try story.write("nouvelles/tard", "titre: Arrivée tard\ndate: 2026-03\n")
    try story.commit()
    let waiting = try await build("2026-04-03")
    #expect(waiting.text("2026-03") == before && !before.contains("Arrivée tard"))
    #expect(waiting.output.contains("Arrivée tard") && waiting.output.contains("prochaine lettre"))
    try story.write("infolettres/2026-04", Self.issue("2026-04-30"))
    try story.commit()
    for day in ["2026-04-03", "2026-04-30", "2026-06-01"] {
      let build = try await build(day)
      #expect(build.text("2026-03") == before)
      #expect(build.text("2026-04").contains("Arrivée tard"))
    }
    // It is held once.
    try story.write("infolettres/2026-05", Self.issue("2026-05-31"))
    try story.commit()
    #expect(!(try await build("2026-05-31").text("2026-05").contains("Arrivée tard")))
  }

  @Test func `what is not committed yet is later than what was sent`() async throws {
    let before = try await build("2026-03-31").text("2026-03")
    try story.write("nouvelles/tard", "titre: Arrivée tard\ndate: 2026-03-12\n")
    #expect(try await build("2026-04-03").text("2026-03") == before)
    // Before it is sent, all that stands there is in it.
    #expect(try await build("2026-03-20").text("2026-03").contains("Arrivée tard"))
  }

  @Test func `a draft of then is no news of then`() async throws {
    try story.write("nouvelles/brouillon", "titre: Finie depuis\ndate: 2026-03-12\nbrouillon: oui\n")
    try story.commit()
    story.clock = Self.noon(34)
    try story.write("nouvelles/brouillon", "titre: Finie depuis\ndate: 2026-03-12\n")
    try story.commit()
    #expect(!(try await build("2026-04-03").text("2026-03").contains("Finie depuis")))
  }

  @Test func `an item that was dated otherwise since stays in the letter that had it`() async throws {
    story.clock = Self.noon(34)
    try story.write("nouvelles/tot", "titre: Tôt, mais mieux dit\ndate: 2026-04-02\n")
    try story.write("infolettres/2026-04", Self.issue("2026-04-30"))
    try story.commit()
    let build = try await build("2026-05-01")
    #expect(build.text("2026-03").contains("Tôt, mais mieux dit"))
  }

  @Test func `a file that changed its folder or its name was there all the time`() async throws {
    story.clock = Self.noon(34)
    try story.remove("nouvelles/tot")
    try story.write("nouvelles/2026/tot", "titre: Tôt\ndate: 2026-03-10\n")
    try story.commit()
    #expect(try await build("2026-04-03").text("2026-03").contains("Tôt"))
    try story.remove("nouvelles/2026/tot")
    try story.write("nouvelles/tot-le-matin", "titre: Tôt\ndate: 2026-03-10\n")
    try story.commit()
    #expect(try await build("2026-04-03").text("2026-03").contains("Tôt"))
    try story.remove("nouvelles/tot-le-matin")
    try story.write("nouvelles/autrement", "titre: Dit autrement\ndate: 2026-03-10\nid: nouvelles/tot\n")
    try story.commit()
    #expect(try await build("2026-04-03").text("2026-03").contains("Dit autrement"))
  }

  @Test(arguments: [
    ("debut: 2026-06-27 19:00\nfin: 2026-06-27 21:00\n", "samedi 27"),
    ("debut: 2026-06-20 18:00\nfin: 2026-06-20 21:00\n", "de 18"),
    ("debut: 2026-06-20 19:00\nfin: 2026-06-20 21:00\netat: annulé\n", "annulé"),
    ("debut: 2026-12-20 19:00\nfin: 2026-12-20 21:00\n", "20\u{A0}décembre"),
  ])
  func `what moved since is shown beside what was sent`(lines: String, update: String) async throws {
    let before = try await build("2026-03-31")
    #expect(before.text("2026-03").contains("20\u{A0}juin 2026, de 19"))
    story.clock = Self.noon(40)
    try story.write("evenements/bal", "titre: Le bal\n\(lines)lieu: salle\n")
    try story.commit()
    let after = try await build("2026-04-10")
    for file in ["courriel.txt", "courriel.html", "index.html"] {
      // On the page the day is only heard.
      let text = after.text("2026-03", file).replacing("</span>", with: "")
      #expect(text.contains("20\u{A0}juin 2026, de 19"), "\(file)")
      let rest = text.firstRange(of: "Mise à jour").map { text[$0.lowerBound...].prefix(160) } ?? ""
      #expect(rest.contains(update), "\(file) \(rest)")
    }
  }

  @Test func `what moved since of dates that a line names beside its own is shown too`() async throws {
    let tuesdays = "titre: Le chœur\ndebut: 2026-03-03 18:00\nfin: 20:00\nrepetition:\n  chaque: semaine\n"
    try story.write(
      "evenements/poterie", "titre: La poterie\nseances: [{date: 2026-04-11 10:00}, {date: 2026-04-18 10:00}]\n")
    try story.write("evenements/choeur", tuesdays)
    try story.commit()
    let before = try await build("2026-03-31")
    #expect(before.text("2026-03").contains("Aussi le samedi 18\u{A0}avril"))
    story.clock = Self.noon(34)
    try story.write(
      "evenements/poterie", "titre: La poterie\nseances: [{date: 2026-04-11 10:00}, {date: 2026-04-18 15:00}]\n")
    try story.write("evenements/choeur", tuesdays + "  annulees: [2026-04-14]\n")
    try story.commit()
    let after = try await build("2026-04-03")
    for file in ["courriel.txt", "courriel.html", "index.html", "../atom.xml"] {
      let text = after.text("2026-03", file).replacing("\u{A0}", with: " ").replacing("\n", with: " ")
        .replacing("</strong>", with: "")
      let updates = text.ranges(of: "Mise à jour : ").map { text[$0.upperBound...].prefix(80) }
      #expect(
        updates.contains { $0.hasPrefix("le samedi 18 avril : samedi 18 avril 2026, à 15 h") }, "\(file) \(updates)")
      #expect(updates.contains { $0.hasPrefix("le mardi 14 avril : annulé") }, "\(file) \(updates)")
    }
  }

  @Test func `a correction of words shows, and that no seat is left`() async throws {
    try story.write(
      "evenements/bal", "titre: Le bal\ndebut: 2026-06-20 19:00\ninscription: https://faux.example.org/\n")
    try story.write("evenements/jeux", "titre: Les jeux\ndebut: 2026-05-20 19:00\n")
    try story.commit()
    story.clock = Self.noon(34)
    try story.write(
      "evenements/bal", "titre: Le bal\ndebut: 2026-06-20 19:00\ninscription: https://juste.example.org/\n")
    try story.write("evenements/jeux", "titre: Les jeux\ndebut: 2026-05-20 19:00\ncomplet: oui\n")
    try story.commit()
    let after = try await build("2026-04-03")
    for file in ["courriel.txt", "courriel.html", "index.html", "../atom.xml"] {
      let text = after.text("2026-03", file)
      #expect(text.contains("https://juste.example.org/") && !text.contains("https://faux.example.org/"), "\(file)")
      #expect(text.replacing("</strong>", with: "").contains("Mise à jour\u{A0}: complet"), "\(file)")
    }
  }

  @Test func `what is moved or called off can be added where it is now, or not at all, and its reason is said`()
    async throws
  {
    try story.write("evenements/bal", "titre: Le bal\ndebut: 2026-06-20 19:00\n")
    try story.write("evenements/jeux", "titre: Les jeux\ndebut: 2026-05-20 19:00\n")
    let tuesdays = "titre: Le chœur\ndebut: 2026-03-03 18:00\nrepetition: tous les mardis\n"
    try story.write("evenements/choeur", tuesdays)
    try story.commit()
    story.clock = Self.noon(34)
    try story.write("evenements/bal", "titre: Le bal\ndebut: 2026-06-27 19:00\n")
    try story.write("evenements/jeux", "titre: Les jeux\ndebut: 2026-05-20 19:00\netat: annulé\nmotif: Fuite\n")
    try story.write("evenements/choeur", tuesdays + "etat: annulé\nmotif: Grippe\n")
    try story.commit()
    let text = try await build("2026-04-03").text("2026-03").replacing("\n", with: " ").replacing("\u{A0}", with: " ")
    #expect(text.contains("dates=20260627T190000") && !text.contains("dates=20260620T190000"), "\(text)")
    #expect(!text.contains("dates=20260520T190000") && text.contains("Mise à jour : annulé : Fuite"))
    // Of all dates of a meeting it is said once.
    #expect(text.ranges(of: "annulé : Grippe").count == 1 && !text.contains("ont changé"))
  }

  @Test func `a place that was renamed is the same place`() async throws {
    try story.write("lieux/halle", "titre: La halle\nadresse: 1 quai du Lac\n")
    try story.write("evenements/bal", "titre: Le bal\ndebut: 2026-06-20 19:00\nlieu: halle\n")
    try story.write("evenements/jeux", "titre: Les jeux\ndebut: 2026-05-20 19:00\nlieu: Salle des fêtes\n")
    try story.commit()
    let before = try await build("2026-03-31").text("2026-03")
    story.clock = Self.noon(34)
    try story.remove("lieux/halle")
    try story.write("lieux/grande-halle", "titre: La halle\nadresse: 1 quai du Lac\nalias: /lieux/halle/\n")
    try story.write("evenements/bal", "titre: Le bal\ndebut: 2026-06-20 19:00\nlieu: grande-halle\n")
    try story.write("evenements/jeux", "titre: Les jeux\ndebut: 2026-05-20 19:00\nlieu: Salle des Fêtes\n")
    try story.commit()
    let after = try await build("2026-04-03")
    #expect(after.text("2026-03").lowercased() == before.lowercased())
    #expect(!after.text("..", "agenda/changements/index.html").contains("Changement de lieu"))
  }

  @Test func `an event that came later is in no letter that was sent`() async throws {
    story.clock = Self.noon(34)
    try story.write("evenements/tard", "titre: Ajouté tard\ndebut: 2026-04-20 19:00\n")
    try story.commit()
    #expect(!(try await build("2026-04-03").text("2026-03").contains("Ajouté tard")))
  }

  @Test func `what was announced and is gone is reported, and no word of it comes back`() async throws {
    let before = try await build("2026-03-31")
    #expect(before.text("2026-03").contains("Le bal") && before.text("2026-03").contains("Tôt"))
    #expect(!before.output.contains("n’est plus publié"))
    story.clock = Self.noon(34)
    try story.remove("evenements/bal")
    try story.remove("nouvelles/tot")
    try story.write("nouvelles/autre", "titre: Une autre\ndate: 2026-04-02\n")
    try story.commit()
    let after = try await build("2026-04-03")
    let output = after.output.replacing("\u{A0}", with: " ")
    #expect(after.status == 0, "\(output)")
    #expect(
      output.contains("annonçait « Le bal » (samedi 20 juin 2026, de 19 h à 21 h), qui n’est plus publié"), "\(output)")
    #expect(output.contains("annonçait « Tôt », qui n’est plus publié"))
    for file in ["courriel.txt", "courriel.html", "index.html"] {
      #expect(!after.text("2026-03", file).contains("Le bal") && !after.text("2026-03", file).contains("Tôt"))
    }
    // Under another name, it is there again.
    try story.write("evenements/le-bal-de-juin", Story.event + "id: evenements/bal\n")
    try story.commit()
    let again = try await build("2026-04-04")
    #expect(again.text("2026-03").contains("Le bal"), "\(again.output)")
    #expect(!again.output.contains("annonçait «\u{A0}Le bal"))
    // Once it would have been over nobody looks for it.
    try story.remove("evenements/le-bal-de-juin")
    try story.commit()
    #expect(!(try await build("2026-06-21").output.contains("n’est plus publié")))
  }

  @Test func `the hour of sending counts, and a letter that is late stays open`() async throws {
    let issue = Self.issue("2026-03-31 09:00", "agenda_semaines: 20\n")
    try story.write("infolettres/2026-03", issue)
    try story.commit()
    story.clock = Self.noon(31)
    try story.write("nouvelles/midi", "titre: À midi\ndate: 2026-03-30\n")
    try story.commit()
    #expect(!(try await build("2026-03-31").text("2026-03").contains("À midi")))
    try story.write("infolettres/2026-03", issue + "envoyee: non\n")
    try story.commit()
    #expect(try await build("2026-04-05").text("2026-03").contains("À midi"))
    try story.write("infolettres/2026-03", issue + "envoyee: 2026-04-02\n")
    try story.commit()
    #expect(try await build("2026-04-05").text("2026-03").contains("À midi"))
  }

  @Test func `lists that are written hold, a past letter with a dead name stops nothing`() async throws {
    try story.write("nouvelles/autre", "titre: Une autre\ndate: 2026-03-11\n")
    try story.write(
      "infolettres/2026-03",
      Self.issue("2026-03-31", "nouvelles: [autre, partie]\nevenements: [bal 2026-06-20, inconnu]\n"))
    try story.commit()
    #expect(try await build("2026-03-20").status == 1)
    let build = try await build("2026-04-05", "--strict", "--allow-placeholders")
    #expect(build.status == 0, "\(build.output)")
    let text = build.text("2026-03")
    #expect(text.contains("Une autre") && !text.contains("Tôt") && text.contains("Le bal"))
  }

  @Test func `a letter written down after its day holds what its dates give`() async throws {
    story.clock = Self.noon(34)
    try story.write("nouvelles/fevrier", "titre: De février\ndate: 2026-02-10\n")
    try story.write("infolettres/2026-02", Self.issue("2026-02-28"))
    try story.commit()
    #expect(try await build("2026-04-05").text("2026-02").contains("De février"))
  }

  @Test func `a correction holds what it names, and the letter it corrects leads to it`() async throws {
    try story.write("nouvelles/avril", "titre: D’avril\ndate: 2026-04-03\n")
    try story.write(
      "infolettres/erreur-de-date", Self.issue("2026-04-05", "corrige: 2026-03\nevenements: [bal 2026-06-20]\n"))
    try story.write("infolettres/2026-04", Self.issue("2026-04-30"))
    try story.commit()
    let build = try await build("2026-05-01")
    let text = build.text("erreur-de-date")
    #expect(text.contains("Le bal") && !text.contains("D’avril"))
    #expect(build.text("2026-03", "index.html").contains("/infolettres/erreur-de-date/"))
    #expect(build.text("erreur-de-date", "index.html").contains("/infolettres/2026-03/"))
    // It is not the one before the next.
    #expect(build.text("2026-04").contains("D’avril"))
  }

  @Test func `a letter that is too heavy leaves itself out, and a sent one stays`() async throws {
    let heavy = String(repeating: "Un éditorial bien trop long, dont on ne voit pas la fin.\n\n", count: 2_000)
    try story.write("infolettres/2026-03", Self.issue("2026-03-31"), body: heavy)
    try story.commit()
    let coming = try await build("2026-03-25")
    #expect(coming.status == 0 && coming.text("2026-03").isEmpty && coming.output.contains("Gmail"), "\(coming.output)")
    #expect(coming.text("2026-03", "index.html").isEmpty)
    let past = try await build("2026-04-25", "--strict", "--allow-placeholders")
    #expect(past.status == 0 && !past.text("2026-03").isEmpty, "\(past.output)")
  }
}

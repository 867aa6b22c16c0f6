import Foundation
import Testing

/// What happens to somebody who writes, renames, mends and builds, step after step.
@Suite struct AuthoringStories {
  private static let settings =
    "titre: Le tiers-lieu\nadresse: https://exemple.org/\nidentifiant: 7b1c5a52-4b60-4f0e-9a39-0d5c2f6f7a11\n"

  private func project() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(Self.settings, to: "Content/site.yml")
    try folder.write(
      "---\ntitre: La visite\ndate: 2019-05\n---\nTexte.\n", to: "Content/nouvelles/2019-05-visite.md")
    return folder
  }

  private func gazette(
    _ arguments: String..., in folder: ScratchFolder, date: String = "2019-08-15"
  ) async throws -> Program.Result {
    let reads = ["build", "check"].contains(arguments.first)
    let options = reads ? ["--themes", Program.projectRoot + "/Themes", "--date", date] : []
    return try await Program.run(
      arguments + ["--root", folder.path] + options, environment: ["SOURCE_DATE_EPOCH": "1565870400"])
  }

  private func move(_ old: String, _ new: String, in folder: ScratchFolder) throws {
    try FileManager.default.moveItem(atPath: "\(folder.path)/Content/\(old)", toPath: "\(folder.path)/Content/\(new)")
  }

  // MARK: Receiving

  @Test func `a proposal by mail is a draft that the build leaves out, until its line is taken away`() async throws {
    let folder = try project()
    let mail = Program.projectRoot + "/Tests/Fixtures/courriels/jardin-outlook.eml"
    let themes = Program.projectRoot + "/Themes"
    let received = try await gazette("receive", mail, "--themes", themes, in: folder)
    #expect(received.status == 0, "\(received.errors)")
    for words in ["De\u{A0}: Zoe MARTIN <zoe.martin@example.org>", "(brouillon)", "Date\u{A0}: samedi"] {
      #expect(received.output.contains(words), "\(received.output)")
    }
    #expect(try await gazette("build", in: folder, date: "2026-03-01").status == 0)
    let page = "nouvelles/2026-02-le-jardin-ouvre/index.html"
    #expect(folder.files(in: "Output")[page] == nil)
    let file = folder.path + "/Content/nouvelles/2026-02-le-jardin-ouvre.md"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("brouillon: oui\n", with: "").write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try await gazette("build", in: folder, date: "2026-03-01").status == 0)
    #expect(folder.files(in: "Output")[page] != nil)
  }

  @Test func `the standard input is taken too, and mail without a proposal is reported`() async throws {
    let folder = try project()
    let arguments = ["receive", "--publish", "--root", folder.path, "--themes", Program.projectRoot + "/Themes"]
    let entry = "=== PROPOSITION nouvelles/x.md ===\n---\ntitre: X\ndate: 2019-06\n---\nTexte.\n=== FIN ===\n"
    let taken = try await Program.run(arguments, input: "From: a@example.org\nSubject: x\n\n" + entry)
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(taken.output.contains("Créé") && !taken.output.contains("(brouillon)"))
    let none = try await Program.run(arguments, input: "From: \u{1B}[31ma@example.org\nSubject: x\n\nBonjour\n")
    #expect(none.status == 1)
    #expect(none.errors.contains("ne contient pas de proposition") && none.errors.contains("=== FIN ==="))
    #expect(try await Program.run(["receive", "/nulle/part.eml", "--root", folder.path]).status == 74)
  }

  // MARK: Renaming

  @Test func `a renamed page is reported with the line that keeps its address alive`() async throws {
    let folder = try project()
    #expect(try await !gazette("build", in: folder).errors.contains("était en ligne"))
    try move("nouvelles/2019-05-visite.md", "nouvelles/2019-05-la-visite.md", in: folder)
    let strict = try await gazette("build", "--strict", in: folder)
    #expect(strict.status == 1)
    let reported = try await gazette("build", in: folder)
    #expect(reported.status == 0)
    for words in [
      "Content/nouvelles/2019-05-la-visite.md : attention : La page «\u{A0}/nouvelles/2019-05-visite/\u{A0}» était en ligne",
      "\n      alias: [/nouvelles/2019-05-visite/]\n",
    ] {
      #expect(reported.errors.contains(words), "\(reported.errors)")
    }
  }

  @Test func `with the line added nothing is reported, and the address goes on working`() async throws {
    let folder = try project()
    _ = try await gazette("build", in: folder)
    try move("nouvelles/2019-05-visite.md", "nouvelles/2019-05-la-visite.md", in: folder)
    try folder.write(
      "---\ntitre: La visite\ndate: 2019-05\nalias: [/nouvelles/2019-05-visite/]\n---\nTexte.\n",
      to: "Content/nouvelles/2019-05-la-visite.md")
    let built = try await gazette("build", in: folder)
    #expect(built.status == 0)
    #expect(!built.errors.contains("était en ligne"))
    #expect(folder.files(in: "Output")["nouvelles/2019-05-visite/index.html"] != nil)
  }

  @Test func `a page that was taken away on purpose is reported without a place; a draft is not`() async throws {
    let folder = try project()
    try folder.write("---\ntitre: Autre\n---\nTexte.\n", to: "Content/pages/tout-autre-chose.md")
    _ = try await gazette("build", in: folder)
    try FileManager.default.removeItem(atPath: folder.path + "/Content/pages/tout-autre-chose.md")
    try folder.write(
      "---\ntitre: La visite\ndate: 2019-05\nbrouillon: oui\n---\nTexte.\n", to: "Content/nouvelles/2019-05-visite.md")
    let built = try await gazette("build", in: folder)
    #expect(built.errors.contains("\nattention : La page «\u{A0}/tout-autre-chose/\u{A0}» était en ligne"))
    #expect(!built.errors.contains("2019-05-visite"))
  }

  @Test func `an event is found again by its lasting identity`() async throws {
    let folder = try project()
    let event = "---\ntitre: Fête\ndebut: 2019-09-07\nid: evenements/fete\n---\n"
    try folder.write(event, to: "Content/evenements/fete.md")
    _ = try await gazette("build", in: folder)
    try move("evenements/fete.md", "evenements/rencontre-de-septembre.md", in: folder)
    try folder.write("---\ntitre: Fêtes\ndebut: 2019-09-08\n---\n", to: "Content/evenements/fetes.md")
    let words = try await gazette("build", in: folder).errors
    #expect(words.contains("Content/evenements/rencontre-de-septembre.md : attention : La page «\u{A0}/agenda/fete/"))
  }

  // MARK: Holding back

  @Test func `a build says what it holds back, and until when`() async throws {
    let folder = try project()
    try folder.write(
      "---\ntitre: Demain\ndate: 2019-08\npublier_le: 2019-09-01 09:00\n---\nTexte.\n",
      to: "Content/nouvelles/demain.md")
    #expect(try await gazette("new", "nouvelle", "Un jour", "--date", "2019-08", in: folder).status == 0)
    let built = try await gazette("build", in: folder)
    let said = built.output.replacing("\u{A0}", with: " ")
    #expect(said.contains("En attente jusqu’au 1er septembre 2019 à 9 h : « Demain » (Content/nouvelles/demain.md)"))
    #expect(said.contains("Brouillon, non publié : « Un jour » (Content/nouvelles/2019-08-un-jour.md)"))
    let later = try await gazette("build", in: folder, date: "2019-09-01")
    #expect(!later.output.contains("En attente"))
    #expect(folder.files(in: "Output")["nouvelles/demain/index.html"] != nil)
  }

  // MARK: New

  @Test func `a new file never takes the place of another`() async throws {
    let folder = try project()
    let arguments = ["new", "evenement", "Fête : l’été #1", "--debut", "13 septembre 2019 14h", "--fin", "18h"]
    for name in ["fete-l-ete-1", "fete-l-ete-1-2"] {
      let made = try await Program.run(arguments + ["--root", folder.path])
      #expect(made.status == 0, "\(made.errors)")
      #expect(made.output.hasPrefix("Créé : \(folder.path)/Content/evenements/\(name).md\n"))
    }
    let text = String(decoding: folder.files(in: "Content")["evenements/fete-l-ete-1.md"] ?? Data(), as: UTF8.self)
    #expect(text.hasPrefix("---\ntitre: Fête : l’été #1\ndebut: 2019-09-13 14:00\nfin: 2019-09-13 18:00\n"))
    #expect(try await gazette("check", "--strict", in: folder).errors.contains("fete-l-ete") == false)

    #expect(try await gazette("new", "infolettre", "2019-08", in: folder).status == 0)
    let letter = folder.files(in: "Content")["infolettres/2019-08.md"]
    let again = try await gazette("new", "infolettre", "août 2019", in: folder)
    #expect(again.status == 64)
    #expect(again.errors.contains("existe déjà"))
    #expect(folder.files(in: "Content")["infolettres/2019-08.md"] == letter)
  }

  @Test func `a new file has an address of its own, wherever the others stand`() async throws {
    let folder = try project()
    let event = "---\ntitre: Atelier vélo\ndebut: 2019-09-03 18:00\nfin: 2019-09-03 20:00\n---\nTexte.\n"
    try folder.write(event, to: "Content/evenements/2019/atelier-velo.md")
    try folder.write(event, to: "Content/evenements/Brouillons/atelier-velo-2.md")
    let made = try await gazette("new", "evenement", "Atelier vélo", "--debut", "2019-10-03 18:00", in: folder)
    #expect(made.output.hasPrefix("Créé : \(folder.path)/Content/evenements/atelier-velo-3.md\n"), "\(made)")
    #expect(try await gazette("check", in: folder).status == 0)

    try folder.write(
      "---\ntitre: Août\nobjet: Août\nenvoi: 2019-08-31\n---\n", to: "Content/infolettres/2019/2019-08.md")
    let letter = try await gazette("new", "infolettre", "2019-08", in: folder)
    #expect(letter.status == 64 && letter.errors.contains("existe déjà"), "\(letter)")
  }

  @Test func `a new file is called for good as no other is, not even a draft or one that was renamed`() async throws {
    let folder = try project()
    let event = ["new", "evenement", "Bal", "--debut", "2019-10-03 18:00", "--fin", "20h", "--root", folder.path]
    _ = try await Program.run(event)
    let draft = try #require(folder.files(in: "Content")["evenements/bal.md"])
    try folder.write(
      String(decoding: draft, as: UTF8.self).replacing("\nid:", with: "\nbrouillon: oui\nid:"),
      to: "Content/evenements/grand-bal.md")
    _ = try await gazette("new", "infolettre", "2019-08", in: folder)
    try move("infolettres/2019-08.md", "infolettres/lettre-d-ete.md", in: folder)
    try FileManager.default.removeItem(atPath: folder.path + "/Content/evenements/bal.md")

    _ = try await Program.run(event)
    _ = try await gazette("new", "infolettre", "2019-08", in: folder)
    func identity(_ file: String) throws -> String? {
      let text = String(decoding: try #require(folder.files(in: "Content")[file]), as: UTF8.self)
      return text.split(separator: "\n").first { $0.hasPrefix("id: ") }.map { String($0.dropFirst(4)) }
    }
    #expect(try identity("evenements/bal.md") == "evenements/bal-2")
    #expect(try identity("infolettres/2019-08.md") == "infolettres/2019-08-2")
    try folder.write(String(decoding: draft, as: UTF8.self), to: "Content/evenements/grand-bal.md")
    #expect(try await gazette("check", in: folder).errors.contains("même identité") == false)
  }

  @Test(arguments: [
    (["{salle: a}", "--debut", "2027-03-05 19:00", "--lieu", "12"], "titre: '{salle: a}'\n", "lieu: n° 12\n"),
    (
      ["Bal", "--debut", "2027-03-05 19:00 +0000", "--fin", "“2027-03-05 22:00”"], "debut: 2027-03-05 20:00\n",
      "22:00\n"
    ),
    (["Bal", "--quand", "tous les jours de 4h à 5h dès le 20 mars 2027"], "repetition: tous les jours\n", "04:00"),
  ])
  func `what a new file says is read without a mistake`(arguments: [String], first: String, second: String) async throws
  {
    let folder = try project()
    let made = try await Program.run(["new", "evenement"] + arguments + ["--root", folder.path])
    #expect(made.status == 0, "\(made.errors)")
    let file = try #require(folder.files(in: "Content").first { $0.key.hasPrefix("evenements/") })
    let text = String(decoding: file.value, as: UTF8.self)
    #expect(text.contains(first) && text.contains(second), "\(text)")
    let check = try await gazette("check", in: folder)
    #expect(check.status == 0 && !check.errors.contains("erreur"), "\(check.errors)")
  }

  @Test(arguments: [
    (["A", "--debut", "2027-03-05 19:00", "--resume", String(repeating: "mot ", count: 600)], "c’est trop"),
    (["A", "--quand", "tous les jours de 2h30 à 4h dès le 20 mars 2027"], "2027-03-28 02:30 n’existe pas"),
  ])
  func `what would be read as a mistake is refused at once`(arguments: [String], words: String) async throws {
    let folder = try project()
    let made = try await Program.run(["new", "evenement"] + arguments + ["--root", folder.path])
    #expect(made.status == 64 && made.errors.contains(words), "\(made.errors)")
    #expect(!folder.files(in: "Content").keys.contains { $0.hasPrefix("evenements/") })
  }

  @Test func `the optional members of a new letter are read as what is written behind them`() async throws {
    let folder = try project()
    _ = try await gazette("new", "infolettre", "2019-08", in: folder)
    let path = "Content/infolettres/2019-08.md"
    let text = String(decoding: try #require(folder.files(in: "Content")["infolettres/2019-08.md"]), as: UTF8.self)
    #expect(text.contains("#   texte:\n"), "\(text)")
    let answers = ["# appel:": "appel:", "#   texte:": "  texte: Adhérer", "#   lien:": "  lien: /s-abonner/"]
    let filled = text.split(separator: "\n", omittingEmptySubsequences: false).map { answers[String($0)] ?? String($0) }
    try folder.write(filled.joined(separator: "\n"), to: path)
    #expect(try await gazette("build", in: folder).status == 0)
    let mail = String(decoding: folder.files(in: "Output")["infolettres/2019-08/courriel.txt"] ?? Data(), as: UTF8.self)
    #expect(mail.contains("Adhérer") && !mail.contains("bouton"), "\(mail)")
  }

  // MARK: What is said of an event

  @Test func `to dates that are all called off nobody is invited, and an evening is of the month in which it begins`()
    async throws
  {
    let folder = try project()
    try folder.write(
      """
      ---
      titre: Chorale
      debut: 2019-08-20 18:00
      fin: 2019-08-20 20:00
      repetition:
        chaque: semaine
        jusqu_au: 2019-08-27
        annulees: [2019-08-20, 2019-08-27]
      inscription: chant@exemple.org
      en_ligne: https://visio.exemple.org
      ---
      """, to: "Content/evenements/chorale.md")
    try folder.write(
      "---\ntitre: Bal\ndebut: 2019-08-31 22:00\nfin: 2019-09-01 02:00\n---\n", to: "Content/evenements/bal.md")
    try folder.write(
      "---\ntitre: Couture\nrythme: un vendredi par mois\netat: annulé\n---\n", to: "Content/evenements/couture.md")
    #expect(try await gazette("build", in: folder).status == 0)
    let files = folder.files(in: "Output")
    let calendar = String(decoding: try #require(files["agenda/chorale/evenement.ics"]), as: UTF8.self)
    #expect(calendar.contains("STATUS:CANCELLED") && !calendar.contains("CONFERENCE"), "\(calendar)")
    #expect(!calendar.contains("chant@exemple.org") && !calendar.contains("visio"), "\(calendar)")
    #expect(files["agenda/2019-08/index.html"] != nil && files["agenda/2019-09/index.html"] == nil)
    let index = try #require(files.first { $0.key.hasPrefix("recherche/") && $0.key.hasSuffix(".json") })
    #expect(String(decoding: index.value, as: UTF8.self).contains("un vendredi par mois (annulé)"))
  }

  // MARK: Addresses

  @Test func `an address as telephones write it is the same one everywhere`() async throws {
    func site(_ scheme: String) async throws -> [String: Data] {
      let folder = try project()
      try folder.write(
        """
        ---
        titre: Atelier vélo
        debut: 2019-09-03 18:00
        fin: 2019-09-03 20:00
        inscription: \(scheme)billets.exemple.org/velo
        en_ligne: \(scheme)visio.exemple.org/salle
        prix: 5 €
        ---
        Voir [le programme](\(scheme)www.exemple.org/Programme).
        """, to: "Content/evenements/atelier-velo.md")
      try folder.write(
        "---\ntitre: Le Phare\nsite: \(scheme)phare.exemple.org\n---\n", to: "Content/partenaires/phare.md")
      #expect(try await gazette("build", in: folder).status == 0)
      return folder.files(in: "Output")
    }
    let written = try await site("Https://")
    let plain = try await site("https://")
    #expect(written == plain)
    let page = String(decoding: plain["agenda/atelier-velo/index.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("\"url\":\"https://billets.exemple.org/velo\",\"availability\""))
  }

  @Test func `a new event that returns, said at once`() async throws {
    let folder = try project()
    let made = try await gazette(
      "new", "evenement", "Chorale", "--quand", "tous les jeudis de 18h à 20h dès le 5 septembre", in: folder)
    let said = made.output.replacing("\u{A0}", with: " ")
    #expect(said.contains("Répétition : tous les jeudis") && said.contains(", de 18 h à 20 h"), "\(said)")
    #expect(said.components(separatedBy: ", de 18 h à 20 h").count == 6, "\(said)")
    let text = String(decoding: folder.files(in: "Content")["evenements/chorale.md"] ?? Data(), as: UTF8.self)
    #expect(text.contains("\nrepetition: tous les jeudis\n"), "\(text)")
    #expect(try await gazette("check", in: folder).errors.contains("chorale.md:") == false)
  }

  @Test(arguments: [
    (["nouvelle"], "Il faut un titre"), (["truc", "A"], "ne peut pas être créé"),
    (["lieu", "!!!"], "ni lettre ni chiffre"),
    (["evenement", "A"], "Il manque le début"), (["evenement", "A", "--debut", "30 février 2019"], "n’existe pas"),
    (["evenement", "A", "--debut", "31/3/2019 2h30"], "heure d’été"),
    (["nouvelle", "A", "--date", "hier"], "n’est pas une date"),
    ([], "Il faut dire quoi créer"),
  ])
  func `what is missing or wrong is said, and nothing is made`(arguments: [String], words: String) async throws {
    let folder = try project()
    let before = folder.files(in: "Content")
    let result = try await Program.run(["new"] + arguments + ["--root", folder.path])
    #expect(result.status == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(folder.files(in: "Content") == before)
  }

  // MARK: Mending

  @Test func `without an answer the corrections are only shown; with --yes they are made, once`() async throws {
    let folder = try project()
    let wrong = "—\ntitel: “Autre”\ndate: 24 mai 2019\n—\nTexte “ici”.\n"
    try folder.write(wrong, to: "Content/nouvelles/autre.md")
    let shown = try await gazette("check", "--fix", in: folder)
    #expect(shown.status == 1)
    for words in ["    - date: 24 mai 2019\n    + date: 2019-05-24\n", "Rien n’a été changé", "--fix --yes"] {
      #expect(shown.output.contains(words), "\(shown.output)")
    }
    #expect(folder.files(in: "Content")["nouvelles/autre.md"] == Data(wrong.utf8))

    let made = try await gazette("check", "--fix", "--yes", in: folder)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("1 fichier corrigé."))
    let right = "---\ntitre: Autre\ndate: 2019-05-24\n---\nTexte “ici”.\n"
    #expect(folder.files(in: "Content")["nouvelles/autre.md"] == Data(right.utf8))
    #expect(try await gazette("check", "--fix", "--yes", in: folder).output.contains("Rien à corriger d’office."))
  }
}

import Building
import Testing

@testable import Importing

/// Tables as programs give them out that keep events: each under the names and in the forms of its own.
@Suite struct TableSourcesTests {
  /// What is written for each row, without its sign of origin, and what is left to do.
  private func imported(_ table: String) async throws -> (texts: [String], outcome: ImportOutcome) {
    let (files, outcome) = try await ImportProject.importing(table: table)
    let texts = files.map { text in
      text.split(separator: "\n").filter { $0 != "---" && !$0.hasPrefix("# Importé") }.joined(separator: "\n")
    }
    return (texts, outcome)
  }

  @Test func `OpenAgenda's table gives every date with its hours`() async throws {
    let (texts, outcome) = try await imported(
      """
      Identifiant;Titre - FR;Titre - EN;Description courte - FR;Description longue;Mots clés;Horaires ISO;Conditions de participation, tarifs - FR;Nom du lieu;Adresse;Ville;État;Inscription;Statut
      1;Couture;Sewing;Apprendre à coudre.;"Venez avec **un tissu**.

      - Fil";Fil | Aiguille;2026-03-07T14:00:00+01:00 -> 2026-03-07T17:00:00+01:00 | 2026-03-14T14:00:00+01:00 -> 2026-03-14T17:00:00+01:00;Gratuit;La Fabrique;12 rue du Port, 94500 Champigny-sur-Marne;Champigny-sur-Marne;Programmé;https://x.fr/a, 0145707532, a@x.fr;Published
      2;Photos;;;;;2026-03-16T09:30:00+01:00 -> 2026-03-16T12:00:00+01:00 | 2026-03-16T14:30:00+01:00 -> 2026-03-16T22:00:00+01:00;;La Fabrique;12 rue du Port;Champigny;Annulé;;Published
      3;Nuit;;;;;2026-10-03T18:00:00.000Z -> 2026-10-04T01:00:00.000Z;;;;Paris;;;À contrôler
      4;Fêtes;;;;;2026-06-05T18:00:00+02:00 -> 2026-06-07T20:00:00+02:00 | 2026-06-12T18:00:00+02:00 -> 2026-06-14T20:00:00+02:00;;;;;Complet;;Published
      """)
    #expect(
      texts == [
        """
        titre: Couture
        debut: 2026-03-07 14:00
        fin: 2026-03-07 17:00
        repetition:
          dates:
            - 2026-03-07
            - 2026-03-14
        lieu: La Fabrique, 12 rue du Port, 94500 Champigny-sur-Marne
        prix: Gratuit
        inscription: https://x.fr/a
        etiquettes:
          - Fil
          - Aiguille
        Apprendre à coudre.
        Venez avec **un tissu**.
        - Fil
        """,
        """
        titre: Photos
        debut: 2026-03-16 09:30
        fin: 2026-03-16 12:00
        repetition:
          dates:
            - 2026-03-16
            - 2026-03-16 14:30 - 22:00
        lieu: La Fabrique, 12 rue du Port, Champigny
        etat: annulé
        """,
        """
        titre: Nuit
        debut: 2026-10-03 20:00
        fin: 2026-10-04 03:00
        lieu: Paris
        # Brouillon : « Statut » était « À contrôler » dans le tableau.
        brouillon: oui
        """,
        """
        titre: Fêtes
        seances:
          - date: 2026-06-05 18:00
            fin: 2026-06-07 20:00
          - date: 2026-06-12 18:00
            fin: 2026-06-14 20:00
        complet: oui
        """,
      ])
    #expect(outcome.leftOut.map(\.count) == [2])
    #expect(
      outcome.leftOut.map(\.remark) == ["«\u{A0}Identifiant\u{A0}», «\u{A0}Titre - EN\u{A0}», qui ne disent rien ici"])
  }

  @Test func `public data of OpenAgenda is read under its own names, its HTML too`() async throws {
    let (texts, outcome) = try await imported(
      #"""
      uid;title_fr;description_fr;longdescription_fr;keywords_fr;originalimage;firstdate_begin;lastdate_end;timings;location_name;location_address;location_postalcode;location_city;contributor_email
      1;Couture;Apprendre à coudre.;<p>Avec <b>un tissu</b>.</p>;fil, aiguille;https://cdn.x.fr/o.jpg;2026-03-07T13:00:00+00:00;2026-03-14T16:00:00+00:00;"[{""begin"":""2026-03-07T14:00:00+01:00"",""end"":""2026-03-07T17:00:00+01:00""},{""begin"":""2026-03-14T14:00:00+01:00"",""end"":""2026-03-14T17:00:00+01:00""}]";La Fabrique;12 rue du Port;94500;Champigny;marie@x.fr
      2;Bal;Danser.;;;;2026-03-07T19:00:00+00:00;2026-03-07T22:30:00+00:00;;;;;Paris;
      """#)
    #expect(
      texts == [
        """
        titre: Couture
        debut: 2026-03-07 14:00
        fin: 2026-03-07 17:00
        repetition:
          dates:
            - 2026-03-07
            - 2026-03-14
        lieu: La Fabrique, 12 rue du Port, 94500 Champigny
        etiquettes:
          - fil
          - aiguille
        Apprendre à coudre.
        Avec **un tissu**.
        """,
        "titre: Bal\ndebut: 2026-03-07 20:00\nfin: 2026-03-07 23:30\nlieu: Paris\nDanser.",
      ])
    #expect(outcome.missing == ["https://cdn.x.fr/o.jpg"])
  }

  @Test func `Outlook ends whole days at the midnight behind them, and what is private stays unseen`() async throws {
    let (texts, outcome) = try await imported(
      """
      "Objet","Date de début","Heure de début","Date de fin","Heure de fin","Journée entière","Participants obligatoires","Emplacement","Privé"
      "Réunion","14/03/2026","18:30:00","14/03/2026","20:00:00","Faux","Marie <marie@x.fr>","Salle des fêtes","Faux"
      "Stage","16/03/2026","10:00:00","18/03/2026","16:00:00","Faux",,,"Faux"
      "Congés","20/04/2026","00:00:00","25/04/2026","00:00:00","Vrai",,,"Vrai"
      "Fermeture","01/05/2026","00:00:00","02/05/2026","00:00:00","Vrai",,,"Faux"
      """)
    #expect(
      texts == [
        "titre: Réunion\ndebut: 2026-03-14 18:30\nfin: 2026-03-14 20:00\nlieu: Salle des fêtes",
        "titre: Stage\ndebut: 2026-03-16 10:00\nfin: 2026-03-18 16:00",
        """
        titre: Congés
        debut: 2026-04-20
        fin: 2026-04-24
        # Brouillon : « Privé » était « Vrai » dans le tableau.
        brouillon: oui
        """,
        "titre: Fermeture\ndebut: 2026-05-01",
      ])
    #expect(outcome.remarks.map(\.code) == [])
  }

  /// The month stands first where a day of the table shows it; else where the calendar of Google, in English, has written it.
  @Test(
    arguments: [
      ("03/14/2026,8:00 PM,03/14/2026,10:30 PM,False", "debut: 2026-03-14 20:00\nfin: 2026-03-14 22:30", []),
      ("3/14/2026,,3/16/2026,,True", "debut: 2026-03-14\nfin: 2026-03-16", []),
      (
        "3/4/2026,12:15 AM,3/4/2026,12:30 PM,False", "debut: 2026-03-04 00:15\nfin: 2026-03-04 12:30",
        ["import-table-month-first"]
      ),
      ("14/03/2026,20:00,14/03/2026,22:30,False", "debut: 2026-03-14 20:00\nfin: 2026-03-14 22:30", []),
    ] as [(String, String, [String])])
  func `Google's table is read with its days as they are meant`(
    _ cells: String, _ dates: String, _ remarks: [String]
  ) async throws {
    let (texts, outcome) = try await imported(
      "Subject,Start Date,Start Time,End Date,End Time,All Day Event\nBal,\(cells)\n")
    #expect(texts == ["titre: Bal\n" + dates])
    #expect(outcome.remarks.map(\.code) == remarks)
  }

  @Test func `days in French columns are those of France, whatever their number`() async throws {
    let (texts, _) = try await imported("Titre;Date de début\nBal;03/04/2026\n")
    #expect(texts == ["titre: Bal\ndebut: 2026-04-03"])
  }

  @Test(
    arguments: [
      // Notion and Airtable.
      ("March 14, 2026 8:00 PM → 10:30 PM", "debut: 2026-03-14 20:00\nfin: 2026-03-14 22:30", []),
      ("March 14, 2026 8:00 PM (GMT+1) → March 15, 2026 1:00 AM", "debut: 2026-03-14 20:00\nfin: 2026-03-15 01:00", []),
      ("@14 mars 2026 20:00 → 22:30", "debut: 2026-03-14 20:00\nfin: 2026-03-14 22:30", []),
      ("3/14/2026 8:00pm", "debut: 2026-03-14 20:00", []),
      // By hand.
      ("sam. 14 mars 2026 à partir de 14h", "debut: 2026-03-14 14:00", []),
      ("14 et 21 mars 2026", "debut: 2026-03-14\nrepetition: les 14 et 21 mars 2026", []),
      ("14/3/2026 matin", "debut: 2026-03-14", ["import-row-hours"]),
      (
        "tous les mardis de 18h à 20h dès le 6 janvier 2026",
        "debut: 2026-01-06 18:00\nfin: 2026-01-06 20:00\nrepetition: tous les mardis", []
      ),
    ] as [(String, String, [String])])
  func `dates are read as they are written elsewhere`(
    _ date: String, _ expected: String, _ remarks: [String]
  ) async throws {
    let (texts, outcome) = try await imported("Name;Date\nBal;\(date)\n")
    #expect(texts == ["titre: Bal\n" + expected])
    #expect(outcome.remarks.map(\.code) == remarks)
  }

  @Test func `a rule that does not say when it begins is a draft with its next date`() async throws {
    let (texts, outcome) = try await imported("Quoi;Quand;Heure\nYoga;tous les mardis;18h30 - 20h\n")
    let lines = texts[0].split(separator: "\n").filter { !$0.hasPrefix("debut") && !$0.hasPrefix("fin") }
    #expect(
      lines == [
        "titre: Yoga", "repetition: tous les mardis", "# Brouillon : sa première date n’est pas dite.",
        "brouillon: oui",
      ])
    #expect(texts[0].contains(" 18:30\nfin: ") && texts[0].contains(" 20:00\n"))
    #expect(outcome.remarks.map(\.code) == ["import-row-start"])
  }

  @Test func `Eventbrite and HelloAsso name what an event is beside it`() async throws {
    let (first, _) = try await imported(
      """
      Event ID,Event Name,Event Start Date,Event Start Time,Event End Date,Event End Time,Venue Name,Venue Address,Event URL,Ticket Price,Status
      12,Pain,2026-03-14,10:00,2026-03-14,12:30,La Fabrique,"12 rue du Port, 94500 Champigny",https://x.fr/12,5 €,live
      """)
    #expect(
      first == [
        """
        titre: Pain
        debut: 2026-03-14 10:00
        fin: 2026-03-14 12:30
        lieu: La Fabrique, 12 rue du Port, 94500 Champigny
        prix: 5 €
        inscription: https://x.fr/12
        """
      ])
    let (second, _) = try await imported(
      """
      Nom de l'événement;Date de début;Date de fin;Lieu;Adresse;Code postal;Ville;Description;URL;Tarif
      Bal;14/03/2026 20:00;15/03/2026 01:00;Salle des fêtes;Place de la Mairie;94500;Champigny;Danse !;https://x.fr/bal;8,00 €
      """)
    #expect(
      second == [
        """
        titre: Bal
        debut: 2026-03-14 20:00
        fin: 2026-03-15 01:00
        lieu: Salle des fêtes, Place de la Mairie, 94500 Champigny
        prix: 8,00 €
        inscription: https://x.fr/bal
        Danse !
        """
      ])
  }

  @Test func `a wiki and a plug-in of WordPress name their columns after the event`() async throws {
    let (first, outcome) = try await imported(
      """
      "datetime_create","Nom de l'évènement *","Description *","Début de l'évènement *","Fin de l'évènement *","Site Internet","Adresse","Code postal","Ville","Type d'évènement"
      "2026-01-02 10:00:00","Atelier","<p>On <b>fabrique</b>.</p>","2026-03-14T18:00:00+01:00","2026-03-14T20:00:00+01:00","https://x.fr","12 rue du Port","94500","Champigny","Atelier"
      """)
    #expect(
      first == [
        """
        titre: Atelier
        debut: 2026-03-14 18:00
        fin: 2026-03-14 20:00
        lieu: 12 rue du Port, 94500 Champigny
        etiquettes:
          - Atelier
        On **fabrique**.
        [En savoir plus](https://x.fr)
        """
      ])
    #expect(outcome.leftOut.map(\.count) == [1])
    let (second, _) = try await imported(
      """
      EVENT NAME,EVENT VENUE NAME,EVENT START DATE,EVENT START TIME,EVENT END DATE,EVENT END TIME,ALL DAY EVENT,EVENT COST,EVENT CATEGORY,EVENT TAGS,EVENT DESCRIPTION
      Bal,Salle,2026-03-14,8:00 PM,2026-03-15,1:00 AM,FALSE,5 €,Danse,"folk, danse, fête","<p>Long</p>"
      """)
    #expect(
      second == [
        """
        titre: Bal
        debut: 2026-03-14 20:00
        fin: 2026-03-15 01:00
        lieu: Salle
        prix: 5 €
        etiquettes:
          - Danse
          - folk
          - fête
        Long
        """
      ])
  }

  @Test(arguments: [
    ("a.xlsx", "CSV"), ("a.zip", "Décompressez"), ("a.mhtml", "Page web complète"), ("a.odt", "HTML"),
    ("a.sql", "Exporter"),
  ])
  func `what holds a table says how to get at it`(_ name: String, _ hint: String) async throws {
    let project = try ImportProject()
    let fault = await #expect(throws: Fault.self) {
      try await project.run(project.source("PK <html>", named: name))
    }
    #expect(fault?.hint?.contains(hint) == true)
  }

  @Test(
    arguments: [
      ("https://x.fr/a,b", "inscription: https://x.fr/a,b"), ("0145707532, a@x.fr", "inscription: a@x.fr"),
      ("https://x.fr/ | 0145707532", "inscription: https://x.fr/"), ("au comptoir", nil),
      ("0199001235", "inscription: 0199001235"), ("Tél : 01 99 00 12 35", "inscription: 01 99 00 12 35"),
      ("12 rue du Lac", nil),
      ("www.x.fr/a", "inscription: https://www.x.fr/a"),
    ] as [(String, String?)])
  func `of several ways to sign up the first that can be followed is taken`(
    _ cell: String, _ line: String?
  ) async throws {
    let (texts, _) = try await imported("Titre;Date;Inscription\nBal;14/03/2026;\"\(cell)\"\n")
    #expect(texts == [["titre: Bal", "debut: 2026-03-14", line].compactMap { $0 }.joined(separator: "\n")])
  }

  @Test func `names in one word are those of several`() async throws {
    let (texts, _) = try await imported(
      "eventId,nom,dateDeDebut,dateDeFin,lieu,statut\n1,Fête,21/06/2026,22/06/2026,Place Jean Bart,À valider\n2,Brocante,05/07/2026,05/07/2026,Digue,Validée\n"
    )
    #expect(texts[0].hasPrefix("titre: Fête\ndebut: 2026-06-21\nfin: 2026-06-22\nlieu: Place Jean Bart\n# Brouillon"))
    #expect(texts[1] == "titre: Brocante\ndebut: 2026-07-05\nlieu: Digue")
  }

  @Test(
    arguments: [
      ("2026-08-01,2026-08-01,Dès 15h", "debut: 2026-08-01 15:00", []),
      ("2026-08-01,2026-08-01,18h-23h", "debut: 2026-08-01 18:00\nfin: 2026-08-01 23:00", []),
      (
        "2026-07-09,2026-08-13,Jeudis 10h-12h",
        "debut: 2026-07-09 10:00\nfin: 2026-07-09 12:00\nrepetition: tous les jeudis, jusqu’au 13 août 2026", []
      ),
      (
        "2026-06-29,2026-09-24,Lundi à jeudi 15h30-19h",
        "debut: 2026-06-29 15:30\nfin: 2026-06-29 19:00\nrepetition: du lundi au jeudi, jusqu’au 24 septembre 2026", []
      ),
      (
        "2026-06-03,2026-08-12,Mercredis", "debut: 2026-06-03\nrepetition: tous les mercredis, jusqu’au 12 août 2026",
        []
      ),
      ("2026-06-26,2026-08-19,Selon programme", "debut: 2026-06-26\nfin: 2026-08-19", ["import-row-hours"]),
    ] as [(String, String, [String])])
  func `hours may be those of some days of the week between two days`(
    _ cells: String, _ dates: String, _ remarks: [String]
  ) async throws {
    let (texts, outcome) = try await imported("Nom,Début,Fin,Horaires\nJeux,\(cells)\n")
    #expect(texts == ["titre: Jeux\n" + dates])
    #expect(outcome.remarks.map(\.code) == remarks)
  }

  @Test(
    arguments: [
      ("Brouillon", "oui", "brouillon: oui"), ("draft", "yes", "brouillon: oui"), ("Complet", "oui", "complet: oui"),
      ("Brouillon", "non", nil), ("Complet", "", nil),
    ] as [(String, String, String?)])
  func `a column of the name of our own key says what that says`(
    _ column: String, _ cell: String, _ line: String?
  ) async throws {
    let (texts, _) = try await imported("Titre;Date;\(column)\nBal;14/03/2026;\(cell)\n")
    let lines = (texts.first ?? "").split(separator: "\n").map(String.init)
    if let line { #expect(lines.contains(line), "\(lines)") } else { #expect(lines.count == 2, "\(lines)") }
  }
}

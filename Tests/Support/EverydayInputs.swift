/// What people write every day, from phones, word processors, spreadsheets and other programs: 150 of the things that volunteers
/// have in their hands.
package enum EverydayInputs {
  /// Lines of the front matter of a kind of entry, below what it needs.
  private static let lines: [(folder: String, lines: [String])] = [
    (
      "nouvelles",
      [
        "etiquettes: pain, four", "etiquettes: #pain #four", "etiquettes: pain / four", "etiquettes: pain ; four",
        "etiquettes: “pain”, “four”", "etiquettes: [“pain”, “four”]", "etiquettes: «pain», «four»",
        "etiquettes: (pain, four)", "etiquettes: {pain, four}", "etiquettes: - pain - four",
        "etiquettes:\n-pain\n-four",
        "etiquettes:\n• pain\n• four", "etiquettes:\n1. pain\n2. four", "etiquettes:\npain\nfour",
        "etiquettes:\n- #pain\n- #four", "Étiquettes : pain", "tags: pain", "mots-clés: pain, four", "keywords: pain",
        "resume: Il dit : « venez »", "resume: \"Venez", "resume: Il dit « venez", "resume: “Venez”",
        "resume: L&#39;été &amp; l'hiver", "résumé: Un mot", "resumé_: Un mot", "chapo: Un mot", "extrait: Un mot",
        "auteur: Odile", "layout: post", "permalink: /a/", "categories: [vie]", "slug: a", "lang: fr",
        "brouillons: oui", "draft: true", "published: false", "status: draft", "statut: publié",
        "publie_le: 2026-09-01", "expire: 2026-09-01", "annulé: oui", "lieu: Salle #3", "endroit: La cour",
        "modifie: 5/1/2026", "lastmod: 2026-01-05T10:00:00+01:00", "alias: /ancien", "alias: /?p=12",
        "alias: ancien", "partenaires: Inconnu", "partenaire: Mairie", "places: 12", "couleur: rouge",
        "image: photo.jpg", "debut: 2026-07-05 14:00",
      ]
    ),
    (
      "evenements",
      [
        "debut: 2026-07-05", "debut: 5 juillet 2026", "debut: dimanche 5 juillet 2026", "debut: samedi 5 juillet 2026",
        "debut: 05/07/2026 14h", "debut: 5/7/26", "debut: 2026-7-5 14h30", "debut: 2026-07-05 14.30",
        "debut: 2026-07-05 14:00 - 17:00", "debut: du 5 au 7 juillet 2026", "debut: 5 juillet 2026 de 14h à 17h",
        "debut: 2026-07-05 22:00 → 02:00", "debut: 2026-07-05 14:00 +0200", "debut: 2026-07-05T12:00:00Z",
        "debut: juillet 2026", "debut: été 2026", "debut: bientôt", "debut: 2026-02-30",
        "date: 2026-07-05\nheure: 14h", "date: 2026-07-05", "jour: 5 juillet 2026",
        "debut: 2026-07-05 14:00\nfin: 17h", "debut: 2026-07-05 14:00\nduree: 2h",
        "debut: 2026-07-05 14:00 - 17:00\ntarif: 5 €", "debut: 2026-07-05 14:00 - 17:00\nprix: gratuit : sans réserver",
        "debut: 2026-07-05 14:00 - 17:00\netat: annule", "debut: 2026-07-05 14:00 - 17:00\nannulé: oui",
        "debut: 2026-07-05 14:00 - 17:00\nstatut: complet", "debut: 2026-07-05 14:00 - 17:00\nreporte: oui",
        "debut: 2026-07-05 14:00 - 17:00\nreporté: 2026-07-12", "debut: 2026-07-05 14:00 - 17:00\nconfirmé: non",
        "debut: 2026-07-07 18:00 - 20:00\nrepetition: tous les mardis",
        "debut: 2026-07-07 18:00 - 20:00\nrepetition: un mardi sur deux",
        "debut: 2026-07-07 18:00 - 20:00\nrepetition: le mardi, sauf en août",
        "debut: 2026-07-07 18:00 - 20:00\nrepetition: {chaque: semaine, toutes_les: 2}",
        "debut: 2026-07-07 18:00 - 20:00\nrecurrence: tous les mardis",
        "debut: 2026-07-05 14:00 - 17:00\ninscription: 06 12 34 56 78",
        "debut: 2026-07-05 14:00 - 17:00\ninscription: www.exemple.org",
        "debut: 2026-07-05 14:00 - 17:00\nreservation: a@exemple.org",
        "debut: 2026-07-05 14:00 - 17:00\norganisateur: La Mairie", "debut: 2026-07-05 14:00 - 17:00\nplace: 12",
        "debut: 2026-07-05 14:00 - 17:00\nadresse: 3 rue X", "seances:\n-2026-07-05 14:00 - 17:00",
        "seances:\n- 5 juillet 2026 14h-17h\n- 12 juillet 2026 14h-17h",
      ]
    ),
    (
      "lieux",
      [
        "ville: Champigny", "cp: 94500", "adresse: 3 rue X : au fond", "rue: 3 rue X",
        "latitude: 48,81\nlongitude: 2,51",
        "latitude: 48.81", "gps: 48.81, 2.51", "debut: 2026-07-05", "horaires: 9h-12h", "nom: L'Atelier",
      ]
    ),
    (
      "partenaires",
      [
        "site: www.exemple.org", "url: https://exemple.org", "role: financeur", "type: Financeur, hôte",
        "depuis: janvier 2019", "depuis: 2019 - 2021", "autres_noms: IDF ; Région", "autres noms: “IDF”, “Région”",
        "logo: logo.png", "contact: a@exemple.org",
      ]
    ),
    ("series", ["debut: 2026-07-05 14:00", "lieu: La cour", "etat: annulé", "brouillon: Oui", "etiquettes: #a #b"]),
    (
      "infolettres",
      [
        "sujet: Bonjour", "objet: “Bonjour”", "depuis: 1er février 2026", "agenda_semaines: six",
        "nouvelles: [inconnue]",
        "appel: S'inscrire", "appel: {texte: S'inscrire}", "appel:\n  texte: Adhérer : c'est ici\n  lien: /s-abonner/",
      ]
    ),
  ]

  /// Texts below the front matter.
  private static let texts = [
    "##Le soir", "-un\n-deux", "• un\n• deux", "[le site] (https://exemple.org)", "(ici)[https://exemple.org]",
    "[x](mon texte.md)", "==fort==", "[[Une page]]", ":smile:", "Un mot[^1].", "Un mot.\n\n[^1]: Une note.",
    "La Halle\n12 rue des Saules\n94500 Champigny", "a\tb\nc\td", "| a | b |\n| c | d |", "{{< video x >}}",
    "<b>gras</b>",
    "> [!note]\n> Oui", "Le 6 mars - ou le 7 -- à 14h30 : \"oui\" !",
  ]

  private static let required = [
    "nouvelles": "date: 2026-01-05\n",
    "infolettres": "date_envoi: 2026-03-01\naccroche: Ce mois-ci, un bal et de bonnes nouvelles\n",
  ]

  /// Every input with the folder and the text of a file that has it.
  package static let files: [(input: String, folder: String, text: String)] =
    lines.flatMap { kind in
      kind.lines.map { input in
        let title = input.hasPrefix("nom:") ? "" : "titre: Essai\n"
        return (input, kind.folder, "---\n" + title + (required[kind.folder] ?? "") + input + "\n---\nUn texte.\n")
      }
    } + texts.map { ($0, "nouvelles", "---\ntitre: Essai\ndate: 2026-01-05\n---\n" + $0 + "\n") }
}

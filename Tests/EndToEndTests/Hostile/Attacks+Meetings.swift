import Foundation

/// What would take the place of something else.
extension Attack {
  /// Two entries that would be one, or one in the place of the other.
  static let meetings: [Attack] = [
    Attack("the same id twice", .refused("Content/nouvelles/autre.md")) {
      try $0.write("---\ntitre: Autre\ndate: 2026-05\nid: le-bal\n---\nUn texte.\n", to: "Content/nouvelles/autre.md")
      try $0.news("titre: Essai\nid: le-bal")
    },
    Attack("the default id of another", .refused("Content/evenements/soiree.md")) {
      try $0.news("titre: Essai\nid: evenements/soiree")
    },
    Attack("the id of one date of another", .refused("Content/evenements/soiree.md")) {
      try $0.news("titre: Essai\nid: evenements/soiree#2026-06-20")
    },
    Attack("the id of what waits for its day", .refused("même identité")) {
      try $0.write(
        "---\ntitre: Autre\ndate: 2026-05\nid: le-bal\npublier_le: 2099-01-01\n---\nUn texte.\n",
        to: "Content/nouvelles/autre.md")
      try $0.news("titre: Essai\nid: le-bal")
    },
    .settingsless("an alias of a list in capitals", "alias: /Nouvelles/", .refused("Nouvelles")),
    .settingsless("an alias of the calendar in capitals", "alias: /AGENDA.ics", .refused("AGENDA")),
    .settingsless("an alias over the editor", "alias: /admin/", .refused("où l’on se connecte")),
    .settingsless("an alias below the editor", "alias: /Admin/config.yml", .refused("où l’on se connecte")),
    .settingsless("an alias over the editor, encoded", "alias: /%61dmin/", .refused("où l’on se connecte")),
    .settingsless("an alias of a page of the program", "alias: /plan-du-site/", .refused("Plan du site")),
    .settingsless("an alias of the style sheets' folder", "alias: /theme", .harmless),
    .settingsless("an alias where nothing stands", "alias: [/nouvelles/2012/, /etiquettes/ancienne/]", .harmless),
    Attack("one alias of two entries, in other capitals", .refused("Content/nouvelles/autre.md")) {
      try $0.write(
        "---\ntitre: Autre\ndate: 2026-05\nalias: /Vieux/\n---\nUn texte.\n", to: "Content/nouvelles/autre.md")
      try $0.news("titre: Essai\nalias: /vieux/")
    },
    Attack("a page at the address of a year", .refused("Nouvelles de 2026")) {
      try $0.write("---\ntitre: Essai\n---\nUn texte.\n", to: "Content/pages/nouvelles/2026.md")
    },
    Attack("a page at the address of a tag", .refused("Étiquette")) {
      try $0.write("---\ntitre: Essai\n---\nUn texte.\n", to: "Content/pages/etiquettes/soupe.md")
    },
    Attack("two files at one address", .refused("Content/nouvelles/mon plan.pdf")) {
      try $0.write("%PDF-1.7", to: "Content/nouvelles/mon plan.pdf")
      try $0.write("%PDF-1.7", to: "Content/nouvelles/mon-plan.pdf")
      try $0.news("titre: Essai", body: "[a](<mon plan.pdf>) [b](mon-plan.pdf)")
    },
    Attack("a file in the place of a calendar", .refused("calendrier")) {
      try $0.write("BEGIN:VCALENDAR", to: "Content/evenements/evenement.ics")
      try $0.write(
        "---\ntitre: Bal\ndebut: 2026-06-20 19:00\nfin: 2026-06-20 21:00\n---\n[le mien](evenement.ics)\n",
        to: "Content/evenements/bal.md")
    },
    .settingsless("a title of invisible signs", "titre: \"\u{200B} \u{2060}\"", .refused("titre")),
    .settingsless("a title of letters drawn empty", "titre: \u{3164}\u{2800}", .refused("titre")),
    .settingsless("a title that is a map", "titre:\n  fr: Essai", .refused("titre")),
    .settingsless("a title in braces", "titre: {fr: Essai}", .refused("titre")),
    .text(
      "a heading that is called as a note is", "Un mot[^1].\n\n## Note 1\n\n## Renvoi 1\n\n[^1]: Une note.", .harmless),
    .text(
      "a link that shows another address", "[https://ma-banque.example](https://piege.example/)", .warned("mène à")),
    .text("a link that shows another mailbox", "[aide@exemple.org](mailto:piege@exemple.net)", .warned("mène à")),
    .text("a link that shows its own address", "[www.exemple.org/lieu](https://exemple.org/lieu/x)", .harmless),
    .text(
      "a picture that reports who reads", "![Une image](https://piege.example/p.gif?lu=1)", .warned("sur un autre site")
    ),
    .issue(
      "a picture from elsewhere in a letter", "envoyee: non", body: "![Une image](https://piege.example/p.gif?lu=1)",
      .refused("qui ouvre la lettre")),
  ]

  private static func settingsless(_ name: String, _ lines: String, _ outcome: Outcome) -> Attack {
    Attack(name, outcome) { try $0.news((lines.hasPrefix("titre") ? "" : "titre: Essai\n") + lines) }
  }
}

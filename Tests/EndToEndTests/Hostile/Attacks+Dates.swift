import TestSupport

/// Numbers and dates that are too large, letters, settings.
extension Attack {
  private static let timed = "debut: 2026-06-19 10:00\nfin: 2026-06-19 11:00\n"

  static let dates: [Attack] = [
    .event(
      "an interval beyond all time", timed + "repetition: {chaque: jour, tous_les: 999999999}", .refused("tous_les")),
    .event(
      "a count beyond all numbers", timed + "repetition: {chaque: jour, nombre: 1000000000000000000}",
      .refused("nombre")),
    .event(
      "a count that is no number", timed + "repetition: {chaque: jour, nombre: 99999999999999999999999}",
      .refused("nombre")),
    .event("a negative interval", timed + "repetition: {chaque: jour, tous_les: -1}", .refused("tous_les")),
    .event("a rule without end", timed + "repetition: {chaque: jour}", .harmless),
    .event("ten thousand occurrences", timed + "repetition: {chaque: jour, nombre: 10000}", .harmless),
    .event("a rule from the year 1", "debut: 0001-01-01\nrepetition: {chaque: jour}", .harmless),
    .event("a rule to the year 9999", timed + "repetition: {chaque: an, jusqu_au: 9999-12-31}", .harmless),
    .event("an interval of a thousand years", "debut: 2026-06-19\nrepetition: {chaque: an, tous_les: 1000}", .harmless),
    .event("the last minute there is", "debut: 9999-12-31 23:59", .harmless),
    .event("the last day there is", "debut: 9999-12-31", .harmless),
    .event("a night into the year 10000", "debut: 9999-12-31 22:30", .warned("deux heures sont supposées")),
    .event(
      "eight thousand years, each year anew",
      "debut: 2026-01-01 10:00\nfin: 9999-12-31 11:00\nrepetition: {chaque: an}", .warned("une seule fois dure encore")),
    .event("a day of the year 0", "debut: 0000-01-01", .refused("debut")),
    .event("a year of six digits", "debut: 999999-01-01", .refused("debut")),
    .event("a negative year", "debut: -2026-01-01", .refused("debut")),
    .event("digits of another script", "debut: ２０２６-０６-２１", .refused("debut")),
    .event("an event of eight thousand years", "debut: 1990-01-01\nfin: 9999-12-31", .harmless),
    .event("a year that is all that is known, far away", "debut: 9999", .harmless),
    .event(
      "900 exceptions", timed + "repetition:\n  chaque: jour\n  sauf: [\((0..<900).map(day).joined(separator: ", "))]",
      .harmless),
    .event(
      "10,000 exceptions",
      timed + "repetition:\n  chaque: jour\n  sauf: [\((0..<5000).map(day).joined(separator: ", "))]", .refused("sauf")),
    .event(
      "900 exceptions of no occurrence",
      timed + "repetition:\n  chaque: semaine\n  sauf: [\((0..<900).map(day).joined(separator: ", "))]",
      .refused("sauf")),
    .event("900 dates", timed + "repetition:\n  dates: [\((0..<900).map(day).joined(separator: ", "))]", .harmless),
    .event(
      "300 moves",
      timed + "repetition:\n  chaque: jour\n  deplacees:\n"
        + (0..<300).map { "    - {prevue: \(day($0)), nouvelle: \(day($0 + 3000))}" }.joined(separator: "\n"),
      .refused("Trop de crochets")),
    .event(
      "100 moves",
      timed + "repetition:\n  chaque: jour\n  deplacees:\n"
        + (0..<100).map { "    - {prevue: \(day($0)), nouvelle: \(day($0 + 3000))}" }.joined(separator: "\n"), .harmless
    ),
    .event(
      "every occurrence is left out",
      timed + "repetition: {chaque: jour, nombre: 3, sauf: [2026-06-19, 2026-06-20, 2026-06-21]}", .harmless),
    .news("a news item of the year 9999", "titre: Essai\npublier_le: 2026-01-01\nmodifie: 9999-12-31 23:59", .harmless),
    .entry(
      "coordinates that are no numbers", "lieux", "---\ntitre: Essai\nlatitude: nan\nlongitude: .inf\n---\n",
      .refused("latitude")),
    .entry(
      "coordinates beyond all numbers", "lieux", "---\ntitre: Essai\nlatitude: 1e400\nlongitude: -1e400\n---\n",
      .refused("latitude")),
    .entry(
      "coordinates in hexadecimal", "lieux", "---\ntitre: Essai\nlatitude: 0x1p9999\nlongitude: 1\n---\n",
      .refused("latitude")),
    Attack("coordinates of 10,000 digits", .harmless) {
      try $0.write(
        "---\ntitre: Essai\nlatitude: 48.\(String(repeating: "1", count: 10_000))\nlongitude: 0.00000000000000000000000001\n---\n",
        to: "Content/lieux/essai.md")
    },
    .entry(
      "the largest number of the menu", "pages", "---\ntitre: Essai\nmenu: 99999999999999999999\n---\nTexte.\n",
      .refused("menu")),
  ]

  /// From 2026-06-19 on.
  @Sendable private static func day(_ number: Int) -> String {
    let (year, rest) = (2026 + number / 336, number % 336)
    let (month, day) = (rest / 28 + 1, rest % 28 + 1)
    let shifted = year * 12 + month - 1 + 6
    return "\(shifted / 12)-\(two(shifted % 12 + 1))-\(two(day))"
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  static let letters: [Attack] = [
    .issue("another recipient in the subject", "objet: \"Juin\\r\\nBcc: x@evil.example\\r\\n\\r\\n<b>\"", .harmless),
    .issue("an encoded word in the subject", "objet: \"=?UTF-8?Q?=0D=0ABcc:_x@evil.example?=\"", .harmless),
    .issue("a subject of one endless word", "objet: \(String(repeating: "é", count: 1500))", .harmless),
    .issue("separators of lines in the subject", "objet: a\u{2028}Bcc: x\u{85}b", .harmless),
    .issue(
      "markup in the preheader", "accroche: <script>alert(1)</script> et puis quelque chose de plus long.", .harmless),
    .issue(
      "a script to call", "envoyee: non\nappel: {texte: Venir, lien: \"javascript:alert(1)\"}", .refused("javascript")),
    .issue(
      "markup to call", "appel: {texte: \"<script>alert(1)</script>\", lien: \"https://exemple.org/\"}", .harmless),
    .issue("weeks without number", "envoyee: non\nagenda_semaines: 1000000000", .refused("agenda_semaines")),
    .issue("a letter of the year 9999", "date_envoi: 9999-12-31", .harmless),
    .issue(
      "placeholders of providers", "objet: \"{{ contact.EMAIL }} *|UNSUB|* {{unsubscribe}}\"",
      body: "{{ x }} *|HTML:EVIL|* [[x]] <% y %>", .harmless),
    .issue(
      "the boundary of the parts", "objet: Juin",
      body: "--=_7b1c5a52-4b60-4f0e-9a39-0d5c2f6f7a11\n\nContent-Type: text/html\n\n.\n\nFrom x", .harmless),
    .issue(
      "a line of dots and From", "objet: Juin", body: ".\n\n..\n\nFrom a@b\n\n\(String(repeating: "=", count: 3000))",
      .harmless),
  ]

  static let settings: [Attack] = [
    .settings("markup in the title of the site", "titre: </title><script>alert(1)</script>", .harmless),
    .settings("lines in the title of the site", "titre: \"a\\r\\nX-WR-CALNAME:b\\u2028c\"", .harmless),
    .settings("a title of the site that steers terminals", "titre: \"a\\e[31m\\u202E\\x9bb\"", .warned("invisible")),
    .settings("a script as the address", "adresse: javascript:alert(1)//", .refused("adresse")),
    .settings("a user in the address", "adresse: https://exemple.org@evil.example/", .refused("adresse")),
    .settings(
      "the end of a line in the address", "adresse: \"https://exemple.org/\\nSetHandler x\"", .refused("adresse")),
    .settings(
      "an encoded end of a line in the address", "adresse: https://exemple.org/lieu%0ASetHandler%20server-status",
      .refused("adresse")),
    .settings("quotes in the address", "adresse: https://exemple.org/\"><script>", .refused("adresse")),
    .settings("encoded quotes in the address", "adresse: https://exemple.org/lieu%22", .refused("adresse")),
    .settings("a sub-folder that leads up", "adresse: https://exemple.org/../x", .refused("adresse")),
    .settings("an encoded sub-folder that leads up", "adresse: https://exemple.org/%2e%2e/x", .refused("adresse")),
    .settings("the file of passwords as a zone", "fuseau: ../../../etc/passwd", .refused("fuseau")),
    .settings("an absolute zone", "fuseau: /etc/passwd", .refused("fuseau")),
    .settings("a zone that leads out", "fuseau: Europe/../../../../etc/passwd", .refused("fuseau")),
    .settings("a folder as a zone", "fuseau: Europe", .refused("fuseau")),
    .settings("a file that is no zone", "fuseau: zone1970.tab", .refused("fuseau")),
    .settings("a zone of 10 kB", "fuseau: \(String(repeating: "a/", count: 5000))", .refused("fuseau")),
    .settings("a theme elsewhere", "theme: ../../../tmp/x", .refused("thème")),
    .settings("a theme that steers terminals", "theme: \"a\\e[31mb\"", .refused("thème")),
    .settings("an identity that is none", "identifiant: ../x", .refused("identifiant")),
    .settings("markup in the language", "langue: '\"><script>alert(1)</script>'", .refused("langue")),
    .settings("a script as the repository", "depot: javascript:alert(1)", .refused("depot")),
    .settings("quotes in the repository", "depot: 'https://github.com/a\"onclick=\"x'", .refused("depot")),
    .settings("a branch with quotes", "branche: '../\"><script>alert(1)</script>'", .harmless),
    .settings(
      "another recipient in the sender",
      "infolettre: {expediteur: \"Le lieu\\r\\nBcc: x@evil.example <a@exemple.org>\"}", .harmless),
    .settings(
      "another recipient in the address", "infolettre: {expediteur: \"a@exemple.org\\r\\nBcc:x@evil.example\"}",
      .refused("expediteur")),
    .settings(
      "another recipient to reply to",
      "infolettre: {expediteur: a@exemple.org, repondre_a: \"b@exemple.org, c@evil.example\"}", .refused("repondre_a")),
    .settings("an unknown provider", "infolettre: {prestataire: ['../../x']}", .refused("prestataire")),
    .settings("a script to sign up", "infolettre: {inscription: 'javascript:alert(1)'}", .refused("inscription")),
    .settings(
      "markup in acronyms", "sigles: {'<script>': '\"><script>alert(1)</script>', ESS: '<img src=x onerror=alert(1)>'}",
      .harmless),
    .settings("acronyms that are patterns", "sigles: {'(a+)+$': x, '.*': y, ' ': z, '|': w}", .harmless),
    .settings(
      "markup in the publisher",
      "editeur: {nom: '<script>alert(1)</script>', adresse: '\"><script>', telephone: '\" onclick=\"x', directeur_publication: '<b>'}",
      .harmless),
    .settings(
      "a publisher's mail with fields", "editeur: {courriel: \"a@exemple.org?bcc=x\\r\\nb\"}", .refused("courriel")),
    .settings("an anchor in the settings", "editeur: &a {nom: x}\nhebergeur: *a", .refused("&")),
    Attack("settings that are a list", .refused("site.yml")) { try $0.write("- a\n- b\n", to: "Content/site.yml") },
    Attack("settings of 1 MB", .refused("site.yml")) {
      try $0.write(SmallSite.settings + String(repeating: "# x\n", count: 250_000), to: "Content/site.yml")
    },
    Attack("settings that are a folder", .refused("site.yml")) {
      try $0.remove("Content/site.yml")
      try $0.makeFolder("Content/site.yml")
    },
    Attack("no settings", .refused("site.yml")) { try $0.remove("Content/site.yml") },
    Attack("3,000 acronyms", .refused("sigles")) {
      try $0.settings("sigles: {\((0..<3000).map { "A\($0)Z: sigle \($0)" }.joined(separator: ", "))}")
    },
  ]
}

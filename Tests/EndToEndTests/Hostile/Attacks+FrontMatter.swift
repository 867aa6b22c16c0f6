/// Texts that would begin another line, or another field, of what they stand in; and front matter that a reader of YAML
/// would choke on.
extension Attack {
  static let frontMatter: [Attack] = [
    .news("a title of 200 kB", "titre: \(String(repeating: "a", count: 200_000))", .refused("en-tête")),
    .news("a title of 20 kB", "titre: \(String(repeating: "é", count: 10_000))", .refused("titre")),
    .news("a title of marks on one letter", "titre: a\(String(repeating: "\u{301}", count: 900))", .harmless),
    .news("a title that turns the direction", "titre: a\u{202E}fdp.exe\u{2066}b", .warned("invisible")),
    .news("a title of marks that only steer", "titre: \u{200B}\u{200E}\u{2060}", .refused("titre")),
    .news("a title that steers terminals", "titre: \u{1B}]0;x\u{7}\u{1B}[2Ja", .warned("invisible")),
    .news("a title with C1 controls", "titre: a\u{9B}31mb\u{85}c", .warned("invisible")),
    .news("an unknown key that steers terminals", "\u{1B}[31mrouge: x", .warned("n’est pas connue")),
    .news("a value that steers terminals", "brouillon: \u{1B}[31m\u{202E}oui", .refused("brouillon")),
    .news("an identity with lines", "id: \"a\\r\\nATTENDEE:mailto:x\"", .harmless),
    .news("a tag that is a path", "etiquettes: [../../x, /etc/passwd, .htaccess]", .harmless),
    .news("a partner that is a path", "partenaires: [../../../../etc/passwd]", .refused("partenaires")),
    .news(
      "a list of 10,000", "etiquettes: [\((0..<10_000).map { "e\($0)" }.joined(separator: ","))]",
      .refused("etiquettes")),
    .news(
      "a thousand references that lead nowhere",
      "partenaires: [\((0..<1000).map { "p\($0)" }.joined(separator: ", "))]", .refused("partenaires")),
    .news("two names of a text's length", "lieu: \(String(repeating: "x", count: 60_000))", .refused("lieu")),
    .news("100,000 keys", (0..<100_000).map { "k\($0): x" }.joined(separator: "\n"), .refused("trop long")),
    .news("1,900 unknown keys", (0..<1900).map { "clef\($0): x" }.joined(separator: "\n"), .warned("clef")),
    .news("1,900 lines without a key", (0..<1900).map { "ligne \($0)" }.joined(separator: "\n"), .refused("ligne")),
    .news("a key of 60 kB", "\(String(repeating: "k", count: 60_000)): x", .refused("ligne")),
    .entry(
      "front matter that never ends", "nouvelles", "---\ntitre: Essai\n" + String(repeating: "a: b\n", count: 50_000),
      .refused("ferm")),
  ]

  /// U+2028, U+2029 and U+0085 end a line for some readers, CR and LF for all.
  static let lines: [Attack] = [
    .event(
      "lines in every text of an event",
      """
      titre: "Essai\\r\\nATTENDEE:mailto:x@evil.example"
      debut: 2026-06-21 10:00
      fin: 2026-06-21 11:00
      lieu: "Là\\nX-EVIL:1"
      prix: "1\\r\\nX-EVIL:1"
      organisateurs: ["A\\nORGANIZER:mailto:x"]
      resume: "a\\u2028b\\u2029c\\x85d"
      """, .harmless),
    .event(
      "signs of iCalendar in a title", "titre: a;b,c\\\\n:d\"e\ndebut: 2026-06-21 10:00\nfin: 2026-06-21 11:00",
      .harmless),
    .event(
      "a title of signs of four bytes",
      "titre: \(String(repeating: "👩‍👩‍👧‍👦", count: 60))\ndebut: 2026-06-21 10:00\nfin: 2026-06-21 11:00", .harmless),
    .event(
      "separators of lines in a text",
      "titre: a\u{2028}ATTENDEE:x\u{2029}b\ndebut: 2026-06-21 10:00\nfin: 2026-06-21 11:00", .harmless),
    .event("a rhythm with lines", "rythme: \"tous\\nles X-A:b\\r\\njours\"", .harmless),
    .news("separators of lines in a title", "titre: a\u{2028}b\u{2029}c\u{FEFF}d", .warned("invisible")),
    .news("the end of a line in a title", "titre: \"a\\r\\nBcc: x@evil.example\\n\\nb\"", .harmless),
    .entry("a lone carriage return", "nouvelles", "---\rtitre: Essai\rdate: 2026-05\r---\rUn texte.\r", .harmless),
    .entry(
      "a mark of byte order amid the text", "nouvelles",
      "---\ntitre: a\u{FEFF}b\ndate: 2026-05\n---\nUn\u{FEFF} texte.\n", .warned("invisible")),
    .entry("a null byte", "nouvelles", "---\ntitre: a\u{0}b\ndate: 2026-05\n---\nUn texte.\n", .refused("nul")),
    .text("a null in an entity", "a &#0; b &#xD; c &#x2028;", .harmless),
    .text("controls in a text", "a \u{1B}[31m b \u{7F} c \u{9B} d \u{202E} e", .harmless),
    .text("code with the end of JSON", "`\"}</script>{\"`", .harmless),
  ]

  static let yaml: [Attack] = [
    .news("an anchor", "partenaires: &a [ville]", .refused("&")),
    .news("an alias", "partenaires: [*a]", .refused("*")),
    .news("entities without end", "etiquettes: [&a [x,x], &b [*a,*a], &c [*b,*b], &d [*c,*c]]", .refused("&")),
    .news("a tag of a language", "etiquettes: !!python/object/apply:os.system [id]", .refused("!")),
    .event(
      "a merge key", "debut: 2026-06-21 10:00\nfin: 2026-06-21 11:00\nrepetition: {<<: {chaque: jour}}", .refused("<<")),
    .news("a key twice", "titre: Un\ntitre: Deux", .refused("titre")),
    .event("a key twice in a map", "debut: 2026-06-21\nrepetition: {chaque: jour, chaque: mois}", .refused("chaque")),
    .news("10,000 brackets", "etiquettes: \(String(repeating: "[", count: 10_000))", .refused("Trop de crochets")),
    .news(
      "10,000 braces that close",
      "etiquettes: \(String(repeating: "{a: ", count: 10_000))x\(String(repeating: "}", count: 10_000))",
      .refused("Trop de crochets")),
    .news(
      "indentation without end",
      "etiquettes:\n" + (0..<60).map { String(repeating: " ", count: $0 * 4) + "- a:" }.joined(separator: "\n"),
      .refused("Trop de crochets")),
    .event(
      "a thousand dashes on one line", "debut: 2026-06-21\nrepetition: \n  \(String(repeating: "- ", count: 1000))x",
      .refused("Trop de crochets")),
    .event(
      "questions within questions", "debut: 2026-06-21\nrepetition: \n  \(String(repeating: "? ", count: 1000))x",
      .refused("Trop de crochets")),
    .news(
      "quotes that never close", "etiquettes: [\"" + String(repeating: "\\\"", count: 10_000), .refused("guillemet")),
    .news("a block of 60 kB", "resume: |\n" + String(repeating: "  ligne\n", count: 1900), .refused("resume")),
    .news("a directive", "etiquettes: [a]\n%YAML 9.9", .refused("ligne")),
    .news("numbers that are none", "etiquettes: [.nan, .inf, 0x1F, 1e999, 0o7, 2026-99-99, ~, null]", .harmless),
    .entry("an empty file", "nouvelles", "", .refused("vide")),
    Attack("a file of UTF-16", .refused("UTF-16")) {
      try $0.write([0xFF, 0xFE, 0x2D, 0x00, 0x2D, 0x00], to: "Content/nouvelles/essai.md")
    },
    Attack("bytes that are no text", .refused("UTF-8")) {
      try $0.write(
        Array("---\ntitre: ".utf8) + [0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF5] + Array("\n---\n".utf8),
        to: "Content/nouvelles/essai.md")
    },
    Attack("a text of 300 kB", .refused("trop long")) {
      try $0.news("titre: Essai", body: String(repeating: "mot ", count: 75_000))
    },
  ]

  static let markdown: [Attack] = [
    .text("quotes in quotes", String(repeating: "> ", count: 100) + "a", .refused("emboîtées")),
    .text("lists in lists", String(repeating: "- ", count: 3000) + "a", .refused("emboîtées")),
    .text(
      "emphasis in emphasis", String(repeating: "*a **a ", count: 300) + "b" + String(repeating: "** a*", count: 300),
      .refused("emboîtées")),
    .text("ten thousand brackets", String(repeating: "[", count: 8000), .refused("crochets")),
    .text(
      "a table of 1,000 columns",
      String(repeating: "|a", count: 1000) + "\n" + String(repeating: "|-", count: 1000) + "\n", .refused("colonnes")),
    .text(
      "a table of 100,000 cells", "|a|b|c|d|\n|-|-|-|-|\n" + String(repeating: "|a\n", count: 9000), .refused("cases")),
    .text("a line of 100 kB", String(repeating: "a", count: 100_000), .refused("ligne")),
    .text("lines in a row", String(repeating: "mot\n", count: 20_000), .refused("lignes")),
    .text(
      "a definition of 8 kB",
      "[a]\n\n[a]: /\(String(repeating: "x", count: 4000)) \"\(String(repeating: "y", count: 3000))\"",
      .refused("définition")),
    .text(
      "definitions that repeat",
      "[a]: https://exemple.org/\(String(repeating: "x", count: 1900))\n\n" + String(repeating: "[a] ", count: 1000),
      .harmless),
    .text("instructions that do not end", String(repeating: "<?", count: 3000), .harmless),
    .text("sections that do not end", String(repeating: "<![CDATA[ ", count: 700), .harmless),
    .text("pictures in pictures", String(repeating: "![[]()", count: 1200), .refused("remarques")),
    .text("addresses that close brackets", "www.exemple.org/" + String(repeating: ")", count: 7000), .harmless),
    .text(
      "code that does not end", (1...100).map { String(repeating: "`", count: $0) + "a" }.joined(separator: " "),
      .harmless),
    .text(
      "a thousand footnotes",
      (0..<1000).map { "[^\($0)]" }.joined(separator: " ") + "\n\n"
        + (0..<1000).map { "[^\($0)]: n" }.joined(separator: "\n\n"), .harmless),
    .text("a footnote that names itself", "[^a]\n\n[^a]: [^a] [^b]\n\n[^b]: [^a]", .harmless),
    .text(
      "5,000 addresses", (0..<10).map { _ in String(repeating: "http://a.fr ", count: 500) }.joined(separator: "\n\n"),
      .harmless),
    .text(
      "10,000 tags", (0..<10).map { _ in String(repeating: "<b>", count: 1000) }.joined(separator: "\n\n"),
      .warned("HTML")),
    .text(
      "1,000 links that lead nowhere",
      (0..<10).map { p in (0..<100).map { "[a](p\(p)-\($0).md)" }.joined(separator: " ") }.joined(separator: "\n\n"),
      .refused("p0-0.md")),
    .text("4,000 headings that skip", String(repeating: "# a\n\n###### b\n\n", count: 2000), .harmless),
    .text("10,000 headings of one name", String(repeating: "## a\n\n", count: 10_000), .harmless),
    .text("entities in a row", String(repeating: "&CounterClockwiseContourIntegral;", count: 240), .harmless),
    .text("marks that turn the direction in a link", "[\u{202E}gpj.exe](https://exemple.org/\u{202E}x)", .harmless),
  ]
}

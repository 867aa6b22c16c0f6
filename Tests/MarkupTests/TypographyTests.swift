import TestSupport
import Testing

@testable import Markup

/// In the tables `_` stands for U+00A0 and `~` for U+202F.
@Suite struct TypographyTests {
  private static func spaces(_ text: String) -> String {
    text.replacing("_", with: "\u{A0}").replacing("~", with: "\u{202F}")
  }

  /// Texts out of PDFs have accents behind their letters. Two strings are equal to Swift however that is written: bytes are compared.
  @Test(arguments: [
    ("e\u{301}te\u{301}", "été"), ("a\u{300} l'e\u{301}cole !", "à l’école\u{202F}!"), ("x\u{301}", "x\u{301}"),
    ("une e\u{302}ta", "une êta"), ("N\u{303}", "Ñ"),
  ])
  func `letters and their accents become one`(text: String, expected: String) {
    #expect(Array(Typography.french(text).utf8) == Array(expected.utf8))
    let pieces: [Inline] = [.text("Voici "), .strong([.text(text)]), .text(" fini")].inFrench
    guard case .strong(let inner) = pieces[1], case .text(let set)? = inner.first else {
      Issue.record("no strong text")
      return
    }
    #expect(Array(set.utf8) == Array(expected.utf8))
  }

  static let changed: [(String, String)] = [
    // Signs of two parts.
    ("Bonjour !", "Bonjour~!"), ("Bonjour!", "Bonjour~!"), ("Quoi ?", "Quoi~?"), ("Quoi?", "Quoi~?"),
    ("a ; b", "a~; b"),
    ("a; b", "a~; b"), ("Lieu : Paris", "Lieu_: Paris"), ("Lieu: Paris", "Lieu_: Paris"), ("Quoi ?!", "Quoi~?!"),
    ("Oh !!!", "Oh~!!!"), ("Oh!!!", "Oh~!!!"), ("Quoi_?", "Quoi~?"), ("Lieu~: a", "Lieu_: a"), ("a  !", "a~!"),
    ("(Bravo !)", "(Bravo~!)"), ("(Bravo!)", "(Bravo~!)"), ("Bravo ! Oui ?", "Bravo~! Oui~?"),
    ("2019 : fin", "2019_: fin"),
    ("Liste :", "Liste_:"), ("Liste:\nun", "Liste_:\nun"), ("Ah… !", "Ah…~!"), ("é!", "é~!"), ("« Oui »!", "«_Oui_»~!"),
    ("x) : y", "x)_: y"), ("À 14:30 : ici", "À 14:30_: ici"), ("https://a.fr !", "https://a.fr~!"),
    ("a@b.fr : c", "a@b.fr_: c"),
    // Per cent, euros.
    ("10 %", "10~%"), ("10%", "10~%"), ("12,5 %", "12,5~%"), ("10 €", "10~€"), ("10€", "10~€"), ("5 %.", "5~%."),
    ("(20%)", "(20~%)"), ("10 % !", "10~%~!"), ("5_€", "5~€"),
    // Quotes.
    ("« mot »", "«_mot_»"), ("«mot»", "«_mot_»"), ("«~mot~»", "«_mot_»"), ("“mot”", "«_mot_»"),
    ("un “bel” été", "un «_bel_» été"),
    ("\"mot\"", "«_mot_»"), ("un \"bel\" été", "un «_bel_» été"), ("(\"mot\")", "(«_mot_»)"),
    ("“a “b” c”", "«_a “b” c_»"),
    ("« a \"b\" c »", "«_a “b” c_»"), ("l'\"été\"", "l’«_été_»"), ("\"Oui!\"", "«_Oui~!_»"),
    ("« Quoi ? »", "«_Quoi~?_»"),
    ("«  a  »", "«_a_»"), ("“a”, “b”", "«_a_», «_b_»"), ("\"a\" et \"b\".", "«_a_» et «_b_»."),
    // Apostrophes.
    ("l'eau", "l’eau"), ("Champy'Soupe", "Champy’Soupe"), ("aujourd'hui", "aujourd’hui"), ("L'Haÿ", "L’Haÿ"),
    ("d'«été»", "d’«_été_»"), ("les ans '70", "les ans ’70"), ("qu'1", "qu’1"), ("'tit gars", "’tit gars"),
    // Ellipses.
    ("etc...", "etc…"), ("Et...", "Et…"), ("... fin", "… fin"), ("a...b", "a…b"), ("Quoi...?", "Quoi…~?"),
    // Numbers.
    ("10 000", "10~000"), ("1 234 567 habitants", "1~234~567 habitants"), ("10 000 €", "10~000~€"),
    ("76_000", "76~000"),
    ("1 500,50 €", "1~500,50~€"), ("n°5", "n°_5"), ("n° 5", "n°_5"), ("N° 12", "N°_12"), ("nº 5", "n°_5"),
    ("14h30", "14_h_30"), ("14h", "14_h"), ("14 h 30", "14_h_30"), ("14 h", "14_h"), ("14H30", "14_h_30"),
    ("de 9h à 18h.", "de 9_h à 18_h."),
    ("14h-18h", "14_h-18_h"), ("24h/24", "24_h/24"), ("14h30 !", "14_h_30~!"), ("8h05", "8_h_05"),
    ("(14h30)", "(14_h_30)"),
    ("2ème", "2e"), ("2eme étage", "2e étage"), ("3ième", "3e"), ("1ère", "1re"), ("1ier", "1er"),
    ("XXIème siècle", "XXIe siècle"),
    ("les 3èmes", "les 3es"), ("Ière", "Ire"), ("5 km", "5_km"), ("5km", "5_km"), ("200 m²", "200_m²"),
    ("200m²", "200_m²"),
    ("3 kg", "3_kg"), ("20 °C", "20_°C"), ("50 k€", "50_k€"), ("30 min", "30_min"), ("2,5 km", "2,5_km"),
    ("10 000 km", "10~000_km"),
    ("1 500 m² : ici", "1~500_m²_: ici"), ("25 % d'eau", "25~% d’eau"),
    // Days of months.
    ("le 6 mars", "le 6_mars"), ("vendredi 6 mars 2026", "vendredi 6_mars 2026"), ("1er mai", "1er_mai"),
    ("du 28 février au 3 mars.", "du 28_février au 3_mars."), ("le 31 décembre !", "le 31_décembre~!"),
    ("(12 août)", "(12_août)"), ("6 mars à 14h", "6_mars à 14_h"), ("Le 1ier avril", "Le 1er_avril"),
    ("les 7 et 8 juin", "les 7 et 8_juin"), ("11 novembre 1918", "11_novembre 1918"),
    ("d'ici le 5 mai", "d’ici le 5_mai"),
    // Titles before names.
    ("M. Dupont", "M._Dupont"), ("MM. Dupont et Durand", "MM._Dupont et Durand"), ("Mme Élise", "Mme_Élise"),
    ("avec Dr Martin", "avec Dr_Martin"), ("Me Leroy", "Me_Leroy"), ("Mlle Rose", "Mlle_Rose"),
    ("(M. Dupont)", "(M._Dupont)"),
    ("chez Mmes Roy et Lin", "chez Mmes_Roy et Lin"), ("Pr Tournesol", "Pr_Tournesol"),
    ("M. Dupont : oui", "M._Dupont_: oui"),
    // Parts of books and laws.
    ("p. 12", "p._12"), ("pp. 12-15", "pp._12-15"), ("art. 5", "art._5"), ("l'art. 5", "l’art._5"),
    ("chap. IV", "chap._IV"),
    ("fig. 3", "fig._3"), ("§ 4", "§_4"), ("vol. 2", "vol._2"), ("(voir p. 7)", "(voir p._7)"),
    // Telephone numbers.
    ("01 99 00 44 55", "01_99_00_44_55"), ("Tél. : 01 99 00 44 55.", "Tél._: 01_99_00_44_55."),
    ("+33 1 99 00 44 55", "+33_1_99_00_44_55"), ("+32 2 555 12 34", "+32_2_555_12_34"),
    ("(06 39 98 12 34)", "(06_39_98_12_34)"),
    ("01 99 00 44 55 ou 06 39 98 12 34", "01_99_00_44_55 ou 06_39_98_12_34"),
    // Dashes between words.
    ("Un mot - un autre", "Un mot – un autre"), ("un - deux - trois", "un – deux – trois"),
    ("un mot -- un autre", "un mot – un autre"),
    ("(oui) - non", "(oui) – non"), ("Bal ! - 5 €", "Bal~! – 5~€"), ("en 2026 - ou après", "en 2026 – ou après"),
    ("« a » - « b »", "«_a_» – «_b_»"),
    // Guillemets of two signs.
    ("<< bonjour >>", "«_bonjour_»"), ("<<bonjour>>", "«_bonjour_»"), ("dit << oui ! >> et", "dit «_oui~!_» et"),
    ("<< a >> et << b >>", "«_a_» et «_b_»"),
    ("rock 'n' roll", "rock ’n’ roll"), ("Rock 'n' Roll !", "Rock ’n’ Roll~!"),
  ]

  static let unchanged: [String] = [
    "", " ", "mot", "Bonjour~!", "Lieu_: Paris", "«_mot_»", "«_a “b” c_»", "l’eau", "10~000~€", "14_h_30", "2e", "1er",
    "XXIe", "n°_5", "…",
    "14:30", "à 9:05", "std::vector", "a::b :: c", "http://a.fr:80/?b=c;d!e", "www.a.fr/b?c", "mailto:a@b.fr",
    "a'b@c.fr", "https://a.fr/l'eau...",
    ":)", "ok :)", "ok ;-)", "ok :-(", ":tada:", "ok :tada: oui", "2019", "94500", "en 2019 100 personnes",
    "0 800 123 456", "01 48 00 00", "00 11 22 33 44 55", "mars 6", "06 mars", "32 mars", "2026 mars", "6 Marseillais",
    "6 marsouins", "3 mais", "porte-monnaie", "10 - 2 = 8", "5 - 3", "9 - 12", "- un", "un -", "-5", "--", "a--b",
    "1 -- 2",
    "a < b", "1 << 2", "<<", "x <<< y >>> z", "M.", "MM", "M. et", "Me voici", "Dr.", "p.m.", "art. x", "Pr", "Mme",
    "St-Denis", "S. m", "a - ", " - a",
    "123 456 789 00012", "12 h 30 h".replacing(" ", with: "_"), "%20", "50%a", "a=b?c:d", "?a", "!important", "(?)",
    "[!]", "..", "....", "../../a", "a/...",
    "5'", "5'30\"", "1,5", "3.14", "v1.2.3", "a_b:", "&amp;", "&nbsp;!", "12h30x", "A12h30", "h30", "no 5", "°C", "2G",
    "5m", "MIX", "CIVIL", "1ers",
    "Rock ’n’ roll", "'mot'", "un 'petit mot' dit", "“ouvert", "fermé”", "«", "»", "12 \" de",
    "e.g.: b".replacing(":", with: ","),
    "\u{FFFD}", "日本語！", "C:\\a\\b", "2026-03-20T19:00", "#a:b", "x²", "tel:+33",
  ]

  @Test(arguments: changed)
  func `French spaces, quotes, signs and numbers`(text: String, expected: String) {
    #expect(Typography.french(Self.spaces(text)) == Self.spaces(expected))
  }

  @Test(arguments: unchanged)
  func `what is right, or is no French, stays`(text: String) {
    let text = text.contains("a_b") ? text : Self.spaces(text)
    #expect(Typography.french(text) == text)
  }

  @Test(arguments: changed.map(\.1) + unchanged)
  func `twice is once`(text: String) {
    let once = Typography.french(Self.spaces(text))
    #expect(Typography.french(once) == once)
  }

  @Test func `twice is once for random mixes`() {
    let parts = [
      "a", "mot", "É", " ", " ", "\u{A0}", "\u{202F}", "\n", "'", "’", "\"", "“", "”", "«", "»", ":", ";", "!", "?",
      "%", "€", ".", "...", "…",
      "1", "10", "000", "2019", "h", "14h30", "n°", "°", "ème", "1ère", "XX", "km", "m²", ",", "(", ")", "-", "/", "@",
      ":)", "::", "www.", "_", "&", "\t",
    ]
    var failures = 0
    var seed: UInt64 = 42
    for _ in 0..<30_000 {
      var text = ""
      for _ in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(seed >> 33) % parts.count]
      }
      let once = Typography.french(text)
      let twice = Typography.french(once)
      if once != twice {
        Issue.record("\(text.debugDescription) → \(once.debugDescription) → \(twice.debugDescription)")
        failures += 1
        if failures > 10 { return }
      }
    }
  }

  @Test func `ordinary text is set as all rules set it`() {
    let parts = [
      "mot", "mot", "été", "Œuvre", "L", "Les", "Ivry", "XXIème", "Ier", " ", " ", " ", " ", "\n", "'", "’", ".", ",",
      " !",
      " : ", "!", ":", ";", " ?", "(", ")", "-", "2019", "5", "12", "000", "h", "km", "m", "l'eau", "ème", "\u{A0}",
      "«", "M.", "Me", "St", "Son", "p.", "art.", "t", "X", "6", "31", "32", "mars", " mai", "6 août",
    ]
    var seed: UInt64 = 7
    var ordinary = 0
    for _ in 0..<40_000 {
      var text = ""
      for _ in 0..<7 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(seed >> 33) % parts.count]
      }
      var run = RunningText()
      run.append(text)
      run.set()
      if run.stretches.isEmpty { ordinary += 1 }
      guard run.texts([(text, 0)]) == [AllRulesAtOnce.text(text)] else {
        let expected = AllRulesAtOnce.text(text).debugDescription
        Issue.record("\(text.debugDescription): \(run.texts([(text, 0)])), \(expected)")
        return
      }
    }
    #expect(ordinary > 1000)
  }

  /// Words that stretches end at, with all that rules look for between them.
  @Test func `text is set stretch by stretch as all rules set it at once`() {
    let parts = [
      "habitants", "réunions", "proposent", "quartier", "chaque", "l'atelier", "aujourd'hui", "M. Dupont", "6 mars",
      "le 12 septembre", "14h30", "14 h", "1ère", "XXIème", "n°5", "n ° 12", "p. 12", "art. X", "10 000",
      "01 99 00 44 55",
      "5km", "50 %", "10€", "- ", "– ", " -- ", "...", "« mot »", "«mot»", "\"mot", "mot\"", "“mot”", "<<mot", "mot>>",
      "'mot'", "'n'", "rock 'n' roll", "a@exemple.org", "https://exemple.org/a_b", "www.exemple.org", ":)", ":tada:",
      "&nbsp;", "12:30", "::", "Non !", "Oui?", "Quoi : rien", "a:b", "\n", "(et", "cela)", "\u{A0}", "e\u{301}té",
      "œuvre",
      "C’est", "3,5 kg", "2026-03-01", "80-90", "$", "1er mai", "Mme Curie",
      "Son", "Dans", "fin. La", "fin. 12", "32 mars", "-6 mars", "(6 mars)", "mars 6", "06 mai", "MM. A", "p.12", "Me.",
    ]
    var random = SeededGenerator(seed: 5)
    var isParted = 0
    for _ in 0..<60_000 {
      let length = Int(random.next() % 9) + 2
      let words = (0..<length).map { _ in
        // Half of them are words that a stretch may end at.
        random.next() % 2 == 0 ? parts[Int(random.next() % 5)] : parts[Int(random.next() % UInt64(parts.count))]
      }
      let inlines = words.enumerated().flatMap { number, word -> [Inline] in
        let text = (number > 0 && random.next() % 12 > 0 ? " " : "") + word
        switch random.next() % 9 {
        case 0: return [.strong([.text(text)])]
        case 1: return [.text(text), .softBreak]
        case 2: return [.text(text), .code("x")]
        default: return [.text(text)]
        }
      }
      var run = RunningText()
      run.append(words.joined(separator: " "))
      run.set()
      if run.stretches.count > 1 { isParted += 1 }
      let set = inlines.inFrench.flatMap(Self.texts)
      let full = AllRulesAtOnce.texts(of: inlines).filter { !$0.isEmpty }
      guard set == full else {
        Issue.record("\(inlines.flatMap(Self.texts)): \(set), \(full)")
        return
      }
    }
    #expect(isParted > 5_000)
  }

  @Test func `pieces of ordinary text are set as all rules set them`() {
    let pieces = ["l'", "eau", " !", " ", "mot :", "10", " km", " d", "'été", ".", "Fin", ",", " ?"]
    var seed: UInt64 = 11
    for _ in 0..<20_000 {
      let inlines = (0..<6).map { _ -> Inline in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let text = Inline.text(pieces[Int(seed >> 33) % pieces.count])
        return (seed >> 20) % 3 == 0 ? .strong([text]) : (seed >> 20) % 7 == 0 ? .softBreak : text
      }
      let set = inlines.inFrench.flatMap(Self.texts)
      let full = AllRulesAtOnce.texts(of: inlines).filter { !$0.isEmpty }
      guard set == full else {
        Issue.record("\(inlines): \(set), \(full)")
        return
      }
    }
  }

  private static func texts(_ inline: Inline) -> [String] {
    switch inline {
    case .text(let text): [text]
    case .strong(let content): content.flatMap(texts)
    default: []
    }
  }

  @Test func `the rules look across emphasis, links and code`() {
    let position = TextPosition(line: 1, column: 1)
    let link = Link(target: .written("https://a.fr/l'eau"), content: [.text("l'eau")], position: position)
    let inlines: [Inline] = [
      .strong([.text("mot")]), .text(" ! d'"), .emphasis([.text("été")]), .text(": \""), .strong([.text("a")]),
      .text("\" "),
      .code("l'eau !"), .text(" ? "), .link(link), .text(" : 10"), .strong([.text(" 000")]),
    ]
    let link2 = Link(target: link.target, content: [.text("l’eau")], position: position)
    #expect(
      inlines.inFrench == [
        .strong([.text("mot")]), .text("\u{202F}! d’"), .emphasis([.text("été")]), .text("\u{A0}: «\u{A0}"),
        .strong([.text("a")]),
        .text("\u{A0}» "), .code("l'eau !"), .text("\u{202F}? "), .link(link2), .text("\u{A0}: 10"),
        .strong([.text("\u{202F}000")]),
      ])
  }
}

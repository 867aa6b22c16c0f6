import Testing
import Text

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Île-de-France", "ile-de-france"), ("ÉTÉ", "ete"), ("Cœur ŒUVRE", "coeur oeuvre"), ("Ægir æ", "aegir ae"),
    ("Straße", "strasse"), ("Łódź", "lodz"), ("Champy’Soupe", "champy'soupe"), ("Champy'Soupe", "champy'soupe"),
    ("a\u{A0}b\u{202F}\u{2009}c\t\nd", "a b c d"), ("  au bord  ", "au bord"), ("", ""), ("\u{A0}", ""),
    ("e\u{301}te\u{301}", "ete"), ("c\u{327}a", "ca"), ("Việt", "viet"), ("Vie\u{323}\u{302}t", "viet"),
    ("ﬁn oﬃce", "fin office"), ("co\u{AD}working", "coworking"), ("\u{200F}abc\u{200E}", "abc"),
    ("Ñandú ÿ Ÿ ǿ Ș", "nandu y y o s"), ("ΑΒΓ", "αβγ"), ("Москва", "москва"), ("日本", "日本"), ("1er × 2", "1er × 2"),
    ("😀 Fête", "😀 fete"),
  ])
  func `case and accents do not count`(text: String, folded: String) {
    #expect(Folding.folded(text) == folded)
  }

  @Test func `both normal forms fold to the same, in other scripts too`() {
    #expect(Folding.folded("Йод") == Folding.folded("И\u{306}од"))
  }

  @Test(arguments: [
    ("Champy'Soupe : la soupe !", "champy-soupe-la-soupe"), ("Un cœur à l’œuvre", "un-coeur-a-l-oeuvre"),
    ("  --déjà--vu--  ", "deja-vu"), ("2019-07", "2019-07"), ("…", ""), ("日本", ""),
    ("État d’avancement", "etat-d-avancement"),
    ("E\u{301}cole", "ecole"), ("25 m² à 10 %", "25-m-a-10"), ("L'Haÿ-les-Roses", "l-hay-les-roses"), ("con", "con"),
    ("../../etc/passwd", "etc-passwd"),
  ])
  func `a name gives its slug`(name: String, slug: String) {
    #expect(Folding.slug(name) == slug)
  }

  /// The folded text is written into room for twice the bytes: every letter has to fit, alone as well as between others.
  @Test func `no letter is cut short`() {
    // Accents apart, which go by the letter before them.
    let letters = [0x80...0x2FF, 0x370...0x1FFFF].joined().compactMap(Unicode.Scalar.init)
    for letter in letters where letter.properties.isAlphabetic {
      let (alone, between) = (Folding.folded("\(letter)"), Folding.folded("abcd\(letter)efgh"))
      #expect(between == "abcd\(alone)efgh", "U+\(String(letter.value, radix: 16))")
    }
    #expect(Folding.folded(String(repeating: "\u{23A}", count: 100)) == String(repeating: "\u{2C65}", count: 100))
  }
}

import Search
import Testing
import Text

@Suite struct SearchFoldingTests {
  @Test(arguments: [
    ("L’Atelier", ["atelier"]),
    ("aujourd’hui", ["aujourdhui"]),
    ("d’aujourd’hui", ["aujourdhui"]),
    ("Champy’Soupe", ["champy", "soupe", "champysoupe"]),
    ("qu’est-ce", ["est", "ce", "estce"]),
    ("rendez\u{2011}vous", ["rendez", "vous", "rendezvous"]),
    ("Île-de-France", ["ile", "de", "france", "iledefrance"]),
    ("« Cœur » – l’œuf…", ["coeur", "oeuf"]),
    ("'a--b'c- -d''e'", ["a", "b", "c", "bc", "d", "e"]),
    ("habitant·e·s", ["habitant", "e", "s"]),
    ("10 m² à 14 h 30", ["10", "m²", "a", "14", "h", "30"]),
    ("Москва", ["москва"]),
    ("", []), ("–’-'", []),
  ])
  func `a text is found by its words`(text: String, terms: [String]) {
    #expect(SearchFolding.french.terms(in: text) == terms)
  }

  @Test(arguments: [
    ["equipement", "equipements"], ["local", "locaux", "locale", "locales"], ["travail", "travaux"],
    ["nouveau", "nouveaux", "nouvelle", "nouvelles"], ["animateur", "animatrice", "animatrices"],
    ["heureux", "heureuse"], ["premier", "premiere"], ["habitant", "habitante", "habitants"],
    ["associatif", "associative"], ["musicien", "musiciennes"], ["francais", "francaise", "francaises"],
    ["invite", "invitee", "invites"], ["bateau", "bateaux"],
  ])
  func `plurals and feminines have one stem`(words: [String]) {
    #expect(Set(words.map(SearchFolding.french.stem)).count == 1)
  }

  @Test(arguments: [("port", "sport"), ("mer", "mere"), ("pain", "pin"), ("cour", "course")])
  func `other words have their own`(a: String, b: String) {
    #expect(SearchFolding.french.stem(a) != SearchFolding.french.stem(b))
  }
}

extension SearchFolding {
  /// The words of French: elisions, simple plurals and feminines. Everything is written as ``Markup/Folding`` leaves it:
  /// lower case, no accents.
  package static let french = SearchFolding(
    elisions: [
      "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    ],
    whole: ["aujourd'hui", "presqu'ile", "quelqu'un", "quelqu'une", "prud'homme", "prud'hommes", "entr'aide"],
    ignored: Set(
      """
      a ai au aux avec ayant c ce ceci cela celle celles celui ces cet cette ceux chez ci comme d dans de des donc
      dont du elle elles en encore entre es est et etaient etait etant etre eu eux il ils j je l la le les leur leurs
      lors lui m ma mais me meme memes mes moi n ne ni nos notre nous on ont ou par pas pour qu que quel quelle quelles
      quels qui s sa sans se sera seront ses si soit sont sur t ta te tes toi tous tout toute toutes tres tu un une vers
      vos votre vous y
      """.split(whereSeparator: \.isWhitespace).map(String.init)),
    endings: [
      // travaux, travail; locaux, locale, local
      ("al", ["aux", "ail", "ails", "ale", "ales", "als"], 3),
      // nouveau, nouveaux, nouvelle; culturelle, culturel
      ("el", ["eau", "eaux", "elle", "elles", "els"], 3),
      // animatrice, animateur; acheteuse
      ("t", ["teur", "teurs", "trice", "trices", "teuse", "teuses"], 3),
      // serveuse, serveur; heureuse, heureux
      ("eu", ["eur", "eurs", "eux", "euse", "euses"], 3),
      // premiere, premier; boulangere
      ("er", ["ers", "ere", "eres"], 3),
      // parisienne, parisien
      ("en", ["ens", "enne", "ennes"], 3),
      // patronne, patron
      ("on", ["ons", "onne", "onnes"], 3),
      // associative, associatif
      ("if", ["ifs", "ive", "ives"], 3),
      // francaise, francais; champenoise
      ("ai", ["aise", "aises"], 3),
      ("oi", ["oise", "oises"], 3),
      // habitante; invitee, invite
      ("", ["e", "es", "ee", "ees"], 4),
      // any other plural
      ("", ["s", "x"], 3),
    ].flatMap { replacement, endings, rest in
      endings.map { Ending(text: $0, replacement: replacement, shortestRest: rest) }
    }.sorted { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) },
    shortestMisspelt: 5)
}

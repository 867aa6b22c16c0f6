/// The commonest mistakes, each once.
enum Mistakes {
  static let all: [Mistake] = frontMatter + values + dates + events + references + texts + issues + settings + others

  private static let partners = [
    "partenaires/region.md": "---\ntitre: Conseil régional d'Île-de-France\nautres_noms: [IDF, Région]\n---\nTexte.\n",
    "partenaires/departement.md": "---\ntitre: Département\n---\nTexte.\n",
  ]
  private static let atelier = ["lieux/l-atelier.md": "---\ntitre: L'Atelier\n---\nTexte.\n"]

  static let frontMatter: [Mistake] = [
    Mistake("no front matter", "missing-front-matter", "nouvelles/a.md", "⟦Bonjour à tous⟧\n\nUn texte.\n"),
    Mistake("no opening fence", "missing-opening-fence", "nouvelles/a.md", "⟦titre: Essai⟧\ndate: 2026\n---\nTexte.\n"),
    Mistake(
      "unclosed front matter", "unclosed-front-matter", "nouvelles/a.md", "⟦---⟧\ntitre: Essai\ndate: 2026\n\nTexte.\n"),
    Mistake("long dash as fence", "odd-fence", "nouvelles/a.md", "⟦—⟧\ntitre: Essai\ndate: 2026\n---\nTexte.\n"),
    Mistake("two dashes as fence", "odd-fence", "nouvelles/a.md", "---\ntitre: Essai\ndate: 2026\n⟦––⟧\nTexte.\n"),
    Mistake(
      "blank line above", "blank-before-fence", "nouvelles/a.md", "\n⟦---⟧\ntitre: Essai\ndate: 2026\n---\nTexte.\n"),
    Mistake(
      "blanks before the fences", "indented-fence", "nouvelles/a.md", "⟦ --- ⟧\ntitre: Essai\ndate: 2026\n---\nTexte.\n"
    ),
    Mistake(
      "front matter in a block of code", "front-matter-in-code", "nouvelles/a.md",
      "⟦```yaml⟧\n---\ntitre: Essai\ndate: 2026\n---\n```\nTexte.\n"),
    Mistake(
      "front matter below the text", "text-before-front-matter", "nouvelles/a.md",
      "⟦Bonjour à tous⟧\n\n---\ntitre: Essai\ndate: 2026\n---\nTexte.\n"),
    Mistake(
      "front matter of another program", "foreign-front-matter", "nouvelles/a.md",
      "⟦+++⟧\ntitle = \"Essai\"\n+++\nTexte.\n"),
    Mistake(
      "an event among the news", "event-elsewhere", "nouvelles/a.md",
      "---\ntitre: Bal\n⟦debut⟧: 2026-03-07 14:00\nfin: 2026-03-07 17:00\nlieu: Salle des Saules\n---\nTexte.\n"),
    .news("a list item without space", "odd-list-item", "etiquettes:\n⟦-pain⟧"),
    .news("a list with bullets", "odd-list-item", "etiquettes:\n- pain\n⟦• four⟧"),
    .news("a quotation without its end", "unpaired-quote", "resume: ⟦Il dit « Une phrase⟧"),
    .event("a session without space", "odd-list-item", "seances:\n⟦-2026-03-27 18:00 - 20:00⟧"),
    .news("a list in curly quotes", "loose-list", "etiquettes: ⟦“soupe”, “hiver”⟧"),
    .news("tags with number signs", "loose-list", "etiquettes: ⟦#pain #four⟧"),
    .news("one quote", "lone-quote", "lieu: ⟦\"La cour⟧"),
    .news("signs of HTML", "html-entities", "lieu: ⟦L&#39;atelier⟧"),
    .event("a number as place", "number-as-place", "debut: 2026-06-20\nlieu: ⟦12⟧"),
    Mistake("empty file", "empty-file", "nouvelles/a.md", ""),
    Mistake("no title", "missing-titre", "nouvelles/a.md", "---\ndate: 2026\n---\nTexte.\n"),
    Mistake("empty title", "empty-required", "nouvelles/a.md", "---\n⟦titre⟧:\ndate: 2026\n---\nTexte.\n"),
    Mistake("misspelt title", "unknown-key", "nouvelles/a.md", "---\n⟦titel⟧: Essai\ndate: 2026\n---\nTexte.\n"),
    Mistake("no date", "missing-date", "nouvelles/a.md", "---\ntitre: Essai\n---\nTexte.\n"),
    .news("misspelt key", "unknown-key", "⟦partenaire⟧: IDF", others: partners),
    .news("unknown key", "unknown-key", "⟦couleur⟧: bleu"),
    .news("key twice", "duplicate-key", "⟦Titre⟧: Autre"),
    .news("key and its English synonym", "duplicate-key", "⟦title⟧: Autre"),
    .news("no space after the colon", "odd-colon", "⟦lieu:Atelier⟧"),
    .news("full-width colon", "odd-colon", "⟦lieu：Atelier⟧"),
    .news("comma for a colon", "missing-colon", "⟦lieu, Atelier⟧"),
    .news("equals sign for a colon", "missing-colon", "⟦lieu = Atelier⟧"),
    .news("no colon", "missing-colon", "⟦lieu Atelier⟧"),
    .news("a sentence among the keys", "line-without-key", "⟦Venez nombreux !⟧"),
    .news("an indented key", "indented-key", "⟦ lieu: Atelier⟧"),
    .news("a tab", "tab-indent", "partenaires:\n⟦\t⟧- region", others: partners),
    .news("conflict markers", "conflict-marker", "⟦<<<<<<< HEAD⟧\nlieu: a\n=======\nlieu: b\n>>>>>>> autre"),
    .body("conflict markers in the text", "conflict-marker", "Un\n⟦<<<<<<< HEAD⟧\ndeux\n=======\ntrois\n>>>>>>> autre"),
    .news("an anchor", "yaml-feature", "partenaires: ⟦&⟧a [region]", others: partners),
    .news("an alias in a list", "yaml-feature", "partenaires: [⟦*⟧a]", others: partners),
    .news("a tag", "yaml-feature", "etiquettes: ⟦!⟧!str ess"),
    .news("an unclosed bracket", "unclosed-bracket", "etiquettes: ⟦[ess, soupe⟧"),
    .news("an unclosed quote in a list", "unclosed-quote", "etiquettes: [⟦\"ess, soupe]⟧"),
  ]

  static let values: [Mistake] = [
    .news("a draft under another name", "key-by-habit", "⟦published: false⟧"),
    .news("a day of publication under another name", "key-by-habit", "⟦publishDate: 2026-01-05⟧"),
    .news("a misspelt draft that is unclear", "unclear-hiding", "⟦brouillons: peut-être⟧"),
    .news("a key that changes nothing", "key-without-effect", "⟦published: true⟧"),
    .news("news that are cancelled", "called-off-elsewhere", "⟦annulé: oui⟧"),
    .news("an end of publication", "end-of-publishing", "⟦expiryDate: 2026-08-01⟧"),
    .event("a status under another name", "key-by-habit", "debut: 2026-06-20\n⟦annule: oui⟧"),
    .event("a postponement in one line", "postponed-in-one-line", "debut: 2026-06-20\n⟦reporte: 2026-07-04⟧"),
    .news("a draft that is neither yes nor no", "not-yes-or-no", "brouillon: ⟦peut-être⟧"),
    .news("a list for a date", "list-instead-of-value", "publier_le: ⟦[2026-01-01, 2026-02-01]⟧"),
    .news("curly quotes", "curly-quotes", "lieu: ⟦“La cour”⟧"),
    .news("an apostrophe within single quotes", "quote-within-quotes", "lieu: ⟦'l'Atelier'⟧"),
    .news("nothing behind a key", "empty-value", "⟦partenaires⟧:"),
    .news("a tag without letters", "empty-tag", "etiquettes: [⟦!!⟧, soupe]".replacing("!!", with: "…")),
    .news("an image without description", "missing-alternative", "⟦image⟧: a.png", others: ["nouvelles/a.png": "x"]),
    .news("a description without image", "alternative-without-image", "⟦image_alt⟧: Un jardin"),
    .news(
      "a description that is the title", "alternative-repeats", "image: a.png\nimage_alt: ⟦essai⟧",
      others: ["nouvelles/a.png": "x"]),
    .news(
      "a description that is the title and no more", "alternative-repeats",
      "image: a.png\nimage_alt: ⟦Photo de l’essai⟧", others: ["nouvelles/a.png": "x"]),
    .news(
      "a description that is the name of the file", "alternative-repeats",
      "image: fete_du-quai.jpg\nimage_alt: ⟦Fête du quai⟧", others: ["nouvelles/fete_du-quai.jpg": "x"]),
    .news(
      "a description that is the whole name of the file", "alternative-repeats",
      "image: IMG_1234.jpg\nimage_alt: ⟦IMG_1234.jpg⟧", others: ["nouvelles/IMG_1234.jpg": "x"]),
    .news(
      "an image that is not there", "missing-image", "image: ⟦jardn.png⟧\nimage_alt: x",
      others: ["nouvelles/jardin.png": "x"]),
    .news(
      "an image with other capitals", "wrong-case", "image: ⟦Jardin.PNG⟧\nimage_alt: x",
      others: ["nouvelles/jardin.png": "x"]),
    .news("an image elsewhere", "image-must-be-file", "image: ⟦https://exemple.org/a.png⟧\nimage_alt: x"),
    .news("an alias that is no path", "bad-alias", "alias: ⟦ancienne-page⟧"),
    Mistake(
      "a latitude with a comma", "decimal-comma", "lieux/a.md",
      "---\ntitre: A\nlatitude: ⟦48,81⟧\nlongitude: 2.5\n---\n"),
    Mistake(
      "a latitude out of range", "out-of-range", "lieux/a.md",
      "---\ntitre: A\nlatitude: ⟦148.81⟧\nlongitude: 2.5\n---\n"),
    Mistake("half of the coordinates", "half-coordinates", "lieux/a.md", "---\ntitre: A\n⟦latitude⟧: 48.81\n---\n"),
    Mistake(
      "a web address without https", "url-without-scheme", "partenaires/a.md",
      "---\ntitre: A\nsite: ⟦www.exemple.org⟧\n---\n"),
    Mistake(
      "an account without https", "url-without-scheme", "partenaires/a.md",
      "---\ntitre: A\nsite: ⟦mastodon.social/@p⟧\n---\n"),
    .event(
      "a page with a sign of mail in its query", "url-without-scheme",
      "debut: 2026-03-20 19:00 - 21:00\ninscription: ⟦helloasso.com/associations/x?y=1@2⟧"),
    Mistake("no web address", "bad-url", "partenaires/a.md", "---\ntitre: A\nsite: ⟦sur demande⟧\n---\n"),
    Mistake(
      "a menu that is no number", "not-an-integer", "pages/a.md", "---\ntitre: A\nmenu: ⟦premier⟧\n---\nTexte.\n"),
  ]

  static let dates: [Mistake] = [
    .event("a wrong day of the week", "impossible-date", "debut: ⟦vendredi 7 mars 2026 14h⟧\nfin: 17h"),
    .event("days as a range", "range-by-habit", "debut: ⟦du 7 au 9 mars 2026⟧"),
    .event("hours as a range", "range-by-habit", "debut: ⟦samedi 7 mars 2026 de 14h à 17h⟧"),
    .event("an end at midnight", "impossible-date", "debut: 2026-03-20 20:00\nfin: ⟦2026-03-20 minuit⟧"),
    .event("hours of a session", "range-by-habit", "seances: [⟦20 mars 2026 de 19h à 21h⟧]"),
    .event("a session without an end", "assumed-end", "seances: [⟦2026-03-27 19:00⟧]"),
    .event("a range and an end", "range-beside-end", "debut: ⟦du 7 au 9 mars 2026⟧\nfin: 2026-03-09"),
    .event("a range that ends before it begins", "end-before-start", "debut: ⟦2026-03-09 au 2026-03-07⟧"),
    Mistake("a French date", "date-by-habit", "nouvelles/a.md", "---\ntitre: A\ndate: ⟦24 mai 2019⟧\n---\nTexte.\n"),
    Mistake("30 February", "impossible-date", "nouvelles/a.md", "---\ntitre: A\ndate: ⟦2019-02-30⟧\n---\nTexte.\n"),
    Mistake("month 13", "impossible-date", "nouvelles/a.md", "---\ntitre: A\ndate: ⟦2019-13⟧\n---\nTexte.\n"),
    Mistake(
      "25 o'clock", "impossible-date", "nouvelles/a.md", "---\ntitre: A\ndate: ⟦2019-05-01 25:00⟧\n---\nTexte.\n"),
    Mistake("no date at all", "not-a-date", "nouvelles/a.md", "---\ntitre: A\ndate: ⟦bientôt⟧\n---\nTexte.\n"),
    Mistake(
      "a date with a zone", "date-with-zone", "nouvelles/a.md",
      "---\ntitre: A\ndate: ⟦2019-05-01 10h00 +02:00⟧\n---\nTexte.\n"),
    .news("a month where a day is needed", "wrong-precision", "publier_le: ⟦2026-03⟧"),
  ]

  static let events: [Mistake] = [
    .event("no date", "missing-debut", "prix: libre"),
    .event("a repetition begun and left empty", "empty-value", "debut: 2026-03-20\n⟦repetition⟧:"),
    .event("a repetition of which quotes are left", "empty-repetition", "debut: 2026-03-20\nrepetition: ⟦''⟧"),
    .event("an end before the start", "end-before-start", "debut: 2026-03-20 19:00\nfin: ⟦2026-03-20 18:00⟧"),
    .event("an end of other precision", "end-precision", "debut: 2026-03-20 19:00\nfin: ⟦2026-03-21⟧"),
    .event("an hour alone for the end", "date-by-habit", "debut: 2026-03-20 19:00\nfin: ⟦22h⟧"),
    .event("no end", "assumed-end", "debut: ⟦2026-03-20 19:00⟧"),
    .event("an end without start", "end-without-start", "rythme: parfois\n⟦fin⟧: 2026-03-20"),
    .event("an hour that the clock skips", "hour-skipped", "debut: ⟦2026-03-29 02:30⟧\nfin: 2026-03-29 04:00"),
    .event(
      "a returning hour that the clock skips", "hour-skipped",
      "debut: 2026-03-22 02:30\nfin: 2026-03-22 04:00\nrepetition:\n  chaque: semaine"),
    .event("a status that is none", "not-a-choice", "debut: 2026-03-20\netat: ⟦anulé⟧"),
    .event("a reason without cause", "reason-without-cause", "debut: 2026-03-20\n⟦motif⟧: Pluie"),
    .event(
      "a cancelled day without its date", "missing-member",
      "debut: 2026-03-06\nrepetition:\n  chaque: semaine\n  annulees:\n    - ⟦motif: Pluie⟧"),
    .event(
      "a cancelled day with a reason, off the rule", "not-an-occurrence",
      "debut: 2026-03-06\nrepetition: {chaque: semaine, annulees: [{date: ⟦2026-03-14⟧, motif: Pluie}]}"),
    .event("a new date without status", "postponed-without-status", "debut: 2026-03-20\n⟦reporte_au⟧: 2026-04-20"),
    .event("a repetition without start", "repetition-without-start", "rythme: parfois\n⟦repetition⟧: {chaque: mois}"),
    .event("a repetition of a month", "repetition-needs-day", "⟦debut⟧: 2026-03\nrepetition: {chaque: mois}"),
    .event(
      "a repetition that is not understood", "rule-not-understood",
      "debut: 2026-03-06\nrepetition: ⟦quand il fait beau⟧"),
    .event("an unknown period", "not-a-choice", "debut: 2026-03-06\nrepetition: {chaque: ⟦trimestre⟧}"),
    .event(
      "an unknown key of a repetition", "unknown-key", "debut: 2026-03-06\nrepetition:\n  chaque: mois\n  ⟦tous_le⟧: 2"),
    .event(
      "a day that is none", "not-a-monthly-day", "debut: 2026-03-06\nrepetition: {chaque: mois, le: ⟦1er vendrdi⟧}"),
    .event("a weekday that is none", "not-a-weekday", "debut: 2026-03-06\nrepetition: {chaque: semaine, le: ⟦ven⟧}"),
    .event(
      "a start off the rule", "start-off-rule", "debut: ⟦2026-03-07⟧\nrepetition: {chaque: mois, le: 1er vendredi}"),
    .event("a day with every day", "on-not-allowed", "debut: 2026-03-06\nrepetition: {chaque: jour, ⟦le⟧: mardi}"),
    .event(
      "until and count", "until-and-count",
      "debut: 2026-03-06\nrepetition: {chaque: mois, jusqu_au: 2026-12-31, ⟦nombre⟧: 3}"),
    .event(
      "the end of the series for the end of one time", "overlapping-repetition",
      "debut: 2026-03-06 19:00\nfin: ⟦2026-06-26 21:00⟧\nrepetition: {chaque: semaine}"),
    .event(
      "whole days that overlap", "overlapping-repetition",
      "debut: 2026-03-06\nfin: ⟦2026-03-08⟧\nrepetition: {dates: [2026-03-06, 2026-03-08]}"),
    .event(
      "until before the start", "until-before-start",
      "debut: 2026-03-06\nrepetition: {chaque: mois, jusqu_au: ⟦2025-12-31⟧}"),
    .event(
      "an exception that is no occurrence", "not-an-occurrence",
      "debut: 2026-03-06\nrepetition: {chaque: mois, le: 1er vendredi, sauf: [⟦2026-04-04⟧]}"),
    .event(
      "days left out that end before they begin", "range-backwards",
      "debut: 2026-03-06\nrepetition: {chaque: semaine, sauf: [⟦2026-08-23 au 2026-08-01⟧]}"),
    .event(
      "an everyday name within a repetition", "unknown-key",
      "debut: 2026-03-06\nrepetition:\n  chaque: semaine\n  ⟦jours⟧: vendredi"),
    .event(
      "a key of nothing within a repetition", "unknown-key",
      "debut: 2026-03-06\nrepetition:\n  chaque: semaine\n  ⟦couleur⟧: bleu"),
    .event(
      "excluded and cancelled", "excluded-and-cancelled",
      "debut: 2026-03-06\nrepetition: {chaque: semaine, sauf: [2026-03-13], annulees: [⟦2026-03-13⟧]}"),
    .event(
      "a move without new date", "missing-member",
      "debut: 2026-03-06\nrepetition:\n  chaque: semaine\n  deplacees:\n    - ⟦prevue: 2026-03-13⟧"),
    .event(
      "a rule beside dates", "rule-beside-dates", "debut: 2026-03-06\nrepetition: {⟦chaque⟧: mois, dates: [2026-03-06]}"
    ),
    .event(
      "a moved hour in an all-day event", "hour-in-all-day",
      "debut: 2026-03-06\nrepetition:\n  chaque: semaine\n  deplacees:\n    - {prevue: 2026-03-13, nouvelle: ⟦2026-03-14 15:00⟧}"
    ),
  ]

  static let references: [Mistake] = [
    .news("an unknown partner", "unknown-entry", "partenaires: [⟦regoin⟧]", others: partners),
    .news("a partner twice", "repeated-reference", "partenaires: [IDF, ⟦region⟧]", others: partners),
    .event(
      "an unknown series", "unknown-entry", "debut: 2026-03-06\nserie: ⟦Champysoupe⟧",
      others: ["series/champy-soupe.md": "---\ntitre: Champy'Soupe\n---\n"]),
    .event("nearly a place", "near-miss", "debut: 2026-03-06\nlieu: ⟦L'Ateller⟧", others: atelier),
    .news(
      "an ambiguous name", "ambiguous-name", "evenements: [⟦Soupe⟧]",
      others: [
        "evenements/s1.md": "---\ntitre: Soupe\ndebut: 2018-06\n---\n",
        "evenements/s2.md": "---\ntitre: Soupe\ndebut: 2018-11\n---\n",
      ]),
    .news(
      "an event not yet published", "reference-to-unpublished", "evenements: [⟦s1⟧]",
      others: ["evenements/s1.md": "---\ntitre: Soupe\ndebut: 2018-06\npublier_le: 2027-01-01\n---\n"]),
    Mistake("a year as name", "reserved-address", "nouvelles/2019.md", "---\ntitre: A\ndate: 2019\n---\nTexte.\n"),
    Mistake(
      "two files of one address", "same-address", "nouvelles/soupe-.md", "---\ntitre: A\ndate: 2019\n---\nTexte.\n",
      others: ["nouvelles/Soupe.md": "---\ntitre: A\ndate: 2019\n---\nTexte.\n"]),
    Mistake("a name without letters", "empty-slug", "nouvelles/!!!.md", "---\ntitre: A\ndate: 2019\n---\nTexte.\n"),
    Mistake("a text outside the folders", "stray-markdown", "archives/a.md", "---\ntitre: A\n---\nTexte.\n"),
    Mistake("a text in a folder of another name", "wrong-folder", "actualites/a.md", "---\ntitre: A\n---\nTexte.\n"),
    Mistake("a name without ending", "entry-with-other-ending", "nouvelles/a", "---\ntitre: A\n---\nTexte.\n"),
    Mistake("a document of another program", "lost-manuscript", "nouvelles/a.docx", "PK"),
    Mistake("a text that is no entry", "other-extension", "nouvelles/a.txt", "Texte.\n"),
  ]

  static let texts: [Mistake] = [
    .body("a picture of the computer", "file-of-computer", "⟦!⟧[Une table](C:\\\\Users\\\\Odile\\\\table.jpg)"),
    .body("a picture within the text", "embedded-file", "⟦!⟧[Une table](data:image/png;base64,iVBORw0KGgo=)"),
    .body(
      "a file with other spaces", "other-signs", "⟦!⟧[Une table](Capture%20d'écran%2010.30%20AM.png)",
      others: ["nouvelles/Capture d’écran 10.30\u{202F}AM.png": "x"]),
    .body(
      "a pointer of Git LFS", "lfs-pointer", "⟦[⟧Le plan](plan.pdf)",
      others: ["nouvelles/plan.pdf": "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1234\n"]),
    .body("a shortcode", "foreign-instruction", "Voici ⟦{{< youtube abc >}}⟧ et la suite."),
    .body("a comment of another program", "foreign-comment", "Venez.\n\n⟦%% Ne pas publier %%⟧"),
    .body("attributes of another program", "foreign-attributes", "Venez.\n⟦{: .logo}⟧"),
    Mistake("no text", "empty-body", "nouvelles/a.md", "---\ntitre: A\ndate: 2019\n---\n"),
    .body("HTML", "raw-html", "Un\n\n⟦<⟧div class=\"x\">texte</div>"),
    .body("a comment", "html-comment", "⟦<⟧!-- à relire -->\n\nUn texte."),
    .body("a heading of the first level", "first-level-heading", "⟦#⟧ Bonjour\n\nUn texte."),
    .body("a skipped level", "skipped-heading", "## Un\n\n⟦#⟧### Deux"),
    .body(
      "an image without description", "image-without-alternative", "⟦!⟧[](a.png)", others: ["nouvelles/a.png": "x"]),
    .body("a broken link", "broken-link", "Voir ⟦[⟧la suite](suite.md)."),
    .body(
      "a link without .md", "link-without-extension", "Voir ⟦[⟧la suite](b).",
      others: ["nouvelles/b.md": "---\ntitre: B\ndate: 2019\n---\nTexte.\n"]),
    .body("a broken fragment", "broken-fragment", "Voir ⟦[⟧la suite](#accees).\n\n## Accès"),
    .body(
      "a broken fragment elsewhere", "broken-fragment", "Voir ⟦[⟧la suite](b.md#x).",
      others: ["nouvelles/b.md": "---\ntitre: B\ndate: 2019\n---\nTexte.\n"]),
    .body("a link out of the content", "outside-content", "Voir ⟦[⟧ceci](../../etc/passwd)."),
    .body("a web address without scheme", "link-without-scheme", "Voir ⟦[⟧le site](www.exemple.org)."),
    .body("a link to write to nobody", "bad-email", "Écrire ⟦[⟧ici](mailto:équipe@exemple.org)."),
    .body("an e-mail without mailto", "email-link-without-scheme", "Écrire ⟦[⟧ici](nom@exemple.org)."),
    .body("a program as link", "forbidden-scheme", "Voir ⟦[⟧ceci](javascript:alert(1))."),
    .body("an empty link", "empty-link", "Voir ⟦[⟧ceci]()."),
    .body("an image from elsewhere", "external-image", "⟦!⟧[Un jardin](https://exemple.org/a.png)"),
    .body(
      "an attachment that runs", "attachment-of-other-kind", "Voir ⟦[⟧ceci](a.html).", others: ["nouvelles/a.html": "x"]
    ),
    .body(
      "an attachment named by one kind, of another", "attachment-disguised", "Voir ⟦[⟧ceci](a.pdf).",
      others: ["nouvelles/a.pdf": "<html>"]),
    .body(
      "an attachment that is one but for a sign", "attachment-of-other-kind", "Voir ⟦[⟧ceci](a.pdf~).",
      others: ["nouvelles/a.pdf~": "%PDF-1.7"]),
    .body("a text that is no image", "not-an-image", "⟦!⟧[Plan](a.pdf)", others: ["nouvelles/a.pdf": "x"]),
  ]

  static let issues: [Mistake] = [
    Mistake(
      "no send date", "missing-date_envoi", "infolettres/2026-01.md",
      "---\ntitre: A\naccroche: Une accroche bien assez longue pour passer.\n---\n"),
    Mistake(
      "no preheader", "missing-accroche", "infolettres/2026-01.md", "---\ntitre: A\ndate_envoi: 2026-01-31\n---\n"),
    Mistake(
      "a short preheader", "preheader-length", "infolettres/2026-01.md",
      "---\ntitre: A\ndate_envoi: 2026-01-31\naccroche: ⟦Bonjour⟧\n---\n"),
    Mistake(
      "since after sending", "since-after-sending", "infolettres/2026-01.md",
      "---\ntitre: A\ndate_envoi: 2026-01-31\ndepuis: ⟦2026-02-01⟧\naccroche: Une accroche bien assez longue pour passer.\n---\n"
    ),
    Mistake(
      "a button without link", "missing-member", "infolettres/2026-01.md",
      "---\ntitre: A\ndate_envoi: 2026-01-31\naccroche: Une accroche bien assez longue pour passer.\n⟦appel⟧: {texte: Venez}\n---\n"
    ),
  ]

  static let settings: [Mistake] = [
    Mistake(
      "no title of the site", "missing-titre", "site.yml",
      "adresse: https://exemple.org/\nidentifiant: 7b1c5a52-4b60-4f0e-9a39-0d5c2f6f7a11\n"),
    Mistake(
      "an address that is none", "bad-base-address", "site.yml",
      "titre: A\nadresse: ⟦exemple⟧\nidentifiant: 7b1c5a52-4b60-4f0e-9a39-0d5c2f6f7a11\n"),
    Mistake(
      "a repository that is none", "bad-repository", "site.yml",
      "\(ContentFixture.settings)depot: ⟦https://github.com/champigny⟧\n"),
    Mistake(
      "a format that came later", "later-format", "site.yml", "\(ContentFixture.settings)format: ⟦3⟧\n"),
    Mistake("a format that is none", "out-of-range", "site.yml", "\(ContentFixture.settings)format: ⟦0⟧\n"),
    Mistake("an unknown zone", "unknown-zone", "site.yml", "\(ContentFixture.settings)fuseau: ⟦Europe/Pariss⟧\n"),
    Mistake(
      "a zone out of its folder", "unknown-zone", "site.yml",
      "\(ContentFixture.settings)fuseau: ⟦../../../etc/passwd⟧\n"),
    Mistake(
      "an unknown provider", "not-a-choice", "site.yml",
      "\(ContentFixture.settings)infolettre: {prestataire: ⟦mailjett⟧}\n"),
    Mistake(
      "a mailbox that is none", "bad-mailbox", "site.yml",
      "\(ContentFixture.settings)infolettre: {expediteur: ⟦le tiers-lieu⟧}\n"),
    Mistake(
      "a mailbox with an accent", "bad-mailbox", "site.yml",
      "\(ContentFixture.settings)infolettre: {repondre_a: ⟦équipe@exemple.org⟧}\n"),
    Mistake(
      "a mailbox with a dot before the sign", "bad-mailbox", "site.yml",
      "\(ContentFixture.settings)infolettre:\n  expediteur: ⟦Le préau <equipe.@exemple.org>⟧\n"),
    Mistake(
      "a mailbox without a domain", "bad-email", "site.yml",
      "\(ContentFixture.settings)editeur:\n  courriel: ⟦equipe@exemple⟧\n"),
    Mistake(
      "a value to fill in", "placeholder", "site.yml", "\(ContentFixture.settings)editeur:\n  nom: ⟦à compléter⟧\n"),
    Mistake(
      "a logo that is not there", "missing-image", "site.yml", "\(ContentFixture.settings)logo: ⟦images/logo.svg⟧\n"),
    Mistake(
      "a logo from elsewhere", "image-must-be-file", "site.yml",
      "\(ContentFixture.settings)logo: ⟦https://exemple.org/logo.png⟧\n"),
    Mistake("a logo to fill in", "placeholder", "site.yml", "\(ContentFixture.settings)logo: ⟦à compléter⟧\n"),
    Mistake("an unknown setting", "unknown-key", "site.yml", "\(ContentFixture.settings)⟦devis⟧: Un lieu\n"),
  ]

  /// Of places, partners, series and letters.
  static let others: [Mistake] = [
    Mistake(
      "a misspelt address", "unknown-key", "lieux/a.md",
      "---\ntitre: Essai\n⟦adress⟧: 1 rue du Port\n---\nUn texte.\n"),
    Mistake(
      "a misspelt town", "unknown-key", "lieux/a.md",
      "---\ntitre: Essai\ncode_postal: 94500\n⟦vile⟧: Champigny\n---\nUn texte.\n"),
    Mistake(
      "a number that nobody answers", "not-a-number-to-call", "lieux/a.md",
      "---\ntitre: Essai\ntelephone: ⟦01 99 00⟧\n---\nUn texte.\n"),
    Mistake(
      "a mail address that hides its sign", "bad-email", "lieux/a.md",
      "---\ntitre: Essai\ncourriel: ⟦bonjour(at)exemple.org⟧\n---\nUn texte.\n"),
    Mistake(
      "a site without https", "url-without-scheme", "lieux/a.md",
      "---\ntitre: Essai\nsite: ⟦exemple.org⟧\n---\nUn texte.\n"),
    Mistake(
      "a day that is none in opening hours", "opening-days-not-understood", "lieux/a.md",
      "---\ntitre: Essai\nhoraires:\n  mardi: 9h-19h\n  ⟦mercrdi⟧: 9h-12h\n---\nUn texte.\n"),
    Mistake(
      "opening hours in words", "opening-hours-not-understood", "lieux/a.md",
      "---\ntitre: Essai\nhoraires:\n  mardi: ⟦de neuf heures à midi⟧\n---\nUn texte.\n"),
    Mistake(
      "opening hours that overlap", "overlapping-hours", "lieux/a.md",
      "---\ntitre: Essai\nhoraires:\n  ⟦mardi⟧: 9h-12h, 11h-14h\n---\nUn texte.\n"),
    Mistake(
      "opening hours without days", "not-a-map", "lieux/a.md",
      "---\ntitre: Essai\nhoraires: ⟦tous les jours⟧\n---\nUn texte.\n"),
    Mistake(
      "a closure without its year", "closure-without-year", "lieux/a.md",
      "---\ntitre: Essai\nfermetures: ⟦août⟧\n---\nUn texte.\n"),
    Mistake(
      "a closure that ends before it begins", "range-backwards", "lieux/a.md",
      "---\ntitre: Essai\nfermetures: [⟦2026-08-23 au 2026-08-01⟧]\n---\nUn texte.\n"),
    Mistake(
      "an event among the places", "event-elsewhere", "lieux/a.md",
      "---\ntitre: Essai\n⟦debut⟧: 2026-03-03\n---\nUn texte.\n"),
    Mistake(
      "a web address that lacks a stroke", "bad-url", "partenaires/a.md",
      "---\ntitre: Essai\nsite: ⟦http:/exemple.org⟧\n---\nUn texte.\n"),
    Mistake(
      "a misspelt role", "unknown-key", "partenaires/a.md",
      "---\ntitre: Essai\n⟦roles⟧: Financeur\n---\nUn texte.\n"),
    Mistake(
      "a logo without description", "missing-alternative", "partenaires/a.md",
      "---\ntitre: Essai\n⟦logo⟧: a.png\n---\nUn texte.\n", others: ["partenaires/a.png": "x"]),
    Mistake(
      "a mail address of a partner", "unknown-key", "partenaires/a.md",
      "---\ntitre: Essai\n⟦courriel⟧: a@exemple.org\n---\nUn texte.\n"),
    Mistake(
      "a telephone of a partner", "unknown-key", "partenaires/a.md",
      "---\ntitre: Essai\n⟦telephone⟧: 01 99 00 11 22\n---\nUn texte.\n"),
    Mistake(
      "somebody to speak to", "unknown-key", "partenaires/a.md",
      "---\ntitre: Essai\n⟦contact⟧: Jeanne\n---\nUn texte.\n"),
    Mistake(
      "an order that is none", "unknown-key", "partenaires/a.md",
      "---\ntitre: Essai\n⟦ordre⟧: premier\n---\nUn texte.\n"),
    Mistake(
      "a date of a series", "event-elsewhere", "series/a.md",
      "---\ntitre: Essai\n⟦debut⟧: 2026-03-03 18:00\n---\nUn texte.\n"),
    Mistake(
      "a rule of a series", "unknown-key", "series/a.md",
      "---\ntitre: Essai\n⟦repetition⟧: tous les mardis\n---\nUn texte.\n"),
    Mistake(
      "events of a series", "unknown-key", "series/a.md",
      "---\ntitre: Essai\n⟦evenements⟧: [soupe]\n---\nUn texte.\n"),
    Mistake(
      "a place of a series", "unknown-key", "series/a.md",
      "---\ntitre: Essai\n⟦lieu⟧: atelier\n---\nUn texte.\n"),
    Mistake(
      "an organizer of a series", "unknown-key", "series/a.md",
      "---\ntitre: Essai\n⟦organisateur⟧: Région\n---\nUn texte.\n"),
    Mistake(
      "a misspelt draft of a series", "key-by-habit", "series/a.md",
      "---\ntitre: Essai\n⟦brouillons: oui⟧\n---\nUn texte.\n"),
    Mistake(
      "an earlier address of a series that is no path", "bad-alias", "series/a.md",
      "---\ntitre: Essai\nalias: ⟦soupe⟧\n---\nUn texte.\n"),
    Mistake(
      "a misspelt tag of a series", "unknown-key", "series/a.md",
      "---\ntitre: Essai\n⟦etiquette⟧: soupe\n---\nUn texte.\n"),
    Mistake(
      "a series of a series", "unknown-key", "series/a.md",
      "---\ntitre: Essai\n⟦serie⟧: autre\n---\nUn texte.\n"),
    Mistake(
      "a letter dated by the key of news", "key-by-habit", "infolettres/2026-07.md",
      "---\ntitre: Essai\n⟦date: 2026-07-31⟧\naccroche: Une accroche bien assez longue pour passer.\n---\nUn texte.\n"),
    Mistake(
      "a letter dated in French", "date-by-habit", "infolettres/2026-07.md",
      "---\ntitre: Essai\ndate_envoi: ⟦31/07/2026⟧\naccroche: Une accroche bien assez longue pour passer.\n---\nUn texte.\n"
    ),
    Mistake(
      "a letter dated by its month", "wrong-precision", "infolettres/2026-07.md",
      "---\ntitre: Essai\ndate_envoi: ⟦2026-07⟧\naccroche: Une accroche bien assez longue pour passer.\n---\nUn texte.\n"
    ),
    Mistake(
      "unknown news in a letter", "unknown-entry", "infolettres/2026-07.md",
      "---\ntitre: Essai\ndate_envoi: 2026-07-31\naccroche: Une accroche bien assez longue pour passer.\nnouvelles: [⟦inconnue⟧]\n---\nUn texte.\n"
    ),
    Mistake(
      "an unknown event in a letter", "unknown-entry", "infolettres/2026-07.md",
      "---\ntitre: Essai\ndate_envoi: 2026-07-31\naccroche: Une accroche bien assez longue pour passer.\nevenements: [⟦inconnu 2026-08-05⟧]\n---\nUn texte.\n"
    ),
    Mistake(
      "weeks in words", "not-an-integer", "infolettres/2026-07.md",
      "---\ntitre: Essai\ndate_envoi: 2026-07-31\naccroche: Une accroche bien assez longue pour passer.\nagenda_semaines: ⟦quatre⟧\n---\nUn texte.\n"
    ),
    Mistake(
      "more weeks than a letter looks ahead", "out-of-range", "infolettres/2026-07.md",
      "---\ntitre: Essai\ndate_envoi: 2026-07-31\naccroche: Une accroche bien assez longue pour passer.\nagenda_semaines: ⟦400⟧\n---\nUn texte.\n"
    ),
    Mistake(
      "a letter that is sent soon", "not-a-date", "infolettres/2026-07.md",
      "---\ntitre: Essai\ndate_envoi: 2026-07-31\naccroche: Une accroche bien assez longue pour passer.\nenvoyee: ⟦bientôt⟧\n---\nUn texte.\n"
    ),
    Mistake(
      "a correction of a letter that is none", "unknown-entry", "infolettres/2026-07.md",
      "---\ntitre: Essai\ndate_envoi: 2026-07-31\naccroche: Une accroche bien assez longue pour passer.\ncorrige: ⟦2025-12⟧\n---\nUn texte.\n"
    ),
    Mistake(
      "a subject under another name", "key-by-habit", "infolettres/2026-07.md",
      "---\ntitre: Essai\ndate_envoi: 2026-07-31\naccroche: Une accroche bien assez longue pour passer.\n⟦sujet: Bonjour⟧\n---\nUn texte.\n"
    ),
  ]
}

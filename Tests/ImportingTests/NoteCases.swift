/// Notes at the foot of a text, as programs build them.
enum NoteCases {
  static let all = [
    // WordPress (Gutenberg), Pandoc and kramdown, GitHub
    HTMLCase(
      "<p>Un<sup data-fn=\"a\"><a href=\"#a\" id=\"a-link\">1</a></sup> fin</p><ol><li id=\"a\">La note <a href=\"#a-link\">↩︎</a></li></ol>",
      "Un[^1] fin\n\n[^1]: La note"),
    HTMLCase(
      "<p>Un<a href=\"#fn1\" class=\"footnote-ref\" id=\"fnref1\"><sup>1</sup></a></p><section class=\"footnotes\"><hr><ol><li id=\"fn1\"><p>La <em>note</em>.<a href=\"#fnref1\" class=\"footnote-back\">↩</a></p></li></ol></section>",
      "Un[^1]\n\n[^1]: La *note*."),
    HTMLCase(
      "<p>Un<sup id=\"fnref:1\"><a href=\"#fn:1\" class=\"footnote\">1</a></sup> et deux<sup id=\"fnref:2\"><a href=\"#fn:2\">2</a></sup></p><div class=\"footnotes\"><ol><li id=\"fn:1\"><p>Une</p><p>suite <a href=\"#fnref:1\">↩</a></p></li><li id=\"fn:2\"><p>Deux</p></li></ol></div>",
      "Un[^1] et deux[^2]\n\n[^1]: Une\n\n    suite\n\n[^2]: Deux"),
    // Word and LibreOffice
    HTMLCase(
      "<p>Un<a href=\"#_ftn1\" name=\"_ftnref1\">[1]</a> mot</p><hr><div id=\"ftn1\"><p><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> La note</p></div>",
      "Un[^1] mot\n\n[^1]: La note"),
    HTMLCase(
      "<p>Un<a class=\"sdfootnoteanc\" name=\"sdfootnote1anc\" href=\"#sdfootnote1sym\"><sup>1</sup></a></p><div id=\"sdfootnote1\"><p><a class=\"sdfootnotesym\" name=\"sdfootnote1sym\" href=\"#sdfootnote1anc\">1</a>La note</p></div>",
      "Un[^1]\n\n[^1]: La note"),
    // SPIP
    HTMLCase(
      "<p>Un<span class=\"spip_note_ref\">&nbsp;[<a href=\"#nb1\" class=\"spip_note\" rel=\"appendix\" title=\"La note\" id=\"nh1\">1</a>]</span></p><hr><div class=\"rss_notes\"><div id=\"nb1\"><p><span class=\"spip_note_ref\">[<a href=\"#nh1\" class=\"spip_note\" rev=\"appendix\">1</a>]&nbsp;</span>(La) note</p></div></div>",
      "Un[^1]\n\n[^1]: (La) note"),
    HTMLCase("<p>Un <span>[<a href=\"#b\">1</a>]</span></p><p id=\"b\">B</p>", "Un \\[1]\n\nB", "fragment"),
    // By hand
    HTMLCase(
      "<p>Un<sup><a href=\"#n1\">[1]</a></sup></p><h2>Notes</h2><p id=\"n1\">1. La note</p>", "Un[^1]\n\n[^1]: La note"),
    HTMLCase(
      "<p>Un<sup><a href=\"#n2\">2</a></sup> deux<sup><a href=\"#n1\">1</a></sup> un<sup><a href=\"#n2\">2</a></sup></p><p id=\"n1\">Une</p><p id=\"n2\">Deux</p>",
      "Un[^1] deux[^2] un[^1]\n\n[^1]: Deux\n\n[^2]: Une"),
    HTMLCase(
      "<h2>Titre<sup><a href=\"#n1\">1</a></sup></h2><ul><li>Un</li></ul><ul><li id=\"n1\">La note</li></ul>",
      "## Titre[^1]\n\n- Un\n\n[^1]: La note"),
    HTMLCase(
      "<table><tr><th>A</th><th>B</th></tr><tr><td>1<sup><a href=\"#n\">*</a></sup></td><td>2</td></tr></table><p id=\"n\">* Sauf le lundi</p>",
      "| A | B |\n| --- | --- |\n| 1[^1] | 2 |\n\n[^1]: Sauf le lundi"),
    HTMLCase("<p>Un<sup><a href=\"#n\">1</a></sup></p><p id=\"n\"></p>", "Un[^1]\n\n[^1]: …"),
    // A mark in a note is its words; what leads to a part of the text is no note.
    HTMLCase(
      "<p>Un<sup><a href=\"#n1\">1</a></sup></p><p id=\"n1\">Voir<sup><a href=\"#n2\">2</a></sup></p><p id=\"n2\">Deux</p>",
      "Un[^1]\n\nDeux\n\n[^1]: Voir²", "fragment"),
    HTMLCase("<p>De 1860<sup><a href=\"#perdue\">1</a></sup></p>", "De 1860¹", "fragment"),
    HTMLCase("<p>De 1860<sup data-fn=\"perdue\"><a href=\"#perdue\">1</a></sup></p>", "De 1860¹", "fragment"),
    HTMLCase("<p>De 1860<sup><a href=\"https://x.fr/\">1</a></sup></p>", "De 1860[¹](https://x.fr/)"),
    HTMLCase(
      "<p><a href=\"#suite\">La suite</a></p><div id=\"suite\"><p>Texte</p></div>", "La suite\n\nTexte", "fragment"),
  ]
}

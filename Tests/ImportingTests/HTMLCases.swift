enum HTMLCases {
  static let all =
    paragraphs + marks + signs + links + lists + headings + blocks + tables + pictures + foreign + classic
    + NoteCases.all
    + BlockCases.all

  private static let paragraphs: [HTMLCase] = [
    HTMLCase("", ""),
    HTMLCase("Un texte sans balise", "Un texte sans balise"),
    HTMLCase("<p>Un</p><p>Deux</p>", "Un\n\nDeux"),
    HTMLCase("<p>Un\n  texte\tsur   plusieurs lignes</p>", "Un texte sur plusieurs lignes"),
    HTMLCase("<p>Un<br>deux</p>", "Un\\\ndeux"),
    HTMLCase("<p><b>Voir https://x.fr/a</b><br>le soir</p>", "**Voir https://x.fr/a**  \nle soir"),
    HTMLCase("<p><a href=\"https://x.fr/a\">Là</a><br>le soir</p>", "[Là](https://x.fr/a)\\\nle soir"),
    HTMLCase("<p>Voir https://x.fr/a<br>www.y.fr<br>le soir</p>", "Voir https://x.fr/a  \nwww.y.fr  \nle soir"),
    HTMLCase("<p>Un<br/>\n deux<br />trois</p>", "Un\\\ndeux\\\ntrois"),
    HTMLCase("<p>Un<br><br>deux</p>", "Un\n\ndeux"),
    HTMLCase("<p>Un<br><br><br><br>deux</p>", "Un\n\ndeux"),
    HTMLCase("<p><br>Un<br></p>", "Un"),
    HTMLCase("<p></p><p>&nbsp;</p><p>Un</p><p><br></p>", "Un"),
    HTMLCase("<p>Un&nbsp;:&nbsp;deux</p>", "Un : deux"),
    HTMLCase("<p>10&#8239;000&#160;€</p>", "10 000 €"),
    HTMLCase("<p>L&rsquo;&eacute;t&eacute; &amp; l&#39;hiver</p>", "L’été & l'hiver"),
    HTMLCase("<div>Un</div><div>Deux</div>", "Un\n\nDeux"),
    HTMLCase("<div><div><div><p>Un</p></div></div></div>", "Un"),
    HTMLCase("<section><header><p>Un</p></header><article>Deux</article></section>", "Un\n\nDeux"),
    HTMLCase("Avant<p>Dedans</p>après", "Avant\n\nDedans\n\naprès"),
    HTMLCase("<p>Jamais fermé<p>Un autre", "Jamais fermé\n\nUn autre"),
    HTMLCase("<p>Un</p></div><p>Deux</p>", "Un\n\nDeux"),
    HTMLCase("<center>Au milieu</center>", "Au milieu"),
    HTMLCase("<p>Un<!-- rien --> deux</p>", "Un deux"),
    HTMLCase("<p>Mot coupé : anti&shy;constitu&shy;tionnel&#8203;lement</p>", "Mot coupé : anticonstitutionnellement"),
    HTMLCase("<p>Un\u{7}deux</p>", "Un deux"),
    HTMLCase("<o:p></o:p><p class=\"MsoNormal\">Mot<o:p>&nbsp;</o:p></p>", "Mot"),
  ]

  private static let marks: [HTMLCase] = [
    HTMLCase("<p>Un <b>deux</b> trois</p>", "Un **deux** trois"),
    HTMLCase("<p>Un <strong>deux</strong> trois</p>", "Un **deux** trois"),
    HTMLCase("<p>Un <i>deux</i> trois</p>", "Un *deux* trois"),
    HTMLCase("<p>Un <em>deux</em> trois</p>", "Un *deux* trois"),
    HTMLCase("<p>Un <s>deux</s> <del>trois</del> <strike>quatre</strike></p>", "Un ~~deux~~ ~~trois~~ ~~quatre~~"),
    HTMLCase("<p>Un<b> deux </b>trois</p>", "Un **deux** trois"),
    HTMLCase("<p><b>Un</b><b> deux</b></p>", "**Un deux**"),
    HTMLCase("<p><b>Un <b>deux</b></b></p>", "**Un deux**"),
    HTMLCase("<p><b> </b>Un<i></i></p>", "Un"),
    HTMLCase("<p><b><i>Un</i></b></p>", "**_Un_**"),
    HTMLCase("<p><i>Un <b>deux</b></i></p>", "*Un **deux***"),
    HTMLCase("<p><b>Un <i>deux</i></b></p>", "**Un *deux***"),
    HTMLCase("<p><b>Un</b><i>deux</i></p>", "**Un**_deux_"),
    HTMLCase("<p><b>B</b>onjour</p>", "**B**onjour"),
    HTMLCase("<p>in<i>dé</i>pendant</p>", "in*dé*pendant"),
    HTMLCase("<p><b>« Bonjour »</b>dit-il</p>", "**« Bonjour** »dit-il"),
    HTMLCase("<p>mot<b>(entre)</b>mot</p>", "mot(**entre**)mot"),
    HTMLCase("<p><b>Attention :</b> danger</p>", "**Attention :** danger"),
    HTMLCase("<p><b>Attention !</b>Danger</p>", "**Attention** !Danger"),
    HTMLCase("<p><strong>Un<br>deux</strong></p>", "**Un\\\ndeux**"),
    HTMLCase("<b><div>Un</div><div>Deux</div></b>", "**Un**\n\n**Deux**"),
    HTMLCase("<p><span style=\"font-weight: bold\">Un</span> deux</p>", "**Un** deux"),
    HTMLCase("<p><span style=\"font-weight:700;color:red\">Un</span></p>", "**Un**"),
    HTMLCase("<p><span style=\"font-style:italic\">Un</span></p>", "*Un*"),
    HTMLCase("<p><span style=\"text-decoration: line-through\">Un</span></p>", "~~Un~~"),
    HTMLCase("<b style=\"font-weight:normal\"><p>Copié de Google</p></b>", "Copié de Google"),
    HTMLCase("<p style=\"font-weight:bold\">Tout en gras</p>", "**Tout en gras**"),
    HTMLCase("<p><u>Souligné</u> <small>petit</small> <mark>surligné</mark></p>", "Souligné petit surligné"),
    HTMLCase("<p><font color=\"red\" face=\"Arial\">Rouge</font></p>", "Rouge"),
    HTMLCase("<p>Tapez <code>make site</code> ou <kbd>Ctrl</kbd></p>", "Tapez `make site` ou `Ctrl`"),
    HTMLCase("<p><code>a `b` c</code></p>", "``a `b` c``"),
    HTMLCase("<p>Le 1<sup>er</sup> mai, 20 m<sup>2</sup>, CO<sub>2</sub></p>", "Le 1er mai, 20 m², CO₂"),
    HTMLCase("<p><q>Bonjour</q></p>", "« Bonjour »"),
    HTMLCase("<p><cite>Le Monde</cite></p>", "*Le Monde*"),
    HTMLCase("<p>L’<abbr title=\"économie sociale et solidaire\">ESS</abbr></p>", "L’ESS", "acronym"),
    HTMLCase("<p>Vu<span style=\"display:none\">caché</span></p>", "Vu", "hidden"),
  ]

  private static let signs: [HTMLCase] = [
    HTMLCase("<p>2 * 3 * 4</p>", "2 \\* 3 \\* 4"),
    HTMLCase("<p>un_nom_long et _autre_</p>", "un_nom_long et \\_autre\\_"),
    HTMLCase("<p># Pas un titre</p>", "\\# Pas un titre"),
    HTMLCase("<p>#solidaire</p>", "#solidaire"),
    HTMLCase("<p>- Bonjour, dit-elle.</p>", "\\- Bonjour, dit-elle."),
    HTMLCase("<p>+ 3 degrés</p>", "\\+ 3 degrés"),
    HTMLCase("<p>1. Pas une liste</p>", "1\\. Pas une liste"),
    HTMLCase("<p>2018) aussi</p>", "2018\\) aussi"),
    HTMLCase("<p>12.50 euros</p>", "12.50 euros"),
    HTMLCase("<p>&gt; Pas une citation</p>", "\\> Pas une citation"),
    HTMLCase("<p>3 &lt; 4 et &lt;b&gt; n’est rien</p>", "3 < 4 et \\<b> n’est rien"),
    HTMLCase("<p>[note] et [x](y)</p>", "\\[note] et \\[x](y)"),
    HTMLCase("<p>On écrit &amp;amp; ainsi, R&amp;D</p>", "On écrit \\&amp; ainsi, R&D"),
    HTMLCase("<p>C:\\dossier\\*</p>", "C:\\dossier\\\\\\*"),
    HTMLCase("<p>~10 personnes</p>", "~10 personnes"),
    HTMLCase("<p>~~pas barré~~</p>", "\\~\\~pas barré\\~\\~"),
    HTMLCase("<p>`rien`</p>", "\\`rien\\`"),
    HTMLCase("<p>Titre<br>---</p>", "Titre\\\n\\---"),
    HTMLCase("<p>Titre<br>===</p>", "Titre\\\n\\==="),
    HTMLCase("<p>a | b<br>--|--</p>", "a | b\\\n\\--|--"),
    HTMLCase("<p>==important==</p>", "\\=\\=important\\=\\="),
    HTMLCase("<p>Un :smile: là</p>", "Un \\:smile\\: là"),
    HTMLCase("<p>[[Page]] et $$x$$</p>", "\\[\\[Page\\]\\] et \\$\\$x\\$\\$"),
    HTMLCase("<p>{% if %} et {{&lt; x &gt;}}</p>", "\\{\\% if \\%\\} et \\{\\{\\< x \\>\\}\\}"),
    HTMLCase("<p>[gallery ids=\"1\"]</p>", "\\[gallery ids=\"1\"]"),
    HTMLCase("<p>[^1] sans note</p>", "\\[^1] sans note"),
    HTMLCase("<p>Attention !<a href=\"https://exemple.org/\">Ici</a></p>", "Attention \\![Ici](https://exemple.org/)"),
    HTMLCase("<p>***</p>", "\\*\\*\\*"),
    HTMLCase("<p>Fin de page \\</p>", "Fin de page \\\\"),
    HTMLCase("<p>:::</p>", "\\:::"),
  ]

  private static let links: [HTMLCase] = [
    HTMLCase("<p><a href=\"https://exemple.org/\">Un site</a></p>", "[Un site](https://exemple.org/)"),
    HTMLCase("<p><a href=\"https://exemple.org/a\">https://exemple.org/a</a></p>", "<https://exemple.org/a>"),
    HTMLCase("<p>Voir https://exemple.org/a_b*c.</p>", "Voir https://exemple.org/a_b*c."),
    HTMLCase("<p>Voir www.exemple.org</p>", "Voir www.exemple.org"),
    HTMLCase("<p><a href=\"mailto:a@exemple.org\">a@exemple.org</a></p>", "<a@exemple.org>"),
    HTMLCase("<p><a href=\"mailto:a@exemple.org\">Écrire</a></p>", "[Écrire](mailto:a@exemple.org)"),
    HTMLCase("<p><a href=\"tel:+33142000000\">Appeler</a></p>", "[Appeler](tel:+33142000000)"),
    HTMLCase(
      "<p><a href=\"https://fr.wikipedia.org/wiki/Marne_(rivi%C3%A8re)\">la Marne</a></p>",
      "[la Marne](https://fr.wikipedia.org/wiki/Marne_%28rivi%C3%A8re%29)"),
    HTMLCase("<p><a href=\"https://exemple.org/un espace\">x</a></p>", "[x](https://exemple.org/un%20espace)"),
    HTMLCase("<p><a href=\"https://exemple.org/?a=1&amp;copy=2\">x</a></p>", "[x](https://exemple.org/?a=1&copy=2)"),
    HTMLCase("<p><a href=\"https://exemple.org/\"> un </a>mot</p>", "[un](https://exemple.org/) mot"),
    HTMLCase("<p><a href=\"https://exemple.org/\"><b>Un</b></a></p>", "[**Un**](https://exemple.org/)"),
    HTMLCase("<p><b>Voir <a href=\"https://exemple.org/\">ici</a> !</b></p>", "**Voir [ici](https://exemple.org/) !**"),
    HTMLCase(
      "<p><a href=\"https://exemple.org/\">crochet ] fermant</a></p>", "[crochet \\] fermant](https://exemple.org/)"),
    HTMLCase(
      "<figure><img src=\"https://exemple.org/a.png\" alt=\"Un pont\"><figcaption>Écrit &amp;#39; et &amp;amp;, l'un</figcaption></figure>",
      "![Un pont](https://exemple.org/a.png \"Écrit &amp;#39; et &amp;amp;, l'un\")"),
    HTMLCase("<p><a href=\"https://exemple.org/\"></a>Rien</p>", "Rien"),
    HTMLCase("<p><a name=\"ici\">Ancre</a></p>", "Ancre"),
    HTMLCase("<p><a href=\"#\">Haut</a></p>", "Haut"),
    HTMLCase("<p><a href=\"#nulle-part\">Là</a></p>", "Là", "fragment"),
    HTMLCase("<p><a href=\"#b\">Là</a></p><h2 id=\"b\">Le bas</h2>", "[Là](#le-bas)\n\n## Le bas"),
    HTMLCase("<p><a href=\"javascript:void(0)\">Clic</a></p>", "Clic", "script-link"),
    HTMLCase(
      "<a href=\"https://exemple.org/\"><div>Un</div><div>Deux</div></a>",
      "[Un](https://exemple.org/)\n\n[Deux](https://exemple.org/)"),
  ]

  private static let lists: [HTMLCase] = [
    HTMLCase("<ul><li>Un</li><li>Deux</li></ul>", "- Un\n- Deux"),
    HTMLCase("<ol><li>Un</li><li>Deux</li></ol>", "1. Un\n2. Deux"),
    HTMLCase("<ol start=\"9\"><li>Un<ul><li>Deux</li></ul></li><li>Trois</li></ol>", "9. Un\n   - Deux\n10. Trois"),
    HTMLCase("<ul><li><p>Un</p></li><li><p>Deux</p></li></ul>", "- Un\n- Deux"),
    HTMLCase("<ul><li><p>Un</p><p>Suite</p></li><li>Deux</li></ul>", "- Un\n\n  Suite\n\n- Deux"),
    HTMLCase("<ul><li>Un<ul><li>Dedans</li></ul></li></ul>", "- Un\n  - Dedans"),
    HTMLCase("<ul><li>Un</li><ul><li>Dedans</li></ul></ul>", "- Un\n  - Dedans"),
    HTMLCase("<ul><li></li><li>&nbsp;</li><li>Un</li></ul>", "- Un"),
    HTMLCase("<ul></ul><p>Rien</p>", "Rien"),
    HTMLCase("<ul><li>Un<br>deux</li></ul>", "- Un\\\n  deux"),
    HTMLCase("<ul><li>Un</li></ul><ul><li>Deux</li></ul>", "- Un\n\n* Deux"),
    HTMLCase("<ol><li>Un</li></ol><ol><li>Deux</li></ol>", "1. Un\n\n1) Deux"),
    HTMLCase(
      "<ul><li><input type=\"checkbox\" checked> Fait</li><li><input type=\"checkbox\"> À faire</li></ul>",
      "- [x] Fait\n- [ ] À faire"),
    HTMLCase("<ul><li>- Tiret</li></ul>", "- \\- Tiret"),
    HTMLCase("<dl><dt>Pain</dt><dd>De seigle</dd><dt>Vin</dt></dl>", "**Pain** : De seigle\n\n**Vin**"),
    HTMLCase("<p>• Un<br>• Deux</p>", "- Un\n- Deux"),
    HTMLCase("<p>· Un</p><p>· Deux</p>", "- Un\n- Deux"),
    HTMLCase("<p>Au programme :<br>- soupe<br>- pain</p><p>Venez</p>", "Au programme :\n\n- soupe\n- pain\n\nVenez"),
    HTMLCase("<p>– Bonjour.<br>– Bonsoir.</p>", "– Bonjour.\\\n– Bonsoir."),
    HTMLCase("<ul><li>Un<pre>code</pre></li></ul>", "- Un\n\n  ```\n  code\n  ```"),
    HTMLCase("<ul><li><ul><li>Profond</li></ul></li></ul>", "- - Profond"),
  ]

  private static let headings: [HTMLCase] = [
    HTMLCase("<h2>Un</h2><p>Texte</p>", "## Un\n\nTexte"),
    HTMLCase("<h1>Un</h1><h3>Deux</h3><h6>Trois</h6>", "## Un\n\n### Deux\n\n#### Trois"),
    HTMLCase("<h1>Le titre</h1><p>Texte</p>", "Texte"),
    HTMLCase("<h3><strong>En gras</strong></h3>", "## En gras"),
    HTMLCase("<h2>Un<br>deux</h2>", "## Un deux"),
    HTMLCase("<h2></h2><h2>&nbsp;</h2><p>Un</p>", "Un"),
    HTMLCase("<h2>Apprendre le C#</h2>", "## Apprendre le C\\#"),
    HTMLCase("<h2><img src=\"a.jpg\" alt=\"Une table\"> Un</h2>", "## Un\n\n![Une table](a.jpg)"),
    HTMLCase("<h2><a href=\"https://exemple.org/\">Un</a></h2>", "## [Un](https://exemple.org/)"),
    HTMLCase("<h2>1. Premier</h2>", "## 1. Premier"),
  ]

  private static let blocks: [HTMLCase] = [
    HTMLCase("<blockquote><p>Un</p><p>Deux</p></blockquote>", "> Un\n>\n> Deux"),
    HTMLCase("<blockquote>Un <cite>Quelqu’un</cite></blockquote>", "> Un *Quelqu’un*"),
    HTMLCase("<blockquote></blockquote><p>Un</p>", "Un"),
    HTMLCase("<blockquote><ul><li>Un</li></ul></blockquote>", "> - Un"),
    HTMLCase("<blockquote>A</blockquote><blockquote>B</blockquote>", "> A\n\n> B"),
    HTMLCase("<pre>un\n  deux\n</pre>", "```\nun\n  deux\n```"),
    HTMLCase("<pre><code class=\"language-swift\">let a = 1</code></pre>", "```swift\nlet a = 1\n```"),
    HTMLCase("<pre>```</pre>", "````\n```\n````"),
    HTMLCase("<pre class=\"wp-block-verse\">Un vers\nun autre</pre>", "Un vers\\\nun autre"),
    HTMLCase("<p>Un</p><hr><p>Deux</p>", "Un\n\n***\n\nDeux"),
    HTMLCase("<hr><p>Un</p><hr><hr><p>Deux</p><hr>", "Un\n\n***\n\nDeux"),
    HTMLCase("<details><summary>Plus</summary><p>Caché</p></details>", "**Plus**\n\nCaché"),
    HTMLCase("<address>1 rue de la Paix<br>Paris</address>", "1 rue de la Paix\\\nParis"),
    HTMLCase("<fieldset><legend>Légende</legend><p>Un</p></fieldset>", "Légende\n\nUn"),
  ]

  private static let tables: [HTMLCase] = [
    HTMLCase(
      "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>",
      "| A | B |\n| --- | --- |\n| 1 | 2 |"),
    HTMLCase(
      "<table><thead><tr><td>A</td><td>B</td></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
      "| A | B |\n| --- | --- |\n| 1 | 2 |"),
    HTMLCase(
      "<table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>",
      "| A | B |\n| --- | --- |\n| 1 | 2 |", "table-header"),
    HTMLCase(
      "<table><tr><th colspan=\"2\">A</th></tr><tr><td>1</td><td>2</td></tr></table>",
      "| A |  |\n| --- | --- |\n| 1 | 2 |", "table-spans"),
    HTMLCase(
      "<table><tr><th>A</th><th>B</th></tr><tr><td rowspan=\"2\">1</td><td>2</td></tr><tr><td>3</td></tr></table>",
      "| A | B |\n| --- | --- |\n| 1 | 2 |\n|  | 3 |", "table-spans"),
    HTMLCase("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>", "| A | B |\n| --- | --- |\n| 1 |  |"),
    HTMLCase(
      "<table><tr><th>A</th><th>B</th></tr><tr><td>a|b</td><td>un<br>deux</td></tr></table>",
      "| A | B |\n| --- | --- |\n| a\\|b | un / deux |"),
    HTMLCase("<table><tr><td><p>Colonne</p></td></tr></table>", "Colonne"),
    HTMLCase("<table><tr><td><h2>Gauche</h2></td><td><p>Droite</p></td></tr></table>", "## Gauche\n\nDroite"),
    HTMLCase(
      "<table role=\"presentation\"><tr><td>Un</td><td>Deux</td></tr><tr><td>3</td><td>4</td></tr></table>",
      "Un\n\nDeux\n\n3\n\n4"),
    HTMLCase(
      "<table><caption>Prix</caption><tr><th>A</th><th align=\"right\">B</th></tr>"
        + "<tr><td>1</td><td align=\"right\">2</td></tr></table>",
      "**Prix**\n\n| A | B |\n| --- | --: |\n| 1 | 2 |"),
    HTMLCase(
      "<figure class=\"wp-block-table\"><table><tbody><tr><th>A</th><th>B</th></tr><tr><td><b>1</b></td>"
        + "<td>2</td></tr></tbody></table><figcaption>Légende</figcaption></figure>",
      "| A | B |\n| --- | --- |\n| **1** | 2 |\n\nLégende"),
    HTMLCase("<table></table><p>Un</p>", "Un"),
  ]

  private static let pictures: [HTMLCase] = [
    HTMLCase("<p><img src=\"a.jpg\" alt=\"Une table\"></p>", "![Une table](a.jpg)"),
    HTMLCase("<p>Un <img src=\"a.jpg\" alt=\"Une table\"> mot</p>", "Un ![Une table](a.jpg) mot"),
    HTMLCase("<img src=\"a.jpg\">", "![](a.jpg)", "picture-alternative"),
    HTMLCase(
      "<figure><img src=\"a.jpg\" alt=\"Une table\"><figcaption>La <b>table</b></figcaption></figure>",
      "![Une table](a.jpg \"La table\")"),
    HTMLCase(
      "<figure><img src=\"a.jpg\" alt=\"\"><figcaption>La table</figcaption></figure>",
      "![La table](a.jpg \"La table\")"),
    HTMLCase(
      "<figure><a href=\"https://x.fr/a-grand.jpg\"><img src=\"a.jpg\" alt=\"Une table\"></a></figure>",
      "![Une table](a.jpg)"),
    HTMLCase(
      "<p><a href=\"https://exemple.org/\"><img src=\"a.jpg\" alt=\"Une table\"></a></p>",
      "[![Une table](a.jpg)](https://exemple.org/)"),
    HTMLCase("<p><img src=\"a.jpg\" alt=\"A\"><img src=\"b.jpg\" alt=\"B\"></p>", "![A](a.jpg)\n![B](b.jpg)"),
    HTMLCase(
      "<figure class=\"wp-block-gallery\"><ul><li><figure><img src=\"a.jpg\" alt=\"A\"><figcaption>Un</figcaption>"
        + "</figure></li><li><figure><img src=\"b.jpg\" alt=\"B\"></figure></li></ul><figcaption>Tout</figcaption></figure>",
      "![A](a.jpg \"Un\")\n![B](b.jpg)\n\nTout"),
    HTMLCase("<p><img src=\"data:image/gif;base64,R0\" data-src=\"a.jpg\" alt=\"A\"></p>", "![A](a.jpg)"),
    HTMLCase("<p><img src=\"data:image/png;base64,R0\" alt=\"A\"> Un</p>", "Un", "embedded-picture"),
    HTMLCase("<p>Bien <img class=\"emoji\" alt=\"🙂\" src=\"https://s.w.org/1f642.png\"></p>", "Bien 🙂"),
    HTMLCase("<p>Un<img src=\"https://compteur.fr/x.gif\" width=\"1\" height=\"1\"></p>", "Un"),
    HTMLCase(
      "<p><img src=\"un [nom] (1).jpg\" alt=\"[A] *b*\"></p>",
      "![\\[A\\] \\*b\\*](un%20%5Bnom%5D%20%281%29.jpg)"),
    HTMLCase(
      "<figure><img src=\"a.jpg\" alt=\"A\"><figcaption>Dit \"ici\"</figcaption></figure>",
      "![A](a.jpg \"Dit \\\"ici\\\"\")"),
  ]

  private static let foreign: [HTMLCase] = [
    HTMLCase("<p>Un</p><script>alert(1)</script>", "Un", "left-out"),
    HTMLCase("<style>p{color:red}</style><p>Un</p>", "Un"),
    HTMLCase(
      "<iframe src=\"https://www.youtube.com/embed/abc123\"></iframe>",
      "[Voir la vidéo sur youtube.com](https://www.youtube.com/watch?v=abc123)", "embedded"),
    HTMLCase(
      "<iframe src=\"//www.openstreetmap.org/export/embed.html?bbox=1\" title=\"Le plan\"></iframe>",
      "[Le plan](https://www.openstreetmap.org/export/embed.html?bbox=1)", "embedded"),
    HTMLCase("<iframe></iframe><p>Un</p>", "Un", "left-out"),
    HTMLCase("<p>Un</p><form><input name=\"q\"><button>Chercher</button></form>", "Un", "form"),
    HTMLCase(
      "<video controls src=\"https://x.fr/a.mp4\"></video>", "[Voir la vidéo sur x.fr](https://x.fr/a.mp4)",
      "embedded"),
    HTMLCase(
      "<audio><source src=\"https://x.fr/a.mp3\"></audio>", "[Écouter sur x.fr](https://x.fr/a.mp3)", "embedded"),
    HTMLCase("<object data=\"https://x.fr/a.pdf\"></object>", "[Voir sur x.fr](https://x.fr/a.pdf)", "embedded"),
    HTMLCase("<p>Un <svg><circle r=\"1\"/></svg></p>", "Un", "left-out"),
    HTMLCase("<p onclick=\"x()\" style=\"x:expression(y)\">Un</p>", "Un"),
    HTMLCase("<!-- wp:latest-posts {\"postsToShow\":3} /--><p>Un</p>", "Un", "dynamic-block"),
    HTMLCase(
      "<!-- wp:paragraph --><p>Un</p><!-- /wp:paragraph --><!-- wp:spacer --><div style=\"height:1px\"></div>",
      "Un"),
    HTMLCase(
      "<div class=\"wp-block-button\"><a class=\"wp-block-button__link\" href=\"https://x.fr/\">Adhérer</a></div>",
      "[Adhérer](https://x.fr/)"),
    HTMLCase("<noscript>Sans script</noscript>", "Sans script"),
  ]

  private static let classic: [HTMLCase] = [
    HTMLCase("Un\n\nDeux", "Un\n\nDeux", classic: true),
    HTMLCase("Un\ndeux", "Un\\\ndeux", classic: true),
    HTMLCase("Un <b>gras\n\nqui</b> continue", "Un **gras**\n\n**qui** continue", classic: true),
    HTMLCase(
      "<h2>Titre</h2>\nTexte\n<ul>\n<li>Un</li>\n<li>Deux</li>\n</ul>\nFin", "## Titre\n\nTexte\n\n- Un\n- Deux\n\nFin",
      classic: true),
    HTMLCase("<blockquote>Un\n\nDeux</blockquote>\nFin", "> Un\n>\n> Deux\n\nFin", classic: true),
    HTMLCase("<pre>a\n\nb</pre>", "```\na\n\nb\n```", classic: true),
    HTMLCase("\n\n&nbsp;\n\nUn\n\n&nbsp;\n", "Un", classic: true),
  ]
}

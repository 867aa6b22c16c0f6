/// What the editor of WordPress and page builders write around words.
enum BlockCases {
  static let all = [
    HTMLCase(
      "<div class=\"wp-block-file\"><a id=\"m\" href=\"https://x.fr/pv.pdf\">Le procès-verbal</a><a href=\"https://x.fr/pv.pdf\" class=\"wp-block-file__button\" download>Télécharger</a></div>",
      "[Le procès-verbal](https://x.fr/pv.pdf)"),
    HTMLCase(
      "<div class=\"wp-block-file\"><object data=\"https://x.fr/pv.pdf\" type=\"application/pdf\"></object><a href=\"https://x.fr/pv.pdf\">pv</a></div>",
      "[pv](https://x.fr/pv.pdf)"),
    HTMLCase(
      "<div class=\"wp-block-file\"><a href=\"https://x.fr/pv.pdf\" class=\"wp-block-file__button\" download>Télécharger</a></div>",
      "[Télécharger](https://x.fr/pv.pdf)"),
    HTMLCase(
      "<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\nhttps://www.youtube.com/watch?v=abc\n</div><figcaption>Le film</figcaption></figure>",
      "[Voir la vidéo sur youtube.com](https://www.youtube.com/watch?v=abc)\n\nLe film", "embedded"),
    HTMLCase(
      "<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\"><iframe src=\"https://x.fr/carte\"></iframe></div></figure>",
      "[Voir sur x.fr](https://x.fr/carte)", "embedded"),
    HTMLCase(
      "<ul class=\"wp-block-social-links\"><!-- wp:social-link {\"url\":\"https://x.fr/a\",\"service\":\"facebook\"} /--><!-- wp:social-link {\"url\":\"https://x.fr/b\",\"label\":\"Nous suivre\"} /--></ul>",
      "- [Facebook](https://x.fr/a)\n- [Nous suivre](https://x.fr/b)", "embedded", "embedded"),
    HTMLCase("<!-- wp:block {\"ref\":12} /--><p>Un</p>", "Un", "dynamic-block"),
    HTMLCase("<!-- wp:footnotes /--><p>Un</p>", "Un", "dynamic-block"),
    HTMLCase("<!-- wp:x {\"url\":\"javascript:a()\"} /--><p>Un</p>", "Un", "dynamic-block"),
    HTMLCase(
      "<details class=\"wp-block-details\"><summary>Comment venir ?</summary><p>En bus.</p></details>",
      "**Comment venir ?**\n\nEn bus."),
    HTMLCase(
      "<div class=\"wp-block-media-text\"><figure class=\"wp-block-media-text__media\"><img src=\"a.jpg\" alt=\"Le jardin\"/></figure><div class=\"wp-block-media-text__content\"><p>À côté.</p></div></div>",
      "![Le jardin](a.jpg)\n\nÀ côté."),
    HTMLCase(
      "<div class=\"wp-block-columns\"><div class=\"wp-block-column\"><p>Gauche</p></div><div class=\"wp-block-column\"><p>Droite</p></div></div>",
      "Gauche\n\nDroite"),
    HTMLCase(
      "<figure class=\"wp-block-pullquote\"><blockquote><p>On sème.</p><cite>Une habitante</cite></blockquote></figure>",
      "> On sème.\n>\n> *Une habitante*"),
    HTMLCase(
      "<figure class=\"wp-block-table\"><table><thead><tr><th>Jour</th><th>Prix</th></tr></thead><tbody><tr><td>Lundi</td><td>5 €</td></tr></tbody><tfoot><tr><td>Total</td><td>5 €</td></tr></tfoot></table><figcaption>Tarifs</figcaption></figure>",
      "| Jour | Prix |\n| --- | --- |\n| Lundi | 5 € |\n| Total | 5 € |\n\nTarifs"),
    HTMLCase(
      "<div class=\"elementor-widget-wrap\"><div class=\"elementor-widget-container\"><h2 class=\"elementor-heading-title\">Titre</h2></div><div class=\"elementor-button-wrapper\"><a href=\"https://x.fr/\" class=\"elementor-button\" role=\"button\"><span><span class=\"elementor-button-text\">Venir</span></span></a></div></div>",
      "## Titre\n\n[Venir](https://x.fr/)"),
  ]
}

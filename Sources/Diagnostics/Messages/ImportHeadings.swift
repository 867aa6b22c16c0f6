/// What the report of an import calls remarks of one sort.
package enum ImportHeadings {
  package static func heading(of code: String) -> String? { headings[code] }

  private static let headings = [
    "import-cut": "Textes à comparer avec l’ancien site",
    "import-dynamic-block": "Blocs que l’ancien site fabriquait",
    "import-shortcode": "Instructions pour l’ancien site, enlevées",
    "import-script-link": "Liens qui exécutaient un programme",
    "import-table-spans": "Tableaux à cases fusionnées, à relire",
    "import-embedded-picture": "Images écrites dans le texte, à retrouver",
    "import-picture-alternative": "Images à décrire pour qui ne les voit pas",
    "import-form": "Formulaires enlevés",
    "import-left-out": "Éléments enlevés",
    "import-unused-note": "Notes que rien n’appelait",
    "import-plain": "Passages à remettre en forme",
    "import-file-kind": "Fichiers d’une sorte que le site ne publie pas",
    "import-table-apart": "Tableaux, à importer à part",
    "import-link-old-site": "Liens qui mènent encore à l’ancien site",
    "import-date": "Textes dont la date est à trouver",
    "import-matter": "Fiches à comparer avec l’original",
    "import-file-missing": "Images et fichiers introuvables",
    "import-rule-cut": "Rythmes à redire",
    "import-rule-unknown": "Rythmes à redire",
    "import-zone": "Heures à vérifier",
    "import-row": "Lignes du tableau à relire",
    "import-row-year": "Années à vérifier",
    "import-row-hours": "Horaires à ajouter",
    "import-event-date": "Événements dont la date est à corriger",
  ]
}

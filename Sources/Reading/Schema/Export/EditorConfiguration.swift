import Site

/// The configuration of Decap CMS, which Sveltia CMS reads too: a form for every kind of entry.
struct EditorConfiguration {
  /// `depot` of the settings.
  var repository: String?
  var branch: String

  var yaml: String {
    Structure.members([
      "backend": backend, "locale": .text("fr"), "publish_mode": hasReview ? .text("editorial_workflow") : nil,
      "media_folder": .text("Content/images"), "public_folder": .text("/images"),
      "slug": .members(["encoding": .text("ascii"), "clean_accents": .boolean(true)]),
      // Of Sveltia; Decap does so by itself. An empty list of news says that an issue holds none: no form may say so
      // because nobody touched it.
      "output": .members(["omit_empty_optional_fields": .boolean(true)]),
      "collections": .list(EntryKind.allCases.map(collection) + [settings]),
    ]).yaml
  }

  // MARK: The forge

  private var address: RepositoryAddress? { repository.flatMap { RepositoryAddress($0) } }

  /// Whether what is written waits for somebody to agree; the editors can't do that with Forgejo.
  private var hasReview: Bool { address?.host != .forgejo }

  private var backend: Structure {
    guard let address else {
      return .members(["name": .text("github"), "repo": .text("COMPTE/DEPOT"), "branch": .text(branch)])
    }
    switch address.host {
    case .github:
      return .members(["name": .text("github"), "repo": .text(address.path), "branch": .text(branch)])
    case .gitlab:
      return .members([
        "name": .text("gitlab"), "repo": .text(address.path), "branch": .text(branch),
        "base_url": .text(address.server),
        "api_root": .text(address.server + "/api/v4"),
      ])
    case .forgejo:
      return .members([
        "name": .text("gitea"), "repo": .text(address.path), "branch": .text(branch), "base_url": .text(address.server),
        "api_root": .text(address.server + "/api/v1"),
      ])
    }
  }

  // MARK: Collections

  private func collection(_ kind: EntryKind) -> Structure {
    let body = Structure.members([
      "name": .text("body"), "label": .text("Texte"), "widget": .text("markdown"), "required": .boolean(false),
    ])
    return .members([
      "name": .text(kind.folder), "label": .text(Self.label(kind)), "folder": .text("Content/\(kind.folder)"),
      "create": .boolean(true), "extension": .text("md"), "format": .text("yaml-frontmatter"),
      "identifier_field": .text(FieldKey.title.rawValue),
      "slug": .text(kind == .issue ? "{{\(FieldKey.sendDate.rawValue) | date('YYYY-MM')}}" : "{{slug}}"),
      // Pictures lie beside the text that shows them.
      "media_folder": .text(""), "public_folder": .text(""),
      "fields": .list(Self.titleFirst(Schema.keys(of: kind)).map { field($0) } + [body]),
    ])
  }

  private var settings: Structure {
    .members([
      "name": .text("reglages"), "label": .text("Réglages"),
      "files": .list([
        .members([
          "name": .text("site"), "label": .text("Le site"), "file": .text("Content/site.yml"),
          "fields": .list(Schema.settings.map { field($0) }),
        ])
      ]),
    ])
  }

  private static func titleFirst(_ keys: [KeyDescription]) -> [KeyDescription] {
    keys.filter { $0.key == .title } + keys.filter { $0.key != .title }
  }

  private static func label(_ kind: EntryKind) -> String {
    switch kind {
    case .news: return "Nouvelles"
    case .event: return "Événements"
    case .series: return "Séries"
    case .place: return "Lieux"
    case .partner: return "Partenaires"
    case .page: return "Pages"
    case .issue: return "Infolettres"
    }
  }

  // MARK: Fields

  /// - Parameter isOptional: within a map that may be left out nothing can be asked for.
  private func field(_ key: KeyDescription, isOptional: Bool = false) -> Structure {
    let isRequired = key.isRequired && !isOptional
    return .map(
      [
        ("name", .text(key.name)), ("label", .text(Self.words(key.name))), ("hint", .text(key.help)),
        ("required", .boolean(isRequired)),
      ] + widget(of: key))
  }

  /// « Publier le » for `publier_le`.
  private static func words(_ name: String) -> String {
    let words = accented[name] ?? name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Names as they are written in French, where a key does without accents or apostrophes.
  private static let accented = [
    "acces": "accès", "annulees": "annulées", "debut": "début", "deplacees": "déplacées", "depot": "dépôt",
    "editeur": "éditeur", "epingler": "épingler", "etat": "état", "etiquettes": "étiquettes",
    "evenements": "événements", "expediteur": "expéditeur", "hebergeur": "hébergeur", "id": "identité durable",
    "image_alt": "description de l’image", "jusqu_au": "jusqu’au", "logo_alt": "description du logo",
    "modifie": "modifié", "prevue": "prévue", "repetition": "répétition", "repondre_a": "répondre à",
    "reporte_au": "reporté au", "resume": "résumé", "serie": "série", "telephone": "téléphone",
  ]

  private func widget(of key: KeyDescription) -> [(String, Structure)] {
    switch key.type {
    case .text, .sitePath, .url, .email, .urlOrEmail, .referenceOrText: return [("widget", .text("string"))]
    case .boolean: return [("widget", .text("boolean")), ("default", .boolean(false))]
    case .integer(let range): return number("int", .integer(range.lowerBound), .integer(range.upperBound))
    case .number(let range): return number("float", .decimal(range.lowerBound), .decimal(range.upperBound))
    case .date([.day]):
      return [
        ("widget", .text("datetime")), ("format", .text("YYYY-MM-DD")), ("date_format", .text("DD/MM/YYYY")),
        ("time_format", .boolean(false)), ("default", .text("")),
      ]
    case .date(let precisions):
      return [
        ("widget", .text("string")),
        (
          "pattern",
          .texts([DatePattern.of(precisions), "Écrivez par exemple \(DateForms.words(Set(precisions)))."])
        ),
      ]
    case .choice(let words):
      return [("widget", .text("select")), ("options", .texts(words.compactMap(\.first)))]
    case .path: return [("widget", .text("image")), ("choose_url", .boolean(false))]
    case .reference(let kinds): return relation(kinds, isMultiple: false)
    case .list(.reference(let kinds)) where kinds.count == 1: return relation(kinds, isMultiple: true)
    case .list(.choice(let words)):
      return [
        ("widget", .text("select")), ("multiple", .boolean(true)), ("options", .texts(words.compactMap(\.first))),
      ]
    // The forms know one kind of value for a key: the plainer one.
    case .either(let one, _): return widget(of: KeyDescription(key.key, [], one, key.help))
    case .list(.map(let keys)): return [("widget", .text("list")), ("fields", .list(keys.map { field($0) }))]
    case .list(let inner):
      let item = KeyDescription(key.key, [], inner, key.help)
      let name: [(String, Structure)] = [("name", .text("element")), ("label", .text("Élément"))]
      return [("widget", .text("list")), ("field", .map(name + widget(of: item)))]
    case .map(let keys):
      return [
        ("widget", .text("object")), ("collapsed", .boolean(true)),
        ("fields", .list(keys.map { field($0, isOptional: true) })),
      ]
    // No widget of both programs has free keys: what the file says is kept.
    case .dictionary: return [("widget", .text("hidden"))]
    }
  }

  private func number(_ type: String, _ least: Structure, _ most: Structure) -> [(String, Structure)] {
    [("widget", .text("number")), ("value_type", .text(type)), ("min", least), ("max", most)]
  }

  private func relation(_ kinds: [EntryKind], isMultiple: Bool) -> [(String, Structure)] {
    guard let kind = kinds.first, kinds.count == 1 else { return [("widget", .text("string"))] }
    let title = Structure.texts([FieldKey.title.rawValue])
    return [
      ("widget", .text("relation")), ("collection", .text(kind.folder)), ("value_field", .text("{{slug}}")),
      ("search_fields", title), ("display_fields", title), ("multiple", .boolean(isMultiple)),
    ]
  }
}

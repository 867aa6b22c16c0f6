import Site
import Text
import Time

/// The configuration of Decap CMS, which Sveltia CMS reads too: a form for every kind of entry.
struct EditorConfiguration {
  /// `depot` of the settings.
  var repository: String?
  var branch: String

  var yaml: String {
    JSON.members([
      "backend": backend, "locale": .string("fr"), "publish_mode": hasReview ? .string("editorial_workflow") : nil,
      "media_folder": .string("Content/images"), "public_folder": .string("/images"),
      "slug": .members(["encoding": .string("ascii"), "clean_accents": .boolean(true)]),
      // Of Sveltia; Decap does so by itself. An empty list of news says that an issue holds none: no form may say so
      // because nobody touched it.
      "output": .members(["omit_empty_optional_fields": .boolean(true)]),
      "collections": .array(EntryKind.allCases.map(collection) + [settings]),
    ]).yaml
  }

  // MARK: The forge

  private var address: RepositoryAddress? { repository.flatMap { RepositoryAddress($0) } }

  /// Whether what is written waits for somebody to agree; the editors can't do that with Forgejo.
  private var hasReview: Bool { address?.host != .forgejo }

  /// What stands where the forge gives a number to the editor that is set up.
  private static let applicationToFillIn = "NUMERO-DONNE-PAR-LA-FORGE"

  private var backend: JSON {
    guard let address else { return github("COMPTE/DEPOT") }
    let place: [(String, JSON)] = [("repo", .string(address.path)), ("branch", .string(branch))]
    // Without a server in between: the browser proves by itself who asks (RFC 7636).
    let application: [(String, JSON)] = [("app_id", .string(Self.applicationToFillIn))]
    switch address.host {
    case .github: return github(address.path)
    case .gitlab:
      return .object(
        [("name", .string("gitlab"))] + place + [
          ("base_url", .string(address.server)), ("api_root", .string(address.server + "/api/v4")),
          ("auth_type", .string("pkce")),
        ] + application)
    case .forgejo:
      return .object(
        [("name", .string("gitea"))] + place + [
          ("base_url", .string(address.server)), ("api_root", .string(address.server + "/api/v1")),
        ] + application)
    }
  }

  /// Whoever has an account may propose: the editor makes a copy for those who may not write here. It asks for no more than
  /// that needs, the right to write public repositories.
  private func github(_ path: String) -> JSON {
    .members([
      "name": .string("github"), "repo": .string(path), "branch": .string(branch), "open_authoring": .boolean(true),
      "auth_scope": .string("public_repo"),
    ])
  }

  // MARK: Collections

  private func collection(_ kind: EntryKind) -> JSON {
    let body = JSON.members([
      "name": .string("body"), "label": .string("Texte"), "widget": .string("markdown"), "required": .boolean(false),
    ])
    return .members([
      "name": .string(kind.folder), "label": .string(kind.row.noun.plural.firstUppercased),
      "folder": .string(kind.path),
      "create": .boolean(true), "extension": .string("md"), "format": .string("yaml-frontmatter"),
      "identifier_field": .string(FieldKey.title.rawValue),
      "slug": .string(kind == .issue ? "{{\(FieldKey.sendDate.rawValue) | date('YYYY-MM')}}" : "{{slug}}"),
      // Pictures lie beside the text that shows them.
      "media_folder": .string(""), "public_folder": .string(""),
      "fields": .array(Self.titleFirst(Schema.keys(of: kind)).map { field($0) } + [body]),
    ])
  }

  private var settings: JSON {
    .members([
      "name": .string("reglages"), "label": .string("Réglages"),
      "files": .array([
        .members([
          "name": .string("site"), "label": .string("Le site"), "file": .string("Content/site.yml"),
          "fields": .array(Schema.settings.map { field($0) }),
        ])
      ]),
    ])
  }

  private static func titleFirst(_ keys: [KeyDescription]) -> [KeyDescription] {
    keys.filter { $0.key == .title } + keys.filter { $0.key != .title }
  }

  // MARK: Fields

  /// - Parameter isInner: within a map or a list that may be left out nothing can be asked for; and what is given by default
  ///   there makes a first one in an entry that has none.
  private func field(_ key: KeyDescription, isInner: Bool = false) -> JSON {
    let isRequired = key.isRequired && !isInner
    let widget = isInner ? widget(of: key).filter { $0.0 != "default" } : widget(of: key)
    return .object(
      [
        ("name", .string(key.name)), ("label", .string(key.key.label.firstUppercased)), ("hint", .string(key.help)),
        ("required", .boolean(isRequired)),
      ] + widget)
  }

  private func date(_ precisions: [PartialDate.Precision], _ pattern: String) -> [(String, JSON)] {
    [
      ("widget", .string("string")),
      ("pattern", .strings([pattern, "Écrivez par exemple \(DateForms.words(Set(precisions)))."])),
    ]
  }

  private func widget(of key: KeyDescription) -> [(String, JSON)] {
    switch key.type {
    case .text, .sitePath, .url, .email, .urlOrEmail, .referenceOrText: return [("widget", .string("string"))]
    case .boolean: return [("widget", .string("boolean")), ("default", .boolean(false))]
    case .integer(let range, _): return number("int", .integer(range.lowerBound), .integer(range.upperBound))
    case .number(let range): return number("float", .decimal(range.lowerBound), .decimal(range.upperBound))
    case .date([.day]):
      return [
        ("widget", .string("datetime")), ("format", .string("YYYY-MM-DD")), ("date_format", .string("DD/MM/YYYY")),
        ("time_format", .boolean(false)), ("default", .string("")),
      ]
    case .date(let precisions): return date(precisions, DatePattern.of(precisions))
    case .span(let precisions): return date(precisions, DatePattern.ofSpan(precisions))
    case .choice(let words):
      return [("widget", .string("select")), ("options", .strings(words.names))]
    case .path: return [("widget", .string("image")), ("choose_url", .boolean(false))]
    case .reference(let kinds): return relation(kinds, isMultiple: false)
    case .list(.reference(let kinds)) where kinds.count == 1: return relation(kinds, isMultiple: true)
    case .list(.choice(let words)):
      return [
        ("widget", .string("select")), ("multiple", .boolean(true)), ("options", .strings(words.names)),
      ]
    // The forms know one kind of value for a key, and refuse to save a file with another wherever they check it. A line of
    // text is checked by nothing: what stands there as a map stays as it is in Decap; Sveltia leaves quotes around nothing,
    // which the reader refuses. In a list of maps, a line shows as its date.
    case .either(.text, _), .either(_, .text): return [("widget", .string("string"))]
    case .list(.either(.span, .map(let keys))), .list(.map(let keys)):
      // An item may be a line instead, which has none of these.
      return [("widget", .string("list")), ("fields", .array(keys.map { field($0, isInner: true) }))]
    case .either(let one, _): return widget(of: KeyDescription(key.key, [], one, key.help))
    case .list(let inner):
      let item = KeyDescription(key.key, [], inner, key.help)
      let name: [(String, JSON)] = [("name", .string("element")), ("label", .string("Élément"))]
      return [("widget", .string("list")), ("field", .object(name + widget(of: item)))]
    case .map(let keys):
      return [
        ("widget", .string("object")), ("collapsed", .boolean(true)),
        ("fields", .array(keys.map { field($0, isInner: true) })),
      ]
    // No widget of both programs has free keys: what the file says is kept.
    case .dictionary: return [("widget", .string("hidden"))]
    }
  }

  private func number(_ type: String, _ least: JSON, _ most: JSON) -> [(String, JSON)] {
    [("widget", .string("number")), ("value_type", .string(type)), ("min", least), ("max", most)]
  }

  private func relation(_ kinds: [EntryKind], isMultiple: Bool) -> [(String, JSON)] {
    guard let kind = kinds.first, kinds.count == 1 else { return [("widget", .string("string"))] }
    let title = JSON.strings([FieldKey.title.rawValue])
    return [
      ("widget", .string("relation")), ("collection", .string(kind.folder)), ("value_field", .string("{{slug}}")),
      ("search_fields", title), ("display_fields", title), ("multiple", .boolean(isMultiple)),
    ]
  }
}

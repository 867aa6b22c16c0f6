import Site
import Text

extension EntryTemplate {
  /// The files that visitors of the site are offered to fill in: a news item and an event.
  package static let proposals = [
    EntryTemplate(
      kind: .news, fileName: "nom-de-la-nouvelle.md", keys: [.title, .date, .place, .summary],
      body: "Écrivez ici votre nouvelle, comme un courriel. Une ligne vide sépare deux paragraphes."),
    EntryTemplate(
      kind: .event, fileName: "nom-de-l-evenement.md", keys: [.title, .start, .end, .place, .price],
      body: "Dites ici de quoi il s’agit, à qui cela s’adresse, ce qu’il faut apporter."),
  ]

  /// A line for each of `keys` with its help above it, as the table of the format has them.
  private init(kind: EntryKind, fileName: String, keys: [FieldKey], body: String) {
    let table = KeyTable.of(kind)
    let lines = keys.compactMap(table.description).flatMap { key in ["# \(key.help)", "\(key.name):"] }
    let usual = Set(keys)
    let descriptions = keys.compactMap(table.description) + table.descriptions.filter { !usual.contains($0.key) }
    self.init(
      kind: kind, fileName: fileName, text: (["---"] + lines + ["---", body, ""]).joined(separator: "\n"),
      fields: descriptions.filter { !Schema.seldomNew.contains($0.key) }.compactMap { description in
        FormField(description, isUsual: usual.contains(description.key))
      }, reserved: EntryNames.reserved(for: kind))
  }
}

extension FormField {
  /// `nil` where it takes more than one answer of one sort: those a form has its own questions for.
  init?(_ description: KeyDescription, isUsual: Bool) {
    guard let control = Control(description.type, of: description.key) else { return nil }
    self.init(
      key: description.name, label: description.key.label.firstUppercased, help: description.help, control: control,
      isRequired: description.presence == .required, isUsual: isUsual)
  }
}

extension FormField.Control {
  init?(_ type: KeyDescription.ValueType, of key: FieldKey) {
    switch type {
    case .text: self = .line
    case .boolean: self = .box
    case .integer(let range, _): self = .number(range)
    case .date(let precisions):
      self = .date(hasHour: precisions.contains(.minute), isLoose: precisions.contains(.month))
    case .choice(let choice): self = .choice(choice.names)
    case .url: self = .address
    case .urlOrEmail: self = .contact
    case .list(.text): self = .words
    case .reference(let kinds) where kinds.count == 1: self = .entry(kinds[0], isMany: false, isFree: false)
    case .referenceOrText(let kind): self = .entry(kind, isMany: false, isFree: true)
    case .list(.reference(let kinds)) where kinds.count == 1: self = .entry(kinds[0], isMany: true, isFree: false)
    case .list(.referenceOrText(let kind)): self = .entry(kind, isMany: true, isFree: true)
    case .path: self = .photograph
    case .span, .number, .sitePath, .email, .reference, .list, .either, .map, .dictionary: return nil
    }
  }
}

import Site

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
    self.init(
      kind: kind, fileName: fileName, text: (["---"] + lines + ["---", body, ""]).joined(separator: "\n"))
  }
}

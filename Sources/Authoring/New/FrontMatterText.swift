import Reading

/// Writes front matter, line by line.
package struct FrontMatterText {
  private var lines = ["---"]
  private var written: Set<FieldKey> = []

  package init() {}

  /// `key: value`; `value` as it is to stand in the file.
  package mutating func add(_ key: FieldKey, _ value: String) {
    lines.append("\(key.rawValue): \(value)")
    written.insert(key)
  }

  package mutating func add(_ key: FieldKey, text: String) {
    add(key, WrittenText.value(of: WrittenText.cleaned(text)))
  }

  /// A list, one value a line, each with a remark behind it.
  mutating func add(_ key: FieldKey, list: [(value: String, remark: String)]) {
    guard !list.isEmpty else { return add(key, "[]") }
    lines.append("\(key.rawValue):")
    lines += list.map { "  - \($0.value)  # \(WrittenText.cleaned($0.remark))" }
    written.insert(key)
  }

  /// Lines below the key, as they are to stand there but for their indentation.
  package mutating func add(_ key: FieldKey, lines below: [String]) {
    lines.append("\(key.rawValue):")
    lines += below.map { "  " + $0 }
    written.insert(key)
  }

  package mutating func add(comment: String) { lines.append("# " + comment) }

  /// The line that holds the entry back.
  mutating func addDraft() {
    add(comment: "Brouillon : rien n’est publié tant que la ligne suivante est là. Enlevez-la pour publier.")
    add(.draft, "oui")
  }

  mutating func addBlankLine() { lines.append("") }

  /// The keys that may still be of use, each behind `#` with its help from the table that the reader goes by.
  mutating func add(optional keys: [KeyDescription]) {
    let rest = keys.filter { !written.contains($0.key) && !Schema.seldomNew.contains($0.key) }
    guard !rest.isEmpty else { return }
    addBlankLine()
    add(comment: "Facultatif : pour vous servir d’une des lignes ci-dessous, enlevez le « # » qui la précède")
    add(comment: "et écrivez derrière les deux-points. Vous pouvez aussi effacer ces lignes.")
    for key in rest {
      lines.append("#")
      add(comment: "  " + key.help)
      lines.append("# \(key.name):")
      if case .map(let members) = key.type {
        // What stands behind a member would be part of its text.
        for member in members { lines += ["#   # \(member.help)", "#   \(member.name):"] }
      }
    }
  }

  /// The whole, with the text below it.
  package func text(body: String) -> String {
    (lines + ["---", body]).joined(separator: "\n") + (body.isEmpty || body.hasSuffix("\n") ? "" : "\n")
  }
}

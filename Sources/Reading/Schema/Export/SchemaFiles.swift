import Site

/// What other programs are given of the format: editors by JSON Schema, editors of whole sites by their configuration.
package enum SchemaFiles {
  /// The files by name: `nouvelles.schema.json` for each folder, `site.schema.json`, `config.yml`.
  ///
  /// - Parameters:
  ///   - repository: `depot` of the settings; `nil`: a place to fill in.
  ///   - branch: the branch that is published.
  package static func all(repository: String?, branch: String) -> [(name: String, text: String)] {
    let entries = EntryKind.allCases.map { kind in
      (name: "\(kind.folder).schema.json", text: JSONSchema.of(kind).lines)
    }
    return entries + [
      (name: "site.schema.json", text: JSONSchema.settings.lines),
      (name: "config.yml", text: EditorConfiguration(repository: repository, branch: branch).yaml),
    ]
  }
}

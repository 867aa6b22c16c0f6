/// A file to start from: what somebody who proposes an entry fills in.
package struct EntryTemplate: Sendable, Hashable {
  package var kind: EntryKind
  /// `nom-de-la-nouvelle.md`: to be changed.
  package var fileName: String
  package var text: String
  /// What a form asks for, in its order.
  package var fields: [FormField]

  /// Names of files that no entry of the kind may have, without their ending.
  package var reserved: [String]

  package init(
    kind: EntryKind, fileName: String, text: String, fields: [FormField] = [], reserved: [String] = []
  ) {
    self.kind = kind
    self.fileName = fileName
    self.text = text
    self.fields = fields
    self.reserved = reserved
  }

  /// The folder from the project's root: `Content/nouvelles`.
  package var folder: String { kind.path }
}

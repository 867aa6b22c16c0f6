import Diagnostics

/// What mending would change, to be shown before it is done.
package enum ChangeList {
  /// File by file, each changed line before and after.
  package static func text(_ files: [MendedFile]) -> String {
    files.map { file in
      var lines = [file.path]
      for change in file.changes {
        lines.append("  ligne \(change.line)")
        lines.append("    - " + InvisibleCharacters.shown(in: change.before))
        lines.append("    + " + InvisibleCharacters.shown(in: change.after))
      }
      if file.changesLineEnds { lines.append("  les fins de lignes deviennent toutes les mêmes") }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}

import Diagnostics

/// A file of the content with what is unambiguous put right.
package struct MendedFile: Sendable, Hashable {
  /// From the project's root.
  package var path: String
  package var before: [UInt8]
  package var after: [UInt8]

  /// Both versions of each line that changes, with its number. A correction neither adds nor removes lines.
  package var changes: [(line: Int, before: String, after: String)] {
    guard !changesEncoding else { return [] }
    let (old, new) = (Self.lines(before), Self.lines(after))
    guard old.count == new.count else { return [] }
    return old.indices.filter { old[$0] != new[$0] }.map { ($0 + 1, old[$0], new[$0]) }
  }

  /// Whether it was no UTF-8 before: then every line is another one.
  package var changesEncoding: Bool { String(validating: before, as: UTF8.self) == nil }

  /// Whether only the ends of its lines change, all or some.
  package var changesLineEnds: Bool { !changesEncoding && before.contains(0x0D) && !after.contains(0x0D) }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
  }
}

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
      if file.changesEncoding { lines.append("  le fichier est réenregistré en UTF-8") }
      if file.changesLineEnds { lines.append("  les fins de lignes deviennent toutes les mêmes") }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}

/// A file of the content with what is unambiguous put right.
package struct MendedFile: Sendable, Hashable {
  /// From the project's root.
  package var path: String
  package var before: [UInt8]
  package var after: [UInt8]

  package init(path: String, before: [UInt8], after: [UInt8]) {
    self.path = path
    self.before = before
    self.after = after
  }

  /// Both versions of each line that changes, with its number. A correction neither adds nor removes lines.
  package var changes: [(line: Int, before: String, after: String)] {
    let (old, new) = (Self.lines(before), Self.lines(after))
    guard old.count == new.count else { return [] }
    return old.indices.filter { old[$0] != new[$0] }.map { ($0 + 1, old[$0], new[$0]) }
  }

  /// Whether only the ends of its lines change, all or some.
  package var changesLineEnds: Bool { before.contains(0x0D) && !after.contains(0x0D) }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
  }
}

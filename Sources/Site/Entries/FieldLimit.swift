/// What stands behind one key, at most: for the reader, and for all that writes what it is to read.
package enum FieldLimit {
  /// Characters of a text.
  package static let text = 2000
  /// Members of a list.
  package static let list = 1000
}

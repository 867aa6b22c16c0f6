/// A field of the front matter as it stands in the file, not yet understood.
struct RawField: Sendable {
  /// As written, without quotes.
  var key: String
  var keyRange: Range<Int>
  /// What follows the colon on its line, without the spaces around it.
  var value: Range<Int>
  /// The lines that belong to it below its own, from the start of the first to the end of the last; empty where there are
  /// none.
  var continuation: Range<Int>

  /// From the start of the value to its end, be it on the line of the key or below.
  var extent: Range<Int> {
    if continuation.isEmpty { return value }
    return value.isEmpty ? continuation : value.lowerBound..<continuation.upperBound
  }
}

import Diagnostics
import Markdown
import Text

/// Notes that are written and never called: the parser leaves them out.
package enum UnusedNotes {
  struct Note {
    /// Where its sign stands: `[^a]`.
    let sign: Range<Int>
    /// Where its first line ends.
    let end: Int
  }

  /// - Parameters:
  ///   - reading: what the text was read as.
  ///   - source: the file that it stands in, from `firstLine` on.
  static func all(in reading: MarkdownReading, of source: SourceText, firstLine: Int) -> [Note] {
    guard source.bytes.contains(UInt8(ascii: "^")), firstLine <= source.lineCount else { return [] }
    let called = Set(reading.document.footnotes.map { $0.label.lowercased() })
    return (firstLine...source.lineCount).compactMap { number in
      guard let bounds = source.bounds(ofLine: number) else { return nil }
      let trimmed = source.bytes.trimmed(bounds)
      guard trimmed.lowerBound - bounds.lowerBound <= 3, source.bytes.has("[^", at: trimmed.lowerBound),
        let end = trimmed.first(where: { source.bytes[$0] == UInt8(ascii: "]") }), source.bytes.has("]:", at: end),
        !reading.codeLines.contains(where: { $0.contains(number - firstLine + 1) })
      else { return nil }
      let label = source.bytes.text((trimmed.lowerBound + 2)..<end)
      guard !label.isEmpty, !called.contains(label.lowercased()) else { return nil }
      return Note(sign: trimmed.lowerBound..<(end + 1), end: trimmed.upperBound)
    }
  }

  /// The first line of each that is written in `reading`'s text, with its sign: `[^a]: So.`
  package static func lines(of reading: MarkdownReading, in text: String) -> [String] {
    let source = SourceText(path: "", bytes: Array(text.utf8))
    return all(in: reading, of: source, firstLine: 1).map { source.bytes.text($0.sign.lowerBound..<$0.end) }
  }
}

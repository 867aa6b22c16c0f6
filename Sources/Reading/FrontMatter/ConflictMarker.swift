import Diagnostics
import Text

/// The marks that Git leaves where two versions of a file could not be made one.
enum ConflictMarker {
  /// Whether `line` begins or ends a conflict. The mark between both versions, `=======`, is none of its own: it also
  /// underlines headings.
  static func isOne(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard line.count >= 7,
      bytes.has("<<<<<<<", at: line.lowerBound) || bytes.has(">>>>>>>", at: line.lowerBound)
        || bytes.has("=======", at: line.lowerBound) && line.count == 7
    else { return false }
    return line.count == 7 || bytes[line.lowerBound + 7] == .space
  }

  /// The first line of the first conflict in the file, if there is one.
  static func first(in source: SourceText) -> Range<Int>? {
    let bytes = source.bytes
    for number in 1...source.lineCount {
      guard let line = source.bounds(ofLine: number), line.count >= 7 else { continue }
      let first = bytes[line.lowerBound]
      if first == UInt8(ascii: "<") || first == UInt8(ascii: ">"), isOne(bytes, line) { return line }
    }
    return nil
  }
}

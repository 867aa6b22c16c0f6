import Diagnostics
import Reading

/// One correction as a change of bytes.
struct TextEdit: Sendable, Hashable {
  /// The bytes of the file that go.
  var range: Range<Int>
  /// What comes in their place.
  var replacement: [UInt8]
  /// What it mends.
  var diagnostic: Diagnostic

  /// The corrections of `source` that need not be asked about, in the order of the file; of two that touch only the
  /// first.
  static func certain(in source: SourceText, _ diagnostics: [Diagnostic]) -> [TextEdit] {
    let edits = diagnostics.flatMap { Self.edits(for: $0, in: source) }
      .sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var result: [TextEdit] = []
    for edit in edits {
      guard let last = result.last else {
        result.append(edit)
        continue
      }
      let isApart = edit.range.lowerBound > last.range.upperBound
      // One mistake may need several changes: those of line ends touch nothing else.
      if isApart || edit.diagnostic == last.diagnostic && edit.range.lowerBound >= last.range.upperBound {
        result.append(edit)
      }
    }
    return result
  }

  /// `bytes` with `edits`, which are in order and apart, made.
  static func applied(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var done = 0
    for edit in edits {
      result += bytes[done..<edit.range.lowerBound] + edit.replacement
      done = edit.range.upperBound
    }
    return result + bytes[done...]
  }

  private static func edits(for diagnostic: Diagnostic, in source: SourceText) -> [TextEdit] {
    guard let fix = diagnostic.fix, fix.isCertain, let place = diagnostic.place, place.file == source.path else {
      return []
    }
    switch fix.scope {
    case .addition: return []
    case .lineEnds: return lineEnds(in: source, diagnostic)
    case .encoding:
      guard let text = ForeignEncoding.decoded(source.bytes) else { return [] }
      return [TextEdit(range: 0..<source.bytes.count, replacement: text, diagnostic: diagnostic)]
    case .line, .marked:
      guard let line = source.bounds(ofLine: place.line), !fix.replacement.contains(where: \.isNewline) else {
        return []
      }
      guard let range = fix.scope == .line ? line : marked(place, in: source.bytes, line) else { return [] }
      let replacement = Array(fix.replacement.utf8)
      guard !source.bytes[range].elementsEqual(replacement) else { return [] }
      return [TextEdit(range: range, replacement: replacement, diagnostic: diagnostic)]
    }
  }

  /// The bytes that `place`, which counts in characters, marks on its line.
  private static func marked(_ place: SourceLocation, in bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard place.column > 0 else { return nil }
    let text = String(decoding: bytes[line], as: UTF8.self)
    guard let start = text.index(text.startIndex, offsetBy: place.column - 1, limitedBy: text.endIndex),
      let end = text.index(start, offsetBy: place.length, limitedBy: text.endIndex)
    else { return nil }
    let offset = line.lowerBound + text[..<start].utf8.count
    return offset..<(offset + text[start..<end].utf8.count)
  }

  private static func lineEnds(in source: SourceText, _ diagnostic: Diagnostic) -> [TextEdit] {
    var edits: [TextEdit] = []
    var offset = source.firstOffset
    while offset < source.bytes.count {
      let end = source.lineEnd(from: offset)
      let next = source.afterLineEnd(end)
      if next > end, source.bytes[end] == 0x0D {
        edits.append(TextEdit(range: end..<next, replacement: [0x0A], diagnostic: diagnostic))
      }
      offset = next
    }
    return edits
  }
}

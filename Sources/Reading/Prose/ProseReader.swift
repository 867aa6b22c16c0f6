import Diagnostics
import Markdown
import Markup

/// Looks through the running texts of an entry for signs that were meant as notation, of this or another program, and were
/// left as they are.
struct ProseReader {
  /// Remarks of one kind in a text, at most.
  private static let most = 100

  private let reading: MarkdownReading
  private var places: ProsePlaces
  private(set) var diagnostics: [Diagnostic] = []

  init(_ reading: MarkdownReading, _ source: SourceText, firstLine: Int) {
    self.reading = reading
    places = ProsePlaces(source, firstLine: firstLine)
  }

  mutating func read() {
    for passage in reading.passages.sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
      for line in ProseLine.lines(of: passage) { reportForeignCode(in: line, of: passage) }
    }
  }

  private mutating func reportForeignCode(in line: ProseLine, of passage: Passage) {
    for code in ForeignCode.all(in: line.text) {
      guard let sign = places.find(code.sign, in: line, of: passage) else { continue }
      let source = places.source
      let lineEnd = source.bounds(around: sign.lowerBound).upperBound
      let closing = Array(code.closing.utf8)
      let end = (sign.upperBound..<max(sign.upperBound, lineEnd)).first { source.bytes[$0...].starts(with: closing) }
      let whole = sign.lowerBound..<(end.map { $0 + closing.count } ?? lineEnd)
      let (place, text) = (source.place(whole), source.bytes.text(whole))
      switch code.kind {
      case .comment: diagnostics.append(.foreignComment(place, text: text))
      case .instruction: diagnostics.append(.foreignInstruction(place, text: text))
      case .attributes: diagnostics.append(.foreignAttributes(place, text: text))
      }
    }
  }
}

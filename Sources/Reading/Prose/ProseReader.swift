import Diagnostics
import Markdown
import Markup
import Text

/// Looks through the running texts of an entry for signs that were meant as notation, of this or another program, and were
/// left as they are.
struct ProseReader {
  /// Remarks of one kind in a text, at most.
  private static let most = 100

  private let reading: MarkdownReading
  private var places: ProsePlaces
  private var diagnostics: [Diagnostic] = []
  /// Calls of notes that are not there, by their sign, and which diagnostic reports each.
  private var calls: [(sign: String, position: Int)] = []
  /// Notes that lack nothing but their colon, by their sign.
  private var almostNotes: Set<String> = []

  /// What is to be reported of a text.
  ///
  /// - Parameters:
  ///   - reading: what it was read as.
  ///   - source: the file that it stands in, from `firstLine` on.
  static func diagnostics(of reading: MarkdownReading, in source: SourceText, firstLine: Int) -> [Diagnostic] {
    var prose = ProseReader(reading, source, firstLine: firstLine)
    prose.read()
    return prose.diagnostics
  }

  private init(_ reading: MarkdownReading, _ source: SourceText, firstLine: Int) {
    self.reading = reading
    places = ProsePlaces(source, firstLine: firstLine)
  }

  private mutating func read() {
    for passage in reading.passages.sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
      let lines = ProseLine.lines(of: passage)
      for line in lines {
        reportForeignCode(in: line, of: passage)
        for finding in AlmostMarkdown.all(in: line.text, line.bytes) { report(finding, in: line, of: passage) }
      }
      guard passage.kind == .paragraph else { continue }
      for (line, finding) in AlmostMarkdown.items(of: lines) { report(finding, in: line, of: passage) }
      reportTable(lines, of: passage)
      reportCallout(lines, of: passage)
    }
    // Once it has its colon, the note is there for those who call it: one slip, one remark.
    for call in calls.reversed() where almostNotes.contains(call.sign) { diagnostics.remove(at: call.position) }
    reportUnusedNotes()
  }

  private mutating func report(_ finding: AlmostMarkdown.Finding, in line: ProseLine, of passage: Passage) {
    guard let range = places.find(finding.sign, in: line, of: passage) else { return }
    let source = places.source
    if finding.slip == .link {
      let link = WrittenLink(source.bytes, around: range, within: source.bounds(around: range.lowerBound))
      let fix = link.standard.map { Fix(.marked, $0, isCertain: true) }
      diagnostics.append(
        .notationSlip(.link, source.place(link.range), written: source.bytes.text(link.range), fix: fix))
      return
    }
    switch finding.slip {
    case .missingNote: calls.append((finding.sign, diagnostics.count))
    case .noteColon: almostNotes.insert(TextCleaner.trimmed(finding.sign))
    default: break
    }
    let fix = finding.replacement.map { Fix(.marked, $0, isCertain: finding.isCertain) }
    diagnostics.append(
      .notationSlip(finding.slip, source.place(range), written: TextCleaner.trimmed(finding.sign), fix: fix))
  }

  // MARK: What takes several lines

  /// Columns that stand apart by tabs, or by strokes without the line that makes them a table.
  private mutating func reportTable(_ lines: [ProseLine], of passage: Passage) {
    guard lines.count > 1 else { return }
    let hasTabs = lines.allSatisfy { $0.text.holds("\t") }
    let hasStrokes = lines.allSatisfy {
      $0.text.utf8.first == UInt8(ascii: "|") && $0.text.utf8.dropFirst().contains(UInt8(ascii: "|"))
    }
    guard hasTabs || hasStrokes, let first = lines.first else { return }
    let texts = (passage.lines.lowerBound...passage.lines.upperBound).compactMap {
      places.source.line($0 + places.firstLine - 1)
    }
    let rows = texts.map { $0.split(separator: hasTabs ? "\t" : "|").map(TextCleaner.trimmed).filter { !$0.isEmpty } }
    guard let columns = rows.map(\.count).max(), columns > 1 else { return }
    func row(_ cells: [String]) -> String {
      "| " + (cells + Array(repeating: "", count: columns - cells.count)).joined(separator: " | ") + " |"
    }
    var table = rows.map(row)
    table.insert("|" + String(repeating: "---|", count: columns), at: 1)
    let sign = String(first.text.prefix { $0 != "\t" && !ProseLine.signs.contains($0) })
    guard let range = places.find(hasTabs ? sign : "|", in: first, of: passage) else { return }
    let line = places.source.bounds(around: range.lowerBound)
    diagnostics.append(
      .notationSlip(
        hasTabs ? .tabs : .tableRule, places.source.place(range.lowerBound..<line.upperBound),
        written: TextCleaner.trimmed(texts.first ?? ""), fix: Fix(.addition, table.prefix(40).joined(separator: "\n"))))
  }

  private mutating func reportCallout(_ lines: [ProseLine], of passage: Passage) {
    guard passage.isQuoted, let first = lines.first, first.text.hasPrefix("[!") else { return }
    let sign = first.text.prefix { $0 != "]" } + "]"
    guard let range = places.find(String(sign), in: first, of: passage) else { return }
    diagnostics.append(.notationSlip(.callout, places.source.place(range), written: String(sign)))
  }

  private mutating func reportUnusedNotes() {
    let source = places.source
    diagnostics += UnusedNotes.all(in: reading, of: source, firstLine: places.firstLine).map { note in
      .notationSlip(.unusedNote, source.place(note.sign), written: source.bytes.text(note.sign))
    }
  }

  private mutating func reportForeignCode(in line: ProseLine, of passage: Passage) {
    for code in ForeignCode.all(in: line.text, line.bytes) {
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

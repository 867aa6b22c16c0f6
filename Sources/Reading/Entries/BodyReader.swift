import Diagnostics
import Markdown
import Markup
import Site

/// Reads the text below the front matter and reports what can be reported without looking at any other file.
struct BodyReader {
  let source: SourceText
  /// Pieces of HTML that are reported one by one.
  private static let mostRaw = 100

  private let start: Int
  private let firstLine: Int
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var anchors: Set<String> = []

  /// The text begins at byte `start`, on line `line`.
  init(_ source: SourceText, start: Int, line: Int) {
    self.source = source
    self.start = start
    self.firstLine = line
  }

  /// - Parameters:
  ///   - extent: how much of it gets its typography.
  ///   - known: what the text was read as before; only where it is still the same.
  mutating func read(
    kind: EntryKind, hasSummary: Bool, setting extent: Typesetting.Extent = .whole, known: SoundText? = nil
  ) -> Document {
    let bytes = source.bytes[min(start, source.bytes.count)...]
    let known = known.flatMap { $0.isReading(of: bytes) ? $0 : nil }
    let reading: MarkdownReading
    do throws(MarkdownLimit) {
      if let known { reading = known.reading } else { reading = try MarkdownParser().read(utf8: bytes) }
    } catch {
      diagnostics.append(
        .markdownLimit(place(TextPosition(line: error.line, column: 0)), error.words, allowed: error.allowedWords))
      return Document()
    }
    var document = reading.document
    if document.isEmpty, kind.row.needsText, !hasSummary {
      diagnostics.append(.emptyBody(source.wholePlace, kind: kind.row.noun.withArticle))
    }
    checkRaw(document)
    if known == nil { diagnostics += ProseReader.diagnostics(of: reading, in: source, firstLine: firstLine) }
    shiftAndCheckHeadings(&document)
    checkImages(document)
    document = Typesetting.document(document, extent)
    anchors = Set(document.headings.compactMap(\.anchor))
    return document
  }

  private func place(_ position: TextPosition, length: Int = 1) -> SourceLocation {
    source.place(line: position.line + firstLine - 1, column: position.column, length: length)
  }

  private mutating func checkRaw(_ document: Document) {
    let raws = document.rawHTML
    // A pair of tags is one mistake.
    let hasOpening = raws.contains { !$0.text.hasPrefix("</") }
    let found = raws.filter { !(hasOpening && $0.text.hasPrefix("</")) }
    let rest = found.count - Self.mostRaw
    if rest > 0 { diagnostics.append(.moreRemarks(source.wholePlace, count: rest, isError: false)) }
    for raw in found.prefix(Self.mostRaw) {
      let isComment = raw.text.hasPrefix("<!--")
      diagnostics.append(isComment ? .htmlComment(place(raw.position)) : .rawHTML(place(raw.position), tag: raw.text))
    }
  }

  /// The title of the page is its only heading of the first level.
  private mutating func shiftAndCheckHeadings(_ document: inout Document) {
    var shift = 0
    if let first = document.headings.first(where: { $0.level == 1 }) {
      diagnostics.append(.firstLevelHeading(place(first.position), text: PlainTextRenderer.text(of: first.content)))
      shift = 1
    }
    // Reported in the author's own levels.
    var level = 1 - shift
    for heading in document.headings {
      if heading.level > level + 1 {
        diagnostics.append(.skippedHeading(place(heading.position), level: heading.level, expected: level + 1))
      }
      level = heading.level
    }
    document = document.levellingHeadings(from: 2)
  }

  private mutating func checkImages(_ document: Document) {
    for image in document.images where TextCleaner.trimmed(image.alternative).isEmpty {
      diagnostics.append(.imageWithoutAlternative(place(image.position)))
    }
  }
}

/// A text alone, without front matter, as the site would show it, and what is to be reported about it.
package func readText(_ source: SourceText) -> (document: Document, diagnostics: [Diagnostic]) {
  var reader = BodyReader(source, start: source.firstOffset, line: 1)
  let document = reader.read(kind: .event, hasSummary: true)
  return (document, reader.diagnostics)
}

extension MarkdownLimit {
  /// What there is too much of.
  var words: String {
    switch kind {
    case .textSize: return "le texte est trop long"
    case .lineLength: return "cette ligne est trop longue"
    case .runLength: return "trop de lignes se suivent sans ligne vide"
    case .nesting: return "trop de listes et de citations sont emboîtées"
    case .inlineNesting: return "trop de mises en forme sont emboîtées"
    case .tableColumns: return "ce tableau a trop de colonnes"
    case .tableCells: return "les tableaux ont trop de cases"
    case .linkDefinition: return "cette définition de lien est trop longue"
    case .brackets: return "il y a trop de crochets ouvrants"
    }
  }

  /// The most that is allowed, with its unit.
  var allowedWords: String {
    switch kind {
    case .textSize, .lineLength, .runLength, .linkDefinition: return "\(allowed / 1024) ko au plus"
    default: return "\(allowed) au plus"
    }
  }
}

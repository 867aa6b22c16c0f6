import Diagnostics
import Text
import Yams

/// Hands a stretch of a file to YAML and gives back values with their places in the file. Anchors, aliases, tags and merge
/// keys are refused, and so is what is nested without end; errors are reported in our words.
struct YAMLComposer {
  /// Bytes that are handed over at most.
  static let largest = 65_536
  /// Values in all, at most.
  private static let mostValues = 20_000

  let source: SourceText
  let range: Range<Int>
  /// Members of block maps that are text, taken as written to the end of their lines; by folded names.
  var textKeys: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Where the lines of the stretch begin, in bytes of the file.
  private var lineStarts: [Int]
  private var values = 0
  /// The place that was looked for last.
  private var found = (line: 0, column: 0, offset: 0)

  init(_ source: SourceText, range: Range<Int>) {
    self.source = source
    self.range = range
    var starts = [range.lowerBound]
    for index in range where source.bytes[index].isLineEnd {
      if source.bytes[index] == .carriageReturn, index + 1 < range.upperBound, source.bytes[index + 1] == .lineFeed {
        continue
      }
      starts.append(index + 1)
    }
    lineStarts = starts
  }

  /// The value; `nil` where there is an error, which is reported.
  mutating func compose() -> FieldValue? {
    guard range.count <= Self.largest else {
      diagnostics.append(.yamlTooLarge(source.place(range)))
      return nil
    }
    let guardian = YAMLGuard(source.bytes, range)
    if let refusal = guardian.refusal {
      diagnostics.append(refusal.diagnostic(at: source))
      return nil
    }
    do {
      // What a value means is the reader's to say, by the schema: nothing is to be guessed from how it looks.
      let parser = try Parser(
        yaml: textKeys.isEmpty ? guardian.text : quotingTexts(guardian.text), resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else {
        return FieldValue(.empty, at: range.lowerBound..<range.lowerBound)
      }
      return value(of: node)
    } catch let error as YamlError {
      report(error)
    } catch {
      diagnostics.append(.yamlUnreadable(source.place(range)))
    }
    return nil
  }

  /// With quotes around the texts in which YAML would see more: `texte: Adhérer : c’est ici`. All places up to the texts stay.
  private func quotingTexts(_ yaml: String) -> String {
    yaml.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let start = line.drop { $0 == " " || $0 == "-" }
      guard let colon = start.firstRange(of: ": "),
        textKeys.contains(KeyTable.folded(String(start[..<colon.lowerBound])))
      else { return String(line) }
      let value = TextCleaner.trimmed(start[colon.upperBound...])
      guard let first = value.first, !"\"'[{|>&*!#".contains(first), value.contains(": ") || value.contains(" #")
      else { return String(line) }
      let lead = line[..<colon.upperBound] + start[colon.upperBound...].prefix { $0 == " " }
      return lead + LooseList.quoted(value)
    }.joined(separator: "\n")
  }

  // MARK: Values

  private mutating func value(of node: Node) -> FieldValue? {
    let start = offset(of: node.mark)
    values += 1
    guard values <= Self.mostValues else {
      diagnostics.append(.yamlTooLarge(source.place(range)))
      return nil
    }
    switch node {
    case .scalar(let scalar):
      let isEmpty = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      let extent = extent(of: scalar, from: start)
      if scalar.style == .plain, !isEmpty { reportLostWords(behind: extent.upperBound) }
      return FieldValue(isEmpty ? .empty : .scalar(scalar.string), at: extent)
    case .sequence(let sequence):
      var items: [FieldValue] = []
      for item in sequence {
        guard let value = value(of: item) else { return nil }
        items.append(value)
      }
      return FieldValue(.list(items), at: start..<lineEnd(from: start))
    case .mapping(let mapping):
      var members: [FieldValue.Member] = []
      for (keyNode, valueNode) in mapping {
        let keyStart = offset(of: keyNode.mark)
        guard case .scalar(let key) = keyNode else {
          diagnostics.append(.yamlUnreadable(source.place(keyStart..<lineEnd(from: keyStart))))
          return nil
        }
        let keyRange = extent(of: key, from: keyStart)
        if key.string == "<<" {
          diagnostics.append(.yamlFeature(source.place(keyRange), sign: "<<"))
          return nil
        }
        guard let value = value(of: valueNode) else { return nil }
        members.append(FieldValue.Member(key: key.string, keyRange: keyRange, value: value))
      }
      return FieldValue(.map(members), at: start..<lineEnd(from: start))
    case .alias:
      diagnostics.append(.yamlFeature(source.place(start..<lineEnd(from: start)), sign: "*"))
      return nil
    }
  }

  /// « #3 » behind a value is a remark to YAML; who writes one puts a space behind its sign.
  private mutating func reportLostWords(behind offset: Int) {
    let rest = source.bytes.trimmed(offset..<lineEnd(from: offset))
    guard rest.lowerBound > offset, rest.count > 1, source.bytes[rest.lowerBound] == .hash else { return }
    let next = source.bytes[rest.lowerBound + 1]
    guard !next.isBlank, next != .hash else { return }
    diagnostics.append(.lostWords(source.place(rest), text: source.bytes.text(rest)))
  }

  /// Where a scalar stands: for plain ones of one line its own bytes, else the rest of its first line.
  private func extent(of scalar: Node.Scalar, from start: Int) -> Range<Int> {
    let count = scalar.string.utf8.count
    let length: Int
    switch scalar.style {
    case .plain: length = count
    case .singleQuoted, .doubleQuoted: length = count + 2
    default: length = Int.max / 2
    }
    let end = lineEnd(from: start)
    return start..<max(start, length > end - start ? end : start + length)
  }

  // MARK: Places

  /// Never before `offset`, which may stand between the CR and the LF that end a line.
  private func lineEnd(from offset: Int) -> Int {
    max(offset, min(source.bounds(around: offset).upperBound, range.upperBound))
  }

  private mutating func offset(of mark: Mark?) -> Int {
    guard let mark else { return range.lowerBound }
    return offset(line: mark.line, column: mark.column)
  }

  /// Line and column (in scalars) within the stretch, from 1, to bytes of the file.
  private mutating func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return range.lowerBound }
    guard line <= lineStarts.count else { return range.upperBound }
    // Marks come in their order: a long line is walked through once, not anew for each of its values.
    let goesOn = found.line == line && found.column <= column
    var index = goesOn ? found.offset : lineStarts[line - 1]
    var left = column - (goesOn ? found.column : 1)
    let bytes = source.bytes
    while left > 0, index < range.upperBound, !bytes[index].isLineEnd {
      index += 1
      while index < range.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
      left -= 1
    }
    found = (line, column, index)
    return index
  }

  // MARK: Errors

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      report(context: context, problem: problem, mark: mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let start = offset(of: context.mark)
      diagnostics.append(.duplicateMember(source.place(start..<lineEnd(from: start)), keys: duplicates))
    default:
      diagnostics.append(.yamlUnreadable(source.place(range)))
    }
  }

  /// The usual mistakes by what they are; libyaml's own words are not shown.
  private mutating func report(context: YamlError.Context?, problem: String, mark: Mark) {
    if let slip = slip(before: min(offset(of: mark), range.upperBound)) {
      diagnostics.append(slip)
      return
    }
    let words = (context?.text ?? "") + " " + problem
    let opening = context.map { offset(of: $0.mark) } ?? range.lowerBound
    let here = min(offset(of: mark), max(range.lowerBound, range.upperBound - 1))
    let openingPlace = source.place(opening..<lineEnd(from: opening))
    let place = source.place(here..<lineEnd(from: here))
    if words.contains("quoted scalar") {
      diagnostics.append(.unclosedQuote(openingPlace))
    } else if words.contains("flow sequence") {
      diagnostics.append(.unclosedBracket(openingPlace, sign: "]"))
    } else if words.contains("flow mapping") {
      diagnostics.append(.unclosedBracket(openingPlace, sign: "}"))
    } else if words.contains("mapping values are not allowed") {
      diagnostics.append(.colonInValue(place))
    } else if words.contains("simple key") || words.contains("could not find expected ':'") {
      diagnostics.append(.memberWithoutColon(openingPlace))
    } else if words.contains("block collection") || words.contains("block mapping") || words.contains("indent") {
      diagnostics.append(.badIndent(place))
    } else {
      diagnostics.append(.yamlUnreadable(place))
    }
  }

  /// What is wrong on a line of a key of its own above the place where the parser could go no further: it takes a quotation that
  /// is not closed for one that ends where the next begins.
  private func slip(before end: Int) -> Diagnostic? {
    let bytes = source.bytes
    for start in lineStarts.dropLast() where start < end {
      let line = bytes.trimmed(start..<lineEnd(from: start))
      guard let first = line.first, first == start, bytes[first] != .hash, bytes[first] != .hyphen,
        !"[]{}\"'".utf8.contains(bytes[first])
      else { continue }
      guard
        let colon = line.first(where: { bytes[$0] == .colon && ($0 + 1 == line.upperBound || bytes[$0 + 1].isBlank) })
      else { return .memberWithoutColon(source.place(line)) }
      let value = bytes.trimmed((colon + 1)..<line.upperBound)
      guard let quote = value.first.map({ bytes[$0] }), quote == .doubleQuote || quote == .quote else { continue }
      let marks = bytes[value].count { $0 == quote }
      if marks % 2 == 1, quote == .doubleQuote || marks == 1 { return .unclosedQuote(source.place(value)) }
    }
    return nil
  }
}

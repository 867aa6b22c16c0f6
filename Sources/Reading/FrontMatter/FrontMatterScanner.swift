import Diagnostics
import Site
import Text

/// Finds the front matter of a file and takes it apart, line by line, without understanding the values.
struct FrontMatterScanner {
  let source: SourceText
  let table: KeyTable
  private let kind: EntryKind?
  private(set) var diagnostics: [Diagnostic] = []
  private let bytes: [UInt8]
  private var raw: [RawField] = []
  /// Bytes and lines at most.
  private static let largest = (kilobytes: 64, lines: 2000)
  /// How many lines a front matter that stands below a text is looked for.
  private static let furthestFence = 40

  /// - Parameter kind: what the entry is by its folder.
  init(_ source: SourceText, table: KeyTable, kind: EntryKind? = nil) {
    self.source = source
    self.bytes = source.bytes
    self.table = table
    self.kind = kind
  }

  /// The fields and the start of the text; `nil` where there is no front matter to be found.
  mutating func scan() -> FrontMatter? {
    var offset = source.firstOffset
    var line = 1
    while offset < bytes.count, bytes.trimmed(offset..<source.lineEnd(from: offset)).isEmpty {
      offset = source.afterLineEnd(source.lineEnd(from: offset))
      line += 1
    }
    let firstEnd = source.lineEnd(from: offset)
    guard let opening = Fence(bytes, offset..<firstEnd, mayBeIndented: true) else {
      reportMissing(firstLine: offset..<firstEnd)
      return nil
    }
    report(opening, at: offset..<firstEnd)
    if line > 1 { diagnostics.append(.blankBeforeFence(source.place(offset..<firstEnd))) }
    let fence = offset..<firstEnd
    let (start, firstLine) = (offset, line)

    offset = source.afterLineEnd(firstEnd)
    var lastFieldEnd = offset
    while offset < bytes.count {
      line += 1
      guard offset - start <= Self.largest.kilobytes << 10, line - firstLine <= Self.largest.lines else {
        diagnostics = [
          .frontMatterTooLong(source.place(fence), kilobytes: Self.largest.kilobytes, lines: Self.largest.lines)
        ]
        return nil
      }
      let end = source.lineEnd(from: offset)
      let next = source.afterLineEnd(end)
      // Blanks before the one are copied to the other; elsewhere they make it part of a text.
      if let closing = Fence(bytes, offset..<end, mayBeIndented: opening.isIndented),
        closing.isStandard || !isListItem(at: offset, end: end)
      {
        report(closing, at: offset..<end)
        return frontMatter(bodyStart: next, bodyLine: line + 1)
      }
      if take(offset..<end) { lastFieldEnd = next }
      offset = next
    }
    // What was found since the fence may be text as well as fields: only the fence is reported.
    diagnostics = [.unclosedFrontMatter(source.place(fence), after: source.place(lastFieldEnd..<lastFieldEnd).line)]
    return nil
  }

  private mutating func report(_ fence: Fence, at line: Range<Int>) {
    let place = source.place(line)
    if !fence.isStandard {
      diagnostics.append(.oddFence(place))
    } else if fence.isIndented {
      diagnostics.append(.indentedFence(place))
    }
  }

  private mutating func reportMissing(firstLine: Range<Int>) {
    if let below = fenceBelow(firstLine) {
      let isCode = bytes.has("```", at: firstLine.lowerBound) || bytes.has("~~~", at: firstLine.lowerBound)
      diagnostics.append(
        isCode
          ? .frontMatterInCode(source.place(firstLine), sign: bytes.text(firstLine))
          : .textBeforeFrontMatter(source.place(firstLine), line: source.place(below).line))
    } else if bytes.has("+++", at: firstLine.lowerBound)
      || bytes.has("{", at: firstLine.lowerBound) && firstLine.count == 1
    {
      diagnostics.append(.foreignFrontMatter(source.place(firstLine), sign: bytes.text(firstLine)))
    } else if bytes.trimmed(source.firstOffset..<bytes.count).isEmpty || firstLine.isEmpty {
      diagnostics.append(.emptyFile(source.wholePlace))
    } else if FieldLine(bytes, firstLine, table: table).flatMap({ table.key(named: $0.key) }) != nil {
      diagnostics.append(.missingOpeningFence(source.place(firstLine)))
    } else {
      diagnostics.append(.missingFrontMatter(source.place(firstLine)))
    }
  }

  /// The first line of a front matter that does not stand at the top: a fence with a known key below it, or, in a block of
  /// code, such a key alone.
  private func fenceBelow(_ firstLine: Range<Int>) -> Range<Int>? {
    let isCode = bytes.has("```", at: firstLine.lowerBound) || bytes.has("~~~", at: firstLine.lowerBound)
    var before = firstLine
    var offset = source.afterLineEnd(firstLine.upperBound)
    for _ in 0..<Self.furthestFence where offset < bytes.count {
      let line = offset..<source.lineEnd(from: offset)
      let field = FieldLine(bytes, bytes.trimmed(line), table: table)
      if let field, table.key(named: field.key) != nil,
        Fence(bytes, before, mayBeIndented: true) != nil || isCode && before == firstLine
      {
        return before
      }
      (before, offset) = (line, source.afterLineEnd(line.upperBound))
    }
    return nil
  }

  /// Takes one line; whether it belongs to a field.
  private mutating func take(_ line: Range<Int>) -> Bool {
    guard !line.isEmpty else { return false }
    let first = bytes[line.lowerBound]
    if first == .hash { return true }
    if isConflictMarker(line) { return true }
    if first.isBlank {
      let trimmed = bytes.trimmed(line)
      if trimmed.isEmpty { return false }
      if bytes[trimmed.lowerBound] == .hash { return true }
      if let known = knownField(in: trimmed), raw.isEmpty || !expectsContinuation(raw[raw.count - 1]) {
        diagnostics.append(.indentedKey(source.place(line.lowerBound..<trimmed.upperBound), text: bytes.text(trimmed)))
        raw.append(known)
        return true
      }
      if !raw.isEmpty {
        continueField(line)
        return true
      }
    }
    if !raw.isEmpty,
      isListItem(at: line.lowerBound, end: line.upperBound) || first == UInt8(ascii: "]") || first == UInt8(ascii: "}")
    {
      continueField(line)
      return true
    }
    if isMemberOfList(line) {
      continueField(line)
      return true
    }
    if first == .hyphen, !raw.isEmpty, raw[raw.count - 1].value.isEmpty {
      // « -pain » below a key of which nothing is written yet.
      let item = bytes.text(bytes.trimmed((line.lowerBound + 1)..<line.upperBound))
      diagnostics.append(.listItemWithoutSpace(source.place(line), standard: "- " + item))
      continueField(line)
      return true
    }
    return takeKey(line)
  }

  /// Whether a line can only be a member of the list that the key above begins: « • pain », « -pain », or a few words alone.
  private func isMemberOfList(_ line: Range<Int>) -> Bool {
    guard let last = raw.last, last.value.isEmpty, let description = table.key(named: last.key),
      let style = LooseList.Style(of: description.type, isOfTags: description.key == .tags)
    else { return false }
    if LooseLines(bytes, line, style) != nil, ListMarker(bytes, line) != nil { return true }
    guard style != .values else { return false }
    // Nothing between it and the key, nor what makes a sentence.
    let before = (last.continuation.isEmpty ? last.keyRange : last.continuation).upperBound
    let gap = bytes[before..<line.lowerBound].count { $0 == 0x0A }
    let words = bytes[line].count { $0 == .space } + 1
    return gap <= 1 && words <= 5 && line.count <= 60 && FieldLine(bytes, bytes.trimmed(line), table: table) == nil
      && !".!?".utf8.contains(bytes[bytes.trimmed(line).upperBound - 1])
  }

  private mutating func takeKey(_ line: Range<Int>) -> Bool {
    let trimmed = bytes.trimmed(line)
    guard let field = FieldLine(bytes, trimmed, table: table) else {
      diagnostics.append(.lineWithoutKey(source.place(trimmed), text: bytes.text(trimmed)))
      return false
    }
    let place = source.place(trimmed)
    let standard = field.key + ": " + bytes.text(field.value)
    switch field.separator {
    case .colon: break
    case .tightColon, .wideColon: diagnostics.append(.oddColon(place, standard: standard))
    case .other(let sign): diagnostics.append(.missingColon(place, sign: sign, standard: standard))
    }
    raw.append(RawField(key: field.key, keyRange: field.keyRange, value: field.value, continuation: 0..<0))
    return true
  }

  /// A key that is known, on an indented line.
  private func knownField(in line: Range<Int>) -> RawField? {
    guard let field = FieldLine(bytes, line, table: table), case .colon = field.separator,
      table.key(named: field.key) != nil
    else { return nil }
    return RawField(key: field.key, keyRange: field.keyRange, value: field.value, continuation: 0..<0)
  }

  /// Whether what is indented below `field` can be its own: a map, a list, a block of text.
  private func expectsContinuation(_ field: RawField) -> Bool {
    if field.value.isEmpty { return true }
    switch bytes[field.value.lowerBound] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "{"): return true
    default: return !field.continuation.isEmpty && field.value.isEmpty
    }
  }

  private mutating func continueField(_ line: Range<Int>) {
    let last = raw.count - 1
    let start = raw[last].continuation.isEmpty ? line.lowerBound : raw[last].continuation.lowerBound
    raw[last].continuation = start..<line.upperBound
    var index = line.lowerBound
    while index < line.upperBound, bytes[index].isBlank {
      if bytes[index] == .tab {
        let text = bytes.text(line)
        let fixed =
          String(text.prefix { $0 == " " || $0 == "\t" }.flatMap { $0 == "\t" ? "  " : " " })
          + text.drop { $0 == " " || $0 == "\t" }
        diagnostics.append(.tabIndent(source.place(index..<(index + 1)), fixed: fixed))
        return
      }
      index += 1
    }
  }

  private func isListItem(at offset: Int, end: Int) -> Bool {
    bytes[offset] == .hyphen && (offset + 1 == end || bytes[offset + 1].isBlank)
  }

  private mutating func isConflictMarker(_ line: Range<Int>) -> Bool {
    ConflictMarker.isOne(bytes, line)
  }

  private mutating func frontMatter(bodyStart: Int, bodyLine: Int) -> FrontMatter {
    var naming = FieldNaming(source, table: table, kind: kind)
    naming.name(raw)
    diagnostics += naming.diagnostics
    return FrontMatter(
      fields: naming.fields, misspelt: naming.misspelt, foreign: naming.foreign, bodyStart: bodyStart,
      bodyLine: bodyLine)
  }
}

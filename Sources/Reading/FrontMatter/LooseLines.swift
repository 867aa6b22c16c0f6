import Text

/// A list on lines of their own as people write it: `-pain`, `• pain`, `1. pain`, `- #pain`, or words alone.
struct LooseLines {
  struct Line {
    /// The whole line, and what stands in it from its first sign on.
    let range: Range<Int>
    let members: [(text: String, range: Range<Int>)]
    /// The lines to write; `nil` where it is as it should be.
    let standard: String?
  }

  let lines: [Line]

  /// - Parameter range: the lines below the key.
  /// - Returns: `nil` where every line is as it should be, or one is for YAML to read.
  init?(_ bytes: [UInt8], _ range: Range<Int>, _ style: LooseList.Style) {
    var lines: [Line] = []
    for text in bytes[range].split(whereSeparator: \.isLineEnd) {
      let trimmed = bytes.trimmed(text.startIndex..<text.endIndex)
      if trimmed.isEmpty || bytes[trimmed.lowerBound] == .hash { continue }
      guard let line = Self.line(bytes, trimmed, indent: bytes.text(text.startIndex..<trimmed.lowerBound), style) else {
        return nil
      }
      lines.append(line)
    }
    guard lines.contains(where: { $0.standard != nil }) else { return nil }
    self.lines = lines
  }

  private static func line(_ bytes: [UInt8], _ range: Range<Int>, indent: String, _ style: LooseList.Style) -> Line? {
    let marker = ListMarker(bytes, range)
    let member = (marker?.end ?? range.lowerBound)..<range.upperBound
    guard let first = member.first, !isForYAML(bytes, member, first), marker != nil || style != .values else {
      return nil
    }
    var members: [(text: String, range: Range<Int>)] = [(bytes.text(member), member)]
    // YAML would read no further than « #3 ».
    var isStandard = (marker?.isStandard ?? false) && !hasTightHash(bytes, member)
    if style != .values, let list = LooseList(bytes, member, style) {
      members = list.items
      isStandard = false
    } else if marker == nil || bytes[first] != .doubleQuote && bytes[first] != .quote {
      // Words with commas between them, below the key.
      let parts = marker == nil ? bytes[member].split(separator: UInt8(ascii: ",")) : [bytes[member]]
      members = parts.map { bytes.trimmed($0.startIndex..<$0.endIndex) }.filter { !$0.isEmpty }.map {
        (bytes.text($0), $0)
      }
    } else {
      // A quoted member is YAML's.
      guard member.count > 1, bytes[member.upperBound - 1] == bytes[first] else { return nil }
      let inner = (first + 1)..<(member.upperBound - 1)
      guard !bytes[inner].contains(where: { $0 == bytes[first] || $0 == UInt8(ascii: "\\") }) else { return nil }
      members = [(bytes.text(inner), inner)]
    }
    if isStandard { return Line(range: range, members: members, standard: nil) }
    let standard = members.map { member in
      indent + "- " + (LooseList.isPlain(member.text) ? member.text : LooseList.quoted(member.text))
    }
    return Line(range: range, members: members, standard: standard.joined(separator: "\n"))
  }

  private static func hasTightHash(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.dropFirst().contains { bytes[$0] == .hash && bytes[$0 - 1].isBlank }
      && bytes[range.lowerBound] != .doubleQuote && bytes[range.lowerBound] != .quote
  }

  /// Brackets, signs of YAML, a list in the list, `key: value`, a remark behind the value.
  private static func isForYAML(_ bytes: [UInt8], _ range: Range<Int>, _ first: Int) -> Bool {
    if "[{&!|>%@`".utf8.contains(bytes[first]) { return true }
    if bytes[first] == .hyphen, first + 1 == range.upperBound || bytes[first + 1].isBlank { return true }
    return range.contains { index in
      let isBlankBehind = index + 1 == range.upperBound || bytes[index + 1].isBlank
      return bytes[index] == .colon && isBlankBehind
        || bytes[index] == .hash && index > first && bytes[index - 1].isBlank && isBlankBehind
    }
  }
}

import Reading
import Site

/// Undoes what mail programs do to the file of an entry: lines that were cut, quotation marks that were bent, blanks.
struct MailedEntry {
  /// Of any kind that can be sent; keys are looked for among its own.
  let kind: EntryKind
  /// The whole file.
  private(set) var text = ""

  /// Where programs cut lines, in characters: none before, none behind.
  private static let cut = 72...80

  init(_ found: ProposalFinder.Found, kind: EntryKind) {
    self.kind = kind
    guard !found.isFile else {
      text = found.lines.joined(separator: "\n")
      return
    }
    var lines = found.lines.map { line in
      var text = MailedLine.plain(line)
      while let last = text.last, last.isWhitespace { text.removeLast() }
      return text
    }
    lines = Array(lines.drop(while: \.isEmpty))
    while lines.last?.isEmpty == true { lines.removeLast() }
    let fences = lines.indices.filter { MailedLine.isFence(lines[$0]) }
    guard fences.first == 0, fences.count > 1 else {
      text = lines.joined(separator: "\n") + "\n"
      return
    }
    let end = fences[1]
    var front = Array(lines[1..<end])
    var body = Array(lines[(end + 1)...])
    if !found.isExact, let limit = Self.limit(of: lines) {
      front = joined(front, limit) { self.beginsField($0, after: $1) }
      body = joinedBody(body, limit)
    }
    front = front.map(straightened)
    // What mails put between the lines of a list says nothing here.
    front.removeAll(where: \.isEmpty)
    let rest = body.drop(while: \.isEmpty)
    text = (["---"] + front + ["---"] + rest).joined(separator: "\n") + "\n"
  }

  // MARK: Lines that were cut

  /// Beyond how many characters a line was cut; `nil` where none was.
  private static func limit(of lines: [String]) -> Int? {
    // A word that is longer by itself can't be cut.
    let lengths = lines.filter { line in !line.split(separator: " ").contains { $0.count > cut.lowerBound } }.map(
      \.count)
    guard let longest = lengths.max(), longest <= cut.upperBound else { return nil }
    return max(longest, cut.lowerBound - 1)
  }

  /// Whether the first word of `next` had no room behind `line`.
  private static func wasCut(_ line: String, before next: String, _ limit: Int) -> Bool {
    guard !line.isEmpty, let word = next.split(separator: " ").first else { return false }
    return line.count + 1 + word.count > limit
  }

  private func joined(_ lines: [String], _ limit: Int, _ begins: (_ line: String, _ whole: String) -> Bool) -> [String]
  {
    var result: [String] = []
    /// How long the piece is that was cut off last.
    var last = ""
    for line in lines {
      if let whole = result.last, !begins(line, whole), Self.wasCut(last, before: line, limit) {
        result[result.count - 1] += " " + line
      } else {
        result.append(line)
      }
      last = line
    }
    return result
  }

  /// Whether a line of front matter is one of its own.
  ///
  /// - Parameter whole: the line before it, as it was written: a list stands below a key without a value.
  private func beginsField(_ line: String, after whole: String) -> Bool {
    guard let first = line.first else { return true }
    if line.hasPrefix("- ") { return whole.hasPrefix("- ") || whole.hasSuffix(":") }
    return first.isWhitespace || first == "#" || MailedLine.key(of: line, kind) != nil
  }

  private func joinedBody(_ lines: [String], _ limit: Int) -> [String] {
    var result: [String] = []
    var (last, isCode, isList) = ("", false, false)
    for line in lines {
      if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
      let isItem = Self.isItem(line)
      if last.isEmpty { isList = isItem }
      let begins =
        isCode || line.isEmpty || line.first == " " || "#>|`".contains(line.first ?? " ") || MailedLine.isFence(line)
        || last.hasSuffix("\\") || (isItem && (isList || last.hasSuffix(":")))
      if !result.isEmpty, !begins, !last.hasPrefix("|"), !last.hasPrefix("```"), Self.wasCut(last, before: line, limit)
      {
        result[result.count - 1] += " " + line
      } else {
        result.append(line)
      }
      last = line
    }
    return result
  }

  private static func isItem(_ line: String) -> Bool {
    line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("+ ")
      || line.prefixMatch(of: #/\d{1,4}[.)]\s/#) != nil
  }

  // MARK: Signs

  /// A line of front matter with the marks that mean something to the reader as they were typed. A text keeps its own.
  private func straightened(_ line: String) -> String {
    guard line.contains(where: { "“”„‘’".contains($0) }) else { return line }
    guard let colon = line.firstIndex(of: ":"), let key = MailedLine.key(of: line, kind) else {
      return line.first == "#" ? line : Self.straight(line)
    }
    let value = line[line.index(after: colon)...].trimmingBlanks
    if key.type == .text { return value.allSatisfy { "“”„".contains($0) } ? line[...colon] + " \"\"" : line }
    if case .either(.text, _) = key.type { return line }
    return line[...colon] + " " + Self.straight(value)
  }

  private static func straight(_ text: some StringProtocol) -> String {
    String(text.map { "“”„".contains($0) ? "\"" : "‘’".contains($0) ? "'" : $0 })
  }
}

import Reading
import Site
import Text

/// Looks for entries in what was sent.
struct ProposalFinder {
  /// An entry as it was found: its lines, without what quoted them.
  struct Found: Hashable {
    /// Where it says it goes, from `Content/`; empty where it does not say.
    var path: String
    var lines: [String]
    /// Whether a line is one that was written; see `ReceivedMessage.Body`.
    var isExact: Bool
    /// Whether it stood between the two marks.
    var isMarked = true
    /// Whether it is a file of its own, which no mail program has changed.
    var isFile = false
  }

  private(set) var found: [Found] = []
  /// How many entries are taken out of one message.
  private static let mostEntries = 20
  /// Whether a first mark was there and the last one was not.
  private(set) var isCut = false

  /// Entries that a message holds: between marks, else as an attached file, else as a text that begins like one.
  init(_ message: ReceivedMessage) {
    for forms in message.texts { takeMarked(forms) }
    let files = message.files.filter { ["md", "markdown", "txt"].contains(Self.ending(of: $0.name)) }
    for file in files {
      let text = MessageCharset.text(file.bytes, nil)
      let body = ReceivedMessage.Body(lines: text.lines, isExact: true)
      if !takeMarked([body]), let lines = Self.entry(in: body.lines, atStart: true) {
        add(Found(path: file.name, lines: lines, isExact: true, isMarked: false, isFile: true))
      }
    }
    guard found.isEmpty, !isCut else { return }
    for forms in message.texts {
      for body in forms {
        guard let lines = Self.entry(in: body.lines, atStart: false) else { continue }
        add(Found(path: "", lines: lines, isExact: body.isExact, isMarked: false))
        break
      }
    }
  }

  /// Entries that a text holds which is no message.
  ///
  /// - Parameter name: the name of its file; empty where it has none.
  init(text: String, name: String) {
    // What stands between marks was copied out of a mail.
    let body = ReceivedMessage.Body(lines: text.lines, isExact: false)
    if takeMarked([body]) || isCut { return }
    if let lines = Self.entry(in: body.lines, atStart: true) {
      add(Found(path: name, lines: lines, isExact: true, isMarked: false, isFile: true))
    }
  }

  private static func ending(of name: String) -> String {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  /// The same entry often comes twice: quoted in an answer, as a text and as a file.
  private mutating func add(_ entry: Found) {
    guard found.count < Self.mostEntries else { return }
    let lines = { (found: Found) in found.lines.map { $0.collapsingWhitespace }.filter { !$0.isEmpty } }
    if !found.contains(where: { lines($0) == lines(entry) }) { found.append(entry) }
  }

  /// Takes what stands between marks in the first of `forms` that has them; whether there was something.
  @discardableResult
  private mutating func takeMarked(_ forms: [ReceivedMessage.Body]) -> Bool {
    var wasCut = false
    for body in forms {
      let (entries, isOpen) = Self.marked(body)
      if isOpen { wasCut = true }
      guard !entries.isEmpty else { continue }
      entries.forEach { add($0) }
      return true
    }
    if wasCut { isCut = true }
    return false
  }

  private static func marked(_ body: ReceivedMessage.Body) -> (entries: [Found], isOpen: Bool) {
    var entries: [Found] = []
    var open: (path: String, quotes: Int, lines: [String])?
    for line in body.lines {
      let plain = MailedLine.plain(line)
      switch ProposalMarks.line(plain) {
      case .first(let path, let quotes): open = (path, quotes, [])
      case .last:
        guard let entry = open else { continue }
        entries.append(Found(path: entry.path, lines: entry.lines, isExact: body.isExact))
        open = nil
      case nil:
        guard let quotes = open?.quotes else { continue }
        let inner = MailedLine.unquoted(plain, quotes)
        // The first mark may be cut where its line was too long, before its path or behind it.
        if open?.lines.isEmpty == true, !inner.isEmpty, inner.allSatisfy({ $0 == "=" || $0 == " " }) { continue }
        if open?.lines.isEmpty == true, open?.path.hasSuffix(".md") == false, inner.contains(".md") {
          let rest = inner.collapsingWhitespace
          let end = rest.lastIndex { $0 != "=" && $0 != " " }.map(rest.index(after:)) ?? rest.startIndex
          open?.path += rest[..<end]
        } else {
          open?.lines.append(inner)
        }
      }
    }
    return (entries, open != nil)
  }

  /// How far a front matter is looked for without marks, in lines.
  private static let furthest = (start: 400, length: 200)

  /// The lines of an entry that begins with a front matter with a title; `nil` where there is none.
  ///
  /// - Parameter atStart: whether it has to be the first that stands there, and goes to the end; else it ends with a signature.
  private static func entry(in lines: [String], atStart: Bool) -> [String]? {
    let plain = lines.map(MailedLine.plain)
    for (index, line) in plain.enumerated().prefix(furthest.start) {
      if MailedLine.isFence(line), hasTitle(plain[(index + 1)...].prefix(furthest.length)) {
        let rest = lines[index...]
        guard !atStart else { return Array(rest) }
        return Array(rest.prefix { $0 != "-- " && $0 != "--" })
      }
      if atStart, !line.allSatisfy(\.isWhitespace) { return nil }
    }
    return nil
  }

  private static func hasTitle(_ lines: ArraySlice<String>) -> Bool {
    guard let end = lines.firstIndex(where: MailedLine.isFence) else { return false }
    return lines[..<end].contains { MailedLine.key(of: $0, .event)?.key == .title }
  }
}

import Site

/// What somebody sent: texts that may be read one for the other, and files.
struct ReceivedMessage: Sendable {
  /// A text, line by line.
  struct Body: Sendable, Hashable {
    var lines: [String]
    /// Whether a line is one that was written; else a program may have cut it where it was long.
    var isExact: Bool
  }

  struct File: Sendable, Hashable {
    /// As it was sent: not yet sound as the name of a file.
    var name: String
    var bytes: [UInt8]
  }

  /// The name and address it says it is from; nothing proves it.
  private(set) var sender: String?
  private(set) var subject: String?
  /// Each text in the forms that were sent, the one that lost least on the way first.
  private(set) var texts: [[Body]] = []
  private(set) var files: [File] = []

  /// Bytes of a text, at most.
  private static let longestText = 2 << 20

  init(_ message: MessagePart) {
    sender = message.fields.words("from")
    subject = message.fields.words("subject")
    collect(message)
  }

  private mutating func collect(_ part: MessagePart) {
    if case .parts(let parts) = part.content {
      guard part.type.value == "multipart/alternative" else { return parts.forEach { collect($0) } }
      // Pictures may stand beside the HTML of an alternative.
      let before = texts.count
      parts.forEach { collect($0) }
      let forms = texts[before...].flatMap { $0 }
      texts.removeSubrange(before...)
      if !forms.isEmpty { texts.append(forms.filter(\.isExact) + forms.filter { !$0.isExact }) }
      return
    }
    guard case .bytes(let bytes) = part.content else { return }
    let isText = ["text/plain", "text/html", "text", ""].contains(part.type.value)
    guard part.fileName == nil, isText else {
      files.append(File(name: part.fileName ?? Self.name(of: part.type.value), bytes: bytes))
      return
    }
    let text = MessageCharset.text(bytes.prefix(Self.longestText), part.type["charset"])
    if part.type.value == "text/html" {
      texts.append([Body(lines: HTMLLines(text).lines, isExact: true)])
    } else if part.type["format"]?.lowercased() == "flowed" {
      let lines = FlowedText.lines(text.lines, deletesSpace: part.type["delsp"]?.lowercased() == "yes")
      texts.append([Body(lines: lines, isExact: true)])
    } else {
      texts.append([Body(lines: text.lines, isExact: false)])
    }
  }

  /// For a file that was sent without a name.
  private static func name(of type: String) -> String {
    let ending = MediaType.all.first { $0.name == type }?.extensions.first
    return "fichier" + (ending.map { "." + $0 } ?? "")
  }
}

/// Text whose long lines are cut behind a blank (RFC 3676).
enum FlowedText {
  /// The lines as they were written. What is quoted keeps its `>`.
  static func lines(_ lines: [String], deletesSpace: Bool) -> [String] {
    var result: [String] = []
    /// How deep the line is quoted that still goes on.
    var open: Int?
    for line in lines {
      let quotes = line.prefix { $0 == ">" }.count
      var text = line.dropFirst(quotes)
      if text.first == " " { text.removeFirst() }
      let isSignature = text == "-- "
      let goesOn = text.last == " " && !isSignature
      if goesOn, deletesSpace { text.removeLast() }
      if open == quotes, !isSignature, !result.isEmpty {
        result[result.count - 1] += text
      } else {
        result.append(String(repeating: ">", count: quotes) + (quotes > 0 ? " " : "") + text)
      }
      open = goesOn ? quotes : nil
    }
    return result
  }
}

extension String {
  /// Cut at any end of line.
  var lines: [String] { split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init) }
}

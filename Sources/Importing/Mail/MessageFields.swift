import Reading
import Text

/// The fields at the head of a message or of one of its parts (RFC 5322, 2.2).
struct MessageFields: Sendable {
  /// Names in small letters, values on one line and otherwise as they were sent.
  private var fields: [(name: String, value: String)] = []

  /// Bytes of a head, at most; more is no mail program's.
  static let longest = 256 << 10

  /// Reads the head of `bytes`; `body` is what stands below it.
  ///
  /// - Throws: `MessageProblem` where the head has no end in sight.
  init(_ bytes: ArraySlice<UInt8>, body: inout ArraySlice<UInt8>) throws(MessageProblem) {
    var rest = bytes
    while !rest.isEmpty {
      let end = rest.firstIndex(of: .lineFeed) ?? rest.endIndex
      let line = rest[rest.startIndex..<end].withoutCarriageReturn
      rest = rest[min(end + 1, rest.endIndex)...]
      if line.isEmpty { break }
      guard rest.startIndex - bytes.startIndex <= Self.longest else { throw .headTooLong }
      let text = Self.text(line)
      if line.first?.isBlank == true {
        if !fields.isEmpty { fields[fields.count - 1].value += " " + text.trimmingBlanks }
      } else if let colon = text.firstIndex(of: ":") {
        fields.append((text[..<colon].lowercased().trimmingBlanks, text[text.index(after: colon)...].trimmingBlanks))
      }
    }
    body = rest
  }

  /// The value of the first field of this name, in small letters, as it was sent.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The same as words for people, on one line whatever it says: encoded words are decoded (RFC 2047).
  func words(_ name: String) -> String? {
    self[name].map { value in String(EncodedWords.decoded(value).map { $0.isNewline ? " " : $0 }) }
  }

  /// Whether it looks like the head of a message, rather than like a text that happens to hold a colon.
  var isOfMessage: Bool {
    let known: Set<String> = [
      "from", "to", "subject", "date", "mime-version", "message-id", "received", "return-path", "content-type",
      "delivered-to", "x-mozilla-status",
    ]
    return fields.count { known.contains($0.name) } >= 2
  }

  /// Heads are ASCII; programs that send other letters mean UTF-8, or the letters of Windows.
  private static func text(_ line: ArraySlice<UInt8>) -> String {
    ForeignEncoding.text(of: Array(line)) ?? String(decoding: line, as: UTF8.self)
  }
}

/// The value of a field that has parameters (RFC 2045, 5.1): `text/plain; charset=utf-8`. Parameters that are cut into
/// pieces or name their charset are put together (RFC 2231).
struct ParameterizedValue: Sendable {
  /// In small letters.
  private(set) var value: String
  private var parameters: [String: String] = [:]

  init(_ text: String) {
    var pieces = Self.pieces(of: text)
    value = pieces.isEmpty ? "" : pieces.removeFirst().lowercased().trimmingBlanks
    var cut: [String: [Int: (text: String, isEncoded: Bool)]] = [:]
    for piece in pieces.prefix(100) {
      guard let sign = piece.firstIndex(of: "=") else { continue }
      let name = piece[..<sign].lowercased().trimmingBlanks
      let value = Self.unquoted(piece[piece.index(after: sign)...].trimmingBlanks)
      let parts = name.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 1 {
        parameters[name] = parameters[name] ?? EncodedWords.decoded(value)
      } else {
        let isEncoded = parts.last == ""
        cut[parts[0], default: [:]][Int(parts[1]) ?? 0] = (value, isEncoded)
      }
    }
    for (name, values) in cut {
      let ordered = values.sorted { $0.key < $1.key }.map(\.value)
      parameters[name] = Self.joined(ordered)
    }
  }

  subscript(name: String) -> String? { parameters[name] }

  /// Cut at semicolons that are not within quotes.
  private static func pieces(of text: String) -> [String] {
    var result = [""]
    var (isQuoted, isEscaped) = (false, false)
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == ";", !isQuoted {
        result.append("")
        continue
      }
      result[result.count - 1].append(character)
    }
    return result
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count > 1, text.first == "\"", text.last == "\"" else { return text }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if !isEscaped, character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }

  private static func joined(_ values: [(text: String, isEncoded: Bool)]) -> String {
    var charset = "utf-8"
    var bytes: [UInt8] = []
    for (index, value) in values.enumerated() {
      var text = value.text
      if index == 0, value.isEncoded {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3 { (charset, text) = (String(parts[0]), String(parts[2])) }
      }
      bytes += value.isEncoded ? PercentCoding.bytes(text) : Array(text.utf8)
    }
    return MessageCharset.text(bytes, charset)
  }
}

extension StringProtocol {
  /// Without spaces and tabs at both ends.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}

extension ArraySlice<UInt8> {
  /// A line that ended with CRLF, without the CR.
  var withoutCarriageReturn: ArraySlice<UInt8> { last == .carriageReturn ? dropLast() : self }
}

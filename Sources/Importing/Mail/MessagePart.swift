import Text

/// A message, or a part of one (RFC 2045, RFC 2046). Whatever it says of itself, what it may be is bounded.
struct MessagePart: Sendable {
  indirect enum Content: Sendable {
    /// As it was before it was encoded for the way.
    case bytes([UInt8])
    case parts([MessagePart])
  }

  let fields: MessageFields
  /// `text/plain`, in small letters.
  let type: ParameterizedValue
  /// The name under which it was attached; not yet sound as the name of a file.
  let fileName: String?
  let content: Content

  /// Bytes of a message, at most; mail services take half of it.
  static let largest = 64 << 20
  private static let deepest = 16
  private static let mostParts = 400

  /// Reads a message; the line that mailboxes put before each (« From … ») is passed over.
  init(message bytes: [UInt8]) throws(MessageProblem) {
    guard bytes.count <= Self.largest else { throw .tooLarge }
    var slice = bytes[...]
    if slice.starts(with: [0xEF, 0xBB, 0xBF]) { slice = slice.dropFirst(3) }
    slice = slice.drop { $0.isLineEnd }
    if slice.starts(with: "From ".utf8), let end = slice.firstIndex(of: .lineFeed) { slice = slice[(end + 1)...] }
    var count = 0
    try self.init(slice, depth: 0, count: &count)
    guard fields.isOfMessage else { throw .noMessage }
  }

  private init(_ bytes: ArraySlice<UInt8>, depth: Int, count: inout Int) throws(MessageProblem) {
    count += 1
    guard depth <= Self.deepest else { throw .tooDeep }
    guard count <= Self.mostParts else { throw .tooManyParts }
    var body: ArraySlice<UInt8> = []
    fields = try MessageFields(bytes, body: &body)
    let type = ParameterizedValue(fields["content-type"] ?? "text/plain")
    let disposition = ParameterizedValue(fields["content-disposition"] ?? "")
    self.type = type
    fileName = disposition["filename"] ?? type["name"]
    if type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty {
      var parts: [MessagePart] = []
      for piece in Self.pieces(of: body, boundary) {
        parts.append(try MessagePart(piece, depth: depth + 1, count: &count))
      }
      content = .parts(parts)
      return
    }
    let decoded = Self.decoded(body, fields["content-transfer-encoding"])
    if type.value == "message/rfc822" || type.value == "message/global" {
      content = .parts([try MessagePart(decoded[...], depth: depth + 1, count: &count)])
    } else {
      content = .bytes(decoded)
    }
  }

  /// What stands between the lines that begin with the boundary (RFC 2046, 5.1.1); what stands before the first is none of it.
  private static func pieces(of body: ArraySlice<UInt8>, _ boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array(("--" + boundary).utf8)
    var result: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex {
      let end = body[line...].firstIndex(of: .lineFeed) ?? body.endIndex
      if body[line..<end].starts(with: mark) {
        let rest = body[(line + mark.count)..<end]
        let isLast = rest.starts(with: "--".utf8)
        if isLast || rest.allSatisfy({ $0.isBlank || $0 == .carriageReturn }) {
          if let start, start <= line { result.append(body[start..<line]) }
          start = isLast ? nil : min(end + 1, body.endIndex)
          if isLast { break }
        }
      }
      line = min(end + 1, body.endIndex)
    }
    // A message that was cut off on its way.
    if let start { result.append(body[start...]) }
    return result
  }

  private static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String?) -> [UInt8] {
    switch encoding?.lowercased().trimmingBlanks {
    case "quoted-printable": return QuotedPrintable.decoded(body)
    case "base64":
      // Mailing lists put their words below.
      let isSign: (UInt8) -> Bool = { byte in
        byte.isDigit || byte.isBlank || byte.isLineEnd || (97...122).contains(byte | 0x20) || "+/=".utf8.contains(byte)
      }
      return Base64.decoded(body.prefix(while: isSign)) ?? []
    default: return Array(body)
    }
  }
}

/// Why a message can't be read.
enum MessageProblem: Error, Hashable {
  /// It has no head of a message.
  case noMessage
  case headTooLong
  case tooLarge
  /// Parts within parts within parts.
  case tooDeep
  case tooManyParts
}

/// Reads iCalendar (RFC 5545, 3.1) and nothing else than what may be written.
struct CalendarText {
  /// Names with their parameters, and values as they stand, unfolded.
  private(set) var lines: [(name: String, value: String)] = []
  private(set) var fault: String?

  init(_ bytes: [UInt8]) {
    var line: [UInt8] = []
    var start = 0
    while start < bytes.count {
      guard let end = bytes[start...].firstIndex(of: 0x0D), end + 1 < bytes.count, bytes[end + 1] == 0x0A else {
        fault = "a line does not end with CRLF"
        return
      }
      let physical = bytes[start..<end]
      if physical.count > 75 { fault = "a line of \(physical.count) octets" }
      if physical.contains(where: { $0 < 0x20 || $0 == 0x7F }) { fault = "a control character" }
      if String(validating: physical, as: UTF8.self) == nil { fault = "a character is cut" }
      if physical.first == 0x20 {
        line += physical.dropFirst()
      } else {
        finish(line)
        line = Array(physical)
      }
      start = end + 2
    }
    finish(line)
  }

  private mutating func finish(_ line: [UInt8]) {
    if line.isEmpty { return }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      fault = "a line without a colon"
      return
    }
    lines.append(
      (String(decoding: line[..<colon], as: UTF8.self), String(decoding: line[(colon + 1)...], as: UTF8.self)))
  }

  /// Whether every BEGIN has its END.
  var isNested: Bool {
    var open: [String] = []
    for (name, value) in lines {
      if name == "BEGIN" { open.append(value) }
      if name == "END", open.popLast() != value { return false }
    }
    return open.isEmpty
  }

  /// The VEVENTs, each a list of its lines.
  var events: [[(name: String, value: String)]] {
    lines.split(omittingEmptySubsequences: false) { $0.name == "BEGIN" && $0.value == "VEVENT" }.dropFirst().map {
      Array($0.prefix { $0.name != "END" })
    }
  }

  /// The text that a TEXT value stands for (3.3.11); `nil` where it is none.
  static func unescaped(_ value: String) -> String? {
    var result = ""
    var rest = value.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let next = rest.popFirst() else { return nil }
        switch next {
        case "n", "N": result += "\n"
        case "\\", ";", ",": result.unicodeScalars.append(next)
        default: return nil
        }
      case ";", ",": return nil
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

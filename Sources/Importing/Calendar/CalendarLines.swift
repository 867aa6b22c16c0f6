import Text

/// The lines of an iCalendar file (RFC 5545, 3.1).
enum CalendarLines {
  /// `bytes` with the lines that go on below put together: they may be parted within a letter, so that this comes before
  /// anything is read as text.
  static func unfolded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isReturn = byte == 0x0D
      guard isReturn || byte == 0x0A else {
        result.append(byte)
        index += 1
        continue
      }
      index += isReturn && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      if index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 {
        index += 1
      } else {
        result.append(0x0A)
      }
    }
    return result
  }

  /// The names and values in the lines of an unfolded text.
  static func properties(_ text: String) -> [(name: String, property: CalendarEvent.Property)] {
    text.utf8.split(separator: 0x0A).compactMap { property(String($0) ?? "") }
  }

  private static func property(_ line: String) -> (String, CalendarEvent.Property)? {
    var isQuoted = false
    var parts = [Substring]()
    var start = line.startIndex
    for index in line.indices {
      switch line[index] {
      case "\"": isQuoted.toggle()
      case ";" where !isQuoted:
        parts.append(line[start..<index])
        start = line.index(after: index)
      case ":" where !isQuoted:
        parts.append(line[start..<index])
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
          let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
          if pair.count == 2 { parameters[pair[0].uppercased()] = pair[1].filter { $0 != "\"" } }
        }
        return (parts[0].uppercased(), .init(parameters: parameters, value: String(line[line.index(after: index)...])))
      default: break
      }
    }
    return nil
  }
}

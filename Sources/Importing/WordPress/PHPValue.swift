/// A value as PHP keeps it in a text (`serialize`), as far as plug-ins of WordPress use it.
indirect enum PHPValue: Sendable {
  case text(String)
  case list([(key: String, value: PHPValue)])

  /// Values in values, and values in all, at most.
  private static let most = (depth: 12, count: 20_000)

  /// `nil` where `text` is none.
  init?(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  var list: [(key: String, value: PHPValue)] { if case .list(let list) = self { list } else { [] } }

  subscript(_ key: String) -> PHPValue? { list.first { $0.key == key }?.value }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0
    var count = 0

    mutating func value(depth: Int) -> PHPValue? {
      count += 1
      guard depth < PHPValue.most.depth, count < PHPValue.most.count, index + 1 < bytes.count else { return nil }
      let kind = bytes[index]
      index += 2
      switch kind {
      case UInt8(ascii: "N"): return .text("")
      case UInt8(ascii: "b"), UInt8(ascii: "i"), UInt8(ascii: "d"): return word(until: ";").map { .text($0) }
      case UInt8(ascii: "s"):
        guard let length = word(until: ":").flatMap({ Int($0) }), let text = quoted(length) else { return nil }
        index += 1
        return .text(text)
      case UInt8(ascii: "a"): return members(depth: depth)
      case UInt8(ascii: "O"):
        // The name of its class says nothing here.
        guard let length = word(until: ":").flatMap({ Int($0) }), quoted(length) != nil else { return nil }
        index += 1
        return members(depth: depth)
      default: return nil
      }
    }

    private mutating func members(depth: Int) -> PHPValue? {
      guard let count = word(until: ":").flatMap({ Int($0) }), (0...PHPValue.most.count).contains(count) else {
        return nil
      }
      index += 1
      var members: [(key: String, value: PHPValue)] = []
      for _ in 0..<count {
        guard let key = value(depth: depth + 1)?.text, let value = value(depth: depth + 1) else { return nil }
        members.append((key, value))
      }
      index += 1
      return .list(members)
    }

    private mutating func word(until sign: Character) -> String? {
      guard let end = bytes[min(index, bytes.count)...].firstIndex(of: sign.asciiValue ?? 0) else { return nil }
      defer { index = end + 1 }
      return String(decoding: bytes[index..<end], as: UTF8.self)
    }

    private mutating func quoted(_ length: Int) -> String? {
      guard length >= 0, length <= bytes.count, index < bytes.count else { return nil }
      let start = index + 1
      var end = start + length
      let sign = UInt8(ascii: "\"")
      if end >= bytes.count || bytes[end] != sign {
        // Who has put another address in its place has left the length as it was.
        guard let found = bytes[start...].firstIndex(of: sign) else { return nil }
        end = found
      }
      index = end + 1
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }
}

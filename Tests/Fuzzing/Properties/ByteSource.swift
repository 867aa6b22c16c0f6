/// Makes values out of the bytes of an input: every input gives some, and a small change of one gives a small change of
/// the other.
struct ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  /// The next byte; 0 where there is none left.
  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  mutating func bool() -> Bool { byte() & 1 == 1 }

  /// A number in `range`, of as few bytes as that takes.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    let count = range.upperBound - range.lowerBound + 1
    var (value, reach) = (0, 1)
    while reach < count {
      value = value << 8 | Int(byte())
      reach <<= 8
    }
    return range.lowerBound + value % count
  }

  mutating func one<Value>(of values: [Value]) -> Value { values[number(0...values.count - 1)] }

  /// The bytes up to the next 0xFF, which no UTF-8 holds.
  mutating func line() -> [UInt8] {
    let bytes = rest.prefix { $0 != 0xFF }
    rest = rest.dropFirst(bytes.count + 1)
    return Array(bytes)
  }

  /// The same as text.
  mutating func text() -> String { String(decoding: line(), as: UTF8.self) }
}

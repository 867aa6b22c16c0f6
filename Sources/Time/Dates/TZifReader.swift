/// Reads a TZif file (RFC 9636), versions 2 to 4; a file of version 1 by its 32-bit data. Whatever the bytes are, it either
/// gives what they say or `nil`.
struct TZifReader {
  struct Content {
    var earliest: Zone.LocalTime
    var transitions: [Zone.Transition]
    var rule: ZoneRule?
  }

  private let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() -> Content? {
    guard let first = readHeader() else { return nil }
    guard first.version >= 2 else { return readData(first, timeSize: 4) }
    guard skip(first.dataLength(timeSize: 4)), let second = readHeader(), var content = readData(second, timeSize: 8)
    else { return nil }
    guard let footer = readFooter() else { return nil }
    if !footer.isEmpty {
      guard let rule = TZStringReader.rule(footer) else { return nil }
      content.rule = rule
    }
    return content
  }

  // MARK: Header (RFC 9636, 3.1)

  private struct Header {
    var version: Int
    var utIndicators, standardIndicators, leapSeconds, times, types, characters: Int

    func dataLength(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4) + standardIndicators + utIndicators
    }
  }

  private mutating func readHeader() -> Header? {
    guard let magic = take(4), magic.elementsEqual("TZif".utf8), let version = take(1)?.first, skip(15) else {
      return nil
    }
    var counts: [Int] = []
    for _ in 0..<6 {
      guard let count = readInteger(4), count >= 0 else { return nil }
      counts.append(count)
    }
    let number = version == 0 ? 1 : Int(version) - Int(UInt8(ascii: "0"))
    guard number >= 1, (1...256).contains(counts[4]) else { return nil }
    return Header(
      version: number, utIndicators: counts[0], standardIndicators: counts[1], leapSeconds: counts[2],
      times: counts[3], types: counts[4], characters: counts[5])
  }

  // MARK: Data (RFC 9636, 3.2)

  private mutating func readData(_ header: Header, timeSize: Int) -> Content? {
    // Asked first, so that counts of a broken file reserve no memory.
    guard header.dataLength(timeSize: timeSize) <= bytes.count - position else { return nil }
    var times: [Int] = []
    times.reserveCapacity(header.times)
    for _ in 0..<header.times {
      guard let time = readInteger(timeSize), (times.last ?? Int.min) < time else { return nil }
      times.append(time)
    }
    guard let typeIndices = take(header.times) else { return nil }
    var records: [(offset: Int, isDaylight: Bool, name: Int)] = []
    for _ in 0..<header.types {
      guard let offset = readInteger(4), let rest = take(2), (-93_600...93_600).contains(offset) else { return nil }
      records.append((offset, rest[rest.startIndex] != 0, Int(rest[rest.startIndex + 1])))
    }
    guard let names = take(header.characters) else { return nil }
    var types: [Zone.LocalTime] = []
    for record in records {
      guard record.name < names.count else { return nil }
      let name = names[(names.startIndex + record.name)...].prefix { $0 != 0 }
      types.append(
        Zone.LocalTime(
          offset: record.offset, isDaylight: record.isDaylight, abbreviation: String(decoding: name, as: UTF8.self)))
    }
    guard skip(header.leapSeconds * (timeSize + 4) + header.standardIndicators + header.utIndicators) else {
      return nil
    }
    var transitions: [Zone.Transition] = []
    transitions.reserveCapacity(times.count)
    var current = types[0]
    for (time, index) in zip(times, typeIndices) {
      guard Int(index) < types.count else { return nil }
      // Times out of all reason (the « big bang » of old files) say nothing about a clock.
      guard abs(time) < 1 << 40 else { continue }
      let next = types[Int(index)]
      transitions.append(Zone.Transition(instant: Instant(seconds: time), from: current, to: next))
      current = next
    }
    return Content(earliest: types[0], transitions: transitions, rule: nil)
  }

  /// The text between two line feeds (RFC 9636, 3.3).
  private mutating func readFooter() -> ArraySlice<UInt8>? {
    let lineFeed = UInt8(ascii: "\n")
    guard take(1)?.first == lineFeed, let end = bytes[position...].firstIndex(of: lineFeed) else { return nil }
    return take(end - position)
  }

  // MARK: Bytes

  /// A signed big-endian number.
  private mutating func readInteger(_ size: Int) -> Int? {
    guard let slice = take(size), let first = slice.first else { return nil }
    return slice.dropFirst().reduce(Int(Int8(bitPattern: first))) { $0 << 8 | Int($1) }
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= bytes.count - position else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }

  private mutating func skip(_ count: Int) -> Bool { take(count) != nil }
}

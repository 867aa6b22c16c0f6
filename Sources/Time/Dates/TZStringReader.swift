import Text

/// Reads a TZ string: `CET-1CEST,M3.5.0,M10.5.0/3`, `<-03>3`, `IST-2IDT,M3.4.4/26,M10.5.0` (POSIX.1-2017, 8.3, with the
/// extended hours of RFC 9636, 3.3.1).
struct TZStringReader {
  private var rest: ArraySlice<UInt8>

  /// The rule that `text` states; `nil` where it is none.
  static func rule(_ text: ArraySlice<UInt8>) -> ZoneRule? {
    var reader = TZStringReader(rest: text)
    return reader.readRule()
  }

  private mutating func readRule() -> ZoneRule? {
    guard let standardName = readName(), let west = readTime(maximumHours: 24) else { return nil }
    // The string counts westward: hours to add to the clock to get UTC.
    var rule = ZoneRule(
      standard: Zone.LocalTime(offset: -west, isDaylight: false, abbreviation: standardName), daylight: nil)
    if rest.isEmpty { return rule }
    guard let daylightName = readName() else { return nil }
    var offset = 3600 - west
    if let next = rest.first, next != UInt8(ascii: ",") {
      guard let daylightWest = readTime(maximumHours: 24) else { return nil }
      offset = -daylightWest
    }
    guard let start = readOnset(), let end = readOnset(), rest.isEmpty else { return nil }
    rule.daylight = ZoneRule.Daylight(
      localTime: Zone.LocalTime(offset: offset, isDaylight: true, abbreviation: daylightName), start: start, end: end)
    return rule
  }

  private mutating func readName() -> String? {
    let name: ArraySlice<UInt8>
    if skip("<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      name = rest[..<end]
      rest = rest[(end + 1)...]
    } else {
      name = rest.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
      rest = rest.dropFirst(name.count)
    }
    return name.count >= 3 ? String(decoding: name, as: UTF8.self) : nil
  }

  /// `[+-]h[h[h]][:mm[:ss]]`, in seconds.
  private mutating func readTime(maximumHours: Int) -> Int? {
    let sign = skip("-") ? -1 : 1
    if sign == 1 { _ = skip("+") }
    guard let hours = readNumber(0...maximumHours) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where skip(":") {
      guard let number = readNumber(0...59) else { return nil }
      seconds += number * unit
    }
    return sign * seconds
  }

  /// `,Mm.w.d[/time]`, `,Jn[/time]`, `,n[/time]`.
  private mutating func readOnset() -> ZoneRule.Onset? {
    guard skip(",") else { return nil }
    let day: ZoneRule.Onset.Day
    if skip("M") {
      guard let month = readNumber(1...12), skip("."), let week = readNumber(1...5), skip("."),
        let number = readNumber(0...6), let weekday = Weekday(rawValue: number == 0 ? 7 : number)
      else { return nil }
      day = .weekday(weekday, week: week, month: month)
    } else if skip("J") {
      guard let number = readNumber(1...365) else { return nil }
      day = .withoutLeapDay(number)
    } else {
      guard let number = readNumber(0...365) else { return nil }
      day = .fromZero(number)
    }
    guard skip("/") else { return ZoneRule.Onset(day: day, time: 7200) }
    return readTime(maximumHours: 167).map { ZoneRule.Onset(day: day, time: $0) }
  }

  private mutating func readNumber(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(while: \.isDigit)
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return range.contains(number) ? number : nil
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }
}

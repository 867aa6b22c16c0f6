import Text

extension PartialDate {
  /// Reads the standard forms `2018`, `2018-12`, `2018-12-05`, `2018-12-05T18:30` and `2018-12-05 18:30`; nothing else.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard byte.isDigit else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    func has(_ byte: Character, at index: Int) -> Bool { bytes[index] == byte.asciiValue }

    guard [4, 7, 10, 16].contains(bytes.count), let year = number(0..<4), year >= 1 else { return nil }
    if bytes.count == 4 {
      self = .year(year)
      return
    }
    guard has("-", at: 4), let month = number(5..<7), let civilMonth = CivilMonth(year: year, month: month) else {
      return nil
    }
    if bytes.count == 7 {
      self = .month(civilMonth)
      return
    }
    guard has("-", at: 7), let dayNumber = number(8..<10),
      let day = CivilDay(year: year, month: month, day: dayNumber)
    else { return nil }
    if bytes.count == 10 {
      self = .day(day)
      return
    }
    guard has("T", at: 10) || has(" ", at: 10), has(":", at: 13), let hour = number(11..<13),
      let minute = number(14..<16), let dateTime = CivilDateTime(day: day, hour: hour, minute: minute)
    else { return nil }
    self = .minute(dateTime)
  }
}

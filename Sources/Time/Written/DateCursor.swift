import Text

/// A place in the text of a date, folded: lower case, no accents.
struct DateCursor {
  let bytes: [UInt8]
  private var index = 0
  /// The days of the week that were written, in order.
  private(set) var weekdays: [Weekday] = []

  init(_ text: String) { bytes = Array(Folding.folded(text).utf8) }

  var isAtEnd: Bool {
    bytes[index...].allSatisfy { $0 == .space || $0 == UInt8(ascii: ".") }
  }

  /// `z`, `+02:00`, `-0500`.
  var isAtZone: Bool {
    let rest = bytes[index...].drop { $0 == .space }
    guard let first = rest.first else { return false }
    return rest.count == 1 && first == UInt8(ascii: "z")
      || (first == UInt8(ascii: "+") || first == .hyphen) && rest.count >= 3
        && rest.dropFirst().allSatisfy { $0.isDigit || $0 == .colon }
  }

  /// Weekdays, « le », commas.
  mutating func skipFillers() {
    while true {
      skipSpaces()
      let start = index
      guard let word = word() else { return }
      let weekday = word == "mar" && isBeforeDayAndMonth ? .tuesday : Self.weekday(word)
      guard word == "le" || weekday != nil else {
        index = start
        return
      }
      if let weekday { weekdays.append(weekday) }
      _ = take(UInt8(ascii: "."))
    }
  }

  /// « vendredi » or « ven »; « mar » is left out, since it may be a month.
  private static func weekday(_ word: String) -> Weekday? {
    if let weekday = DateText.weekdays[word] { return weekday }
    guard word.utf8.count == 3, DateText.months[word] == nil else { return nil }
    return DateText.weekdays.first { $0.key.hasPrefix(word) }?.value
  }

  /// Whether a day and a month follow.
  private var isBeforeDayAndMonth: Bool {
    var ahead = self
    _ = ahead.take(UInt8(ascii: "."))
    ahead.skipSpaces()
    guard let day = ahead.number(), day.digits <= 2 else { return false }
    ahead.skipSpaces()
    return ahead.month() != nil
  }

  /// Year, month and day as far as they are written.
  mutating func date() -> (year: Int, month: Int?, day: Int?)? {
    if let first = number() {
      if first.digits == 4 { return yearFirst(first.value) }
      guard first.digits <= 2 else { return nil }
      if let separator = separatorBeforeDigit() { return dayFirst(first.value, separator) }
      let start = index
      if let suffix = word(), !["er", "st", "nd", "rd", "th", "e"].contains(suffix) { index = start }
      skipSpaces()
      if let suffix = word(), suffix != "of" { index -= suffix.utf8.count }
      skipSpaces()
      guard let month = month() else { return nil }
      skipSpaces()
      guard let year = number(), year.digits == 4 else { return nil }
      return (year.value, month, first.value)
    }
    guard let month = month() else { return nil }
    skipSpaces()
    guard let next = number() else { return nil }
    if next.digits == 4 { return (next.value, month, nil) }
    guard next.digits <= 2 else { return nil }
    skipSpaces()
    guard let year = number(), year.digits == 4 else { return nil }
    return (year.value, month, next.value)
  }

  /// `19:30`, `19h30`, `19 h`, `19.30`, `19:30:00`, « midi », with « à » or `T` before; « minuit » is the 24th hour of its day.
  mutating func time() -> (hour: Int, minute: Int)? {
    skipSpaces()
    let start = index
    if let filler = word(), !["a", "at", "t", "de", "des", "entre"].contains(filler) { index = start }
    skipSpaces()
    if takeWord("midi") { return (12, 0) }
    if takeWord("minuit") { return (24, 0) }
    guard let hour = number(), hour.digits <= 2 else { return nil }
    let beforeSpace = index
    skipSpaces()
    if let word = word() {
      guard ["h", "heures", "heure", "hrs"].contains(word) else { return nil }
      let afterWord = index
      skipSpaces()
      guard let minute = number() else {
        index = afterWord
        return (hour.value, 0)
      }
      guard minute.digits == 2 else { return nil }
      _ = word == "h" && takeWord("min")
      return (hour.value, minute.value)
    }
    index = beforeSpace
    guard take(.colon) || take(UInt8(ascii: ".")) else { return nil }
    guard let minute = number(), minute.digits == 2 else { return nil }
    if take(.colon) {
      guard let second = number(), second.digits == 2 else { return nil }
    }
    return (hour.value, minute.value)
  }

  private mutating func yearFirst(_ year: Int) -> (year: Int, month: Int?, day: Int?)? {
    guard let separator = separatorBeforeDigit() else { return (year, nil, nil) }
    index += 1
    guard let month = number(), month.digits <= 2 else { return nil }
    guard separatorBeforeDigit() == separator else { return (year, month.value, nil) }
    index += 1
    guard let day = number(), day.digits <= 2 else { return nil }
    return (year, month.value, day.value)
  }

  private mutating func dayFirst(_ first: Int, _ separator: UInt8) -> (year: Int, month: Int?, day: Int?)? {
    index += 1
    guard let second = number() else { return nil }
    if second.digits == 4 { return (second.value, first, nil) }
    guard second.digits <= 2, separatorBeforeDigit() == separator else { return nil }
    index += 1
    guard let third = number() else { return nil }
    switch third.digits {
    case 4: return (third.value, second.value, first)
    case 2: return (2000 + third.value, second.value, first)
    default: return nil
    }
  }

  private mutating func month() -> Int? {
    let start = index
    guard let word = word(), let month = DateText.months[word] else {
      index = start
      return nil
    }
    _ = take(UInt8(ascii: "."))
    return month
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == .space || bytes[index] == UInt8(ascii: ",") { index += 1 }
  }

  private func separatorBeforeDigit() -> UInt8? {
    guard index + 1 < bytes.count, bytes[index + 1].isDigit,
      [.hyphen, UInt8(ascii: "/"), UInt8(ascii: ".")].contains(bytes[index])
    else { return nil }
    return bytes[index]
  }

  private mutating func number() -> (value: Int, digits: Int)? {
    let start = index
    var value = 0
    while index < bytes.count, bytes[index].isDigit, index - start < 6 {
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    return index > start ? (value, index - start) : nil
  }

  private mutating func word() -> String? {
    let start = index
    while index < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index]) { index += 1 }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func takeWord(_ expected: String) -> Bool {
    let start = index
    if word() == expected { return true }
    index = start
    return false
  }
}

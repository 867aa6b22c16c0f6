extension TypographicRun {
  /// Hours, thousands, units, ordinals, « n° ».
  mutating func setNumbers() {
    var position = 0
    while position < cells.count {
      let cell = cells[position]
      if cell.isKept {
        position += 1
      } else if cell.scalar.isDigit, !isInWord(before: position) {
        position = setNumber(position)
      } else if cell.scalar == "°" || cell.scalar == "º" {
        position = setNumeroSign(position)
      } else if cell.scalar.isRomanDigit, !isInWord(before: position) {
        let end = end(of: position, \.isRomanDigit)
        setOrdinal(position..<end)
        position = end
      } else {
        position += 1
      }
    }
  }

  private func isInWord(before position: Int) -> Bool {
    guard let before = scalar(position - 1) else { return false }
    return before.isLetter || before.isDigit || "._:#@/\\=&".unicodeScalars.contains(before)
  }

  private func end(of start: Int, _ belongs: (Unicode.Scalar) -> Bool) -> Int {
    var end = start
    while end < cells.count, !cells[end].isKept, belongs(cells[end].scalar) { end += 1 }
    return end
  }

  /// Sets the number at `start` with what belongs to it; gives the position behind it.
  private mutating func setNumber(_ start: Int) -> Int {
    var (end, next) = setThousands(start)
    if scalar(end) == "," || scalar(end) == ".", scalar(end + 1)?.isDigit == true {
      end = self.end(of: end + 1, \.isDigit)
      next = end
    } else if let hour = setHour(start..<end) {
      return hour
    }
    setOrdinal(start..<end)
    setUnit(end)
    return next
  }

  /// Digits in groups of three with spaces between them keep together. Gives the end of the number, and the position
  /// behind all groups where they are another kind of number: of a telephone, a company, a year before a number.
  private mutating func setThousands(_ start: Int) -> (end: Int, next: Int) {
    let first = end(of: start, \.isDigit)
    var isNumber = first - start <= 3 && cells[start].scalar != "0"
    var end = first
    var spaces: [Int] = []
    while let space = scalar(end), space.isLineSpace, !cells[end].isKept {
      let next = self.end(of: end + 1, \.isDigit)
      if next == end + 1 { break }
      isNumber = isNumber && next - end - 1 == 3
      spaces.append(end)
      end = next
    }
    if spaces.isEmpty { return (end, end) }
    if !isNumber || scalar(end)?.isLetter == true { return (first, end) }
    for space in spaces { cells[space].scalar = Self.narrow }
    return (end, end)
  }

  /// `14h30`, `14 h`: gives the position behind it.
  private mutating func setHour(_ digits: Range<Int>) -> Int? {
    guard digits.count <= 2 else { return nil }
    var mark = digits.upperBound
    if scalar(mark)?.isLineSpace == true { mark += 1 }
    guard let letter = scalar(mark), letter == "h" || letter == "H", !cells[mark].isKept else { return nil }
    if letter == "H", mark > digits.upperBound { return nil }
    var minutes = mark + 1
    if scalar(minutes)?.isLineSpace == true { minutes += 1 }
    let end = self.end(of: minutes, \.isDigit)
    let hasMinutes = end - minutes == 2 && cells[minutes].scalar < "6" && scalar(end)?.isLetter != true
    if !hasMinutes, let after = scalar(mark + 1), after.isLetter || after.isDigit { return nil }
    cells[mark].scalar = "h"
    var length = 0
    if hasMinutes { length += putSpace(mark + 1, until: minutes) }
    length += putSpace(digits.upperBound, until: mark)
    return (hasMinutes ? end : mark + 1) + length
  }

  /// Puts a no-break space at `position`, in the place of the space that ends before `end`; gives how many cells came in.
  private mutating func putSpace(_ position: Int, until end: Int) -> Int {
    if position < end {
      cells[position].scalar = Self.noBreak
      return 0
    }
    cells.insert(Cell(scalar: Self.noBreak, owner: cells[position - 1].owner), at: position)
    return 1
  }

  /// `2ème` is « 2e », `1ère` « 1re », `XXIème` « XXIe ».
  private mutating func setOrdinal(_ number: Range<Int>) {
    let end = self.end(of: number.upperBound, \.isLetter)
    guard end > number.upperBound, end - number.upperBound <= 5, scalar(end)?.isDigit != true else { return }
    // Most words behind a number begin otherwise.
    switch cells[number.upperBound].scalar {
    case "e", "è", "i": break
    default: return
    }
    let suffix = text(number.upperBound..<end)
    let isFirst =
      number.count == 1 && (cells[number.lowerBound].scalar == "1" || cells[number.lowerBound].scalar == "I")
    let short: String
    switch suffix {
    case "ème", "eme", "ième", "ieme", "e\u{300}me": short = "e"
    case "èmes", "emes", "ièmes", "iemes": short = "es"
    case "ère" where isFirst, "ere" where isFirst, "ière" where isFirst: short = "re"
    case "ères" where isFirst, "eres" where isFirst: short = "res"
    case "ier" where isFirst: short = "er"
    default: return
    }
    let owner = cells[number.upperBound].owner
    cells.replaceSubrange(
      number.upperBound..<end, with: short.unicodeScalars.map { Cell(scalar: $0, owner: owner) })
  }

  /// A number and its unit keep together.
  private mutating func setUnit(_ position: Int) {
    guard let space = scalar(position) else { return }
    let start = space.isLineSpace && !cells[position].isKept ? position + 1 : position
    let end = self.end(of: start) { $0.isLetter || "²³°€$£/".unicodeScalars.contains($0) }
    guard end > start, end - start <= 4, scalar(end)?.isDigit != true else { return }
    let unit = text(start..<end)
    if start > position {
      if Self.units.contains(unit) { cells[position].scalar = Self.noBreak }
    } else if Self.gluedUnits.contains(unit) {
      _ = putSpace(position, until: position)
    }
  }

  static let units: Set<String> = [
    "m", "m²", "m³", "km", "cm", "mm", "km²", "ha", "kg", "g", "mg", "t", "l", "L", "cl", "ml", "min", "s", "h", "W",
    "kW",
    "kWh", "MWh", "V", "A", "Hz", "Pa", "dB", "°C", "ko", "Mo", "Go", "To", "px", "k€", "M€", "€/h", "km/h", "$", "£",
  ]
  /// Units that are kept together with a number they touch (« 5km »): none is another word there.
  private static let gluedUnits: Set<String> = [
    "km", "cm", "mm", "km²", "m²", "m³", "ha", "kg", "kWh", "k€", "M€", "km/h", "°C",
  ]

  /// « n° 5 »: gives the position behind the sign.
  private mutating func setNumeroSign(_ position: Int) -> Int {
    guard let letter = scalar(position - 1), letter == "n" || letter == "N", !isInWord(before: position - 1) else {
      return position + 1
    }
    var number = position + 1
    if scalar(number)?.isLineSpace == true { number += 1 }
    guard scalar(number)?.isDigit == true else { return position + 1 }
    cells[position].scalar = "°"
    return number + putSpace(position + 1, until: number)
  }
}

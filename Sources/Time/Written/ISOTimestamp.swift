import Text

/// A moment as programs write it (RFC 3339): `2026-03-20T19:00:00`, `2026-03-20T18:00:00.000Z`, `2026-03-20 19:00:00+01:00`,
/// `2026-03-20 19:00 +0100` as Git and Jekyll do.
package struct ISOTimestamp {
  /// As written; seconds are left out.
  package let clock: CivilDateTime
  /// Minutes that the clock is ahead of UTC; `nil` where it does not say.
  package let offset: Int?

  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (17...35).contains(bytes.count), case .minute(let clock)? = PartialDate(iso: text.prefix(16)) else {
      return nil
    }
    self.clock = clock
    var rest = bytes.dropFirst(16)
    // Between two hours a dash is « until ».
    if rest.first == .hyphen { return nil }
    if rest.first == .colon {
      guard Self.digits(rest.dropFirst(), 2).map({ $0 < 60 }) == true else { return nil }
      rest = rest.dropFirst(3)
      if rest.first == UInt8(ascii: ".") {
        let fraction = rest.dropFirst().prefix(while: \.isDigit)
        guard !fraction.isEmpty else { return nil }
        rest = rest.dropFirst(1 + fraction.count)
      }
    }
    if rest.first == .space, rest.count > 1 {
      rest = rest.dropFirst()
      // As above: « 10:00 -0100 » would be an hour.
      if rest.first == .hyphen { return nil }
    }
    if rest.isEmpty {
      offset = nil
    } else if rest.count == 1, rest.first == UInt8(ascii: "Z") || rest.first == UInt8(ascii: "z") {
      offset = 0
    } else {
      guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == .hyphen else { return nil }
      let digits = Array(rest.dropFirst().filter { $0 != .colon })
      guard digits.count == 4, rest.count - digits.count <= 2, let hours = Self.digits(digits[...], 2), hours < 24,
        let minutes = Self.digits(digits[2...], 2), minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (sign == .hyphen ? -1 : 1)
    }
  }

  /// What the clock of `zone` shows then; `nil` where that takes a zone and none is known.
  package func date(in zone: Zone?) -> CivilDateTime? {
    guard let offset else { return clock }
    guard let zone else { return nil }
    return zone.dateTime(at: Instant(seconds: Zone.utc.instant(of: clock).seconds - offset * 60))
  }

  private static func digits(_ bytes: ArraySlice<UInt8>, _ count: Int) -> Int? {
    let digits = bytes.prefix(count)
    guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}

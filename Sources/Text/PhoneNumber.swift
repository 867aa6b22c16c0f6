/// A telephone number as people in France write it: `01 99 00 11 22`, `+33 1 99 00 11 22`, `06.12.34.56.78`, `39 39`, or one of
/// another country with its `+`.
package struct PhoneNumber: Sendable, Hashable {
  /// As it is dialled: `+33199001122`, `3939`.
  package let dialled: String
  /// As it is read: `01 99 00 11 22`, parts joined by no-break spaces.
  package let text: String

  /// `tel:+33199001122` (RFC 3966).
  package var link: String { "tel:" + dialled }

  /// `nil` where `text` is no number, or more than one.
  package init?(_ text: some StringProtocol) {
    var digits = ""
    var isInternational = false
    for (position, character) in String(text).replacing("(0)", with: "").enumerated() {
      switch character {
      case "0"..."9": digits.append(character)
      case "+" where position == 0: isInternational = true
      case " ", "\u{A0}", "\u{202F}", "\t", ".", "-", "–", "/", "(", ")": continue
      default: return nil
      }
    }
    if !isInternational, digits.hasPrefix("00"), digits.count > 10 {
      (isInternational, digits) = (true, String(digits.dropFirst(2)))
    }
    if isInternational, digits.hasPrefix("33"), digits.count == 11 || digits.count == 12 && digits.hasPrefix("330") {
      (isInternational, digits) = (false, "0" + digits.suffix(9))
    }
    if isInternational {
      // RFC 3966 and E.164: at most fifteen digits.
      guard (7...15).contains(digits.count) else { return nil }
      dialled = "+" + digits
      self.text = "+" + Self.grouped(digits)
    } else if digits.count == 10, digits.hasPrefix("0"), !digits.hasPrefix("00") {
      dialled = "+33" + digits.dropFirst()
      self.text = Self.grouped(digits)
    } else if digits.count == 4, digits.hasPrefix("3") || digits.hasPrefix("1") {
      dialled = digits
      self.text = Self.grouped(digits)
    } else {
      return nil
    }
  }

  /// In twos from the end, which no line break parts.
  private static func grouped(_ digits: String) -> String {
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 2 {
      groups.append(rest.suffix(2))
      rest = rest.dropLast(2)
    }
    groups.append(rest)
    return groups.reversed().joined(separator: "\u{A0}")
  }
}

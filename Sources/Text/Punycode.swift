/// Names of hosts in letters that the domain name system does not have, written in those that it has (RFC 3492, and the
/// lookup of RFC 5891 as far as it matters for names that people write).
package enum Punycode {
  /// `domain` in ASCII: small letters, `xn--…` for each label with others; `nil` where it can be no name of a host with at
  /// least two labels.
  package static func ascii(domain: String) -> String? {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false).map { label(String($0)) }
    guard labels.count >= 2, !labels.contains(nil) else { return nil }
    let name = labels.compactMap { $0 }.joined(separator: ".")
    // The last label is never a number: that would be an address.
    guard name.utf8.count <= 253, labels.last??.utf8.allSatisfy({ (0x30...0x39).contains($0) }) == false else {
      return nil
    }
    return name
  }

  /// One label; `nil` where it is none.
  private static func label(_ text: String) -> String? {
    guard !text.isEmpty, !text.hasPrefix("-"), !text.hasSuffix("-") else { return nil }
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let isName = text.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      }
      return isName && text.utf8.count <= 63 ? text : nil
    }
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { scalars += scalar.properties.lowercaseMapping.unicodeScalars }
    guard scalars.allSatisfy(isAllowed), let encoded = encoded(scalars), encoded.utf8.count <= 59 else { return nil }
    return "xn--" + encoded
  }

  /// Letters and digits, and of ASCII the hyphen. Accents of their own are not: who writes an accented letter in two
  /// characters would get another name.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "-" || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .decimalNumber:
      return scalar.properties.isLowercase || !scalar.properties.isCased
    default: return false
    }
  }

  // MARK: RFC 3492

  private static let (base, least, most, skew, damping) = (36, 1, 26, 38, 700)

  /// RFC 3492, 6.3; `nil` where the numbers grow too great.
  private static func encoded(_ scalars: [Unicode.Scalar]) -> String? {
    var output = scalars.filter(\.isASCII).map { UInt8($0.value) }
    let basic = output.count
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var (next, delta, bias, handled) = (0x80, 0, 72, basic)
    while handled < scalars.count {
      guard let smallest = scalars.lazy.map({ Int($0.value) }).filter({ $0 >= next }).min() else { return nil }
      delta += (smallest - next) * (handled + 1)
      guard delta < 1 << 40 else { return nil }
      next = smallest
      for scalar in scalars {
        if scalar.value < next { delta += 1 }
        guard scalar.value == next else { continue }
        output += digits(of: delta, bias: bias)
        bias = adapted(delta, points: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// A number of variable length.
  private static func digits(of delta: Int, bias: Int) -> [UInt8] {
    var result: [UInt8] = []
    var (rest, position) = (delta, base)
    while true {
      let threshold = min(max(position - bias, least), most)
      if rest < threshold { break }
      result.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      position += base
    }
    result.append(digit(rest))
    return result
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  /// RFC 3492, 6.1.
  private static func adapted(_ delta: Int, points: Int, isFirst: Bool) -> Int {
    var delta = delta / (isFirst ? damping : 2)
    delta += delta / points
    var position = 0
    while delta > (base - least) * most / 2 {
      delta /= base - least
      position += base
    }
    return position + (base - least + 1) * delta / (delta + skew)
  }
}

import Text

/// Puts backslashes before signs that would be notation.
struct MarkdownEscaper {
  private let escaping: MarkdownRenderer.Escaping
  private let isInTable: Bool
  private let isInLink: Bool

  init(_ escaping: MarkdownRenderer.Escaping, isInTable: Bool, isInLink: Bool) {
    self.escaping = escaping
    self.isInTable = isInTable
    self.isInLink = isInLink
  }

  /// - Parameters:
  ///   - isBeforeLink: whether a bracket follows.
  ///   - isAlone: whether nothing else stands beside it.
  func escaped(_ text: String, isBeforeLink: Bool, isAlone: Bool) -> String {
    if escaping == .needed {
      guard text.holdsByte(where: Self.mayBeNotation) else { return text }
      if let result = text.withBytes({ escaped($0, isBeforeLink: isBeforeLink, isAlone: isAlone) }) { return result }
    }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    let tildes = scalars.count { $0 == "~" }
    var index = 0
    while index < scalars.count {
      // An address is made a link as it stands: a backslash would be part of it.
      if escaping == .needed, !isInLink, let end = Self.endOfAddress(scalars, index) {
        for scalar in scalars[index..<end] {
          if isInTable, scalar == "|" { result.append("\\") }
          result.append(scalar)
        }
        index = end
        continue
      }
      let scalar = scalars[index]
      if Self.isPunctuation(scalar) {
        let isNeeded =
          switch scalar {
          case "_":
            !(index > 0 && Self.isWordPart(scalars[index - 1]))
              || !(index + 1 < scalars.count && Self.isWordPart(scalars[index + 1]))
          // Every notation makes a link of it, and no site takes one.
          case ":": !isInLink && Self.isTransfer(scalars[..<index], scalars[(index + 1)...])
          default:
            needsBackslash(
              Self.byte(scalar), before: scalars[(index + 1)...].lazy.map(Self.byte), tildes, isBeforeLink, isAlone)
          }
        if isNeeded || escaping == .all { result.append("\\") }
      }
      result.append(scalar)
      index += 1
    }
    return String(result)
  }

  /// Whether a sign would be notation before `rest`, of which ``byte(_:)`` or UTF-8 gives what is no ASCII; but for `_` and `:`, whose
  /// meaning hangs on what stands before them.
  ///
  /// - Parameter tildes: how many there are in the whole text.
  private func needsBackslash(
    _ sign: UInt8, before rest: some Collection<UInt8>, _ tildes: Int, _ isBeforeLink: Bool, _ isAlone: Bool
  ) -> Bool {
    switch sign {
    case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["): true
    case UInt8(ascii: "]"): isInLink
    case UInt8(ascii: "\\"): rest.first.map { $0 < 0x80 && MarkdownSign.isASCII(Unicode.Scalar($0)) } ?? true
    case UInt8(ascii: "<"): rest.first.map { $0.isLetter || "/!?".utf8.contains($0) } ?? !isAlone
    case UInt8(ascii: "&"): Self.beginsReference(rest)
    case UInt8(ascii: "~"): tildes > 1 || !isAlone
    case UInt8(ascii: "!"): rest.isEmpty && isBeforeLink
    case UInt8(ascii: "|"): isInTable
    default: false
    }
  }

  /// A sign of ASCII; 0x80 for all others.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8 { scalar.isASCII ? UInt8(scalar.value) : 0x80 }

  /// The same of most texts that hold a sign: of those in which no address stands (nor `//`), and no sign whose meaning hangs on
  /// what is a letter; `nil` of the others.
  private func escaped(_ bytes: UnsafeBufferPointer<UInt8>, isBeforeLink: Bool, isAlone: Bool) -> String? {
    var (result, tildes): ([UInt8], Int) = ([], 0)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "~"): tildes += 1
      case UInt8(ascii: "_"): return nil
      case UInt8(ascii: "/"), UInt8(ascii: "."):
        // `http://`, `www.`
        if !isInLink, index > 2, bytes[index - 1] == byte || bytes[index - 1] == UInt8(ascii: "w") { return nil }
      default: break
      }
    }
    result.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      if Self.mayBeNotation(byte), needsBackslash(byte, before: bytes[(index + 1)...], tildes, isBeforeLink, isAlone) {
        result.append(UInt8(ascii: "\\"))
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `amp;`, `#39;`, `#x27;`.
  private static func beginsReference(_ rest: some Collection<UInt8>) -> Bool {
    let name = rest.prefix { $0.isLetter || $0.isDigit || $0 == .hash }
    return !name.isEmpty && name.count < 40 && name.endIndex < rest.endIndex && rest[name.endIndex] == UInt8(ascii: ";")
  }

  /// Whether it is one of the signs that a backslash is put before where that is needed.
  private static func mayBeNotation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"),
      UInt8(ascii: "_"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  /// The title of a link or picture, which stands between straight quotes.
  static func title(_ title: String) -> String {
    var result = String.UnicodeScalarView()
    for index in title.unicodeScalars.indices {
      let scalar = title.unicodeScalars[index]
      // References are read before backslashes there (cmark-gfm, `cmark_clean_title`).
      if scalar == "&", beginsReference(title[index...].utf8.dropFirst()) {
        result.append(contentsOf: "&amp;".unicodeScalars)
        continue
      }
      if "\"\\&`<|".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar == "\n" ? " " : scalar)
    }
    return String(result)
  }

  /// Where the address ends that begins at `start` as GitHub's notation finds them; `nil` where none does.
  private static func endOfAddress(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard "hHw".unicodeScalars.contains(scalars[start]), start == 0 || !isWordPart(scalars[start - 1]) else {
      return nil
    }
    var word = ""
    word.unicodeScalars.append(contentsOf: scalars[start...].prefix(WebScheme.https.rawValue.utf8.count))
    guard MarkdownAddress.beginsBare(word) else { return nil }
    return scalars[start...].firstIndex { $0.properties.isWhitespace || $0 == "<" } ?? scalars.count
  }

  /// Whether `ftp` stands before a colon and `//` behind it.
  private static func isTransfer(_ before: ArraySlice<Unicode.Scalar>, _ behind: ArraySlice<Unicode.Scalar>) -> Bool {
    behind.starts(with: "//".unicodeScalars)
      && before.suffix(3).map(\.properties.lowercaseMapping).joined() == "ftp"
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool { MarkdownSign.isASCII(scalar) }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

/// Signs that may be notation.
package enum MarkdownSign {
  /// Punctuation of ASCII (GFM 2.1): what a backslash may stand before.
  package static func isASCII(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "!"..."/", ":"..."@", "["..."`", "{"..."~": true
    default: false
    }
  }
}

/// The start of a line, where signs mean other things than within it.
enum MarkdownLineStart {
  static func escaped(_ line: String) -> String {
    if let first = line.utf8.first, !mayMean(first) { return line }
    let text = line.drop { $0 == " " || $0 == "\t" }
    guard let first = text.utf8.first else { return "" }
    let rest = text.utf8.dropFirst()
    let endsWord = rest.first.map { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } ?? true
    switch first {
    case UInt8(ascii: "#"):
      let behind = text.utf8.drop { $0 == first }.first
      return behind.map { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } ?? true ? "\\" + text : String(text)
    case UInt8(ascii: ">"): return "\\" + text
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "|"):
      let isRule = text.utf8.allSatisfy { "-=+:| \t".utf8.contains($0) }
      return endsWord && first != UInt8(ascii: ":") || isRule ? "\\" + text : String(text)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let behind = text.utf8[digits.endIndex...]
      guard digits.count <= 9, let sign = behind.first, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"),
        behind.dropFirst().first.map({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) ?? true
      else { return String(text) }
      return String(text[..<digits.endIndex]) + "\\" + text[digits.endIndex...]
    default: return String(text)
    }
  }

  /// Whether a line that begins with this byte may have to be written otherwise.
  private static func mayMean(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: " \t#>-+=:|".utf8.contains(byte)
    }
  }
}

/// An address as it can stand between the brackets of a link.
package enum MarkdownAddress {
  /// Whether it is by its beginning that a word of running text is an address without any sign around it (GFM 6.9).
  package static func beginsBare(_ word: some StringProtocol) -> Bool { word.isWebAddress || word.hasPrefix("www.") }

  /// With what the notation takes for its own percent-encoded (RFC 3986, 2.1), which leads to the same place.
  package static func written(_ address: String) -> String {
    var text = address
    if address.holdsByte(where: isNotation) {
      var bytes: [UInt8] = []
      for byte in address.utf8 {
        if isNotation(byte) { PercentCoding.append(byte, to: &bytes) } else { bytes.append(byte) }
      }
      text = String(decoding: bytes, as: UTF8.self)
    }
    // A reference to a sign (`&copy;`) would be read as that.
    return text.holds("&") && text.holds(";") ? text.replacing(";", with: "%3B") : text
  }

  private static func isNotation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "^"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}

/// Signs as HTML writes them, which programs leave in the titles that they give out: `L&#39;été`, `Pain &amp; fromage`.
enum HTMLEntities {
  /// `nil` where there is none that is known.
  static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return nil }
    var result = ""
    var rest = text[...]
    var isChanged = false
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      let name = rest.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }.prefix(12)
      if rest[name.endIndex...].hasPrefix(";"), let sign = sign(name) {
        result.unicodeScalars.append(sign)
        rest = rest[name.endIndex...].dropFirst()
        isChanged = true
      } else {
        result.append("&")
        rest = rest.dropFirst()
      }
    }
    return isChanged ? result + rest : nil
  }

  private static func sign(_ name: Substring) -> Unicode.Scalar? {
    if let known = names[name] { return known }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard let code = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10), code >= 0x20
    else { return nil }
    return Unicode.Scalar(code)
  }

  private static let names: [Substring: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "agrave": "à", "acirc": "â",
    "aelig": "æ", "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "icirc": "î", "iuml": "ï",
    "ocirc": "ô", "oelig": "œ", "ugrave": "ù", "ucirc": "û", "uuml": "ü", "Agrave": "À", "Acirc": "Â", "Ccedil": "Ç",
    "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Icirc": "Î", "Ocirc": "Ô", "OElig": "Œ", "laquo": "«", "raquo": "»",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "ndash": "–", "mdash": "—", "euro": "€",
    "deg": "°", "middot": "·", "bull": "•", "thinsp": "\u{2009}", "copy": "©",
  ]
}

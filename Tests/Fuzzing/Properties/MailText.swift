import Foundation

/// Reads what is written into mails, as a mail program does.
enum MailText {
  /// What is wrong with the lines of `text`: each ends with CRLF, is ASCII and has at most `width` characters.
  static func fault(inLines text: String, width: Int) -> String? {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      guard let end = bytes[start...].firstIndex(of: 0x0D), end + 1 < bytes.count, bytes[end + 1] == 0x0A else {
        return "a line does not end with CRLF"
      }
      if end - start > width { return "a line of \(end - start) characters" }
      if let byte = bytes[start..<end].first(where: { !(0x20...0x7E).contains($0) && $0 != 0x09 }) {
        return "the byte \(byte)"
      }
      start = end + 2
    }
    return nil
  }

  /// The value of a field as a mail program shows it (RFC 2047); `nil` where a word can't be decoded.
  static func shown(_ value: String) -> String? {
    let unfolded = value.replacing("\r\n ", with: " ")
    var result = ""
    var afterWord = false
    for (number, word) in unfolded.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      guard word.hasPrefix("=?") else {
        result += (number > 0 ? " " : "") + word
        afterWord = false
        continue
      }
      guard word.hasPrefix("=?UTF-8?B?"), word.hasSuffix("?="), word.utf8.count <= 75,
        let data = Data(base64Encoded: String(word.dropFirst(10).dropLast(2))),
        let text = String(validating: data, as: UTF8.self)
      else { return nil }
      // The space between two encoded words is none.
      result += (number > 0 && !afterWord ? " " : "") + text
      afterWord = true
    }
    return result
  }

  /// What quoted-printable `text` stands for (RFC 2045, 6.7); `nil` where it is none.
  static func decoded(quotedPrintable text: String) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        result.append(byte)
        continue
      }
      guard rest.count >= 2 else { return nil }
      let pair = String(decoding: rest.prefix(2), as: UTF8.self)
      rest = rest.dropFirst(2)
      if pair == "\r\n" { continue }
      guard let value = UInt8(pair, radix: 16), pair == pair.uppercased() else { return nil }
      result.append(value)
    }
    return result
  }
}

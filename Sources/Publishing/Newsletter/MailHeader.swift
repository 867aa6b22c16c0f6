import Foundation
import Site
import Text

/// The fields at the head of a mail (RFC 5322, RFC 2047). No value can begin another field: ends of line and control
/// characters are taken out of every text.
struct MailHeader: Sendable {
  private(set) var text = ""

  /// A field whose value is ASCII and fits one line; made by the program, not by authors.
  mutating func add(_ name: String, _ value: String) {
    text += "\(name): \(Self.plain(value))\r\n"
  }

  /// A field of running text.
  mutating func add(_ name: String, text value: String) {
    text += "\(name): \(Self.encoded(Self.plain(value), column: name.utf8.count + 2))\r\n"
  }

  /// A field that names a mailbox; left out where there is none.
  mutating func add(_ name: String, mailbox: Settings.Newsletter.Mailbox?) {
    guard let mailbox else { return }
    let address = mailbox.address.text
    let phrase = Self.plain(mailbox.name ?? "")
    guard !phrase.isEmpty else { return add(name, "<\(address)>") }
    let words = Self.phrase(phrase, column: name.utf8.count + 2)
    let lastLine = words.split(separator: "\r\n").last ?? ""
    let column = words.contains("\r\n") ? lastLine.utf8.count : name.utf8.count + 2 + words.utf8.count
    text += "\(name): \(words)\(column + address.utf8.count + 3 > 76 ? "\r\n" : "") <\(address)>\r\n"
  }

  /// `text` on one line, with one space where there are several, ends of lines or control characters.
  private static func plain(_ text: String) -> String {
    text.unicodeScalars.split { scalar in
      scalar.value <= 32 || (127..<160).contains(scalar.value) || scalar == "\u{2028}" || scalar == "\u{2029}"
    }.map(String.init).joined(separator: " ")
  }

  private static func phrase(_ text: String, column: Int) -> String {
    let isAtom = text.utf8.allSatisfy { byte in
      byte == UInt8(ascii: " ") || (EmailAddress.isAtom(byte) && byte != UInt8(ascii: "="))
    }
    return isAtom && column + text.utf8.count <= 76 ? text : encodedWords(text, column: column)
  }

  private static func encoded(_ text: String, column: Int) -> String {
    let isPlain = text.utf8.allSatisfy { (32..<127).contains($0) } && !text.contains("=?")
    return isPlain && column + text.utf8.count <= 76 ? text : encodedWords(text, column: column)
  }

  /// `text` as encoded words (RFC 2047), cut between characters; `column` is where the first begins. No line is longer
  /// than 76 characters.
  private static func encodedWords(_ text: String, column: Int) -> String {
    let (head, tail) = ("=?UTF-8?B?", "?=")
    // Three bytes make four characters.
    func room(after column: Int) -> Int { (76 - column - head.utf8.count - tail.utf8.count) / 4 * 3 }
    var words: [[UInt8]] = [[]]
    var left = room(after: column)
    for character in text {
      // A character made of very many scalars is cut between these.
      let pieces =
        character.utf8.count <= room(after: 1)
        ? [Array(character.utf8)] : character.unicodeScalars.map { Array($0.utf8) }
      for piece in pieces {
        if piece.count > left {
          words.append([])
          left = room(after: 1)
        }
        words[words.count - 1] += piece
        left -= piece.count
      }
    }
    return words.filter { !$0.isEmpty }.map { head + Data($0).base64EncodedString() + tail }.joined(separator: "\r\n ")
  }
}

import Testing
import Text

/// What is looked for byte by byte, held against the same by characters of the standard library.
struct ByteSearchTests {
  private static let texts = [
    "", "a", "abc", "aaa", "aaaa", "abab", "été, l’été", "\u{2028}é\u{2029}", "a\n\nb\n", "<a href=\"x\"> href=\"y\">",
    String(repeating: "ab", count: 100) + "c", "0123456789abcde", "0123456789abcdef",
  ]

  @Test(arguments: texts, ["a", "aa", "ab", "abc", "é", " href=\"", "\n", "0123456789abcdef", "’"])
  func `a part is found wherever it stands, none over another`(text: String, part: String) {
    let (bytes, sought) = (Array(text.utf8), Array(part.utf8))
    var expected: [Int] = []
    var index = 0
    while index + sought.count <= bytes.count {
      if bytes[index...].starts(with: sought) {
        expected.append(index)
        index += sought.count
      } else {
        index += 1
      }
    }
    #expect(text.offsets(of: part) == expected)
    for offset in expected { #expect(text[bytes: offset..<(offset + sought.count)] == part) }
    for replacement in ["", "x", "été et plus long"] {
      #expect(text.replacingEach(part, with: replacement) == text.replacing(part, with: replacement))
    }
  }

  @Test(arguments: texts, [UInt8(ascii: "a"), UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "z")])
  func `parts are those between the signs, empty ones too`(text: String, sign: UInt8) {
    let expected = text.split(separator: Character(Unicode.Scalar(sign)), omittingEmptySubsequences: false)
    #expect(text[...].parts(at: sign) == expected)
    #expect(
      text.dropFirst().parts(at: sign)
        == text.dropFirst().split(separator: Character(Unicode.Scalar(sign)), omittingEmptySubsequences: false))
  }

  @Test(arguments: texts)
  func `signs of ASCII are seen, and what is none is no sign`(text: String) {
    let bytes = BytesPresent(in: text)
    #expect(bytes.holdsAny(of: "a") == text.utf8.contains(UInt8(ascii: "a")))
    #expect(bytes.holdsAny(of: ",\n\"") == text.utf8.contains { ",\n\"".utf8.contains($0) })
    // U+2019 ends with 0x99, which would be 0x19 without its first bit.
    #expect(!bytes.holdsAny(of: "\u{19}\u{28}\u{29})"))
  }
}

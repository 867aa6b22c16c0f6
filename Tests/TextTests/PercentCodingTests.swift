import Testing

@testable import Text

@Suite struct PercentCodingTests {
  @Test(arguments: [
    ("a%20b", "a b"), ("%C3%A9", "é"), ("%c3%a9", "é"), ("%+a", "%+a"), ("%-1", "%-1"), ("%zz", "%zz"),
    ("100%", "100%"),
    ("%2", "%2"), ("%%41", "%A"), ("%41%", "A%"), ("a+b", "a+b"),
    // What would be no UTF-8 stays as it is.
    ("%E9", "%E9"), ("a%20%FF", "a%20%FF"),
  ])
  func `an encoding is undone where it is one`(text: String, expected: String) {
    #expect(PercentCoding.decoded(text) == expected)
  }

  @Test(arguments: ["", "a b", "é/è?&=#%", "100 %", "\u{0}\u{7F}", "👩‍👩‍👧"])
  func `what is encoded comes back`(text: String) {
    for encoded in [PercentCoding.path(text), PercentCoding.query(text)] {
      #expect(PercentCoding.decoded(encoded) == text)
      #expect(PercentCoding.isSound(encoded) && encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
  }

  @Test func `a path keeps its steps`() {
    #expect(PercentCoding.path("a b/é") == "a%20b/%C3%A9")
    #expect(PercentCoding.query("a b/é") == "a%20b%2F%C3%A9")
  }
}

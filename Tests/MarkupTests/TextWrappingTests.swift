import Testing

@testable import Markup

@Suite struct TextWrappingTests {
  @Test(arguments: [
    ("", []), ("un deux trois", ["un deux", "trois"]), ("un\u{A0}deux trois", ["un\u{A0}deux", "trois"]),
    ("anticonstitutionnellement un", ["anticonstitutionnellement", "un"]), ("a\nb\r\nc", ["a", "b", "c"]),
    ("  a \t  b  ", ["a b"]), ("a\u{2028}b\u{85}c\u{B}d", ["a", "b", "c", "d"]),
    ("été à Évry", ["été à", "Évry"]), ("« été » oui", ["« été »", "oui"]),
    // One character with the space before it, and not to be kept with the word before that.
    ("septcar \u{301}x", ["septcar", "\u{301}x"]), ("septcar \u{200D}x", ["septcar", "\u{200D}x"]),
    // One character each.
    ("e\u{301}e\u{301}e\u{301}e\u{301} 👩‍🌾👩‍🌾👩‍🌾", ["e\u{301}e\u{301}e\u{301}e\u{301} 👩‍🌾👩‍🌾👩‍🌾"]),
  ])
  func `text is broken at plain spaces`(text: String, lines: [String]) {
    #expect(TextWrapping.lines(text, width: 8) == lines)
  }
}

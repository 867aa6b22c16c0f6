import Testing

@testable import HTML

@Suite struct TextBuilderTests {
  @Test func `pieces of any length stand one after the other`() {
    var builder = TextBuilder("é")
    var text = "é"
    for length in 0...40 {
      let piece = String(repeating: "à’x", count: length)
      builder += piece
      text += piece
    }
    var other = TextBuilder()
    other += builder
    other += builder
    #expect(builder.text == text)
    #expect(other.bytes == Array((text + text).utf8))
    builder.truncate(to: 2)
    builder.append(ascii: UInt8(ascii: "!"))
    #expect(builder.text == "é!")
    #expect(TextBuilder().text.isEmpty)
  }

  @Test(arguments: [
    ("", ""), ("abc", "abc"), ("<", "[<]"), ("<<é>", "[<][<]é[>]"), ("été <", "été [<]"), ("<été’", "[<]été’"),
    ("a1b2", "a1b2"),
  ])
  func `signs give way, all else stays`(text: String, expected: String) {
    var builder = TextBuilder()
    builder.append(
      text,
      replacing: SignReplacements { sign in
        [UInt8(ascii: "<"), UInt8(ascii: ">")].contains(sign) ? "[\(Character(Unicode.Scalar(sign)))]" : nil
      })
    #expect(builder.text == expected)
  }

  @Test(arguments: [
    ("", ""), ("{\"a\":1}", "{\"a\":1}"), ("</script>", #"\u003c/script\u003e"#),
    ("a\u{2028}b\u{2029}", #"a\u2028b\u2029"#),
    ("\u{2028}\u{2028}", #"\u2028\u2028"#), ("l’été €\u{A8}\u{A9}é", "l’été €\u{A8}\u{A9}é"),
    ("&\u{2029}<", #"\u0026\u2029\u003c"#),
  ])
  func `a JSON text ends no script and no line`(json: String, expected: String) {
    var builder = TextBuilder("<")
    builder.append(json: json)
    #expect(builder.text == "<" + expected)
  }
}

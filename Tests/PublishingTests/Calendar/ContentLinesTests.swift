import Testing

@testable import Publishing

@Suite struct ContentLinesTests {
  @Test(arguments: ["a", "é", "€", "🎉"], 0..<160)
  func `folding never cuts a character, at any offset`(character: String, offset: Int) throws {
    let value = String(repeating: "x", count: offset) + String(repeating: character, count: 60)
    var lines = ContentLines()
    lines.add("SUMMARY", value)
    let physical = String(decoding: lines.bytes, as: UTF8.self).components(separatedByCRLF: ())
    #expect(physical.last == "")
    for line in physical { #expect(line.utf8.count <= 75 && !line.unicodeScalars.contains("\u{FFFD}")) }
    // Only what must be short is: a fold leaves less than one character's room.
    for line in physical.dropLast(2) { #expect(line.utf8.count > 75 - 4) }
    let unfolded = physical.dropLast().enumerated().map { $0.offset == 0 ? $0.element : String($0.element.dropFirst()) }
    #expect(unfolded.joined() == "SUMMARY:" + value)
    #expect(physical.dropFirst().dropLast().allSatisfy { $0.hasPrefix(" ") })
  }

  @Test(arguments: [
    ("a;b,c\\d", "a\\;b\\,c\\\\d"), ("l1\nl2\r\nl3\rl4", "l1\\nl2\\nl3\\nl4"), ("\r\n\r\n", "\\n\\n"),
    ("« \"x\" : y »", "« \"x\" : y »"), ("a\u{0}b\u{7}c\u{1B}d\u{7F}e\u{9B}f\u{FEFF}g\th", "abcdefg h"),
    ("a\u{2028}b", "a\\nb"), ("BEGIN:VEVENT", "BEGIN:VEVENT"), ("", ""),
  ])
  func `text is escaped, and no more than that`(text: String, expected: String) {
    #expect(ContentLines.escaped(text) == expected)
  }

  @Test(arguments: [
    ("https://a.org/x?y=1,2;3#z", "https://a.org/x?y=1,2;3#z"), ("https://a.org/é x", "https://a.org/%C3%A9%20x"),
    ("https://a.org/\r\nX:1", "https://a.org/%0D%0AX:1"),
    ("https://a.org/\"<>\\^`{|}", "https://a.org/%22%3C%3E%5C%5E%60%7B%7C%7D"),
  ])
  func `an address is not escaped, but can't leave its line`(address: String, expected: String) {
    #expect(ContentLines.uri(address) == expected)
  }

  @Test(arguments: [(3600, "+0100"), (-12_600, "-0330"), (561, "+000921"), (0, "+0000"), (50_400, "+1400")])
  func `an offset is written`(seconds: Int, expected: String) {
    #expect(CalendarTime.offset(seconds) == expected)
  }

  @Test(arguments: [
    (48.8173, "48.817300"), (-0.000001, "-0.000001"), (2.0, "2.000000"), (1e-9, "0.000000"), (.nan, "0.000000"),
    (-179.9999999, "-180.000000"),
  ])
  func `degrees have six decimals and no exponent`(value: Double, expected: String) {
    #expect(EventText.degrees(value) == expected)
  }
}

extension String {
  /// Its lines, split at CRLF and nowhere else.
  func components(separatedByCRLF: Void) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    for byte in utf8 {
      line.append(byte)
      if line.suffix(2) == [13, 10] {
        lines.append(String(decoding: line.dropLast(2), as: UTF8.self))
        line = []
      }
    }
    return lines + [String(decoding: line, as: UTF8.self)]
  }
}

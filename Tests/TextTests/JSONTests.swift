import Foundation
import Testing

@testable import Text

@Suite struct JSONTests {
  private static let texts = [
    "", "é « à »", "a\"b\\c\n\t\r\u{1}\u{7F}\u{80}", "</script><!--&", "\u{2028}\u{2029}\u{202E}\u{200F}\u{2066}",
    "\u{2014}…👩‍👩‍👧",
  ]

  @Test(arguments: [JSON.Escaping.script, .terminal, .none])
  func `every reader reads back what was written`(escaping: JSON.Escaping) throws {
    let value = JSON.object([("t", .strings(Self.texts)), ("n", .null), ("d", .decimal(.nan))])
    for text in [value.text(escaping: escaping), value.lines] {
      let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(read?["t"] as? [String] == Self.texts)
      #expect(read?["n"] is NSNull && read?["d"] is NSNull)
    }
  }

  @Test func `JSON may stand in a script`() {
    let text = JSON.members(["a": .string("</script>\u{2028}\u{1}\"\\&"), "b": .decimal(.nan), "c": nil]).text()
    #expect(text == #"{"a":"\u003c/script\u003e\u2028\u0001\"\\\u0026","b":null}"#)
  }

  @Test func `nothing ends the script around it, nor is obeyed by a terminal`() {
    let script = JSON.strings(Self.texts).text()
    #expect(!script.contains { "<>&\u{2028}\u{2029}".contains($0) })
    let terminal = JSON.strings(Self.texts).text(escaping: .terminal)
    #expect(
      !terminal.unicodeScalars.contains { scalar in
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
          || (0x2066...0x2069).contains(scalar.value) || (0x200E...0x200F).contains(scalar.value)
      })
    #expect(terminal.contains("</script>"))
  }

  @Test(arguments: [(48.0, "48"), (48.8172, "48.8172"), (-0.5, "-0.5"), (.infinity, "null"), (1e300, "1e+300")])
  func `a number is written as short as it is`(number: Double, expected: String) {
    #expect(JSON.decimal(number).text() == expected)
  }
}

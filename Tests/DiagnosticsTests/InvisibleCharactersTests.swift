import Testing

@testable import Diagnostics

@Suite struct InvisibleCharactersTests {
  /// Texts that hold nothing to be shown are given back as they are, by a look at their bytes: it must not miss any.
  @Test func `a character is shown alike alone and beside one that is to be shown`() {
    for scalar in (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init) {
      let alone = InvisibleCharacters.shown(in: String(scalar))
      let beside = InvisibleCharacters.shown(in: "\u{7F}" + String(scalar))
      guard Array(beside.unicodeScalars) != ["␡"] + Array(alone.unicodeScalars) else { continue }
      Issue.record("U+\(String(scalar.value, radix: 16))")
    }
  }
}

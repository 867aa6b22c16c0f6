/// Which signs of ASCII stand somewhere in a text: seen once, instead of looking for one after the other.
package struct BytesPresent: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Whether all its signs are of ASCII.
  package private(set) var isASCII = true

  package init(in text: String) {
    var (low, high, others): (UInt64, UInt64, UInt8) = (0, 0, 0)
    text.withBytes { bytes in
      for byte in bytes {
        // Without branches, which would be guessed wrong as often as not.
        let bit = UInt64(byte &>> 7 ^ 1) &<< UInt64(byte & 63)
        let isHigh = 0 &- UInt64(byte &>> 6 & 1)
        high |= bit & isHigh
        low |= bit & ~isHigh
        others |= byte
      }
    }
    (self.low, self.high) = (low, high)
    isASCII = others < 0x80
  }

  /// Whether one of `signs`, all of ASCII, stands in the text.
  package func holdsAny(of signs: StaticString) -> Bool {
    signs.withUTF8Buffer { signs in
      signs.contains { sign in (sign < 64 ? low : high) &>> UInt64(sign & 63) & 1 == 1 }
    }
  }
}

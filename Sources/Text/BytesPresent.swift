/// Which signs of ASCII stand somewhere in a text: seen once, instead of looking for one after the other.
package struct BytesPresent: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  package init(in text: String) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    text.withBytes { bytes in
      for byte in bytes {
        // Without branches, which would be guessed wrong as often as not.
        let bit = UInt64(byte &>> 7 ^ 1) &<< UInt64(byte & 63)
        let isHigh = 0 &- UInt64(byte &>> 6 & 1)
        high |= bit & isHigh
        low |= bit & ~isHigh
      }
    }
    (self.low, self.high) = (low, high)
  }

  /// Whether one of `signs`, all of ASCII, stands in the text.
  package func holdsAny(of signs: StaticString) -> Bool {
    signs.withUTF8Buffer { signs in
      signs.contains { sign in (sign < 64 ? low : high) &>> UInt64(sign & 63) & 1 == 1 }
    }
  }
}

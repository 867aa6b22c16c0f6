import Foundation

extension String {
  /// The same text with each letter and the accents behind it (U+0300 to U+036F) as one sign, as far as Unicode has that (NFC):
  /// nearly all texts are so already.
  package var composed: String { holdsByte(where: \.beginsAccent) ? precomposedStringWithCanonicalMapping : self }
}

extension UInt8 {
  /// Whether it may be the first byte of an accent that stands behind its letter.
  package var beginsAccent: Bool { self == 0xCC || self == 0xCD }
}

import Foundation

extension String {
  /// The same text with each letter and the accents behind it (U+0300 to U+036F) as one sign, as far as Unicode has that (NFC):
  /// nearly all texts are so already.
  package var composed: String {
    holdsByte { $0 == 0xCC || $0 == 0xCD } ? precomposedStringWithCanonicalMapping : self
  }
}

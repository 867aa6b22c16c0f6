import Text

/// A key of the front matter, by the name that volunteers use. Each stands beside the description of what may be written
/// for it.
package struct FieldKey: Sendable {
  /// The name: `publier_le`.
  package let rawValue: String
  /// The name as it is written in French, with accents and apostrophes, in small letters: « publier le ».
  package let label: String
  /// Of ``rawValue``, worked out once: every field is looked for by its key.
  private let hash: Int

  /// - Parameter label: where it is more than the name with spaces.
  init(_ rawValue: String, label: String? = nil) {
    self.rawValue = rawValue
    self.label = label ?? rawValue.split(separator: "_").joined(separator: " ")
    // FNV-1a.
    var hash: UInt = 0xCBF2_9CE4_8422_2325
    for byte in rawValue.utf8 { hash = (hash ^ UInt(byte)) &* 0x100_0000_01B3 }
    self.hash = Int(bitPattern: hash)
  }
}

extension FieldKey: Hashable {
  package static func == (a: FieldKey, b: FieldKey) -> Bool { a.hash == b.hash && a.rawValue == b.rawValue }

  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

import Text

/// A value of the front matter and where it stands.
struct FieldValue: Sendable {
  indirect enum Content: Sendable {
    /// Nothing was written.
    case empty
    case scalar(String)
    case list([FieldValue])
    case map([Member])
  }

  struct Member: Sendable {
    var key: String
    var keyRange: Range<Int>
    var value: FieldValue
  }

  var content: Content
  /// Bytes of the file.
  var range: Range<Int>

  init(_ content: Content, at range: Range<Int>) {
    self.content = content
    self.range = range
  }

  var isEmpty: Bool {
    if case .empty = content { return true }
    return false
  }

  /// Whether it holds nothing, as editors write for what nobody filled in: `""`, `[]`, a map of such values.
  var isBlank: Bool {
    switch content {
    case .empty: return true
    case .scalar(let text): return text.isEmpty
    case .list(let items): return items.allSatisfy(\.isBlank)
    case .map(let members): return members.allSatisfy(\.value.isBlank)
    }
  }
}

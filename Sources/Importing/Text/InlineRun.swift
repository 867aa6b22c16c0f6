import Markup
import Text

/// Running text while it is gathered: pieces in a row, each with all that holds of it. What HTML nests in any order, and
/// spaces, empties and doubles, becomes one tree that has the fewest marks.
struct InlineRun {
  /// What holds of a piece.
  struct Style: Hashable {
    var isStrong = false
    var isEmphasized = false
    var isStruck = false
    var link: Target?

    /// What holds of both.
    func shared(with other: Style) -> Style {
      Style(
        isStrong: isStrong && other.isStrong, isEmphasized: isEmphasized && other.isEmphasized,
        isStruck: isStruck && other.isStruck, link: link == other.link ? link : nil)
    }

    func has(_ mark: Mark) -> Bool {
      switch mark {
      case .link: link != nil
      case .strong: isStrong
      case .emphasis: isEmphasized
      case .strikethrough: isStruck
      }
    }

    mutating func remove(_ mark: Mark) {
      switch mark {
      case .link: link = nil
      case .strong: isStrong = false
      case .emphasis: isEmphasized = false
      case .strikethrough: isStruck = false
      }
    }
  }

  /// A link; two in a row that lead to the same place are two.
  struct Target: Hashable {
    var address: String
    var number: Int
  }

  enum Mark: CaseIterable { case link, strong, emphasis, strikethrough }

  enum Leaf: Hashable {
    /// A word; or words with one space between them that stand between two spaces of the same style, where nothing touches them.
    case text(String)
    case space
    case lineBreak
    case other(Inline)
  }

  struct Piece {
    var leaf: Leaf
    var style: Style
  }

  private(set) var pieces: [Piece] = []

  /// Characters of a word, at most.
  private static let longestWord = 1500

  var isEmpty: Bool { pieces.isEmpty }

  // MARK: Gathering

  /// Text in which blanks, those that must not be broken among them, are as good as one space: the site sets its own.
  mutating func add(_ text: String, _ style: Style) {
    var text = text
    // Most words hold nothing but letters and signs: they are taken as a whole.
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        if Self.isSpace(bytes[start]) {
          addSpace(style)
          start += 1
          continue
        }
        let (end, isPlain) = Self.word(bytes, from: start)
        let word = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        if isPlain { addWord(word, style) } else { addScalars(of: word, style) }
        start = end
        let middle = Self.middle(bytes, behind: end)
        guard !middle.isEmpty else { continue }
        addSpace(style)
        let words = String(decoding: UnsafeBufferPointer(rebasing: bytes[middle]), as: UTF8.self)
        pieces.append(Piece(leaf: .text(words), style: style))
        start = middle.upperBound
      }
    }
  }

  /// Where the word ends that begins at `start`, and whether it can be taken as it is.
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, isPlain: Bool) {
    var (end, isPlain) = (start, true)
    while end < bytes.count, !isSpace(bytes[end]) {
      isPlain = isPlain && Self.isPlain(bytes, at: end)
      end += 1
    }
    return (end, isPlain && end - start < longestWord)
  }

  /// The plain words behind the one that ends at `end`, up to the last one before which the text has only single spaces: what
  /// follows the whole text may touch its last word, and these nothing. Empty where there are none.
  private static func middle(_ bytes: UnsafeBufferPointer<UInt8>, behind end: Int) -> Range<Int> {
    let start = end + 1
    var (last, next) = (start, end)
    while next + 1 < bytes.count, bytes[next] == 0x20, !isSpace(bytes[next + 1]) {
      last = max(start, next)
      let word = word(bytes, from: next + 1)
      guard word.isPlain else { break }
      next = word.end
    }
    return start..<last
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Whether the sign that this byte of UTF-8 begins, or is part of, is none that `addScalars` knows.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0x00...0x1F, 0x7F, 0xE1, 0xE3, 0xEF: return false
    // U+0080 to U+00BF
    case 0xC2: return bytes[index + 1] > 0xA0 && bytes[index + 1] != 0xAD
    // U+2000 to U+203F, U+2040 to U+207F
    case 0xE2 where bytes[index + 1] == 0x80: return (0x90..<0xA8).contains(bytes[index + 2]) || bytes[index + 2] > 0xAF
    case 0xE2 where bytes[index + 1] == 0x81: return bytes[index + 2] < 0x9F || bytes[index + 2] > 0xAF
    default: return true
    }
  }

  private mutating func addWord(_ word: String, _ style: Style) {
    if case .text(let before)? = pieces.last?.leaf, pieces[pieces.count - 1].style == style {
      pieces[pieces.count - 1].leaf = .text(before + word)
    } else {
      pieces.append(Piece(leaf: .text(word), style: style))
    }
  }

  private mutating func addScalars(of text: String, _ style: Style) {
    var word = String.UnicodeScalarView()
    // Counted beside it: to ask it goes through it.
    var length = 0
    func flush(_ run: inout InlineRun) {
      guard !word.isEmpty else { return }
      run.addWord(String(word), style)
      (word, length) = (String.UnicodeScalarView(), 0)
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
        flush(&self)
        addSpace(style)
      // What nobody sees: soft hyphens, marks for breaking, turning and joining; but the one that makes emoji families.
      case 0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFC, 0x00...0x08,
        0x0E...0x1F, 0x7F...0x9F:
        continue
      default:
        word.append(scalar)
        length += 1
        // No text has such a word, and no reader takes a line of it.
        if length >= Self.longestWord {
          flush(&self)
          addSpace(style)
        }
      }
    }
    flush(&self)
  }

  private mutating func addSpace(_ style: Style) {
    switch pieces.last?.leaf {
    case nil, .lineBreak: return
    case .space: pieces[pieces.count - 1].style = pieces[pieces.count - 1].style.shared(with: style)
    default: pieces.append(Piece(leaf: .space, style: style))
    }
  }

  mutating func addBreak(_ style: Style = Style()) {
    if case .space? = pieces.last?.leaf { pieces.removeLast() }
    if !pieces.isEmpty { pieces.append(Piece(leaf: .lineBreak, style: style)) }
  }

  /// A picture, a piece of code, the mark of a note.
  mutating func add(_ inline: Inline, _ style: Style) {
    var style = style
    // Code has no marks of its own, and a picture no weight.
    if case .image = inline { style = Style(link: style.link) }
    pieces.append(Piece(leaf: .other(inline), style: style))
  }
}

import Diagnostics
import Text

/// Looks over a stretch of YAML before it is parsed: refuses anchors, aliases and tags, and nesting so deep that a parser
/// that calls itself would run out of stack; makes tabs that indent into spaces.
struct YAMLGuard {
  struct Refusal {
    enum Reason {
      case feature(String)
      case tooDeep
      case control
    }

    var reason: Reason
    var range: Range<Int>

    func diagnostic(at source: SourceText) -> Diagnostic {
      switch reason {
      case .feature(let sign): return .yamlFeature(source.place(range), sign: sign)
      case .tooDeep: return .yamlTooDeep(source.place(range))
      case .control: return .controlCharacter(source.place(range), isFatal: true)
      }
    }
  }

  /// Brackets within brackets, brackets in all (so that nothing depends on parting text from structure exactly as the
  /// parser does), and columns of indentation, at most.
  private static let deepest = (brackets: 16, allBrackets: 256, column: 64)

  private(set) var refusal: Refusal?
  /// What to parse.
  private(set) var text = ""

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    check(bytes, range)
  }

  private mutating func check(_ bytes: [UInt8], _ range: Range<Int>) {
    var copy = Array(bytes[range])
    if copy.count(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }) > Self.deepest.allBrackets {
      return refuse(.tooDeep, range, 0)
    }
    var brackets = 0
    var quote: UInt8?
    // Whether a value may begin here, and whether only indentation was seen on the line so far.
    var (canBegin, isIndent) = (true, true)
    var lineStart = 0
    var blockIndent: Int?
    var index = 0
    while index < copy.count {
      let byte = copy[index]
      defer { index += 1 }
      if byte < 0x20, byte != .tab, !byte.isLineEnd { return refuse(.control, range, index) }
      if byte.isLineEnd {
        (lineStart, canBegin, isIndent) = (index + 1, true, true)
        continue
      }
      if let open = quote {
        // What is escaped, or stands twice, closes nothing (YAML 1.2, 7.3).
        let isTwice = open == .quote && byte == open && index + 1 < copy.count && copy[index + 1] == open
        if open == .doubleQuote && byte == UInt8(ascii: "\\") || isTwice {
          index += 1
        } else if byte == open {
          quote = nil
        }
        continue
      }
      if isIndent, byte == .tab { copy[index] = .space }
      if byte.isBlank { continue }
      if isIndent, let indent = blockIndent {
        // Text of a `|` or `>` block goes on as long as it is indented further.
        if index - lineStart > indent {
          while index + 1 < copy.count, !copy[index + 1].isLineEnd { index += 1 }
          continue
        }
        blockIndent = nil
      }
      if isIndent, index - lineStart > Self.deepest.column { return refuse(.tooDeep, range, index) }
      let next = index + 1 < copy.count ? copy[index + 1] : .lineFeed
      let endsWord = next.isBlank || next.isLineEnd
      if isIndent, byte == .hyphen || byte == UInt8(ascii: "?"), endsWord { continue }
      isIndent = false
      switch byte {
      case .quote where canBegin, .doubleQuote where canBegin: (quote, canBegin) = (byte, false)
      case UInt8(ascii: "&") where canBegin, UInt8(ascii: "*") where canBegin, UInt8(ascii: "!") where canBegin:
        return refuse(.feature(String(UnicodeScalar(byte))), range, index)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        guard canBegin else { continue }
        brackets += 1
        if brackets > Self.deepest.brackets { return refuse(.tooDeep, range, index) }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        brackets = max(0, brackets - 1)
        canBegin = false
      case UInt8(ascii: ",") where brackets > 0: canBegin = true
      case .colon where endsWord || brackets > 0: canBegin = true
      case UInt8(ascii: "?") where endsWord: break
      case .hash where index == 0 || copy[index - 1].isBlank || copy[index - 1].isLineEnd:
        while index + 1 < copy.count, !copy[index + 1].isLineEnd { index += 1 }
      case UInt8(ascii: "|") where canBegin && brackets == 0, UInt8(ascii: ">") where canBegin && brackets == 0:
        blockIndent = index == 0 ? -1 : Self.indent(of: lineStart, in: copy)
        while index + 1 < copy.count, !copy[index + 1].isLineEnd { index += 1 }
      default: canBegin = false
      }
    }
    text = String(decoding: copy, as: UTF8.self)
  }

  private static func indent(of lineStart: Int, in bytes: [UInt8]) -> Int {
    var index = lineStart
    while index < bytes.count, bytes[index] == .space { index += 1 }
    return index - lineStart
  }

  private mutating func refuse(_ reason: Refusal.Reason, _ range: Range<Int>, _ index: Int) {
    let offset = range.lowerBound + index
    refusal = Refusal(reason: reason, range: offset..<(offset + 1))
  }
}

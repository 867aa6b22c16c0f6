import Reading
import Text

/// Reads TOML as front matters and settings have it: tables, texts, lists, dates and numbers as they are written. What is
/// not understood is left out.
struct TOMLReader {
  private var rest: Substring
  private var members: [(key: String, value: ForeignValue)] = []

  /// Values in values, at most.
  private static let deepest = 16

  private init(_ text: String) { rest = text[...] }

  /// The members; those of a table have its name and a dot before theirs.
  static func read(_ text: String) -> ForeignValue {
    var reader = TOMLReader(text.replacing("\r\n", with: "\n"))
    var table = ""
    while !reader.rest.isEmpty {
      reader.skipBlank()
      guard let first = reader.rest.first else { break }
      if first == "[" {
        let name = reader.rest.prefix { $0 != "\n" && $0 != "#" }.filter { !"[]\"' ".contains($0) }
        table = name.isEmpty ? "" : name + "."
      } else if let key = reader.key() {
        reader.skipSpace()
        if let value = reader.value(depth: 0) { reader.members.append((table + key, value)) }
      }
      reader.skipLine()
    }
    return .map(reader.members)
  }

  private mutating func skipBlank() {
    while let first = rest.first {
      if first == "#" { skipLine() } else if first.isWhitespace { rest.removeFirst() } else { return }
    }
  }

  private mutating func skipSpace() { rest = rest.drop { $0 == " " || $0 == "\t" } }

  private mutating func skipLine() {
    rest = rest.drop { !$0.isNewline }.dropFirst()
  }

  private mutating func key() -> String? {
    let name = rest.prefix { $0 != "=" && !$0.isNewline }
    guard rest[name.endIndex...].first == "=" else { return nil }
    rest = rest[name.endIndex...].dropFirst()
    let key = name.filter { !" \t\"'".contains($0) }
    return key.isEmpty ? nil : key
  }

  private mutating func value(depth: Int) -> ForeignValue? {
    guard depth < Self.deepest, let first = rest.first else { return nil }
    switch first {
    case "\"", "'": return .text(quoted(first))
    case "[": return list(depth: depth)
    case "{":
      let inner = rest.prefix { $0 != "}" && !$0.isNewline }
      rest = rest[inner.endIndex...].dropFirst()
      let lines = inner.dropFirst().split(separator: ",").joined(separator: "\n")
      return depth < 2 ? TOMLReader.read(String(lines)) : nil
    default:
      let word = rest.prefix { !$0.isNewline && $0 != "," && $0 != "]" && $0 != "#" }
      rest = rest[word.endIndex...]
      let text = word.collapsingWhitespace
      return text.isEmpty ? nil : .text(text)
    }
  }

  private mutating func list(depth: Int) -> ForeignValue {
    rest.removeFirst()
    var items: [ForeignValue] = []
    while true {
      skipBlank()
      guard let first = rest.first else { break }
      if first == "]" {
        rest.removeFirst()
        break
      }
      if first == "," {
        rest.removeFirst()
        continue
      }
      guard let value = value(depth: depth + 1) else { break }
      items.append(value)
    }
    return .list(items)
  }

  private mutating func quoted(_ quote: Character) -> String {
    let triple = String(repeating: String(quote), count: 3)
    if rest.hasPrefix(triple) {
      rest = rest.dropFirst(3)
      guard let end = rest.firstRange(of: triple) else { return "" }
      let text = rest[..<end.lowerBound]
      rest = rest[end.upperBound...]
      return quote == "'" ? String(text) : Self.unescaped(text)
    }
    rest.removeFirst()
    var text = Substring()
    while let next = rest.first, next != quote, !next.isNewline {
      if next == "\\", quote == "\"" {
        text += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        text.append(next)
        rest.removeFirst()
      }
    }
    rest = rest.dropFirst()
    return quote == "'" ? String(text) : Self.unescaped(text)
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("\\") else { return String(text) }
    var result = String.UnicodeScalarView()
    var rest = Substring.UnicodeScalarView(text.unicodeScalars)
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let sign = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      switch sign {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "u", "U":
        let digits = rest.prefix(sign == "u" ? 4 : 8)
        if let code = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(code) { result.append(scalar) }
        rest = rest.dropFirst(digits.count)
      default: result.append(sign)
      }
    }
    return String(result)
  }
}

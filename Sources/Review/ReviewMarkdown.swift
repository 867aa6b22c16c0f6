import Diagnostics

/// Pieces of Markdown made of texts that anybody may have written: shown as they are, and nothing else.
enum ReviewMarkdown {
  /// Characters of a text that are shown at most.
  private static let longest = 300
  /// Follows signs by which forges call people and link issues, even where Markdown escapes them: no name or number then.
  private static let spacer = "\u{200B}"

  /// `text` on one line.
  static func text(_ text: String) -> String {
    let line = shown(text)
    var result = listMarker(line)
    // Scalars, as Markdown reads them: a mark put upon a sign does not hide it.
    let rest = Array(line.unicodeScalars.dropFirst(result.isEmpty ? 0 : result.count - 1))
    for (index, scalar) in rest.enumerated() {
      switch scalar {
      // Within a word it is no emphasis (6.2), and names of keys stay legible in a log.
      case "_" where isWord(rest, at: index - 1) && isWord(rest, at: index + 1): result.unicodeScalars.append(scalar)
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$": result += "\\\(scalar)"
      case "#": result += "\\#" + spacer
      case "@": result += "@" + spacer
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `text` as code: a path, the place of a file. The fence is longer than any in it (CommonMark, 6.1).
  static func code(_ text: String) -> String {
    let line = shown(text)
    var (longest, run) = (0, 0)
    for scalar in line.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let padding = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return fence + padding + line + padding + fence
  }

  /// `text`, already Markdown, that leads to `address`.
  static func link(_ text: String, to address: String) -> String {
    var target = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case "(": target += "%28"
      case ")": target += "%29"
      case "<": target += "%3C"
      case ">": target += "%3E"
      case "\\": target += "%5C"
      case _ where scalar.value <= 0x20 || scalar.value == 0x7F: target += "%20"
      default: target.unicodeScalars.append(scalar)
      }
    }
    return "[\(text)](\(target))"
  }

  /// `text` on one line, signs that would hide or turn it made visible, cut where it is very long.
  private static func shown(_ text: String) -> String {
    let words = text.split { $0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }
    let line = InvisibleCharacters.shown(in: words.joined(separator: " "))
    return line.count > longest ? line.prefix(longest) + "…" : line
  }

  private static func isWord(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    scalars.indices.contains(index) && (scalars[index].properties.isAlphabetic || ("0"..."9").contains(scalars[index]))
  }

  /// The start of `line` where it would make an item of a list of it (CommonMark, 5.2), escaped; else nothing.
  private static func listMarker(_ line: String) -> String {
    if let first = line.first, "-+".contains(first) { return "\\\(first)" }
    let digits = line.prefix { ("0"..."9").contains($0) }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark) else { return "" }
    return "\(digits)\\\(mark)"
  }
}

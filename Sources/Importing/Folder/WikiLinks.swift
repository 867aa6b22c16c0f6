import Site
import Text

/// Makes Markdown of what Obsidian and its like write besides: links by name (`[[Page|mots]]`), pictures (`![[plan.png]]`),
/// marked words, remarks nobody is to read, titles of notes.
enum WikiLinks {
  /// - Parameter file: where a file of this name is, from the folder's root; `nil` where none or several are.
  static func opened(_ markdown: String, file: (_ name: String) -> String?) -> String {
    guard ["[[", "==", "%%", "> [!", " ^"].contains(where: markdown.contains) else { return markdown }
    var fence = CodeFence()
    var isRemark = false
    return markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      if fence.holds(line) { return String(line) }
      let shown = outsideCode(line) { withoutRemarks($0, &isRemark) }
      return title(outsideCode(shown[...]) { links(String($0), file) })
    }.joined(separator: "\n")
  }

  /// What `change` makes of the parts of a line that are no code.
  private static func outsideCode(_ line: Substring, _ change: (Substring) -> String) -> String {
    var result = ""
    var rest = line
    while let tick = rest.firstIndex(of: "`") {
      let ticks = rest[tick...].prefix { $0 == "`" }
      guard let end = rest[ticks.endIndex...].firstRange(of: ticks) else { break }
      result += change(rest[..<tick]) + rest[tick..<end.upperBound]
      rest = rest[end.upperBound...]
    }
    return result + change(rest)
  }

  private static func withoutRemarks(_ line: Substring, _ isRemark: inout Bool) -> String {
    var result = ""
    var rest = line
    while let mark = rest.firstRange(of: "%%") {
      if !isRemark { result += rest[..<mark.lowerBound] }
      rest = rest[mark.upperBound...]
      isRemark.toggle()
    }
    return isRemark ? result : result + rest
  }

  private static func links(_ text: String, _ file: (String) -> String?) -> String {
    guard ["[[", "==", " ^"].contains(where: text.contains) else { return text }
    return text.replacing(/(!?)\[\[([^\[\]|#]*)(#[^\[\]|]*)?(?:\|([^\[\]]*))?\]\]/) { match in
      let (_, sign, target, heading, label) = match.output
      let name = String(target).collapsingWhitespace
      let words = label.map { String($0).collapsingWhitespace } ?? ""
      // A size in the place of words: `|300`, `|300x200`.
      let isSize = !words.isEmpty && words.allSatisfy { $0.isNumber || $0 == "x" }
      let place = file(name)
      if !sign.isEmpty, let place, !ContentFiles.isText(place) {
        return "![\(isSize ? "" : words)](</\(place)>)"
      }
      let part = heading.map { $0.split(separator: "#").last.map(String.init) ?? "" } ?? ""
      let shown =
        words.isEmpty || isSize ? (name.isEmpty ? part : String(name.split(separator: "/").last ?? "")) : words
      let address = name.isEmpty ? "" : "/" + (place ?? name + ".md")
      // A block has no address here.
      let fragment = part.isEmpty || part.hasPrefix("^") ? "" : "#" + part
      return address.isEmpty && fragment.isEmpty ? shown : "[\(shown)](<\(address)\(fragment)>)"
    }
    .replacing(/==(\S(?:[^=]*[^=\s])?)==/) { "**\($0.output.1)**" }
    .replacing(/\ \^[A-Za-z0-9-]+$/, with: "")
  }

  /// `> [!info] Titre`: a title in strong letters.
  private static func title(_ line: String) -> String {
    guard line.contains("[!"), let match = line.firstMatch(of: /^(\s*(?:> ?)+)\[!([A-Za-z-]+)\][+-]? ?(.*)$/) else {
      return line
    }
    let (_, sign, kind, given) = match.output
    let title = given.isEmpty ? titles[kind.lowercased()] ?? "À noter" : String(given)
    return "\(sign)**\(title)**\n\(sign)"
  }

  private static let titles = [
    "tip": "Conseil", "hint": "Conseil", "important": "Important", "warning": "Attention", "caution": "Attention",
    "attention": "Attention", "danger": "Attention", "question": "Question", "faq": "Question", "help": "Question",
    "example": "Exemple", "quote": "Citation", "cite": "Citation", "abstract": "En bref", "summary": "En bref",
    "tldr": "En bref", "todo": "À faire",
  ]
}

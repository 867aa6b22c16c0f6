import Reading
import Text

/// A page as Notion exports it (« Markdown & CSV »): its title as a heading, below it what a base knows of it, a line each, and in
/// the names of files and folders what Notion calls it.
enum NotionPage {
  /// Digits of what Notion calls a page.
  private static let digits = 32

  /// The name of a file or folder without what Notion calls it; `nil` where it has none.
  static func name(_ name: String) -> String? {
    let (title, identity) = (name.dropLast(digits), name.suffix(digits))
    guard title.last == " ", title.count > 1, identity.allSatisfy({ $0.isASCII && $0.isHexDigit && !$0.isUppercase })
    else { return nil }
    return String(title.dropLast())
  }

  /// Whether a file is the table of a base: `Événements 4a0c….csv`, `Événements 4a0c…_all.csv`.
  static func isTable(_ file: String) -> Bool {
    guard file.lowercased().hasSuffix(".csv") else { return false }
    let stem = file.dropLast(".csv".count)
    return name(String(stem.hasSuffix("_all") ? stem.dropLast("_all".count) : stem)) != nil
  }

  /// What stands at the top of `text`, and the rest of it.
  static func parted(_ text: String) -> (matter: ForeignValue, body: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var members: [(key: String, value: ForeignValue)] = []
    if let first = lines.first, first.hasPrefix("# ") {
      members.append(("title", .text(first.dropFirst(2).description.collapsingWhitespace)))
      lines = lines.dropFirst().drop { $0.allSatisfy(\.isWhitespace) }
    }
    let known = lines.prefix { property($0) != nil }
    // A text may begin so too: what a base knows has a blank line behind it.
    if let behind = lines.dropFirst(known.count).first, behind.allSatisfy(\.isWhitespace) {
      members += known.compactMap(property).flatMap(fields)
      lines = lines.dropFirst(known.count)
    }
    return (.map(members), lines.joined(separator: "\n"))
  }

  private static func property(_ line: Substring) -> (name: String, value: String)? {
    guard let colon = line.firstRange(of: ": "), line.first?.isLetter == true, colon.lowerBound > line.startIndex,
      line[..<colon.lowerBound].count <= 40, !line[..<colon.lowerBound].contains(where: { "[](){}*`".contains($0) })
    else { return nil }
    return (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]).collapsingWhitespace)
  }

  private static func fields(_ property: (name: String, value: String)) -> [(key: String, value: ForeignValue)] {
    let (name, value) = property
    let isList = ForeignFrontMatter.key(named: name, of: .news) == .tags
    if isList { return [("tags", .list(value.split(separator: ",").map { .text(String($0).collapsingWhitespace) }))] }
    // From one moment to another: two keys of ours.
    let ends = value.split(separator: "→").map { EnglishDate.plain(String($0).collapsingWhitespace) }
    guard ends.count == 2 else { return [(name, .text(EnglishDate.plain(value)))] }
    // Of a day, the second has the hour alone.
    let day = ends[0].split(separator: " ").dropLast().joined(separator: " ")
    let isHour = ends[1].allSatisfy { $0.isNumber || $0 == ":" }
    return [(name, .text(ends[0])), ("fin", .text(isHour ? day + " " + ends[1] : ends[1]))]
  }
}

import Reading
import Text

/// A file of another generator: its front matter, whichever it has, and its text.
struct FolderText {
  var matter: ForeignValue
  var body: String
  /// Whether the front matter was there and could not be read.
  var isBroken = false

  /// - Parameter isOfNotion: whether its name is as Notion makes them.
  init(_ text: String, isOfNotion: Bool = false) {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let plain = text.replacing("\r\n", with: "\n")
    if let (inner, body) = Self.between("---", plain) {
      self.body = body
      if let value = ForeignFrontMatter.yaml(inner) ?? ForeignFrontMatter.yaml(Self.quoted(inner)), case .map = value {
        matter = value
      } else {
        // A colon in a title, mostly: the plain lines are understood all the same.
        matter = Self.lines(inner[...])
        isBroken = true
      }
    } else if let (inner, body) = Self.between("+++", plain) {
      self.body = body
      matter = TOMLReader.read(inner)
    } else if let (matter, body) = Self.metadata(plain) {
      self.matter = matter
      self.body = body
    } else if isOfNotion {
      (matter, body) = NotionPage.parted(plain)
    } else {
      matter = .map([])
      body = plain
    }
  }

  /// Whether it says anything of itself.
  var hasMatter: Bool { if case .map(let members) = matter { !members.isEmpty } else { false } }

  /// With quotation marks around texts that a colon or a sign of YAML would break.
  private static func quoted(_ matter: String) -> String {
    matter.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard let colon = line.firstRange(of: ": "), line.first?.isLetter == true else { return String(line) }
      let value = line[colon.upperBound...].collapsingWhitespace
      guard let first = value.first, !"\"'[{|>".contains(first), value.contains(": ") || "&*!%@`".contains(first) else {
        return String(line)
      }
      return line[..<colon.upperBound] + "'" + value.replacing("'", with: "''") + "'"
    }.joined(separator: "\n")
  }

  private static func between(_ fence: String, _ text: String) -> (inner: String, body: String)? {
    guard text.hasPrefix(fence + "\n") else { return nil }
    let rest = text.dropFirst(fence.count + 1)
    if rest.hasPrefix(fence + "\n") { return ("", String(rest.dropFirst(fence.count + 1))) }
    if let end = rest.firstRange(of: "\n" + fence + "\n") {
      return (String(rest[..<end.lowerBound]) + "\n", String(rest[end.upperBound...]))
    }
    return rest.hasSuffix("\n" + fence) ? (String(rest.dropLast(fence.count)), "") : nil
  }

  /// `Title: …`, `Date: …` at the top of a text, as Pelican has it, up to the first blank line.
  private static func metadata(_ text: String) -> (ForeignValue, String)? {
    guard let end = text.firstRange(of: "\n\n") else { return nil }
    let head = text[..<end.lowerBound]
    let names = ["title", "date", "slug", "category", "tags", "summary", "status", "modified"]
    guard let first = head.split(separator: "\n").first?.split(separator: ":").first?.lowercased(),
      names.contains(first)
    else {
      return nil
    }
    guard case .map(let members) = lines(head), !members.isEmpty else { return nil }
    let split = members.map { member -> (String, ForeignValue) in
      guard member.key.lowercased() == "tags", let text = member.value.text else { return member }
      return (member.key, .list(text.split(separator: ",").map { .text($0.collapsingWhitespace) }))
    }
    return (.map(split.map { (key: $0.0, value: $0.1) }), String(text[end.upperBound...]))
  }

  private static func lines(_ text: Substring) -> ForeignValue {
    .map(
      text.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, line.first?.isLetter == true else { return nil }
        var value = parts[1].collapsingWhitespace
        if value.count > 1, let quote = value.first, quote == "\"" || quote == "'", value.last == quote {
          value = String(value.dropFirst().dropLast())
        }
        return (key: parts[0].collapsingWhitespace, value: .text(value))
      })
  }
}

import Markup
import Reading
import Site
import Text

/// The files that the text of an entry names by their paths.
enum FileReferences {
  /// As they are written, each once: the pictures of keys, then what links and pictures of the text lead to.
  static func all(in text: String) -> [String] {
    var result: [String] = []
    for line in text.split(separator: "\n") {
      if let key = MailedLine.key(of: String(line), .event) ?? MailedLine.key(of: String(line), .partner),
        key.type == .path, let colon = line.firstIndex(of: ":")
      {
        let value = line[line.index(after: colon)...].trimmingBlanks
        result.append(value.replacing(#/^["']|["']$/#, with: ""))
      }
      result += destinations(in: line)
    }
    return result.uniqued().filter { reference in
      !reference.isEmpty && !reference.hasPrefix("#") && !reference.contains(":") && !reference.contains("?")
        && (reference.split(separator: "/").last?.contains(".") ?? false) && !ContentFiles.isText(reference)
    }
  }

  /// What stands behind each `](`, up to the next blank or bracket.
  private static func destinations(in line: Substring) -> [String] {
    line.ranges(of: "](").map { opening in
      let rest = line[opening.upperBound...].drop { $0 == " " || $0 == "<" }
      return String(rest.prefix(longest).prefix { !$0.isWhitespace && !"<>()".contains($0) })
    }
  }

  /// Characters of a path, at most.
  private static let longest = 400

  /// The file that is meant, from the project's root.
  ///
  /// - Parameter path: of the entry, from the project's root.
  static func target(of reference: String, from path: String) -> String {
    let decoded = PercentCoding.decoded(reference)
    var steps = decoded.hasPrefix("/") ? ["Content"] : path.split(separator: "/").dropLast().map(String.init)
    for step in decoded.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }

  /// - Parameter other: has no sign that means something in a path.
  static func replacing(_ reference: String, with other: String, in text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      let isKey = (MailedLine.key(of: line, .event) ?? MailedLine.key(of: line, .partner))?.type == .path
      for form in isKey
        ? [": \(reference)", ":\(reference)", "\"\(reference)\"", "'\(reference)'"] : ["](\(reference)"]
      {
        guard let range = line.firstRange(of: form) else { continue }
        line.replaceSubrange(range, with: isKey ? (form.first == ":" ? ": \(other)" : other) : "](\(other)")
        break
      }
      return line
    }.joined(separator: "\n")
  }
}

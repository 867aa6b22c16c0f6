/// An example of a guide: a fenced block of YAML or Markdown whose first comment names its file.
struct GuideExample: Sendable {
  /// The file, from the folder `Content`.
  var file: String
  /// What the file holds.
  var text: String
  /// The line of the guide where the block begins, from 1.
  var line: Int

  /// A block that does not say which file it shows.
  struct Unnamed: Error {
    var line: Int
  }

  /// The examples of `guide`, in order. Blocks in other languages (`text`, `sh`) are no examples.
  static func all(in guide: String) throws -> [GuideExample] {
    var examples: [GuideExample] = []
    var block: (language: Substring, line: Int, lines: [Substring])?
    for (index, line) in guide.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if var open = block {
        if line == "```" {
          if let example = try example(of: open.lines, language: open.language, line: open.line) {
            examples.append(example)
          }
          block = nil
        } else {
          open.lines.append(line)
          block = open
        }
      } else if line.hasPrefix("```") {
        block = (line.dropFirst(3), index + 1, [])
      }
    }
    return examples
  }

  private static func example(of lines: [Substring], language: Substring, line: Int) throws -> GuideExample? {
    let isYAML = language == "yaml"
    guard isYAML || language == "markdown" else { return nil }
    // Whole files begin with the fence of the front matter, so that they can be copied as they stand.
    guard let name = (isYAML ? lines.first : lines.dropFirst().first), name.hasPrefix("# "), name.contains(".") else {
      throw Unnamed(line: line)
    }
    let file = String(name.dropFirst(2))
    let text = lines.joined(separator: "\n") + "\n"
    return GuideExample(file: file, text: isYAML && file != "site.yml" ? "---\n\(text)---\n" : text, line: line)
  }
}

import Reading

/// Takes the instructions of other generators out of Markdown: Liquid, and the shortcodes of Hugo and Zola. What they stand
/// for is written where that can be known; the rest is left out, and named.
struct Templates {
  private(set) var text = ""
  /// Instructions that are left out, each as it was first written.
  private(set) var removed: [String] = []

  private var names: Set<String> = []

  init(_ markdown: String) {
    var fence = CodeFence()
    var rest = markdown[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: "\n").map { rest.index(after: $0) } ?? rest.endIndex
      if fence.holds(rest[..<end]) {
        text += rest[..<end]
        rest = rest[end...]
      } else {
        rest = take(rest, lineEnd: end)
      }
    }
  }

  private static let kinds: [(open: String, close: String)] = [
    ("{{<", ">}}"), ("{{%", "%}}"), ("{{-", "}}"), ("{{", "}}"), ("{%-", "-%}"), ("{%", "%}"), ("{#", "#}"),
    ("{:", "}"),
    ("<!--", "-->"),
  ]

  /// Takes what stands up to `lineEnd`, or to the end of an instruction that goes further; what is left.
  private mutating func take(_ line: Substring, lineEnd: Substring.Index) -> Substring {
    var rest = line
    while rest.startIndex < lineEnd {
      guard let index = rest[..<lineEnd].firstIndex(where: { $0 == "{" || $0 == "<" || $0 == "`" }) else {
        text += rest[..<lineEnd]
        return rest[lineEnd...]
      }
      text += rest[..<index]
      rest = rest[index...]
      if rest.first == "`" {
        // What is shown as code is no instruction.
        let ticks = rest.prefix { $0 == "`" }
        let behind = rest[ticks.endIndex..<lineEnd]
        let end = behind.firstRange(of: String(ticks))?.upperBound ?? ticks.endIndex
        text += rest[..<end]
        rest = rest[end...]
        continue
      }
      guard let kind = Self.kinds.first(where: { rest.hasPrefix($0.open) }),
        let end = rest.dropFirst(kind.open.count).firstRange(of: kind.close)
      else {
        text += String(rest.first ?? " ")
        rest = rest.dropFirst()
        continue
      }
      let inner = rest.dropFirst(kind.open.count)[..<end.lowerBound]
      let whole = rest[..<end.upperBound]
      rest = rest[end.upperBound...]
      rest = replace(whole, inner, kind.open, rest)
      if rest.startIndex >= lineEnd { return rest }
    }
    return rest
  }

  private mutating func replace(
    _ whole: Substring, _ inner: Substring, _ open: String, _ rest: Substring
  ) -> Substring {
    if open == "<!--" || open == "{:" || open == "{#" { return rest }
    let words = Words(inner)
    let name = words.name
    switch name {
    case "comment":
      return rest.firstRange(of: "endcomment").flatMap { rest[$0.upperBound...].firstRange(of: "%}") }
        .map { rest[$0.upperBound...] } ?? rest
    case "raw", "endraw", "endhighlight", "/highlight", "": text += name.hasSuffix("highlight") ? "```" : ""
    case "highlight": text += "```" + (words.arguments.first ?? "")
    case "site.baseurl", "site.url", "baseurl", "SITEURL": break
    case "post_url", "link", "ref", "relref": text += words.arguments.first ?? ""
    case _ where EmbeddedAddress.Player(rawValue: name) != nil:
      text += words.argument("id").flatMap { EmbeddedAddress.page(of: $0, shownBy: name) ?? Self.address($0) } ?? ""
    case "figure":
      guard let source = words.argument("src") else { break }
      let caption = words.named["caption"] ?? words.named["title"] ?? ""
      text +=
        "![\(Self.plain(words.named["alt"] ?? caption))](<\(source)>"
        + (caption.isEmpty ? "" : " \"\(Self.plain(caption))\"") + ")"
    default:
      // A path behind a filter: « {{ '/x' | relative_url }} ».
      if inner.contains("_url"), let path = words.quotedName {
        text += path
      } else if !name.hasPrefix("/"), !name.hasPrefix("end"), names.insert(name).inserted {
        removed.append(String(whole.prefix(80)))
      }
    }
    return rest
  }

  private static func address(_ text: String) -> String? { text.isWebAddress ? text : nil }

  private static func plain(_ text: String) -> String {
    text.map { "[]\"\\<>".contains($0) ? " " : String($0) }.joined()
  }

  /// What an instruction is made of.
  private struct Words {
    var name = ""
    var arguments: [String] = []
    var named: [String: String] = [:]
    /// The name, where it stands between quotation marks.
    var quotedName: String?

    init(_ text: Substring) {
      var rest = text[...]
      while true {
        rest = rest.drop { $0.isWhitespace || $0 == "," || $0 == "(" || $0 == ")" || $0 == "-" && name.isEmpty }
        guard !rest.isEmpty else { return }
        var word = Self.word(&rest)
        if rest.first == "=" {
          rest = rest.dropFirst()
          named[word.text] = Self.word(&rest).text
          continue
        }
        if name.isEmpty {
          name = word.text
          if word.isQuoted { quotedName = word.text }
        } else {
          word.text = word.text == "|" ? "" : word.text
          if !word.text.isEmpty { arguments.append(word.text) }
        }
      }
    }

    func argument(_ name: String) -> String? { named[name] ?? arguments.first }

    private static func word(_ rest: inout Substring) -> (text: String, isQuoted: Bool) {
      if let quote = rest.first, quote == "\"" || quote == "'" {
        let inner = rest.dropFirst().prefix { $0 != quote }
        rest = rest[inner.endIndex...].dropFirst()
        return (String(inner), true)
      }
      let word = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "(" && $0 != ")" && $0 != "," }
      rest = rest[word.endIndex...]
      if word.isEmpty { rest = rest.dropFirst() }
      return (String(word), false)
    }
  }
}

import Reading
import Text

/// Makes elements of the instructions that WordPress writes between brackets, so that one reader sees them with what they
/// stand around.
enum Shortcodes {
  struct Marked {
    var html: String
    /// Those that meant something to plug-ins alone and say of nothing where it is, which are left out: each name once.
    var removed: [Removed]
  }

  struct Removed: Sendable {
    /// As it was first written.
    var text: String
    /// Whether it stood around a passage, which stays.
    var isAround: Bool
  }

  /// - Parameter attached: the pictures of the text's own, which a gallery shows that names none.
  static func marked(_ html: String, attached: [String] = []) -> Marked {
    guard html.holdsByte(where: { $0 == UInt8(ascii: "[") }) else { return Marked(html: html, removed: []) }
    let closed = closedNames(html)
    var result = ""
    var removed: [Removed] = []
    var names: Set<String> = []
    /// How many of a name are open as links.
    var links: [String: Int] = [:]
    var passages = CodePassages()
    var rest = html[...]
    while let start = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }) {
      result += rest[..<start]
      rest = rest[start...]
      // What is shown as code is no instruction.
      if rest.utf8.first == UInt8(ascii: "<") {
        let skipped = passages.end(in: rest) ?? rest.utf8.index(after: start)
        result += rest[..<skipped]
        rest = rest[skipped...]
        continue
      }
      // Doubled brackets are how one writes of instructions.
      if rest.hasPrefix("[[") {
        result += "[["
        rest = rest.dropFirst(2)
        continue
      }
      guard let code = ForeignCode.Shortcode(at: rest, others: closed) else {
        result += "["
        rest = rest.dropFirst()
        continue
      }
      rest = rest[code.text.endIndex...]
      if let element = element(code, attached) {
        result += element
      } else if code.isClosing, let count = links[code.name], count > 0 {
        links[code.name] = count - 1
        result += "</a>"
      } else if !code.isClosing, let shown = ShortcodeGuess(code.name, code.attributes, attributes(code.attributes)) {
        let isAround = shown.isLink && closed.contains(Substring(code.name)) && !code.attributes.hasSuffix("/")
        if isAround { links[code.name, default: 0] += 1 }
        result += shown.element(isAround: isAround)
        names.insert(code.name)
      } else if names.insert(code.name).inserted {
        removed.append(
          Removed(text: String(code.text), isAround: !code.isClosing && closed.contains(Substring(code.name))))
      }
    }
    return Marked(html: result + rest, removed: removed)
  }

  /// The names that stand right behind `sign`, wherever that is.
  static func names(behind sign: String, in html: String) -> [Substring] {
    html.offsets(of: sign).compactMap { offset in
      let rest = html[html.utf8.index(html.startIndex, offsetBy: offset + sign.utf8.count)...]
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
      return name.isEmpty ? nil : name
    }
  }

  /// Names that are closed somewhere: what opens them is an instruction too.
  private static func closedNames(_ html: String) -> Set<Substring> {
    var names: Set<Substring> = []
    for name in self.names(behind: "[/", in: html) where html[name.endIndex...].first == "]" { names.insert(name) }
    return names
  }

  private static func element(_ code: ForeignCode.Shortcode, _ attached: [String]) -> String? {
    let kinds = [
      "caption": "gz-caption", "wp_caption": "gz-caption", "embed": "gz-embed", "gallery": "gz-gallery",
      "audio": "gz-audio", "video": "gz-video", "playlist": "gz-playlist",
    ]
    guard let name = kinds[code.name] else { return nil }
    if code.isClosing { return ["gz-caption", "gz-embed"].contains(name) ? "</\(name)>" : "" }
    var attributes = Self.attributes(code.attributes)
    if name == "gz-gallery", attributes["ids"] == nil, attributes["include"] == nil {
      attributes["ids"] = attached.joined(separator: ",")
    }
    if let included = attributes["include"] { attributes["ids"] = attributes["ids"] ?? included }
    let written = attributes.sorted { $0.key < $1.key }.map { " \($0)=\"\(XMLWriter.escaped($1))\"" }.joined()
    return "<\(name)\(written)>" + (["gz-caption", "gz-embed"].contains(name) ? "" : "</\(name)>")
  }

  /// `name="value"`, in any quotation marks that editors make of the straight ones.
  private static func attributes(_ text: Substring) -> [String: String] {
    var result: [String: String] = [:]
    var rest = text
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last.map { $0.lowercased() } ?? ""
      rest = rest[rest.index(after: equals)...]
      let quotes: [Character: Character] = ["\"": "\"", "'": "'", "“": "”", "”": "”", "«": "»"]
      if let first = rest.first, let closing = quotes[first] {
        let value = rest.dropFirst().prefix { $0 != closing }
        rest = rest[value.endIndex...].dropFirst()
        // Captions are HTML, in which other signs than straight quotation marks are references too.
        result[name] = HTMLWords.text(of: String(value))
      } else {
        let value = rest.prefix { !$0.isWhitespace }
        rest = rest[value.endIndex...]
        result[name] = String(value)
      }
    }
    return result.filter {
      $0.key.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_" || $0 == "-" || $0.isNumber) } && !$0.key.isEmpty
    }
  }
}

/// Finds where elements of code end in one text, whose beginnings are asked for in their order.
private struct CodePassages {
  private static let names = ["pre", "code"]
  /// Those that nothing ends any more: they are not looked for again, so that a text is gone through once for each.
  private var unended: Set<String> = []

  /// The end of the name in the tag that ends the element at the beginning of `rest`; `nil` where none of code begins
  /// there.
  mutating func end(in rest: Substring) -> Substring.Index? {
    let bytes = rest.utf8.dropFirst()
    guard let name = Self.names.first(where: { Self.begins(bytes, with: $0) }), !unended.contains(name) else {
      return nil
    }
    var behind = bytes
    while let sign = behind.firstIndex(of: UInt8(ascii: "<")) {
      behind = behind[behind.index(after: sign)...]
      if behind.first == UInt8(ascii: "/"), Self.begins(behind.dropFirst(), with: name) {
        return behind.index(behind.startIndex, offsetBy: name.utf8.count + 1)
      }
    }
    unended.insert(name)
    return nil
  }

  /// Whether `bytes` begin with the name of an element, in whatever case, and not with a longer one.
  private static func begins(_ bytes: Substring.UTF8View, with name: String) -> Bool {
    bytes.prefix(name.utf8.count).elementsEqual(name.utf8) { $0 | 0x20 == $1 }
      && bytes.dropFirst(name.utf8.count).first?.isLetter != true
  }
}

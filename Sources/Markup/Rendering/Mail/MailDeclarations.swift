import Text

/// The declarations that the elements of a mail have in common, put together once.
struct MailDeclarations: Sendable {
  /// Paragraphs and items.
  let body: String
  /// Notes and captions.
  let small: String
  let cell: String
  let code: String
  /// Behind the words of a link.
  let link: String
  private let headings: [String]

  init(_ style: MailRenderer.Style) {
    let font = "font-family:\(style.fontFamily)"
    let body = Self.merged([font, "font-size:16px;line-height:26px", style.text])
    self.body = body
    small = Self.merged([body, "font-size:14px;line-height:22px"])
    cell = Self.merged([body, "font-size:15px;line-height:22px"])
    code = Self.merged([
      small, "line-height:20px;font-family:Consolas,Menlo,monospace;background-color:\(style.codeBackground)",
    ])
    link = Self.merged(["text-decoration:underline", style.link])
    headings = [(22, 28), (18, 26), (16, 24)].map { size, lineHeight in
      Self.merged([
        font, style.text, style.heading,
        "font-size:\(size)px;line-height:\(lineHeight)px;font-weight:bold;margin:24px 0 12px;padding:0",
      ])
    }
  }

  /// The declarations of a heading; `level` is 2 to 6.
  func heading(_ level: Int) -> String { headings[min(max(level - 2, 0), headings.count - 1)] }

  /// The declarations of all `lists` as one list: each property once, with the value that comes last.
  private static func merged(_ lists: [String]) -> String {
    var order: [Substring] = []
    var values: [Substring: Substring] = [:]
    for declaration in lists.flatMap({ $0[...].parts(at: UInt8(ascii: ";")) }) {
      guard let colon = declaration.utf8.firstIndex(of: .colon) else { continue }
      let name = trimmed(declaration[..<colon])
      if values.updateValue(trimmed(declaration[declaration.index(after: colon)...]), forKey: name) == nil {
        order.append(name)
      }
    }
    return order.map { "\($0):\(values[$0] ?? "")" }.joined(separator: ";")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    // In style sheets only these are blanks (CSS Syntax Module, 4.2), and no other character ends with their bytes.
    let bytes = text.utf8
    guard let start = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return Substring(bytes[start...last])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte.isBlank || byte.isLineEnd }
}

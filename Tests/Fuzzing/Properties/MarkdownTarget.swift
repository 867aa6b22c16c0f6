import Markdown
import Markup

enum MarkdownTarget {
  private static let base = "https://exemple.org"
  private static let mail = MailRenderer(
    style: MailRenderer.Style(
      fontFamily: "Arial, sans-serif", text: "color:#112233", heading: "color:#112233", link: "color:#112233",
      quoteBorder: "#112233", codeBackground: "#112233", tableBorder: "#112233"),
    link: { base + $0 })

  static func check(_ input: [UInt8], _ checks: inout Checks) {
    let text = String(decoding: input, as: UTF8.self)
    guard let written = try? MarkdownParser().parse(text) else { return }
    check(HTMLRenderer(flavour: .gfm).render(written).text, pure: written, &checks)

    let document = written.levellingHeadings(from: 2).typeset()
    checks.expect(document.frenchTypography() == document, "typography changes what it set")
    checks.expectNone(StrictHTML.fault(in: HTMLRenderer().render(document).text), "web")
    checks.expectNone(StrictHTML.fault(in: HTMLRenderer(idPrefix: "a-").render(document).text), "web, with a prefix")
    checks.expectNone(StrictHTML.fault(in: mail.render(document).text), "mail")
    checkPlain(document, &checks)
  }

  /// The norm lets two links stand in one another by way of their pictures' texts; what runs it does not let through.
  private static func check(_ html: String, pure document: Document, _ checks: inout Checks) {
    let lower = html.lowercased()
    for sign in ["<script", "<iframe", "<style", "href=\"javascript:", "href=\"vbscript:", "src=\"javascript:"] {
      checks.expect(!lower.contains(sign), "\(sign) in pure GFM")
    }
  }

  private static let width = 72

  private static func checkPlain(_ document: Document, _ checks: inout Checks) {
    let plain = PlainTextRenderer(width: width, link: { base + $0 }).render(document)
    checks.expectNone(overlongLine(in: plain, width: width, of: document), "plain text")
    let whole = PlainTextRenderer(width: nil, link: { base + $0 }).render(document)
    checks.expect(
      words(plain).elementsEqual(words(whole), by: { $0.elementsEqual($1) }),
      "a narrow text has other words than a wide one: \(plain) – \(whole)")
  }

  /// A line of `text` that is longer than `width` and has a space at which it could be broken. `document` is what it was
  /// made of: code keeps its lines.
  static func overlongLine(in text: String, width: Int, of document: Document) -> String? {
    var hasCode = false
    document.visit { if case .code = $0 { hasCode = true } }
    if hasCode { return nil }
    let line = text.split(separator: "\n").first { line in
      line.count > width && withoutMarks(line).unicodeScalars.contains(" ")
    }
    return line.map { "a line of \($0.count) columns could be broken: \($0)" }
  }

  /// A line without what stands before its text: quotes, items, notes.
  private static func withoutMarks(_ line: Substring) -> Substring {
    var rest = line
    while true {
      if let first = rest.unicodeScalars.first, " >☑☐".unicodeScalars.contains(first) {
        rest = Substring(rest.unicodeScalars.dropFirst())
      } else if let mark = rest.prefixMatch(of: /-\x20|Note\s.*?\.\x20|\d+\.\x20/.matchingSemantics(.unicodeScalar)) {
        rest = rest[mark.range.upperBound...]
      } else {
        return rest
      }
    }
  }

  /// The words, without those that only mark or underline.
  private static func words(_ text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }).filter { word in
      !word.allSatisfy { ">-=.".unicodeScalars.contains($0) }
    }
  }
}

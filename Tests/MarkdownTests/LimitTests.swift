import Markdown
import Markup
import Testing

@Suite struct LimitTests {
  private static let words = String(repeating: "mot ", count: 20) + "\n"

  /// What passes a limit, by how much, and at which line.
  static let refused: [(String, MarkdownLimit.Kind, Int)] = [
    (String(repeating: words + "\n", count: 3300), .textSize, 1),
    ("a\n\n" + String(repeating: "x", count: 8193), .lineLength, 3),
    (String(repeating: words, count: 500), .runLength, 405),
    ("a\r\n\r\n" + String(repeating: ">", count: 25), .nesting, 3),
    (String(repeating: "> ", count: 25) + "a", .nesting, 1),
    (String(repeating: "- ", count: 25) + "a", .nesting, 1),
    (String(repeating: "1. > ", count: 13) + "a", .nesting, 1),
    ((0..<30).map { String(repeating: " ", count: $0 * 2) + "- a" }.joined(separator: "\n"), .nesting, 25),
    ((0..<30).map { String(repeating: "\t", count: $0) + "- a" }.joined(separator: "\n\n"), .nesting, 49),
    ((0..<30).map { String(repeating: " ", count: $0 * 2) + "- a\nlazy" }.joined(separator: "\n"), .nesting, 49),
    ((0..<30).map { String(repeating: "    ", count: $0) + "[^\($0)]: a" }.joined(separator: "\n"), .nesting, 25),
    (String(repeating: "> ", count: 24) + "a\n" + String(repeating: "> ", count: 24) + "- b", .nesting, 2),
    ("|" + String(repeating: "a|", count: 65) + "\n|" + String(repeating: "-|", count: 65), .tableColumns, 2),
    ("> " + String(repeating: "a|", count: 65) + "\n> " + String(repeating: "-|", count: 65), .tableColumns, 2),
    (
      String(repeating: "|a|b|c|d\n|-|-|-|-\n" + String(repeating: "|a\n", count: 1000) + "\n", count: 6),
      .tableCells, 5010
    ),
    ("[a]: /" + String(repeating: "x", count: 2050), .linkDefinition, 1),
    ("[a]:\n/x\n\"" + String(repeating: "y\n", count: 1100) + "\"", .linkDefinition, 1025),
    ("- > [a\nb]: /" + String(repeating: "x", count: 2050), .linkDefinition, 2),
    (String(repeating: "[[[[[[\n\n", count: 1000), .brackets, 1667),
    (String(repeating: "*a **b ", count: 60) + String(repeating: "c** d* ", count: 60), .inlineNesting, 1),
  ]

  @Test(arguments: refused)
  func `what is too much is reported with its line`(text: String, kind: MarkdownLimit.Kind, line: Int) {
    let error = #expect(throws: MarkdownLimit.self) { try MarkdownParser().parse(text) }
    #expect(error?.kind == kind)
    #expect(error?.line == line)
    #expect((error?.found ?? 0) > kind.allowed)
  }

  @Test(arguments: [
    String(repeating: words + "\n", count: 3000), String(repeating: "x", count: 8192),
    String(repeating: "> ", count: 24) + "a", String(repeating: "- ", count: 24) + "a",
    // Lines of marks that open nothing.
    String(repeating: "- ", count: 40), String(repeating: "* ", count: 40), String(repeating: "_ ", count: 40),
    "    " + String(repeating: "> ", count: 40), "\t" + String(repeating: "- ", count: 40) + "a",
    "```\n" + String(repeating: "> ", count: 40) + "\n```",
    "- a\n\n  ~~~\n  " + String(repeating: "- ", count: 40) + "a",
    String(repeating: "- a\n", count: 500), String(repeating: "- a\n  - b\n\n", count: 500),
    "`a`\n" + String(repeating: "1) a\n", count: 100),
    "|" + String(repeating: "a|", count: 64) + "\n|" + String(repeating: "-|", count: 64),
    "[a]: /" + String(repeating: "x", count: 2000) + "\n[b]: /" + String(repeating: "x", count: 2000),
    "[^a]: " + String(repeating: "mot ", count: 1000), "a [b]: " + String(repeating: "mot ", count: 1000),
    String(repeating: "[a](b)\n\n", count: 5000), "", "\n", "\r", "\u{0}", "|-|",
  ])
  func `what is long but harmless is read`(text: String) throws {
    _ = try MarkdownParser().parse(text)
  }

  @Test func `the mark after a fence is seen again`() {
    let text = "```\na\n```\n" + String(repeating: "> ", count: 25)
    #expect(throws: MarkdownLimit.self) { try MarkdownParser().parse(text) }
    #expect(throws: MarkdownLimit.self) {
      try MarkdownParser().parse("> ```\n" + String(repeating: "- ", count: 25) + "a")
    }
  }

  /// Texts at the edge of what is allowed, of kinds that make cmark-gfm slow or its output huge.
  @Test(arguments: [
    String(repeating: "a <?", count: 8000), String(repeating: "<![CDATA[", count: 3600),
    String(repeating: "![[]()", count: 1300),
    String(repeating: "www." + String(repeating: ")", count: 8000) + "\n", count: 4),
    String(
      repeating: String(repeating: "> ", count: 24) + "a\n" + String(repeating: "a\n", count: 200) + "\n", count: 500),
    "[a]: /" + String(repeating: "x", count: 2000) + "\n\n" + String(repeating: "[a]\n\n", count: 4900),
    String(repeating: "*a _b ", count: 5000),
    String(repeating: "`" + String(repeating: "a`", count: 4000) + "\n", count: 4),
  ])
  func `the worst that is allowed comes to its end`(text: String) throws {
    let cut = String(text.utf8.prefix(256 * 1024)) ?? ""
    do throws(MarkdownLimit) {
      let html = HTMLRenderer(flavour: .gfm).render(try MarkdownParser().parse(cut)).text
      // What grows without measure is what would take without measure.
      #expect(html.utf8.count < 64 << 20)
    } catch {
      #expect(error.found > 0)
    }
  }

  @Test func `many texts at once give what each gives alone`() async throws {
    let texts = (0..<200).map {
      "# T\($0)\n\n- [x] a\($0) ~~b~~ [c][d\($0)] e[^f]\n\n[d\($0)]: /\($0)\n\n[^f]: g\($0)\n\n|a|\n|-|\n|\($0)|\n"
    }
    let alone = try texts.map { try MarkdownParser().parse($0) }
    let together = try await withThrowingTaskGroup(of: (Int, Document).self) { group in
      for (number, text) in texts.enumerated() { group.addTask { (number, try MarkdownParser().parse(text)) } }
      return try await group.reduce(into: [Int: Document]()) { $0[$1.0] = $1.1 }
    }
    for number in texts.indices { #expect(together[number] == alone[number]) }
  }
}

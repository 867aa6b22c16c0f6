import Diagnostics
import Testing

@testable import Reading

/// Lists of the front matter that are read without YAML.
@Suite struct ListValueTests {
  @Test(arguments: [
    "- a\n- b c", "- 'a'\n- b", "  - /2019/05/a/\n  - '/?p=12'", "- 'a, b'\n- 'c: d'", "-  'été'", "- 'null'\n- oui",
    "- a?b&c\n- '!x'",
  ])
  func `what is read without YAML is what YAML reads`(list: String) throws {
    let bytes = Array(list.utf8)
    let flat = try #require(FlatList(bytes, block: bytes.indices, takesQuotes: true))
    var composer = YAMLComposer(SourceText(path: "a.md", bytes: bytes), range: bytes.indices)
    guard case .list(let items)? = composer.compose()?.content else {
      Issue.record("no list")
      return
    }
    #expect(flat.items == items.map(\.range))
    let words = items.map { if case .scalar(let text) = $0.content { text } else { "" } }
    #expect(flat.items.map { bytes.text(FlatList.words(of: $0, in: bytes)) } == words)
  }

  @Test(arguments: ["- ''", "- 'it''s'", "- 'a' b", "- 'a", "- 'a\\n'", "- 'a' # b", "- \"a\"", "- 'a'\n  - 'b'"])
  func `what is not plain is left to YAML`(list: String) {
    let bytes = Array(list.utf8)
    #expect(FlatList(bytes, block: bytes.indices, takesQuotes: true) == nil)
  }

  @Test(arguments: [
    (" []", false), (" ['', '']", false), ("\n- ''", false), ("\n- \"\"", false), ("\n- ~", false), (" ~", false),
    ("\n- four", true), ("\n- 'lu'", true), ("\n- nul", true), (" [four]", true), (" 12", true),
    ("\n- /?p=12", true), ("\n- a: b", true),
  ])
  func `a list of nothing is none`(value: String, has: Bool) throws {
    let source = SourceText(path: "a.md", bytes: Array("---\ntitre: A\netiquettes:\(value)\n---\n".utf8))
    var scanner = FrontMatterScanner(source, table: KeyTable.of(.news), kind: .news)
    let frontMatter = scanner.scan()
    let fields = FieldReader(try #require(frontMatter), source: source, table: KeyTable.of(.news))
    #expect(fields.has(.tags) == has)
  }
}

import Markdown
import Markup
import Testing

@Suite struct MailHTMLTests {
  private let renderer = MailRenderer(
    style: MailRenderer.Style(
      fontFamily: "'Segoe UI', Arial, sans-serif", text: "color:#112233; font-size:17px", heading: "color:#223344",
      link: "color:#334455",
      quoteBorder: "#445566", codeBackground: "#556677", tableBorder: "#667788"),
    link: { "https://x.fr" + $0 })

  private static let everything = """
    # Un

    ## Deux

    Texte *a* **b** ~~c~~ `d` [e](https://f.fr) [g](#h) [i](j) [k](javascript:x) [l](mailto:m@n.fr) <b>o</b> [^p]

    - q
      - r
    - [x] s

    3. t

       u

    > v

    | w | |
    |--:|-|
    | x | y |

    ```
    z
    ```

    ---

    ![aa](https://b.fr/c.png) ![dd](e.png)

    [^p]: q
    """

  private func html(_ markdown: String) throws -> String { renderer.render(try MarkdownParser().parse(markdown)).text }

  @Test func `every element has its own style, and none that mail programs don't know`() throws {
    let text = try html(Self.everything)
    for tag in text.split(separator: "<").map({ $0.prefix { $0 != ">" } }) where tag.first?.isLetter == true {
      #expect(tag.contains("style=\"") || tag == "tr" || tag == "br", "\(tag)")
    }
    for word in ["flex", "grid", "float", "position", "rem;", "rem\"", "calc(", "var(", "rgba(", "em;", "class="] {
      #expect(!text.contains(word))
    }
    #expect(text.contains("font-size:17px;line-height:26px;color:#112233\">Texte"))
    #expect(!text.contains("<h1") && text.contains("<h2") && text.contains("<h3"))
  }

  @Test func `only absolute addresses stay links, and links have a colour`() throws {
    let text = try html(Self.everything)
    #expect(text.components(of: "<a href=\"") == ["https://f.fr", "mailto:m@n.fr"])
    #expect(text.contains("<a href=\"https://f.fr\" style=\"text-decoration:underline;color:#334455\">e</a>"))
    #expect(text.components(of: "<img src=\"") == ["https://b.fr/c.png"])
    #expect(text.contains("dd</p>"))
  }

  @Test func `a picture has whole numbers as its size and a format that mail programs know`() {
    var image = Image(target: .written("a.jpg"), alternative: "é", position: TextPosition(line: 1, column: 1))
    image.picture = Picture(
      width: 1600, height: 900,
      variants: [
        .init(format: .webp, width: 800, height: 450, path: "/a-800.webp"),
        .init(format: .jpeg, width: 800, height: 450, path: "/a-800.jpg"),
        .init(format: .jpeg, width: 1600, height: 900, path: "/a-1600.jpg"),
      ])
    let text = renderer.render(Document(blocks: [.figure(Figure(image: image, caption: [.text("ç")]))])).text
    #expect(
      text.contains(
        "<img src=\"https://x.fr/a-800.jpg\" srcset=\"https://x.fr/a-1600.jpg 2x\" alt=\"é\" width=\"536\" height=\"302\" style=\"width:536px;max-width:100%"
      )
    )
    image.picture?.variants = [.init(format: .webp, width: 800, height: 450, path: "/a.webp")]
    #expect(!renderer.render(Document(blocks: [.paragraph([.image(image)])])).text.contains("<img"))
  }

  @Test func `what is written in Markdown can't leave its place`() throws {
    let text = try html("a\" onclick=\"b <script> & [c](https://d.fr/\"e 'f\"g') ![h\"i](https://j.fr/k\"l)")
    #expect(!text.contains("<script") && !text.contains("\" onclick"))
    #expect(text.contains(">a&quot; onclick=&quot;b  &amp; <a href=\"https://d.fr/%22e\""))
  }
}

extension String {
  /// What stands behind each `mark` up to the next double quote.
  fileprivate func components(of mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}

import HTML
import Markup
import Presenting
import Site
import Text
import Time

extension Champigny {
  /// The text of an entry, below its picture if there is one: then its own pictures may come later.
  func body(
    _ document: Document, _ context: PageContext, below picture: Image? = nil, class name: String = "text e-content"
  ) -> HTML? {
    guard !document.isEmpty else { return nil }
    return """
      <div class="\(name)">
      \(context.html(of: document, below: picture))
      </div>
      """
  }

  /// The sentence that opens an entry; nothing where its text opens with the same words.
  func lead(_ entry: Entry) -> HTML? {
    guard !entry.summary.isEmpty, !entry.opensWithSummary else { return nil }
    return paragraph(entry.summary, class: "lead p-summary")
  }

  /// What the team wrote above a list.
  func introduction(_ page: Page?, _ context: PageContext) -> HTML? {
    guard let page else { return nil }
    return """
      \(lead(page.entry))
      \(body(page.entry.body, context))
      """
  }

  /// A paragraph; nothing where there is nothing to say.
  func paragraph(_ text: String, class name: String? = nil) -> HTML? {
    text.isEmpty ? nil : "<p\(attribute: "class", name)>\(text)</p>"
  }

  /// A heading of level 2 to 6.
  func heading(_ level: Int, _ content: HTML, class name: String? = nil) -> HTML {
    switch level {
    case ...2: return "<h2\(attribute: "class", name)>\(content)</h2>"
    case 3: return "<h3\(attribute: "class", name)>\(content)</h3>"
    case 4: return "<h4\(attribute: "class", name)>\(content)</h4>"
    case 5: return "<h5\(attribute: "class", name)>\(content)</h5>"
    default: return "<h6\(attribute: "class", name)>\(content)</h6>"
    }
  }

  /// A part of a page under a heading of level 2; nothing where there is nothing in it.
  func section(_ title: String, class name: String? = nil, _ content: HTML?) -> HTML? {
    guard let content, !content.isEmpty else { return nil }
    return """
      <section\(attribute: "class", name)>
      <h2 id="\(anchor(title))">\(title)</h2>
      \(content)
      </section>
      """
  }

  /// The fragment of a part of a page: with an underscore, as no heading that somebody wrote has.
  func anchor(_ title: String) -> String { "partie_" + Folding.slug(title) }

  /// A date in words, readable by machines as precise as it is known.
  func dateTime(_ date: PartialDate, class name: String? = nil) -> HTML {
    """
    <time\(attribute: "class", name) datetime="\(date.iso)">\(French.date(date))</time>
    """
  }

  /// `text` as a sentence of its own: a capital at its start.
  func sentence(_ text: String) -> String { text.firstUppercased }
}

extension Entry {
  /// Whether its summary is just the start of its text (where none was written, it is).
  var opensWithSummary: Bool {
    guard case .paragraph(let inlines)? = body.blocks.first else { return false }
    let opening = Substring(summary.unicodeScalars.prefix { $0 != "…" }.prefix(60))
    return !opening.isEmpty && PlainTextRenderer.text(of: inlines).utf8.starts(with: opening.utf8)
  }
}

import CCmarkGFM
import Markdown
import Markup

/// cmark-gfm's own HTML, beside ours for the same text. Only where nothing else parses: the library is used without the
/// lock that the parser holds.
enum ReferenceMarkdown {
  private static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8

  static func faults(of input: [UInt8]) -> [String] {
    let text = String(decoding: input, as: UTF8.self)
    // What is too much for us is not asked of it either.
    guard let document = try? MarkdownParser().parse(text), let reference = html(of: text) else { return [] }
    if leadsNowhere(reference) || hasNotesInNotes(document) { return [] }
    let ours = HTMLRenderer(flavour: .gfm).render(document).text
    return ours.utf8.elementsEqual(reference.utf8) ? [] : ["our GFM is\n\(ours)\nand cmark-gfm’s\n\(reference)"]
  }

  /// cmark-gfm counts the references in notes that nothing refers to, and writes ways back to them though it leaves them
  /// out; we do not.
  private static func leadsNowhere(_ html: String) -> Bool {
    html.split(separator: "href=\"#fnref").dropFirst().contains { rest in
      !html.contains("id=\"fnref" + rest.prefix { $0 != "\"" } + "\"")
    }
  }

  /// It numbers references in the order of the source, we in that of the page: that differs where notes refer to notes.
  private static func hasNotesInNotes(_ document: Document) -> Bool {
    var found = false
    Document(blocks: document.footnotes.flatMap(\.blocks)).visit(
      blocks: { _ in }, inlines: { if case .footnoteReference = $0 { found = true } })
    return found
  }

  private static func html(of text: String) -> String? {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tagfilter", "tasklist"] {
      if let known = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, known) }
    }
    cmark_parser_feed(parser, text, text.utf8.count)
    guard let root = cmark_parser_finish(parser) else { return nil }
    defer { cmark_node_free(root) }
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(root, options, extensions) else { return nil }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
  }
}

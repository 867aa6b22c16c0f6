import CCmarkGFM

/// What a node of cmark-gfm is.
enum NodeKind {
  case document, quote, list, item, task, paragraph, heading, table, tableRow, tableCell, footnote
  case rawBlock, codeBlock, thematicBreak
  case emphasis, strong, strikethrough, link, image
  case text, softBreak, lineBreak, code, rawInline, footnoteReference
  case other

  init(_ node: OpaquePointer) {
    self =
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: .text
      case CMARK_NODE_PARAGRAPH: .paragraph
      case CMARK_NODE_SOFTBREAK: .softBreak
      case CMARK_NODE_LINEBREAK: .lineBreak
      case CMARK_NODE_CODE: .code
      case CMARK_NODE_HTML_INLINE: .rawInline
      case CMARK_NODE_EMPH: .emphasis
      case CMARK_NODE_STRONG: .strong
      case CMARK_NODE_LINK: .link
      case CMARK_NODE_IMAGE: .image
      case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
      case CMARK_NODE_DOCUMENT: .document
      case CMARK_NODE_BLOCK_QUOTE: .quote
      case CMARK_NODE_LIST: .list
      case CMARK_NODE_ITEM: Self.name(of: node) == "tasklist" ? .task : .item
      case CMARK_NODE_CODE_BLOCK: .codeBlock
      case CMARK_NODE_HTML_BLOCK: .rawBlock
      case CMARK_NODE_HEADING: .heading
      case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
      case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
      default: Self.ofExtension(node)
      }
  }

  /// The types of the extensions' nodes stand in no header; their names are what distinguishes them.
  private static func ofExtension(_ node: OpaquePointer) -> NodeKind {
    switch name(of: node) {
    case "table": .table
    case "table_header", "table_row": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    default: .other
    }
  }

  private static func name(of node: OpaquePointer) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }

  /// Whether it has no children of its own.
  var isLeaf: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .code, .rawInline, .footnoteReference, .rawBlock, .codeBlock, .thematicBreak:
      true
    default: false
    }
  }

  /// Whether it stands in running text and holds running text.
  var isInline: Bool {
    switch self {
    case .emphasis, .strong, .strikethrough, .link, .image: true
    default: false
    }
  }
}

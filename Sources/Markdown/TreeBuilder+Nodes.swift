import CCmarkGFM
import Markup

/// What single nodes of cmark-gfm say.
extension TreeBuilder {
  func list(_ node: OpaquePointer, _ items: [ListItem]) -> List {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return List(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, isTight: cmark_node_get_list_tight(node) != 0,
      items: items)
  }

  func table(_ node: OpaquePointer, _ rows: [[[Inline]]]) -> Table {
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    let marks = cmark_gfm_extensions_get_table_alignments(node)
    let alignments = (0..<columns).map { column -> Table.Alignment in
      switch marks?[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
    let whole = rows.map { row in
      Array(row.prefix(columns)) + Array(repeating: [], count: max(0, columns - row.count))
    }
    return Table(alignments: alignments, header: whole.first ?? [], rows: Array(whole.dropFirst()))
  }

  /// What cmark-gfm writes as `alt`.
  static func alternative(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text), .rawHTML(let text, _), .abbreviation(let text, _): text
      case .softBreak, .lineBreak: " "
      case .emphasis(let content), .strong(let content), .strikethrough(let content): alternative(content)
      case .link(let link): alternative(link.content)
      case .image(let image): image.alternative
      case .footnoteReference: ""
      }
    }.joined()
  }

  func position(of node: OpaquePointer) -> TextPosition {
    TextPosition(
      line: Int(cmark_node_get_start_line(node)), column: max(0, Int(cmark_node_get_start_column(node))))
  }

  func literal(_ node: OpaquePointer) -> String { string(cmark_node_get_literal(node)) }

  func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}

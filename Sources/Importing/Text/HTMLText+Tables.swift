import Diagnostics
import Markdown
import Markup

extension HTMLText {
  /// A table of rows of cells; one that only puts things beside each other is left to what it holds.
  mutating func addTable(_ element: MarkupElement) {
    // So Blogger puts a caption below a picture.
    if element.classes.contains("tr-caption-container") { return addFigure(Self.figure(element)) }
    let rows = Self.rows(of: element)
    let cells = rows.map { $0.elements.filter { $0.name == "td" || $0.name == "th" } }
    let width = cells.map { $0.reduce(0) { $0 + Self.span($1, "colspan") } }.max() ?? 0
    if state.isInline || width < 2 || Self.isLayout(element, cells)
      || width > MarkdownLimit.Kind.tableColumns.allowed
      || width * cells.count > MarkdownLimit.Kind.tableCells.allowed / 4
    {
      for row in cells { for cell in row { visitBlock(cell.children) } }
      return
    }
    flush()
    if let caption = element.first("caption") { addStrongCaption(caption) }
    var grid = Grid(width: width)
    for row in cells {
      grid.beginRow()
      for cell in row {
        let content = inlines(of: cell.children, separator: "/", style: InlineRun.Style())
        grid.add(content, columns: Self.span(cell, "colspan"), rows: Self.span(cell, "rowspan"))
      }
    }
    if grid.hasSpans { remark { .importTableSpans($0) } }
    let isHeaded =
      rows.first.map { row in
        element.first("thead") != nil || row.elements.allSatisfy { $0.name != "td" }
      } ?? false
    if !isHeaded { remark { .importTableWithoutHeader($0) } }
    var table = grid.table(alignments: Self.alignments(cells, width))
    // Cells of a head are strong by themselves.
    table.header = table.header.map { $0.flatMap { if case .strong(let content) = $0 { content } else { [$0] } } }
    add(.table(table))
  }

  private mutating func addStrongCaption(_ caption: MarkupElement) {
    let words = inlines(of: caption.children, style: InlineRun.Style(isStrong: true))
    if !words.isEmpty { add(.paragraph(words)) }
  }

  /// A table of a picture and its caption as what it is.
  private static func figure(_ table: MarkupElement) -> MarkupElement {
    let cells = rows(of: table).flatMap(\.elements)
    var figure = MarkupElement(name: "figure")
    figure.children = cells.flatMap { cell -> [MarkupNode] in
      guard cell.classes.contains("tr-caption") else { return cell.children }
      var caption = cell
      caption.name = "figcaption"
      return [.element(caption)]
    }
    return figure
  }

  private static func rows(of table: MarkupElement) -> [MarkupElement] {
    var (head, body, foot): ([MarkupElement], [MarkupElement], [MarkupElement]) = ([], [], [])
    for part in table.elements {
      switch part.name {
      case "tr": body.append(part)
      case "thead": head += part.elements.filter { $0.name == "tr" }
      case "tbody": body += part.elements.filter { $0.name == "tr" }
      case "tfoot": foot += part.elements.filter { $0.name == "tr" }
      default: break
      }
    }
    return (head + body + foot).filter { row in row.elements.contains { $0.name == "td" || $0.name == "th" } }
  }

  private static func isLayout(_ table: MarkupElement, _ cells: [[MarkupElement]]) -> Bool {
    if table.attribute("role") == "presentation" || table.attribute("role") == "none" { return true }
    // What is heading, table or picture gallery in a cell is no value of a table.
    let blocks: Set<String> = ["table", "h1", "h2", "h3", "h4", "blockquote", "pre", "iframe", "form"]
    if table.firstBelow(where: { blocks.contains($0.name) }) != nil { return true }
    return cells.count == 1 && table.firstBelow { $0.name == "th" } == nil
  }

  private static func span(_ cell: MarkupElement, _ name: String) -> Int {
    min(max(Int(cell.attribute(name) ?? "") ?? 1, 1), 1000)
  }

  private static func alignments(_ cells: [[MarkupElement]], _ width: Int) -> [Table.Alignment] {
    (0..<width).map { column in
      let named = cells.compactMap { row -> Table.Alignment? in
        guard column < row.count else { return nil }
        switch row[column].attribute("align") ?? declarations(row[column])["text-align"] ?? "" {
        case "center": return .center
        case "right", "end": return .right
        default:
          return row[column].classes.contains("has-text-align-center")
            ? .center
            : row[column].classes.contains("has-text-align-right") ? .right : Table.Alignment.none
        }
      }
      guard let first = named.last, named.dropFirst().allSatisfy({ $0 == first }) else { return .none }
      return first
    }
  }

  /// Cells in rows of one length: what one cell held over several stands in the first.
  private struct Grid {
    let width: Int
    private(set) var rows: [[[Inline]?]] = []
    private(set) var hasSpans = false
    /// For each column, how many rows below the present one a cell reaches.
    private var reaching: [Int]

    init(width: Int) {
      self.width = width
      reaching = Array(repeating: 0, count: width)
    }

    mutating func beginRow() {
      var row = [[Inline]?](repeating: nil, count: width)
      for column in 0..<width where reaching[column] > 0 {
        reaching[column] -= 1
        row[column] = []
      }
      rows.append(row)
    }

    mutating func add(_ content: [Inline], columns: Int, rows count: Int) {
      if columns > 1 || count > 1 { hasSpans = true }
      let last = rows.count - 1
      guard last >= 0, let first = rows[last].firstIndex(where: { $0 == nil }) else { return }
      for column in first..<min(width, first + columns) where rows[last][column] == nil {
        rows[last][column] = column == first ? content : []
        reaching[column] = count - 1
      }
    }

    func table(alignments: [Table.Alignment]) -> Table {
      let full = rows.map { $0.map { $0 ?? [] } }
      return Table(alignments: alignments, header: full.first ?? [], rows: Array(full.dropFirst()))
    }
  }
}

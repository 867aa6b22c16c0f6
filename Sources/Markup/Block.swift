/// A block of a text; see ``Inline`` for what stands apart in memory.
package enum Block: Sendable, Hashable {
  case paragraph([Inline])
  indirect case heading(Heading)
  case quote([Block])
  indirect case list(List)
  indirect case code(CodeBlock)
  indirect case table(Table)
  case thematicBreak
  /// HTML that the author wrote; never published, kept so that it can be reported at its place.
  indirect case rawHTML(String, TextPosition)
  /// A picture that stands alone, with its caption.
  indirect case figure(Figure)
  /// Several pictures side by side.
  case gallery([Figure])
}

package struct Heading: Sendable, Hashable {
  /// 1 to 6.
  package var level: Int
  package var content: [Inline]
  /// The fragment that leads to it (`id` in HTML), unique within its document; `nil` until anchors are given.
  package var anchor: String?
  package var position: TextPosition

  package init(level: Int, content: [Inline], anchor: String? = nil, position: TextPosition) {
    self.level = level
    self.content = content
    self.anchor = anchor
    self.position = position
  }
}

package struct List: Sendable, Hashable {
  /// The number of the first item of an ordered list; `nil` for bullets.
  package var start: Int?
  /// Whether the paragraphs of its items are set without space between them.
  package var isTight: Bool
  package var items: [ListItem]

  package init(start: Int?, isTight: Bool, items: [ListItem]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

package struct ListItem: Sendable, Hashable {
  /// Whether the task is done; `nil` for an item that is no task.
  package var isChecked: Bool?
  package var blocks: [Block]

  package init(isChecked: Bool? = nil, blocks: [Block]) {
    self.isChecked = isChecked
    self.blocks = blocks
  }
}

package struct CodeBlock: Sendable, Hashable {
  /// What stands behind the fence, usually the language; may be empty.
  package var info: String
  package var text: String

  package init(info: String, text: String) {
    self.info = info
    self.text = text
  }
}

package struct Table: Sendable, Hashable {
  package enum Alignment: Sendable, Hashable { case none, left, center, right }

  /// One for each column.
  package var alignments: [Alignment]
  /// The cells of the head row, one for each column.
  package var header: [[Inline]]
  /// Rows of cells; every row has one cell for each column.
  package var rows: [[[Inline]]]

  package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

package struct Figure: Sendable, Hashable {
  package var image: Image
  /// From the Markdown title; may be empty.
  package var caption: [Inline]

  package init(image: Image, caption: [Inline]) {
    self.image = image
    self.caption = caption
  }
}

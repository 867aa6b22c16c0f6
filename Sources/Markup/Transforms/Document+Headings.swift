import Text

extension Document {
  /// The document with headings that follow one another without a gap: the highest is at `first`, and none is more than one
  /// level below the one before it.
  package func levellingHeadings(from first: Int) -> Document {
    var open: [Int] = []
    var levels: [Int] = []
    for heading in headings {
      while let last = open.last, last >= heading.level { open.removeLast() }
      open.append(heading.level)
      levels.append(min(6, first + open.count - 1))
    }
    var next = levels[...]
    return mapHeadings { heading in
      var heading = heading
      heading.level = next.popFirst() ?? heading.level
      return heading
    }
  }

  /// The document with an anchor for each heading: the slug of its text, followed by `-2`, `-3` … where an earlier heading
  /// has it, or a footnote, `section` where the text gives none. `taken` are anchors that are not free.
  package func anchoringHeadings(taken: Set<String> = []) -> Document {
    var taken = taken.union(FootnoteAnchor.all(of: footnotes))
    // Where the search for a free number goes on: headings of one name would else be counted again for each.
    var numbers: [String: Int] = [:]
    return mapHeadings { heading in
      let slug = Folding.slug(PlainTextRenderer.text(of: heading.content))
      let base = slug.isEmpty ? "section" : slug
      var anchor = base
      var number = numbers[base] ?? 1
      while !taken.insert(anchor).inserted {
        number += 1
        anchor = "\(base)-\(number)"
      }
      numbers[base] = number
      var heading = heading
      heading.anchor = anchor
      return heading
    }
  }
}

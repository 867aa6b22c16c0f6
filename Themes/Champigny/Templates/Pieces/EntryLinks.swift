import HTML
import Markup
import Presenting
import Site

extension Champigny {
  /// Titles that lead to entries, one a line.
  func linkList(_ links: [EntryLink], _ context: PageContext, class name: String = "links") -> HTML? {
    guard !links.isEmpty else { return nil }
    return """
      <ul class="\(name)">
      \(links.map { linkLine($0, context) })
      </ul>
      """
  }

  private func linkLine(_ link: EntryLink, _ context: PageContext) -> HTML {
    """
    <li><a href="\(context.link(link.path))">\(link.title)</a></li>

    """
  }

  /// Entries with their summaries, under a heading of the level above `level`.
  func entryCards(_ entries: [Entry], level: Int = 3, _ context: PageContext) -> HTML? {
    guard !entries.isEmpty else { return nil }
    return """
      <ul class="cards">
      \(entries.map { entryCard($0, level: level, context) })
      </ul>
      """
  }

  private func entryCard(_ entry: Entry, level: Int, _ context: PageContext) -> HTML {
    let title: HTML = """
      <a href="\(context.link(entry.path))">\(entry.title)</a>
      """
    return """
      <li>
      \(thumbnail(entry.image, context))
      \(heading(level, title))
      \(paragraph(entry.summary))
      </li>

      """
  }

  /// The tags of an entry, each leading to its page.
  func tagList(_ entry: Entry, _ context: PageContext) -> HTML? {
    guard !entry.tags.isEmpty else { return nil }
    let items = entry.tags.map { tag -> HTML in
      """
      <li><a class="p-category" href="\(context.link(tag.path))">\(tag.name)</a></li>

      """
    }
    return """
      <div role="group" aria-label="Étiquettes">
      <ul class="tags">
      \(items)
      </ul>
      </div>
      """
  }

  /// What comes before and after in an order; `label` names the navigation.
  func neighbours(
    _ label: String, previous: EntryLink?, _ previousWord: String, next: EntryLink?, _ nextWord: String,
    _ context: PageContext
  ) -> HTML? {
    guard previous != nil || next != nil else { return nil }
    return """
      <nav class="neighbours" aria-label="\(label)">
      <ul>
      \(previous.map { neighbour($0, previousWord, rel: "prev", context) })
      \(next.map { neighbour($0, nextWord, rel: "next", context) })
      </ul>
      </nav>
      """
  }

  private func neighbour(_ link: EntryLink, _ word: String, rel: String, _ context: PageContext) -> HTML {
    """
    <li class="\(rel)"><a rel="\(rel)" href="\(context.link(link.path))"><span>\(word)<span class="hidden">\u{A0}: </span></span> \(link.title)</a></li>
    """
  }

  /// The years of an archive; the one that is shown is not a link.
  /// `what` is in them: « Nouvelles ».
  func yearLinks(_ years: [YearLink], current: Int?, _ what: String, _ context: PageContext) -> HTML? {
    guard !years.isEmpty, years.map(\.year) != [current] else { return nil }
    let items = years.map { link -> HTML in
      let here: String? = link.year == current ? "page" : nil
      return """
        <li><a href="\(context.link(link.path))"\(attribute: "aria-current", here)><span class="hidden">\(what) de\u{A0}</span>\(link.year) <span class="count">(\(link.count))</span></a></li>

        """
    }
    return """
      <nav class="years" aria-label="\(what) par année">
      <ul>
      \(items)
      </ul>
      </nav>
      """
  }
}

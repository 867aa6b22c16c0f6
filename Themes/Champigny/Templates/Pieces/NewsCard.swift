import HTML
import Presenting
import Site

extension Champigny {
  /// News as cards under a heading of the level above `level`.
  func newsCards(_ news: [News], level: Int = 3, _ context: PageContext) -> HTML? {
    guard !news.isEmpty else { return nil }
    return """
      <ul class="cards">
      \(news.map { newsCard($0, level: level, context) })
      </ul>
      """
  }

  /// One news item: date, title, a sentence.
  func newsCard(_ item: News, level: Int = 3, _ context: PageContext) -> HTML {
    let title: HTML = """
      <a class="p-name u-url" href="\(context.link(item.path))">\(item.title)</a>
      """
    return """
      <li class="h-entry">
      \(thumbnail(item.entry.image, context))
      <p class="when">\(dateTime(item.date, class: "dt-published"))</p>
      \(heading(level, title))
      \(paragraph(item.entry.summary, class: "p-summary"))
      </li>

      """
  }
}

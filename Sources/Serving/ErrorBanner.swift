import HTML
import Publishing

/// What stands at the top of the last good page while there are errors: it leads to what is to be said about them.
struct ErrorBanner {
  /// How many errors there are.
  let errors: Int
  /// The address of the page that shows them.
  let address: String

  private static let style = """
    .gazette-errors{margin:0;padding:.75rem 1rem;background:#8a1c1c;color:#fff;font:1rem/1.4 system-ui,sans-serif}\
    .gazette-errors a{color:#fff;text-decoration:underline}
    """

  private var element: HTML {
    let words = errors == 1 ? "Une erreur à corriger" : "\(errors) erreurs à corriger"
    return """
      <div class="gazette-errors" role="alert"><style>\(HTML(raw: Self.style))</style>\
      Cette page est celle d’avant\u{A0}: <a href="\(address)">\(words)</a></div>
      """
  }

  /// `page` with the banner at the start of its body, and its look allowed by its policy if it has one. A link past what stands
  /// on every page stays the first that can be reached (WCAG 2.4.1).
  func added(to page: String) -> String {
    var result = page
    result.insert(contentsOf: element.text, at: Self.place(in: page))
    return PagePolicy.widened(in: result, by: [("style-src", PolicySource.hash(of: Self.style))])
  }

  private static func place(in page: String) -> String.Index {
    guard let body = page.firstRange(of: "<body"), let start = page[body.upperBound...].firstIndex(of: ">") else {
      return page.startIndex
    }
    let rest = page[page.index(after: start)...]
    let content = rest.drop(while: \.isWhitespace)
    guard content.hasPrefix("<a "), let link = content.firstRange(of: "</a>") else { return rest.startIndex }
    return link.upperBound
  }
}

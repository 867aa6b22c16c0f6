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

  /// `page` with the banner at the start of its body, and its look allowed by its policy if it has one.
  func added(to page: String) -> String {
    var result = page
    let body = result.firstRange(of: "<body").flatMap { result[$0.upperBound...].firstIndex(of: ">") }
    result.insert(contentsOf: element.text, at: body.map(result.index(after:)) ?? result.startIndex)
    return PagePolicy.widened(in: result, by: [("style-src", PolicySource.hash(of: Self.style))])
  }
}

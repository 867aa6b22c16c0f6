import HTML
import Presenting
import Site

extension Champigny {
  /// The way from the home page to this one; nothing on the home page itself.
  func breadcrumbs(_ context: PageContext) -> HTML? {
    guard !context.breadcrumbs.isEmpty else { return nil }
    return """
      <nav class="crumbs wide" aria-label="Fil d’Ariane">
      <ol>
      \(context.breadcrumbs.map { crumb($0, context) })
      <li aria-current="page">\(context.title)</li>
      </ol>
      </nav>
      """
  }

  private func crumb(_ crumb: PageContext.Crumb, _ context: PageContext) -> HTML {
    """
    <li><a href="\(context.link(crumb.path))">\(crumb.title)</a></li>

    """
  }
}

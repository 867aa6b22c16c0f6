import HTML
import Presenting
import Site

extension Champigny {
  /// A whole page around what it has to say. The anchor of the content has an underscore, as no heading's has.
  func layout(_ context: PageContext, _ content: HTML) -> HTML {
    """
    <!doctype html>
    <html lang="\(context.settings.language)">
    <head>
    \(head(context))
    </head>
    <body>
    <a class="skip" href="#page_contenu">Aller au contenu</a>
    <header class="top">
    <div class="wide">
    <a class="brand" href="\(context.link(.home))"\(attribute: "aria-current", context.path == .home ? "page" : nil)>
    \(mark(context))
    <span>\(context.settings.title)</span>
    </a>
    <details class="fold">
    <summary>Menu</summary>
    \(searchForm(context))
    \(menu(context))
    </details>
    </div>
    </header>
    <main id="page_contenu" tabindex="-1">
    \(breadcrumbs(context))
    \(content)
    \(editLink(context))
    </main>
    \(footer(context))
    </body>
    </html>

    """
  }

  /// The logo of the settings, else the theme's own.
  private func mark(_ context: PageContext) -> HTML {
    guard let picture = context.settings.logo?.picture, let file = picture.lightest(width: 240) else {
      return "<img src=\"\(context.asset("mark.svg"))\" alt=\"\" width=\"40\" height=\"40\">"
    }
    let height = 40
    let width = max(1, min(160, file.width * height / max(1, file.height)))
    return """
      <img class="own" src="\(context.link(SitePath(file.path)))" alt="" width="\(width)" height="\(height)">
      """
  }

  private func menu(_ context: PageContext) -> HTML? {
    guard !context.menu.isEmpty else { return nil }
    return """
      <nav class="menu" aria-label="Navigation principale">
      <ul>
      \(context.menu.map { menuItem($0, context) })\(context.links.map { menuLink($0) })
      </ul>
      </nav>
      """
  }

  private func menuLink(_ link: Settings.MenuLink) -> HTML {
    """
    <li><a href="\(link.address)">\(link.text)</a></li>

    """
  }

  private func menuItem(_ item: PageContext.MenuItem, _ context: PageContext) -> HTML {
    let current: String? = item.isThisPage ? "page" : item.isCurrent ? "true" : nil
    return """
      <li><a href="\(context.link(item.path))"\(attribute: "aria-current", current)>\(item.title)</a></li>

      """
  }

  private func editLink(_ context: PageContext) -> HTML? {
    guard let address = context.editAddress else { return nil }
    return """
      <p class="wide edit"><a href="\(address)">Modifier cette page</a></p>
      """
  }

  private func footer(_ context: PageContext) -> HTML {
    """
    <footer class="bottom">
    <div class="wide">
    <p class="signature"><strong>\(context.settings.title)</strong>\(context.settings.tagline.map { tagline($0) })</p>
    \(footerHouse(context))
    \(footerMenu(context))
    <p class="printed" aria-hidden="true">\(context.canonical)</p>
    </div>
    </footer>
    """
  }

  private func tagline(_ text: String) -> HTML {
    "<br>\(text)"
  }

  private func footerMenu(_ context: PageContext) -> HTML? {
    guard !context.footer.isEmpty else { return nil }
    return """
      <nav aria-label="Informations sur le site">
      <ul>
      \(context.footer.map { menuItem($0, context) })
      </ul>
      </nav>
      """
  }
}

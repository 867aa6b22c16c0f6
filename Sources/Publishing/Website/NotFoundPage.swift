import Presenting
import Site

extension Website {
  /// What a server sends for an address that leads nowhere. It is shown at any depth, and no list has it.
  func notFoundFile(_ contexts: PageContexts) -> PublishedFile {
    let path = SitePath("/404.html")
    var page = WebPage(
      path: path, title: "Page introuvable", description: "Cette adresse ne mène à aucune page du site.",
      html: theme.notFound)
    page.isIndexed = false
    let planned = page
    return PublishedFile(page: path, owner: page.owner) { planned.html(contexts.context(of: planned)) }
  }
}

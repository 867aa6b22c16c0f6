import Presenting
import Site
import Time

extension Website {
  /// The free pages that have an address of their own.
  func freePagePages() -> [WebPage] {
    freePages.map { free in
      var page = WebPage(of: free.entry, title: title(of: free), under: crumbs(to: free)) { [self] context in
        theme.page(
          FreePage(page: free, children: site.children(of: free), partners: site.partners(free.entry.partners)), context
        )
      }
      if LegalPages.isMade(free) { page.origin = .introduction(slug: free.key.slug, title: free.title) }
      if page.description.isEmpty { page.description = "\(free.title), sur \(quotedTitle)." }
      return page
    }
  }

  /// The pages of the folders in which a page stands, where they exist.
  private func crumbs(to page: Page) -> [PageContext.Crumb] {
    var crumbs = [PageContext.Crumb.home]
    var slug = ""
    for part in page.key.slug.split(separator: "/").dropLast() {
      slug += (slug.isEmpty ? "" : "/") + part
      if let parent = site.page(EntryKey(kind: .page, slug: slug)) {
        crumbs.append(PageContext.Crumb(title: parent.title, path: parent.path))
      }
    }
    return crumbs
  }

  func tagPages() -> [WebPage] {
    tags.all.map { bearers in
      let tag = bearers.tag
      var page = WebPage(
        path: tag.path, title: "Étiquette \(French.quoted(tag.name))",
        description: "Tout ce qui porte l’étiquette \(French.quoted(tag.name)) sur \(quotedTitle)."
      ) { [self] context in
        theme.tag(
          TagPage(
            tag: tag, news: bearers.news, groups: agenda.soon(bearers.events),
            past: agenda.pastLines(agenda.items(of: bearers.events)), others: bearers.others,
            calendar: TagIndex.hasCalendar(bearers)
              ? CalendarChoice(.calendar(of: tag), "aux rendez-vous de cette étiquette", of: site) : nil), context)
      }
      page.breadcrumbs = [.home]
      page.origin = .folder("Content")
      return page
    }
  }
}

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

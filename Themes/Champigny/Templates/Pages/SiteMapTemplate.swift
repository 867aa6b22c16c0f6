import HTML
import Markup
import Presenting
import Site

extension Champigny {
  package func siteMap(_ page: SiteMapPage, _ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(introduction(page.introduction, context))
      <div class="map">
      \(page.sections.map { mapSection($0, context) })
      </div>
      </div>
      """)
  }

  private func mapSection(_ section: SiteMapPage.Section, _ context: PageContext) -> HTML {
    let title: HTML
    if let path = section.path {
      title = "<a href=\"\(context.link(path))\">\(section.title)</a>"
    } else {
      title = "\(section.title)"
    }
    return """
      <section>
      <h2 id="\(anchor(section.title))">\(title)</h2>
      \(section.groups.map { mapGroup($0, context) })
      </section>

      """
  }

  private func mapGroup(_ group: SiteMapPage.Group, _ context: PageContext) -> HTML {
    """
    \(group.title.map { heading(3, "\($0)") })
    \(linkList(group.links, context))

    """
  }
}

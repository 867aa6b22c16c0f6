import HTML
import Markup
import Presenting
import Site
import Time

extension Champigny {
  package func partners(_ page: PartnerListPage, _ context: PageContext) -> HTML {
    let list: HTML = """
      <ul class="cards">
      \(page.partners.map { partnerCard($0, context) })
      </ul>
      """
    return layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(introduction(page.introduction, context))
      \(page.partners.isEmpty ? "<p>Aucun partenaire n’est encore présenté ici.</p>" : list)
      </div>
      """)
  }

  private func partnerCard(_ partner: Partner, _ context: PageContext) -> HTML {
    """
    <li>
    \(logo(partner, context))
    <h2><a href="\(context.link(partner.path))">\(partner.title)</a></h2>
    \(paragraph(sentence(partner.type ?? ""), class: "when"))
    \(paragraph(partner.entry.summary))
    </li>

    """
  }

  /// A partner by name, and what it is to the project.
  func partnerLine(_ partner: Partner, _ context: PageContext) -> HTML {
    let type = partner.type.map { type -> HTML in "<span class=\"when\">\(sentence(type))</span>" }
    return """
      <li><a href="\(context.link(partner.path))">\(logo(partner, context))\(partner.title)</a>\(type)</li>

      """
  }

  package func partner(_ page: PartnerPage, _ context: PageContext) -> HTML {
    let partner = page.partner
    return layout(
      context,
      """
      <article class="wide entry">
      \(paragraph(sentence(partner.type ?? ""), class: "when"))
      <h1>\(partner.title)</h1>
      \(lead(partner.entry))
      \(partner.logo.map { logoPicture($0, context) })
      \(body(partner.entry.body, context, below: partner.logo))
      \(paragraph(since(partner)))
      \(partner.website.map { website($0) })
      \(tagList(partner.entry, context))
      \(section("Dans les nouvelles", newsCards(page.news, context)))
      \(eventGroups(page.groups, "Prochains rendez-vous", context))
      \(section("Ce qui a eu lieu", class: "past", agendaList(page.past, context, as: .past)))
      \(calendarSection(page.calendar, context))
      </article>
      """)
  }

  private func since(_ partner: Partner) -> String {
    partner.since.map { "À nos côtés depuis\u{A0}: " + French.date($0) + "." } ?? ""
  }

  private func website(_ address: String) -> HTML {
    """
    <p><a class="u-url" href="\(address)">Voir le site de ce partenaire</a></p>
    """
  }

  private func logoPicture(_ image: Image, _ context: PageContext) -> HTML {
    """
    <div class="logo">\(leadPicture(image, context))</div>
    """
  }

  /// The logo in a list, where the name stands beside it.
  private func logo(_ partner: Partner, _ context: PageContext) -> HTML? {
    guard let file = partner.logo?.picture?.variants.first else { return nil }
    return """
      <img class="logo" src="\(context.link(SitePath(file.path)))" alt="" width="\(file.width)" height="\(file.height)" loading="lazy">
      """
  }
}

import HTML
import Markup
import Presenting
import Site

extension Champigny {
  package func places(_ page: PlaceListPage, _ context: PageContext) -> HTML {
    let list: HTML = """
      <ul class="cards">
      \(page.places.map { placeCard($0, context) })
      </ul>
      """
    return layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(introduction(page.introduction, context))
      \(page.places.isEmpty ? "<p>Aucun lieu n’est encore présenté ici.</p>" : list)
      </div>
      """)
  }

  private func placeCard(_ place: Place, _ context: PageContext) -> HTML {
    """
    <li>
    <h2><a href="\(context.link(place.path))">\(place.title)</a></h2>
    \(paragraph(place.fullAddress, class: "when"))
    \(paragraph(place.entry.summary))
    </li>

    """
  }

  package func place(_ page: PlacePage, _ context: PageContext) -> HTML {
    let entry = page.place.entry
    let isEmpty = page.groups.isEmpty && page.past.isEmpty && page.news.isEmpty
    return layout(
      context,
      """
      <article class="wide entry">
      <h1>\(entry.title)</h1>
      \(lead(entry))
      \(section("Venir", whereabouts(page)))
      \(leadPicture(entry.image, context))
      \(body(entry.body, context, below: entry.image))
      \(tagList(entry, context))
      \(eventGroups(page.groups, "Prochains rendez-vous ici", context, as: .atThisPlace))
      \(section("Dans les nouvelles", newsCards(page.news, context)))
      \(section("Ce qui a eu lieu ici", class: "past", agendaList(page.past, context, as: .past)))
      \(isEmpty ? "<p>Aucun rendez-vous n’est encore annoncé dans ce lieu.</p>" as HTML : nil)
      \(calendarSection(page.calendar, context))
      \(section("Partenaires", linkList(page.partners.map { EntryLink($0) }, context)))
      </article>
      """)
  }

  /// How to come, when, and how to ask.
  private func whereabouts(_ page: PlacePage) -> HTML? {
    let place = page.place
    let map = mapLink(place)
    let address = paragraph(place.fullAddress)
    let access = paragraph(place.access ?? "")
    let accessibility = place.accessibility.map { "<p>Accessibilité\u{A0}: \($0)</p>\n" as HTML }
    let hours = openingTable(place.hours, closures: page.closures)
    let contact = [
      place.phone.map { "Téléphone\u{A0}: \(phoneLink($0))" as HTML },
      place.email.map { "Courriel\u{A0}: \(mailLink($0.text))" as HTML },
      place.website.map { "Site\u{A0}: <a href=\"\($0)\">\($0)</a>" as HTML },
    ].compactMap { $0 }
    let parts = [address, access, map, accessibility, hours].compactMap { $0 }
    guard !parts.isEmpty || !contact.isEmpty else { return nil }
    return """
      <div class="panel">
      \(address)\(access)\(map)\(accessibility)\(hours)\(contact.isEmpty ? nil : "<p>\(contact.joined(separator: "<br>"))</p>" as HTML)
      </div>
      """
  }
}

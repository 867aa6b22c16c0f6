import HTML
import Presenting
import Site
import Text
import Time

/// Where the project is met and how to reach it.
extension Champigny {
  /// The foot of every page.
  func footerHouse(_ context: PageContext) -> HTML? {
    let house = context.house
    guard !house.isEmpty else { return nil }
    let place = house.place.map { place -> HTML in
      """
      <p><a href="\(context.link(place.path))">\(place.title)</a>\(place.fullAddress.isEmpty ? nil : ", \(place.fullAddress)" as HTML)\(hoursLine(house))</p>

      """
    }
    let networks = house.networks.map { page -> HTML in
      "<li><a rel=\"me\" href=\"\(page.address)\">\(page.network)</a></li>\n"
    }
    let list: HTML = """
      <ul aria-label="Réseaux sociaux">
      \(networks)</ul>

      """
    return """
      <address class="house">
      \(place)\(contact(house))\(networks.isEmpty ? nil : list)\
      </address>
      """
  }

  /// The strip of the home page: where, when, how to write.
  func houseStrip(_ context: PageContext) -> HTML? {
    let house = context.house
    guard house.place != nil || house.email != nil || house.phone != nil else { return nil }
    let place = house.place.map { place -> HTML in
      """
      <p><strong><a href="\(context.link(place.path))">\(place.title)</a></strong>\(place.fullAddress.isEmpty ? nil : ", \(place.fullAddress)" as HTML)\(hoursLine(house))</p>

      """
    }
    return """
      <div class="strip" role="group" aria-label="Venir, écrire">
      \(place)\(contact(house))</div>
      """
  }

  private func hoursLine(_ house: House) -> HTML? {
    let hours = house.hours.map { "<br>\(sentence($0))" as HTML }
    let closures = house.closures.map { "<br><strong>\(sentence($0))</strong>" as HTML }
    return "\(hours)\(closures)"
  }

  private func contact(_ house: House) -> HTML? {
    let parts = [
      house.email.map { "Écrire\u{A0}: \(mailLink($0))" as HTML },
      house.phone.map { "Téléphoner\u{A0}: \(phoneLink($0))" as HTML },
      house.address.map { "Courrier\u{A0}: \($0)" as HTML },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : "<p>\(parts.joined(separator: "<br>"))</p>\n"
  }

  /// An address of mail; what stands in its place until one is known, as it is.
  func mailLink(_ text: String) -> HTML {
    guard let address = EmailAddress(text) else { return "\(text)" }
    return "<a href=\"\(address.link)\">\(text)</a>"
  }

  /// A number that a telephone dials; any other text as it is.
  func phoneLink(_ text: String) -> HTML {
    guard let number = PhoneNumber(text) else { return "\(text)" }
    return "<a href=\"\(number.link)\">\(text)</a>"
  }

  /// When a place is open, as a table, and when it will be closed.
  func openingTable(_ hours: OpeningHours, closures: [String]) -> HTML? {
    let rows = hours.rows.map { row -> HTML in
      "<tr><th scope=\"row\">\(sentence(French.days(row.days)))</th><td>\(French.hours(row.stretches))</td></tr>\n"
    }
    let table: HTML = """
      <table class="hours">
      <caption>Horaires</caption>
      <tbody>
      \(rows)</tbody>
      </table>

      """
    let notices = closures.map { "<p><strong>\(sentence($0))</strong></p>\n" as HTML }
    guard !rows.isEmpty || !notices.isEmpty else { return nil }
    return "\(rows.isEmpty ? nil : table)\(notices)"
  }
}

import HTML
import Presenting
import Site

extension Champigny {
  /// Where something takes place, as a paragraph.
  func venueLine(_ venue: Venue, _ context: PageContext) -> HTML {
    """
    <p class="venue p-location">\(venueName(venue, context))</p>
    """
  }

  /// The name of a place, leading to its page where it has one.
  func venueName(_ venue: Venue, _ context: PageContext) -> HTML {
    guard let path = venue.path else { return "\(venue.name)" }
    return """
      <a href="\(context.link(path))">\(venue.name)</a>
      """
  }

  /// A map of a place elsewhere, as a plain link: none is loaded.
  func mapLink(_ place: Place) -> HTML? {
    place.mapAddress.map { address in
      "<p class=\"screen\"><a href=\"\(address)\">Voir sur une carte (OpenStreetMap)</a></p>"
    }
  }
}

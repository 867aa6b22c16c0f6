import HTML
import Presenting
import Site

/// The look of the tiers-lieu of Champigny-sur-Marne: paper and river green, the sun of the guinguettes, awnings with red
/// stripes.
///
/// ``layout(_:_:)`` frames every page; each function of ``Theme`` stands in `Pages/` (the letter in `Mail/`), what several
/// of them share in `Pieces/`. Colours, type and spacing of the web pages are in `assets/style.css`.
package struct Champigny: Theme {
  package init() {}

  package let name = "Champigny"
}

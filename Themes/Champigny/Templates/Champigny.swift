import HTML
import Markup
import Site
import Theming

/// The look of the tiers-lieu of Champigny-sur-Marne.
package struct Champigny {
  package init() {}

  package let name = "Champigny"
}

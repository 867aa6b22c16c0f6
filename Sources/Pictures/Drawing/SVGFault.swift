/// Why a drawing is not published.
package enum SVGFault: Error, Sendable, Hashable {
  /// Not well-formed XML, nested too deep, too large, or no `svg` at its root: browsers would show nothing.
  case malformed
  /// Not UTF-8.
  case encoding
  /// A document type with declarations of its own, or entities.
  case entities
  /// A processing instruction other than the XML declaration.
  case instruction(String)
  /// `script` and what else runs code.
  case script(String)
  /// An attribute such as `onclick`.
  case eventHandler(String)
  /// An element that is not a part of a drawing: `foreignObject`, HTML, a link, an animation …
  case foreign(String)
  /// Something fetched from elsewhere: the element or attribute, and the address.
  case external(String, String)
  /// A style that could fetch something or hide it.
  case style(String)
  /// More to draw than a browser does at once, counting each thing as often as it is drawn.
  case tooMuch
  /// XMP, or a picture within it that has Exif and the like.
  case metadata
}

/// A picture as published: the files that show it, at one or more widths.
package struct Picture: Sendable, Hashable {
  /// One file.
  package struct Variant: Sendable, Hashable {
    package enum Format: String, Sendable, Hashable { case webp, jpeg, png, gif, svg, avif }

    package var format: Format
    /// Size in pixels.
    package var width: Int
    package var height: Int
    /// From the site's root, beginning with `/`.
    package var path: String

    package init(format: Format, width: Int, height: Int, path: String) {
      self.format = format
      self.width = width
      self.height = height
      self.path = path
    }
  }

  /// Size in pixels of the picture as shown at its largest.
  package var width: Int
  package var height: Int
  /// At least one; by format, narrowest first.
  package var variants: [Variant]
  /// For where a page that shows it is shared: a JPEG of ``cardWidth`` × ``cardHeight`` pixels; `nil` where none was asked for.
  package var card: Variant?
  /// For letters: a PNG that nothing can be seen through; `nil` where none was asked for.
  package var plate: Variant?

  /// The size that networks ask for (OpenGraph, « 1.91:1 »).
  package static let cardWidth = 1200
  package static let cardHeight = 630

  package init(width: Int, height: Int, variants: [Variant]) {
    self.width = width
    self.height = height
    self.variants = variants
  }
}

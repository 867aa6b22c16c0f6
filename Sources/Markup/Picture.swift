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

  package init(width: Int, height: Int, variants: [Variant]) {
    self.width = width
    self.height = height
    self.variants = variants
  }

  /// The files of one format, narrowest first.
  package func variants(_ format: Variant.Format) -> [Variant] {
    variants.filter { $0.format == format }.sorted { $0.width < $1.width }
  }

  /// The narrowest file of `format` that is at least `width` pixels wide, else the widest; `nil` where there is none.
  package func best(_ format: Variant.Format, width: Int) -> Variant? {
    let files = variants(format)
    return files.first { $0.width >= width } ?? files.last
  }

  /// The format that every browser shows as it is meant: PNG where there is transparency, else JPEG, else what there is.
  package var safeFormat: Variant.Format {
    [.png, .jpeg, .gif, .webp, .avif].first { format in variants.contains { $0.format == format } } ?? .svg
  }

  /// The file for where neither transparency nor new formats can be relied on (mail, feeds, cards of social networks):
  /// JPEG, on white where the picture is transparent; `nil` for drawings, which no such program shows.
  package func everywhere(width: Int) -> Variant? { best(.jpeg, width: width) }
}

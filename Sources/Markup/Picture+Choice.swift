extension Picture {
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

  /// The largest file, for whoever opens the picture by itself: in a format that everything shows.
  package var whole: Variant? { best(safeFormat, width: width) }

  /// The largest file, for who opens the picture by itself, where it shows more than the page does: a photograph wider than a
  /// column of text. `nil` for a drawing, which is as sharp on the page.
  var openedLarge: Variant? { safeFormat != .svg && max(width, height) > 700 ? whole : nil }

  /// The formats to offer before ``safeFormat`` to browsers that know them, in the order of ``variants``.
  var modernFormats: [Variant.Format] {
    variants.reduce(into: []) { formats, variant in
      let isModern = variant.format == .webp || variant.format == .avif
      if isModern, variant.format != safeFormat, !formats.contains(variant.format) { formats.append(variant.format) }
    }
  }

  /// The file for browsers that know neither sizes nor new formats.
  package var fallback: Variant? { best(safeFormat, width: 960) }
}

extension Picture.Variant.Format {
  /// Its media type (IANA).
  package var mediaType: String {
    switch self {
    case .webp: "image/webp"
    case .jpeg: "image/jpeg"
    case .png: "image/png"
    case .gif: "image/gif"
    case .svg: "image/svg+xml"
    case .avif: "image/avif"
    }
  }
}

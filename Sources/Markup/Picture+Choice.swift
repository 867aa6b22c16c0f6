extension Picture {
  /// The formats it was prepared in, in the order of ``variants``.
  var formats: [Variant.Format] {
    variants.reduce(into: []) { formats, variant in
      if !formats.contains(variant.format) { formats.append(variant.format) }
    }
  }

  /// The file for those who know neither sizes nor new formats: of the oldest format, the widest up to 1,280 pixels.
  package var fallback: Variant? {
    let old = variants.filter { $0.format != .webp && $0.format != .avif }
    let choice = old.isEmpty ? variants.filter { $0.format == variants.first?.format } : old
    let first = choice.filter { $0.format == choice.first?.format }
    return first.filter { $0.width <= 1280 }.max { $0.width < $1.width } ?? first.min { $0.width < $1.width }
  }
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

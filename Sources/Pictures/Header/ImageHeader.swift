/// What the bytes of a picture say about it, without decoding a single pixel. Bytes of any kind are fine.
package struct ImageHeader: Sendable, Hashable {
  package enum Format: String, Sendable, Hashable, CaseIterable {
    case jpeg, png, gif, webp, heic, avif, svg

    /// The endings that a file of this format may bear, in lower case; the first is the one to advise.
    package var fileExtensions: [String] {
      switch self {
      case .jpeg: return ["jpg", "jpeg", "jpe", "jfif"]
      case .png: return ["png"]
      case .gif: return ["gif"]
      case .webp: return ["webp"]
      case .heic: return ["heic", "heif", "hif"]
      case .avif: return ["avif"]
      case .svg: return ["svg"]
      }
    }
  }

  package var format: Format
  /// Size in pixels as stored, before ``orientation`` is heeded; 0 where the bytes do not say it (always in SVG).
  package var width = 0
  package var height = 0
  /// How the picture is to be turned (Exif 2.3, tag 0x0112): 1 to 8, 1 = as it is.
  package var orientation = 1
  package var isAnimated = false
  /// Whether it can be transparent somewhere.
  package var hasAlpha = false
  /// Whether Exif, XMP, IPTC or comments come with it.
  package var hasMetadata = false
  /// Whether it says where it was taken.
  package var hasPosition = false
  /// What its numbers mean.
  package var colours = ColourFacts()
  /// Whether the file ends as its format wants it to.
  package var isComplete = false
  /// Whether the bytes are not those that were written, as far as the format lets it be seen: by check sums in PNG, by the
  /// first bytes of the coded pixels in WebP.
  package var isDamaged = false

  init(_ format: Format) { self.format = format }

  /// `nil` where the bytes are none of the formats that are known.
  package init?(_ bytes: [UInt8]) {
    let reader = ByteReader(bytes: bytes)
    if reader.number(0, size: 3) == 0xFFD8FF {
      self = .jpeg(reader)
    } else if reader.has("PNG\r\n\u{1A}\n", at: 1), bytes[0] == 0x89 {
      self = .png(reader)
    } else if reader.has("GIF87a", at: 0) || reader.has("GIF89a", at: 0) {
      self = .gif(reader)
    } else if reader.has("RIFF", at: 0), reader.has("WEBP", at: 8) {
      self = .webp(reader)
    } else if reader.has("ftyp", at: 4), let header = ImageHeader.isoMedia(reader) {
      self = header
    } else if SVGDrawing.seemsToBe(bytes) {
      self.init(.svg)
      isComplete = true
    } else {
      return nil
    }
  }

  /// Pixels in all.
  package var pixels: Int {
    let (product, overflows) = width.multipliedReportingOverflow(by: height)
    return overflows ? Int.max : product
  }
}

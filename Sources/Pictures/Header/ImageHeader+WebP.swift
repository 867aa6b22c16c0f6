extension ImageHeader {
  /// Walks over the chunks (RFC 9649, 2).
  static func webp(_ reader: ByteReader) -> ImageHeader {
    var header = ImageHeader(.webp)
    guard let size = reader.little32(4) else { return header }
    let end = min(8 + size, reader.count)
    var hasPixels = false
    var at = 12
    while let length = reader.little32(at + 4), at + 8 + length <= end {
      let content = at + 8
      let kind = String(decoding: reader.bytes[at..<at + 4], as: UTF8.self)
      hasPixels = hasPixels || ["VP8 ", "VP8L", "ANMF"].contains(kind)
      switch kind {
      case "VP8X":
        guard let flags = reader.byte(content), let width = reader.little24(content + 4),
          let height = reader.little24(content + 7)
        else { return header }
        header.isAnimated = flags & 0x02 != 0
        header.hasAlpha = flags & 0x10 != 0
        (header.width, header.height) = (width + 1, height + 1)
      // RFC 6386, 9.1: of a key frame the bytes 3 to 5 are always these.
      case "VP8 " where !reader.has("\u{1}*", at: content + 4) || reader.byte(content + 3) != 0x9D:
        header.isDamaged = true
      case "VP8L" where reader.byte(content) != 0x2F: header.isDamaged = true
      case "VP8 " where header.width == 0:
        (header.width, header.height) = (
          (reader.little16(content + 6) ?? 0) & 0x3FFF, (reader.little16(content + 8) ?? 0) & 0x3FFF
        )
      case "VP8L" where header.width == 0:
        guard let bits = reader.little32(content + 1) else { return header }
        (header.width, header.height) = ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        header.hasAlpha = bits >> 28 & 1 == 1
      case "ICCP": header.colours.read(profileAt: content, before: content + length, reader)
      case "EXIF":
        header.hasMetadata = true
        let start = reader.has("Exif\0\0", at: content) ? content + 6 : content
        let facts = ExifFacts(reader, at: start)
        header.orientation = facts.orientation
        header.hasPosition = header.hasPosition || facts.hasPosition
      case "XMP ":
        header.hasMetadata = true
        header.hasPosition = header.hasPosition || reader.hasPositionInXMP(content..<content + length)
      default: break
      }
      at = content + length + length % 2
    }
    header.isComplete = header.width > 0 && 8 + size <= reader.count && at >= end
    if header.isComplete, !hasPixels { header.isDamaged = true }
    return header
  }
}

extension ImageHeader {
  /// HEIC and AVIF (ISO/IEC 23008-12): boxes within boxes. `nil` where the brands are of something else, a film say.
  static func isoMedia(_ reader: ByteReader) -> ImageHeader? {
    guard let length = reader.big32(0), length >= 16, length <= reader.count, length <= 1024 else { return nil }
    let brands = stride(from: 8, to: length - 3, by: 4).filter { $0 != 12 }.map {
      String(decoding: reader.bytes[$0..<$0 + 4], as: UTF8.self)
    }
    guard let format = format(brands) else { return nil }
    var header = ImageHeader(format)
    header.isAnimated = brands.first == "avis" || brands.first == "hevc" || brands.first == "msf1"
    var at = 0
    // Complete: the coded picture is among the boxes, and they fill the file to its last byte.
    var hasMedia = false
    while let box = Box(reader, at: at) {
      if box.kind == "meta" { header.readProperties(reader, box.content.dropFirst(4)) }
      if box.kind == "mdat" { hasMedia = true }
      at = box.content.upperBound
      if at == reader.count { header.isComplete = hasMedia && header.width > 0 }
    }
    // The library turns these itself, by their own properties; the Exif block only repeats it.
    let whole = 0..<reader.count
    header.hasPosition = ExifFacts(reader, within: whole).hasPosition || reader.hasPositionInXMP(whole)
    // XMP is an item of this type (ISO/IEC 23008-12, A.3).
    header.hasMetadata =
      header.hasPosition || ["Exif\0\0", "application/rdf+xml"].contains { reader.find($0, in: whole) != nil }
    return header
  }

  private static func format(_ brands: [String]) -> Format? {
    if brands.contains("avif") || brands.contains("avis") { return .avif }
    let known: Set<String> = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]
    return brands.contains(where: known.contains) ? .heic : nil
  }

  /// The size of the largest picture in the file, and whether one is a mask: `meta` → `iprp` → `ipco` → `ispe`, `auxC`.
  private mutating func readProperties(_ reader: ByteReader, _ range: Range<Int>, depth: Int = 0) {
    var at = range.lowerBound
    while at < range.upperBound, let box = Box(reader, at: at), box.content.upperBound <= range.upperBound {
      switch box.kind {
      case "iprp", "ipco":
        if depth < 4 { readProperties(reader, box.content, depth: depth + 1) }
      case "ispe":
        var other = self
        other.width = reader.big32(box.content.lowerBound + 4) ?? 0
        other.height = reader.big32(box.content.lowerBound + 8) ?? 0
        if other.pixels > pixels { self = other }
      case "auxC":
        if reader.find("alpha", in: box.content) != nil { hasAlpha = true }
      // ISO/IEC 14496-12, 12.1.5.
      case "colr": readColours(reader, box.content)
      default: break
      }
      at = box.content.upperBound
    }
  }

  private mutating func readColours(_ reader: ByteReader, _ content: Range<Int>) {
    let start = content.lowerBound
    if reader.has("prof", at: start) || reader.has("rICC", at: start) {
      colours.read(profileAt: start + 4, before: content.upperBound, reader)
    } else if reader.has("nclx", at: start), colours.description == nil {
      colours.description = .codePoints(primaries: reader.big16(start + 4) ?? 2, transfer: reader.big16(start + 6) ?? 2)
    }
  }

  /// One box (ISO/IEC 14496-12, 4.2): its four letters and where its content stands.
  private struct Box {
    let kind: String
    let content: Range<Int>

    init?(_ reader: ByteReader, at: Int) {
      guard var size = reader.big32(at), reader.count - at >= 8 else { return nil }
      kind = String(decoding: reader.bytes[at + 4..<at + 8], as: UTF8.self)
      var head = 8
      if size == 1 {
        guard reader.number(at + 8, size: 1) == 0, let large = reader.number(at + 9, size: 7) else { return nil }
        size = large
        head = 16
      } else if size == 0 {
        size = reader.count - at
      }
      guard size >= head, size <= reader.count - at else { return nil }
      content = at + head..<at + size
    }
  }
}

extension ImageHeader {
  /// Walks over the blocks (GIF89a specification, 18 to 27).
  static func gif(_ reader: ByteReader) -> ImageHeader {
    var header = ImageHeader(.gif)
    guard let flags = reader.byte(10) else { return header }
    header.width = reader.little16(6) ?? 0
    header.height = reader.little16(8) ?? 0
    var at = 13 + colourTable(flags)
    var frames = 0
    while let kind = reader.byte(at) {
      switch kind {
      case 0x21:
        let label = reader.byte(at + 1)
        if label == 0xF9, let flags = reader.byte(at + 3), flags & 1 == 1 { header.hasAlpha = true }
        if label == 0xFE || (label == 0xFF && reader.has("XMP DataXMP", at: at + 3)) { header.hasMetadata = true }
        at += 2
      case 0x2C:
        guard let flags = reader.byte(at + 9) else { return header }
        frames += 1
        header.isAnimated = frames > 1
        at += 11 + colourTable(flags)
      case 0x3B:
        header.isComplete = frames > 0
        return header
      default: return header
      }
      guard skipSubBlocks(reader, &at) else { return header }
    }
    return header
  }

  /// Bytes of the colour table that `flags` announce.
  private static func colourTable(_ flags: Int) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << ((flags & 7) + 1)
  }

  private static func skipSubBlocks(_ reader: ByteReader, _ at: inout Int) -> Bool {
    while let size = reader.byte(at) {
      at += 1 + size
      if size == 0 { return true }
    }
    return false
  }
}

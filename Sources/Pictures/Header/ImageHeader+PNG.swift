extension ImageHeader {
  /// Walks over the chunks (ISO/IEC 15948, 5 and 11; APNG for `acTL`).
  static func png(_ reader: ByteReader) -> ImageHeader {
    var header = ImageHeader(.png)
    var at = 8
    while let length = reader.big32(at), at + 12 + length <= reader.count {
      let content = at + 8..<at + 8 + length
      switch String(decoding: reader.bytes[at + 4..<at + 8], as: UTF8.self) {
      case "IHDR":
        header.width = reader.big32(content.lowerBound) ?? 0
        header.height = reader.big32(content.lowerBound + 4) ?? 0
        header.hasAlpha = [4, 6].contains(reader.byte(content.lowerBound + 9) ?? 0)
      case "tRNS": header.hasAlpha = true
      case "acTL": header.isAnimated = (reader.big32(content.lowerBound) ?? 0) > 1
      case "eXIf":
        let facts = ExifFacts(reader, at: content.lowerBound)
        header.hasMetadata = true
        header.orientation = facts.orientation
        header.hasPosition = header.hasPosition || facts.hasPosition
      case "tEXt", "zTXt", "iTXt":
        header.hasMetadata = true
        header.hasPosition = header.hasPosition || reader.hasPositionInXMP(content)
      case "IEND":
        header.isComplete = header.width > 0
        return header
      default: break
      }
      at += 12 + length
    }
    return header
  }
}

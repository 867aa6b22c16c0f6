extension ImageHeader {
  /// Walks over the chunks (ISO/IEC 15948, 5 and 11; APNG for `acTL`).
  static func png(_ reader: ByteReader) -> ImageHeader {
    var header = ImageHeader(.png)
    var (isStandard, gamma, chromaticities) = (false, Int?.none, [Int]?.none)
    var codePoints: (primaries: Int, transfer: Int)?
    var at = 8
    while let length = reader.big32(at), at + 12 + length <= reader.count {
      let content = at + 8..<at + 8 + length
      // Those whose name begins with a capital are needed for the pixels; decoders pass over the others where they are
      // damaged (5.4).
      if reader.bytes[at + 4] & 0x20 == 0,
        CRC32.of(reader.bytes[at + 4..<content.upperBound]) != reader.big32(content.upperBound)
      {
        header.isDamaged = true
      }
      switch String(decoding: reader.bytes[at + 4..<at + 8], as: UTF8.self) {
      case "IHDR":
        header.width = reader.big32(content.lowerBound) ?? 0
        header.height = reader.big32(content.lowerBound + 4) ?? 0
        let kind = reader.byte(content.lowerBound + 9) ?? 0
        header.hasAlpha = [4, 6].contains(kind)
        header.colours.model = [0, 4].contains(kind) ? .grey : .rgb
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
      // Packed; whether it fits is the library's to see.
      case "iCCP": header.colours.hasProfile = true
      case "sRGB": isStandard = true
      case "gAMA": gamma = reader.big32(content.lowerBound)
      case "cHRM" where length == 32:
        chromaticities = (0..<8).compactMap { reader.big32(content.lowerBound + $0 * 4) }
      case "cICP": codePoints = (reader.byte(content.lowerBound) ?? 2, reader.byte(content.lowerBound + 1) ?? 2)
      case "IEND":
        // What says more comes before what says less (Portable Network Graphics, third edition, 4.3).
        if let (primaries, transfer) = codePoints {
          header.colours.description = .codePoints(primaries: primaries, transfer: transfer)
        } else if !isStandard {
          header.colours.description = .png(gamma: gamma, chromaticities: chromaticities)
        }
        header.isComplete = header.width > 0
        return header
      default: break
      }
      at += 12 + length
    }
    return header
  }
}

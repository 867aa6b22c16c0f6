extension ImageHeader {
  /// Walks over the segments to the end of the picture (ITU-T T.81, annex B).
  static func jpeg(_ reader: ByteReader) -> ImageHeader {
    var header = ImageHeader(.jpeg)
    // What they mean depends on the number of components, which comes later.
    var profile: Range<Int>?
    var isAdobe = false
    var hasScan = false
    var at = 2
    while let marker = nextMarker(reader, &at) {
      // Marks that stand alone: TEM, RST, SOI.
      if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
      if marker == 0xD9 {
        header.isComplete = header.width > 0 && hasScan
        header.readTrailer(reader, from: at)
        break
      }
      guard let length = reader.big16(at), length >= 2, at + length <= reader.count else { break }
      let content = at + 2..<at + length
      switch marker {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        if header.width == 0, let height = reader.big16(at + 3), let width = reader.big16(at + 5) {
          header.width = width
          header.height = height
          switch reader.byte(at + 7) {
          case 1: header.colours.model = .grey
          case 4: header.colours.model = .cmyk
          default: header.colours.model = .rgb
          }
        }
      case 0xE1 where reader.has("Exif\0", at: at + 2):
        let facts = ExifFacts(reader, at: at + 8)
        header.hasMetadata = true
        if facts.orientation != 1 { header.orientation = facts.orientation }
        header.hasPosition = header.hasPosition || facts.hasPosition
        isAdobe = isAdobe || facts.isAdobe
      case 0xE2 where reader.has("ICC_PROFILE\0\u{1}", at: at + 2): profile = at + 16..<at + length
      case 0xE1:
        header.hasMetadata = true
        header.hasPosition = header.hasPosition || reader.hasPositionInXMP(content)
      case 0xED, 0xFE:
        header.hasMetadata = true
      default: break
      }
      at += length
      if marker == 0xDA {
        hasScan = true
        at = endOfScan(reader, from: at)
      }
    }
    // ICC.1:2022, B.4: in pieces, of which the first holds what there is to know.
    if let profile { header.colours.read(profileAt: profile.lowerBound, before: profile.upperBound, reader) }
    if isAdobe, header.colours.model == .rgb, !header.colours.hasProfile { header.colours.description = .adobe }
    return header
  }

  /// Behind the picture phones put others, and films, each with metadata of its own.
  private mutating func readTrailer(_ reader: ByteReader, from start: Int) {
    guard reader.bytes[start...].contains(where: { $0 != 0 }) else { return }
    hasMetadata = true
    hasPosition =
      hasPosition || ExifFacts(reader, within: start..<reader.count).hasPosition
      || reader.hasPositionInXMP(start..<reader.count)
  }

  /// The next marker, and the place behind it. Fill bytes and stray bytes are passed over, as decoders do.
  private static func nextMarker(_ reader: ByteReader, _ at: inout Int) -> Int? {
    while let byte = reader.byte(at) {
      at += 1
      guard byte == 0xFF, let marker = reader.byte(at), marker != 0xFF, marker != 0 else { continue }
      at += 1
      return marker
    }
    return nil
  }

  /// Where the coded pixels that begin at `start` end: at the next marker that is none of theirs, or with the file.
  static func endOfScan(_ reader: ByteReader, from start: Int) -> Int {
    reader.bytes.withUnsafeBufferPointer { bytes in
      var at = start
      while at + 1 < bytes.count {
        if bytes[at] == 0xFF {
          let next = bytes[at + 1]
          if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return at }
        }
        at += 1
      }
      return bytes.count
    }
  }
}

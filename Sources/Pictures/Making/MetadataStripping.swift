/// Leaves of an encoded picture what shows it and nothing else. The library's own `strip` leaves a block of Exif in WebP
/// and colour profiles in all; sRGB is what is shown where none is named.
enum MetadataStripping {
  /// `nil` where `bytes` are not a whole file of that format: then they are not published.
  static func stripped(_ bytes: [UInt8], _ format: ImageHeader.Format) -> [UInt8]? {
    let reader = ByteReader(bytes: bytes)
    switch format {
    case .jpeg: return jpeg(reader)
    case .png: return png(reader)
    case .webp: return webp(reader)
    case .gif, .heic, .avif, .svg: return nil
    }
  }

  /// Keeps APP0 when it is JFIF's, APP14 when it is Adobe's, which names the colour transform; drops the other
  /// application segments and comments (ITU-T T.81, B.2.4.6).
  private static func jpeg(_ reader: ByteReader) -> [UInt8]? {
    guard reader.big16(0) == 0xFFD8 else { return nil }
    var result: [UInt8] = [0xFF, 0xD8]
    var at = 2
    while reader.byte(at) == 0xFF, let marker = reader.byte(at + 1) {
      if marker == 0xD9 { return result + [0xFF, 0xD9] }
      guard let length = reader.big16(at + 2), length >= 2, at + 2 + length <= reader.count else { return nil }
      let segment = at..<at + 2 + length
      let isKept =
        switch marker {
        case 0xE0: reader.has("JFIF\0", at: at + 4)
        case 0xEE: reader.has("Adobe", at: at + 4)
        case 0xE1...0xEF, 0xFE: false
        default: true
        }
      if isKept { result += reader.bytes[segment] }
      at = segment.upperBound
      if marker == 0xDA {
        let end = ImageHeader.endOfScan(reader, from: at)
        result += reader.bytes[at..<end]
        at = end
      }
    }
    return nil
  }

  /// Keeps the chunks without which the pixels are not what they are (ISO/IEC 15948, 11.2 and 11.3.2).
  private static func png(_ reader: ByteReader) -> [UInt8]? {
    var result = Array(reader.bytes.prefix(8))
    var at = 8
    while let length = reader.big32(at), at + 12 + length <= reader.count {
      let kind = String(decoding: reader.bytes[at + 4..<at + 8], as: UTF8.self)
      if ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].contains(kind) { result += reader.bytes[at..<at + 12 + length] }
      if kind == "IEND" { return result }
      at += 12 + length
    }
    return nil
  }

  /// Keeps the pixels and their transparency (RFC 9649, 2.7).
  private static func webp(_ reader: ByteReader) -> [UInt8]? {
    guard let size = reader.little32(4), 8 + size <= reader.count else { return nil }
    var chunks: [UInt8] = []
    var hasPixels = false
    var at = 12
    while let length = reader.little32(at + 4), at + 8 + length <= 8 + size {
      let end = min(at + 8 + length + length % 2, reader.count)
      var chunk = Array(reader.bytes[at..<end])
      switch String(decoding: chunk.prefix(4), as: UTF8.self) {
      case "VP8X" where chunk.count >= 18:
        // Of the flags only transparency stays: no profile, Exif, XMP, animation.
        chunk[8] &= 0x10
        chunks += chunk
      case "ALPH": chunks += chunk
      case "VP8 ", "VP8L":
        chunks += chunk
        hasPixels = true
      default: break
      }
      at = end
    }
    guard hasPixels else { return nil }
    let total = UInt32(truncatingIfNeeded: chunks.count + 4)
    let head = Array("RIFF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: total >> ($0 * 8)) } + Array("WEBP".utf8)
    return head + chunks
  }
}

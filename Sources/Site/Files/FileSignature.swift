/// What the bytes of a file of some kind must be, as far as it matters to those who open it: a name that says one thing and
/// bytes that are another are how programs and photographs that say too much get past people.
enum FileSignature: Sendable, Hashable {
  case any
  /// One of these texts, at the start.
  case beginning([String])
  /// No byte that text does not have.
  case text
  /// No byte that text does not have, and at the start, behind a byte order mark and blanks, this text, whatever its case.
  case textBeginning(String)
  case pdf, zip, compoundFile, mp3, wav, isoMedia, webM, gpx

  /// Whether all of the file has to be looked at, and not its start alone.
  var wantsWholeFile: Bool {
    switch self {
    case .text, .textBeginning, .gpx: true
    default: false
    }
  }

  /// - Parameter bytes: the file's, all of them where ``wantsWholeFile``, else the first ``MediaType/headLength``.
  func agrees(with bytes: [UInt8]) -> Bool {
    switch self {
    case .any: true
    case .beginning(let texts): texts.contains { bytes.starts(with: $0.utf8) }
    case .text: Self.isText(bytes)
    case .textBeginning(let text): Self.isText(bytes) && Self.firstWord(of: bytes, is: text)
    // Readers take a header behind other bytes (PDF 1.7, annex H.3.4.1), browsers then see those.
    case .pdf: bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || Self.isBlank($0) }.starts(with: "%PDF-".utf8)
    // A local file, or an archive of none (APPNOTE 4.3.7, 4.3.16).
    case .zip: bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
    // [MS-CFB] 2.2; or the rich text that Word writes under the same name.
    case .compoundFile:
      bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) || bytes.starts(with: "{\\rtf".utf8)
    case .mp3: bytes.starts(with: "ID3".utf8) || bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE6 == 0xE2
    case .wav: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WAVE".utf8)
    // An EBML header (RFC 8794, 11.2.1).
    case .webM: bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
    case .isoMedia: Self.isFilm(bytes)
    case .gpx: GPXInspector.isSound(bytes)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The control characters that texts have: tab, line feed, form feed, return, and the end mark of old systems.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) || $0 == 0x1A }
  }

  private static func firstWord(of bytes: [UInt8], is text: String) -> Bool {
    let start = bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || isBlank($0) }.prefix(text.utf8.count)
    return String(decoding: start, as: UTF8.self).uppercased() == text
  }

  /// A film or sound of the ISO family (ISO/IEC 14496-12), or of QuickTime from before it; no photograph, which stands in
  /// the same frame under the brands of ISO/IEC 23008-12 and AVIF.
  private static func isFilm(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 12 else { return false }
    let box = String(decoding: bytes[4..<8], as: UTF8.self)
    guard box == "ftyp" else { return ["moov", "mdat", "wide", "free", "skip"].contains(box) }
    let length = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
    let brands = stride(from: 8, to: min(bytes.count - 3, max(length, 12)), by: 4).map {
      String(decoding: bytes[$0..<($0 + 4)], as: UTF8.self)
    }
    return !brands.contains { Self.pictureBrands.contains($0) }
  }

  private static let pictureBrands: Set<String> = [
    "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1", "avif", "avis", "jxl ", "MiHE",
  ]
}

extension MediaType {
  /// How many bytes of a file show what it is, where not all of it has to be looked at.
  package static let headLength = 4096
  /// Bytes of a file that has to be looked at as a whole, at most.
  package static let longestInspected = 32 << 20

  /// How many bytes ``agrees(with:)`` wants of a file of `size` bytes; `nil` where it is too large to be looked at.
  package func inspectedLength(ofSize size: Int) -> Int? {
    guard signature.wantsWholeFile else { return min(size, Self.headLength) }
    return size <= Self.longestInspected ? size : nil
  }

  /// Whether `bytes` are those of a file of this kind; as many of them as ``inspectedLength(ofSize:)`` says.
  package func agrees(with bytes: [UInt8]) -> Bool { signature.agrees(with: bytes) }
}

extension MediaType {
  /// What people call the kind of a file that begins with `bytes`, for reporting a name that says something else;
  /// `nil` for all but the most common ones.
  package static func name(byBytes bytes: [UInt8]) -> String? {
    let known: [(name: String, start: [UInt8])] = [
      ("JPEG", [0xFF, 0xD8, 0xFF]), ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("GIF", Array("GIF8".utf8)),
      ("PDF", Array("%PDF-".utf8)), ("ZIP", [0x50, 0x4B, 3, 4]),
    ]
    if let kind = known.first(where: { bytes.starts(with: $0.start) }) { return kind.name }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return "WebP" }
    if bytes.dropFirst(4).starts(with: "ftyp".utf8) {
      return FileSignature.isoMedia.agrees(with: bytes) ? "MP4" : "HEIC"
    }
    let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
    return head.contains("<html") || head.contains("<!doctype html") ? "HTML" : nil
  }
}

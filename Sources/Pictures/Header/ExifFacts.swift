/// What matters of a block of Exif: how to turn the picture, whether it says where it was taken, and in what colours.
struct ExifFacts {
  var orientation = 1
  var hasPosition = false
  /// Whether the colours are those of Adobe RGB, as cameras that are set to it say without a profile (DCF 2.0, 3.2).
  var isAdobe = false

  /// Reads the TIFF structure that begins at `start` (Exif 2.3, 4.5; TIFF 6.0, 2). What can't be followed is not there.
  init(_ reader: ByteReader, at start: Int) {
    let isBigEndian: Bool
    if reader.has("MM\0*", at: start) {
      isBigEndian = true
    } else if reader.has("II*\0", at: start) {
      isBigEndian = false
    } else {
      return
    }
    func number(_ at: Int, _ size: Int) -> Int? { reader.number(at, size: size, isBigEndian: isBigEndian) }
    /// Calls `body` with the tag of each field of a directory and the place of its value.
    func fields(at directory: Int, _ body: (_ tag: Int, _ value: Int) -> Void) {
      guard let count = number(start + directory, 2) else { return }
      for index in 0..<count {
        let field = start + directory + 2 + index * 12
        guard let tag = number(field, 2) else { return }
        body(tag, field + 8)
      }
    }

    guard let first = number(start + 4, 4) else { return }
    var position: Int?
    var details: Int?
    var orientation = 1
    fields(at: first) { tag, value in
      if tag == 0x0112, let turn = number(value, 2), (1...8).contains(turn) { orientation = turn }
      if tag == 0x8825 { position = number(value, 4) }
      if tag == 0x8769 { details = number(value, 4) }
    }
    self.orientation = orientation
    if let details {
      var isAdobe = false
      fields(at: details) { tag, value in
        // ColorSpace; 2 is in no standard, and written all the same.
        if tag == 0xA001 { isAdobe = isAdobe || number(value, 2) == 2 }
        guard tag == 0xA005, let other = number(value, 4) else { return }
        // InteroperabilityIndex: « R03 » is Adobe RGB.
        fields(at: other) { tag, value in if tag == 1, reader.has("R03", at: value) { isAdobe = true } }
      }
      self.isAdobe = isAdobe
    }
    guard let position else { return }
    var hasPosition = false
    // GPSLatitude, GPSLongitude and those that name a place in words.
    fields(at: position) { tag, _ in if [2, 4, 20, 22, 28].contains(tag) { hasPosition = true } }
    self.hasPosition = hasPosition
  }

  /// What Exif says that stands somewhere within `range`: the first TIFF structure behind the mark `Exif`.
  init(_ reader: ByteReader, within range: Range<Int>) {
    var from = range.lowerBound
    while let mark = reader.find("Exif\0\0", in: from..<range.upperBound) {
      self.init(reader, at: mark + 6)
      if hasPosition || orientation != 1 { return }
      from = mark + 6
    }
    self.init()
  }

  private init() {}
}

extension ByteReader {
  /// Whether XMP within `range` says where the picture was taken. Written in plain text by all that write it.
  func hasPositionInXMP(_ range: Range<Int>) -> Bool {
    ["GPSLatitude", "GPSLongitude"].contains { find($0, in: range) != nil }
  }
}

import Foundation
import Markup
import Text

/// Makes one cut of a picture.
struct CutMaking {
  let program: VipsThumbnail
  /// Where it may write what it needs on the way.
  let folder: String

  private static let master = "master.png"
  private static let (cardWidth, cardHeight) = (Picture.cardWidth, Picture.cardHeight)
  /// What may be lost of a photograph's surface; of one that stands upright it would be heads and feet.
  private static let mostLost = 0.4
  /// What is lost of any picture rather than to show a seam of ground: no more than a frame takes.
  private static let trifle = 0.02
  /// The most bytes of a card, where that can be had.
  private static let budget = 160_000

  func files(
    _ source: PictureSource, _ bytes: [UInt8], _ cut: PictureCut
  ) throws(PictureFailure) -> [Picture.Variant: [UInt8]] {
    switch cut {
    case .card(let ground, let isWhole): return try card(source, bytes, ground, isWhole: isWhole)
    case .plate(let ground): return try plate(source, bytes, ground)
    }
  }

  // MARK: Cards

  /// A card that is drawn as a whole.
  func card(drawing: [UInt8]) throws(PictureFailure) -> [Picture.Variant: [UInt8]] {
    try draw(drawing, toFit: Self.cardWidth, Self.cardHeight)
    try program.shrink(
      Self.master, in: folder, toFit: Self.cardWidth, Self.cardHeight, to: "card.jpg",
      options: ["Q=85", "optimize-coding", "interlace"])
    return try file("card.jpg", .jpeg)
  }

  private func card(
    _ source: PictureSource, _ bytes: [UInt8], _ ground: Colour, isWhole: Bool
  ) throws(PictureFailure) -> [Picture.Variant: [UInt8]] {
    if try isCropped(source, bytes, isWhole: isWhole) {
      return try jpeg { options throws(PictureFailure) in
        try program.crop(
          Self.master, in: folder, to: Self.cardWidth, Self.cardHeight, result: "card.jpg", options: options)
      }
    }
    // Logos are seen with air around them; a poster is to be read.
    let isDrawing = source.drawing != nil
    let (width, height) = isDrawing ? (960, 470) : (Self.cardWidth, Self.cardHeight)
    var header = try develop(source, bytes, toFit: width, height)
    if !isDrawing, header.width * 2 <= width, header.height * 2 <= height {
      try program.shrink(
        Self.master, in: folder, toFit: header.width * 2, header.height * 2, to: "larger.png",
        options: ["compression=1"], enlarges: true)
      header = try self.header(of: "larger.png")
      return try mounted("larger.png", header, ground)
    }
    return try mounted(Self.master, header, ground)
  }

  private func mounted(
    _ file: String, _ header: ImageHeader, _ ground: Colour
  ) throws(PictureFailure) -> [Picture.Variant: [UInt8]] {
    let opaque = try opaque(file, header, ground)
    return try jpeg { options throws(PictureFailure) in
      try program.mount(
        opaque, in: folder, on: Self.cardWidth, Self.cardHeight, of: ground, to: "card.jpg", options: options)
    }
  }

  /// Whether it loses little by being cropped; then it stands in ``master``, as small as covers the card.
  private func isCropped(
    _ source: PictureSource, _ bytes: [UInt8], isWhole: Bool
  ) throws(PictureFailure) -> Bool {
    guard source.drawing == nil else { return false }
    let header = source.header
    let isTurned = header.orientation >= 5
    let (width, height) = isTurned ? (header.height, header.width) : (header.width, header.height)
    let shape = Double(width) / Double(height) / (Double(Self.cardWidth) / Double(Self.cardHeight))
    let lost = 1 - min(shape, 1 / shape)
    let scale = max(Double(Self.cardWidth) / Double(width), Double(Self.cardHeight) / Double(height))
    guard lost <= (isWhole ? Self.trifle : Self.mostLost), scale <= 1 else { return false }
    let made = try develop(
      source, bytes, toFit: Int((Double(width) * scale).rounded(.up)), Int((Double(height) * scale).rounded(.up)))
    if made.hasAlpha { return false }
    return lost <= Self.trifle ? true : try !isFlat(Self.master)
  }

  /// Whether it is of even surfaces, as posters and screenshots are: letters may stand anywhere in them.
  private func isFlat(_ file: String) throws(PictureFailure) -> Bool {
    let pixels = "pixels.raw"
    try program.shrink(file, in: folder, toFit: 240, 240, to: pixels)
    guard let data = FileManager.default.contents(atPath: folder + "/" + pixels), data.count > 3 else {
      throw .undecodable("")
    }
    // Three bytes a pixel; of grey ones the next but two is as good a neighbour.
    let bytes = [UInt8](data)
    let even = (3..<bytes.count).count { bytes[$0] == bytes[$0 - 3] }
    return even * 2 > bytes.count
  }

  /// The first attempt that is light enough, else the last.
  private func jpeg(
    _ make: (_ options: [String]) throws(PictureFailure) -> Void
  ) throws(PictureFailure) -> [Picture.Variant: [UInt8]] {
    var result: [Picture.Variant: [UInt8]] = [:]
    for options in Recipe.jpegAttempts {
      try make(options)
      result = try file("card.jpg", .jpeg)
      if result.values.allSatisfy({ $0.count <= Self.budget }) { break }
    }
    return result
  }

  // MARK: Plates

  /// Twice the size at which it is shown, for sharp screens.
  private func plate(
    _ source: PictureSource, _ bytes: [UInt8], _ ground: Colour
  ) throws(PictureFailure) -> [Picture.Variant: [UInt8]] {
    let header = try develop(source, bytes, toFit: 400, 96)
    try program.mount(
      try opaque(Self.master, header, ground), in: folder, on: header.width + 40, header.height + 24, of: ground,
      to: "plate.png", options: ["compression=9"])
    return try file("plate.png", .png)
  }

  // MARK: Both

  /// Writes it into ``master``, no larger than a box; a drawing as large.
  private func develop(
    _ source: PictureSource, _ bytes: [UInt8], toFit width: Int, _ height: Int
  ) throws(PictureFailure) -> ImageHeader {
    if source.drawing != nil {
      try draw(bytes, toFit: width, height)
    } else {
      try Development(program: program, folder: folder).develop(
        bytes, source.header, toFit: width, height, to: Self.master, options: ["compression=1", "bitdepth=8"])
    }
    return try header(of: Self.master)
  }

  /// Draws SVG that was looked into before, or is the program's own, into ``master``, as large as a box has it.
  private func draw(_ drawing: [UInt8], toFit width: Int, _ height: Int) throws(PictureFailure) {
    do { try Data(drawing).write(to: URL(fileURLWithPath: folder + "/drawing.svg")) } catch { throw .cache(folder, "") }
    try program.draw("drawing.svg", in: folder, toFit: width, height, to: Self.master)
  }

  private func opaque(_ file: String, _ header: ImageHeader, _ ground: Colour) throws(PictureFailure) -> String {
    guard header.hasAlpha else { return file }
    try program.flatten(file, in: folder, onto: ground, to: "opaque.png")
    return "opaque.png"
  }

  private func header(of file: String) throws(PictureFailure) -> ImageHeader {
    guard let data = FileManager.default.contents(atPath: folder + "/" + file), let header = ImageHeader([UInt8](data))
    else { throw .undecodable("") }
    return header
  }

  private func file(
    _ name: String, _ format: Picture.Variant.Format
  ) throws(PictureFailure) -> [Picture.Variant: [UInt8]] {
    guard let data = FileManager.default.contents(atPath: folder + "/" + name),
      let bytes = MetadataStripping.stripped([UInt8](data), format.imageFormat), let header = ImageHeader(bytes),
      header.format == format.imageFormat, header.isComplete, !header.hasMetadata
    else { throw .undecodable("") }
    return [Picture.Variant(format: format, width: header.width, height: header.height, path: ""): bytes]
  }
}

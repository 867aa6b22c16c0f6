import Foundation
import Markup

/// Makes the files of one picture.
struct PictureMaking {
  let program: VipsThumbnail
  /// Where it may write what it needs on the way.
  let folder: String

  /// The files of a picture, by what they are. `path` of the variants is empty: the cache knows no site.
  func files(_ source: PictureSource, _ bytes: [UInt8]) throws(PictureFailure) -> [Picture.Variant: [UInt8]] {
    // The hostile part happens once: what follows is made of our own copy, upright, in sRGB, without metadata.
    let master = "master.png"
    try Development(program: program, folder: folder).develop(
      bytes, source.header, toFit: Recipe.largestWidth, Recipe.largestHeight, to: master,
      options: ["compression=1", "bitdepth=8"])
    guard let data = FileManager.default.contents(atPath: folder + "/" + master),
      let header = ImageHeader([UInt8](data))
    else {
      throw .undecodable("")
    }
    let seesThrough = header.hasAlpha ? try isTransparent(master) : false
    let steps = Recipe.steps(
      width: header.width, isTransparent: seesThrough,
      isGraphic: [.png, .gif].contains(source.header.format))
    var result: [Picture.Variant: [UInt8]] = [:]
    func keep(_ made: (size: ImageHeader, bytes: [UInt8]), _ format: Picture.Variant.Format) {
      result[Picture.Variant(format: format, width: made.size.width, height: made.size.height, path: "")] = made.bytes
    }
    for step in steps where step.format != .webp { keep(try file(step, of: master), step.format) }
    // What every browser shows: PNG where there is transparency, else JPEG.
    let safe: Picture.Variant.Format = seesThrough ? .png : .jpeg
    let weights = Dictionary(
      result.filter { $0.key.format == safe }.map { ($0.key.width, $0.value.count) }, uniquingKeysWith: min)
    var light: [(ImageHeader, [UInt8])] = []
    for var step in steps where step.format == .webp {
      let limit = weights[step.width] ?? .max
      step.budget = min(step.budget, limit)
      let made = try file(step, of: master)
      // A browser takes the format first and the width then: one width that is no gain, and all go.
      if made.1.count > limit { return result }
      light.append(made)
    }
    // A flat drawing is often heavier small than large, for its soft edges: then the large file serves for both.
    var lightest = Int.max
    for made in light.reversed() where made.1.count < lightest {
      keep(made, .webp)
      lightest = made.1.count
    }
    return result
  }

  /// The first attempt that is light enough, else the last.
  private func file(_ step: Recipe.Step, of master: String) throws(PictureFailure) -> (ImageHeader, [UInt8]) {
    let name = PictureCache.name(step.format, width: step.width)
    var result: (ImageHeader, [UInt8])?
    for options in step.attempts {
      try program.shrink(
        master, in: folder, toFit: step.width, Recipe.largestHeight, to: name, options: options)
      let format = step.format.imageFormat
      guard let data = FileManager.default.contents(atPath: folder + "/" + name),
        let bytes = MetadataStripping.stripped([UInt8](data), format), let header = ImageHeader(bytes),
        header.format == format, header.isComplete, !header.hasMetadata
      else { throw .undecodable("") }
      result = (header, bytes)
      if bytes.count <= step.budget { break }
    }
    guard let result else { throw .undecodable("") }
    return result
  }

  /// Whether anything of it can be seen through. Screenshots often have a fourth channel that says nothing.
  private func isTransparent(_ master: String) throws(PictureFailure) -> Bool {
    let pixels = "pixels.raw"
    try program.shrink(master, in: folder, toFit: 160, 160, to: pixels)
    guard let data = FileManager.default.contents(atPath: folder + "/" + pixels) else { throw .undecodable("") }
    let bytes = [UInt8](data)
    return stride(from: 3, to: bytes.count, by: 4).contains { bytes[$0] < 0xFE }
  }
}

extension Picture.Variant.Format {
  var imageFormat: ImageHeader.Format {
    switch self {
    case .webp: return .webp
    case .jpeg: return .jpeg
    case .png: return .png
    case .gif: return .gif
    case .svg: return .svg
    case .avif: return .avif
    }
  }
}

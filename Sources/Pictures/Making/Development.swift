import Files
import Foundation

/// The first step from an original, which may be anything, to what is published: small, upright, in the colours of sRGB.
///
/// What way the colours take is decided here, by what the file says of itself, and never left to the library, whose versions
/// (8.14 in Debian 12, 8.15 in Ubuntu 24.04, 8.16 in Debian 13) differ where they are asked for less:
/// - numbers that are sRGB's, or grey on its curve, go through untouched: no profile is given, and all versions only shrink;
/// - others are read by the profile of the file, or by one that is written here of what the file says, and written by sRGB's,
///   also written here, since each version brings another: with both at hand all versions do the same one transform;
/// - what can be seen through is shrunk before that, so that it has 8 bits: later versions cut transparency of 16 off;
/// - inks are turned into sRGB first, by themselves: 8.14 shrinks them in sRGB by a way of its own, the others as inks.
///
/// The intent is perceptual, which every profile has (ICC.1:2001-04, 6.3: `AToB0`), as in browsers: asked for one that a
/// profile lacks, 8.14 passes over the profile, and says nothing.
struct Development {
  let program: VipsThumbnail
  /// Where it may write what it needs on the way; an absolute path.
  let folder: String

  private static let original = "original"
  private static let inks = "inks.png"
  private static let shrunk = "shrunk.png"
  private static let sourceProfile = "source.icc"
  private static let standardProfile = "srgb.icc"

  /// Writes `bytes`, whose header is `header`, into the file `result` of the folder, shrunk into a box of pixels.
  func develop(
    _ bytes: [UInt8], _ header: ImageHeader, toFit width: Int, _ height: Int, to result: String, options: [String]
  ) throws(PictureFailure) {
    try write(bytes, to: Self.original)
    do throws(PictureFailure) {
      try shrink(header, header.colours, toFit: width, height, to: result, options: options)
    } catch .undecodable(let reason) {
      if [.heic, .avif].contains(header.format) { throw .formatNotSupported(header.format) }
      // A profile that only seems to be one is passed over, as browsers do.
      guard header.colours.hasProfile else { throw .undecodable(reason) }
      var colours = header.colours
      colours.hasProfile = false
      try shrink(header, colours, toFit: width, height, to: result, options: options)
    }
  }

  private func shrink(
    _ header: ImageHeader, _ colours: ColourFacts, toFit width: Int, _ height: Int, to result: String, options: [String]
  ) throws(PictureFailure) {
    if colours.areStandard {
      return try program.shrink(Self.original, in: folder, toFit: width, height, to: result, options: options)
    }
    try write(ICCProfile.rgb(.standard), to: Self.standardProfile)
    if colours.model == .cmyk {
      try program.convertInks(
        Self.original, in: folder, isTagged: colours.hasProfile, to: Self.inks, profile: Self.standardProfile)
      return try program.shrink(Self.inks, in: folder, toFit: width, height, to: result, options: options)
    }
    let description = colours.description ?? .standard
    try write(
      colours.model == .grey ? ICCProfile.grey(description.curve) : ICCProfile.rgb(description), to: Self.sourceProfile)
    var source = Self.original
    if header.hasAlpha {
      source = Self.shrunk
      try program.shrink(
        Self.original, in: folder, toFit: width, height, to: source, options: ["compression=1", "bitdepth=8"],
        keepsProfile: true)
    }
    try program.shrink(
      source, in: folder, toFit: width, height, to: result, options: options,
      profiles: (Self.sourceProfile, Self.standardProfile))
  }

  private func write(_ bytes: [UInt8], to file: String) throws(PictureFailure) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + file))
    } catch {
      throw .cache(folder, SystemReason.words())
    }
  }
}

/// What the numbers of a picture's pixels stand for, as far as its file says. Where it says nothing they are sRGB's, as
/// everything that shows pictures takes them.
package struct ColourFacts: Sendable, Hashable {
  package enum Model: Sendable, Hashable { case grey, rgb, cmyk }

  package var model = Model.rgb
  /// Whether an ICC profile that fits ``model`` comes with the file.
  package var hasProfile = false
  /// What the file says of them in its own words; heeded where there is no profile.
  package var description: ColourDescription?

  /// Whether the numbers can be taken for sRGB's as they are.
  var areStandard: Bool { model != .cmyk && !hasProfile && description == nil }

  /// Takes note of the ICC profile that begins at `start`. One that is none, or that is of another model than the pixels, is
  /// not there: that is how browsers take the many grey photographs that were left with the profile of colour ones.
  ///
  /// - Parameter end: where its last byte that is at hand stands; large ones come in pieces.
  mutating func read(profileAt start: Int, before end: Int, _ reader: ByteReader) {
    // ICC.1:2022, 7.2: the space of the device at 16, of the connection at 20, the signature at 36; 128 bytes in all.
    guard end - start >= 132, end <= reader.count, reader.has("acsp", at: start + 36) else { return }
    let space =
      switch model {
      case .grey: "GRAY"
      case .rgb: "RGB "
      case .cmyk: "CMYK"
      }
    guard reader.has(space, at: start + 16) else { return }
    guard ["Lab ", "XYZ "].contains(where: { reader.has($0, at: start + 20) }) else { return }
    hasProfile = true
  }
}

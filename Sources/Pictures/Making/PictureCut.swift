import Markup
import Text

/// What is made of a picture besides the files that pages show, where it is asked for.
package enum PictureCut: Sendable, Hashable {
  /// ``Picture/card``: a photograph is cropped to what draws the eye most; a poster, a drawing and what stands upright are set
  /// whole on `ground`, as all is where `isWhole`.
  case card(ground: Colour, isWhole: Bool)
  /// ``Picture/plate``: all of it, set on `ground`.
  case plate(ground: Colour)

  /// Part of the names of its files: what is made changes with it. Raise the number when the making changes.
  var recipe: String {
    switch self {
    case .card(let ground, let isWhole): "card1\(isWhole ? "w" : "c")\(ground.hex.dropFirst())"
    case .plate(let ground): "plate1\(ground.hex.dropFirst())"
    }
  }

  /// The end of its file's name.
  var ending: String {
    switch self {
    case .card: "-carte.jpg"
    case .plate: "-lettre.png"
    }
  }

  func show(_ variant: Picture.Variant, in picture: inout Picture) {
    switch self {
    case .card: picture.card = variant
    case .plate: picture.plate = variant
    }
  }
}

/// The colours of the theme, `#rrggbb`: the same as the custom properties of `assets/style.css`, for what CSS files do not
/// reach (letters, the colour of the browser's frame).
struct Palette: Sendable, Hashable {
  /// Behind everything.
  var paper: String
  /// Behind what is set apart.
  var panel: String
  /// Text.
  var ink: String
  /// Text of less weight.
  var soft: String
  /// Links; the water of the Marne.
  var river: String
  /// The bed of the river: behind the foot of the page.
  var bed: String
  /// Text on ``bed``.
  var foam: String
  /// Date blocks, underlines, buttons; text on it is ``night``.
  var sun: String
  /// Text on ``sun``, in both schemes.
  var night: String
  /// Roofs and awnings; what is cancelled.
  var tile: String
  /// Edges of controls and blocks.
  var edge: String

  static let light = Palette(
    paper: "#fffaf0", panel: "#eef3e6", ink: "#14302f", soft: "#48605d", river: "#0b5c5e", bed: "#0d4446",
    foam: "#f4f0e0", sun: "#ffc845", night: "#14302f", tile: "#b3361e", edge: "#75877f")

  static let dark = Palette(
    paper: "#0e2122", panel: "#163031", ink: "#f4eddb", soft: "#b9c6ba", river: "#86d8ca", bed: "#0a393b",
    foam: "#e9e4d2", sun: "#ffcf5c", night: "#14302f", tile: "#ff9d84", edge: "#6f8d87")
}

import Site
import Text

extension Palette {
  /// The colours of the theme, or those that the settings give in their place.
  static func light(of settings: Settings) -> Palette { settings.colours.map { Palette(light: $0) } ?? light }
  static func dark(of settings: Settings) -> Palette { settings.colours.map { Palette(dark: $0) } ?? dark }

  /// What the settings leave open is mixed from the four, so that it can be read where it stands (WCAG 2.2, 1.4.3, 1.4.11).
  private init(light colours: Settings.Colours) {
    let paper = colours.background
    let panel = paper.mixed(with: colours.primary, 0.07)
    let ink = colours.text.standingOut(from: [paper, panel], by: 4.5, towards: colours.text.farther(from: paper))
    let foam = paper.contrast(with: colours.primary) >= 4.5 ? paper : .white
    self.init(
      paper: paper.hex, panel: panel.hex, ink: ink.hex,
      soft: ink.mixed(with: paper, 0.3).standingOut(from: [paper, panel], by: 4.5, towards: ink).hex,
      river: colours.primary.standingOut(from: [paper, panel], by: 4.5, towards: ink).hex, bed: colours.primary.hex,
      foam: foam.hex, sun: colours.accent.hex, night: colours.text.hex,
      tile: Self.red.standingOut(from: [paper, panel], by: 4.5, towards: ink).hex,
      edge: ink.mixed(with: paper, 0.5).standingOut(from: [paper, panel], by: 3, towards: ink).hex)
  }

  private init(dark colours: Settings.Colours) {
    // What is light by day is light by night: the letters; the ground is the darker of the colours, darker still.
    let isLight = colours.background.contrast(with: .black) > colours.text.contrast(with: .black)
    let bright = isLight ? colours.background : colours.text
    let paper = colours.primary.mixed(with: .black, 0.3).standingOut(from: [bright], by: 14, towards: .black)
    let panel = paper.mixed(with: .white, 0.07)
    let ink = bright.standingOut(from: [paper, panel], by: 7, towards: .white)
    let grounds = [paper, panel]
    self.init(
      paper: paper.hex, panel: panel.hex, ink: ink.hex,
      soft: ink.mixed(with: paper, 0.25).standingOut(from: grounds, by: 4.5, towards: ink).hex,
      river: colours.primary.standingOut(from: grounds, by: 5.5, towards: .white).hex,
      bed: paper.mixed(with: colours.primary, 0.25).standingOut(from: [ink], by: 4.5, towards: .black).hex,
      foam: ink.hex, sun: colours.accent.hex, night: colours.text.hex,
      tile: Self.red.standingOut(from: grounds, by: 4.5, towards: .white).hex,
      edge: ink.mixed(with: paper, 0.5).standingOut(from: grounds, by: 3, towards: ink).hex)
  }

  /// What is cancelled.
  private static let red = Colour("#b3361e") ?? .black

  /// The custom properties of `assets/style.css`.
  private func properties(sky: String) -> String {
    let wave =
      "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='96' height='14'%3E%3Cpath d='M0 14V8q24-12 48 0 24-12 48 0v6z' fill='%23\(bed.dropFirst())'/%3E%3C/svg%3E\")"
    let squiggle =
      "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='24' height='8'%3E%3Cpath d='M0 6q6-8 12 0 6-8 12 0' fill='none' stroke='%23\(sun.dropFirst())' stroke-width='3'/%3E%3C/svg%3E\")"
    let values = [
      ("paper", paper), ("panel", panel), ("ink", ink), ("soft", soft), ("river", river), ("bed", bed), ("foam", foam),
      ("sun", sun), ("night", night), ("tile", tile), ("edge", edge), ("sky", sky), ("wave", wave),
      ("squiggle", squiggle),
    ]
    return values.map { "  --\($0.0): \($0.1);\n" }.joined()
  }

  /// A style sheet that puts these colours in the place of the theme's; on paper all is black on white anyhow.
  static func styleSheet(of colours: Settings.Colours) -> String {
    let (light, dark) = (Palette(light: colours), Palette(dark: colours))
    let sky = colours.background.mixed(with: colours.accent, 0.3)
    let day = sky.contrast(with: colours.text) >= 4.5 ? sky.hex : light.panel
    return "@media screen {\n:root {\n\(light.properties(sky: day))}\n}\n"
      + "@media screen and (prefers-color-scheme: dark) {\n:root {\n\(dark.properties(sky: dark.panel))}\n}\n"
  }
}

extension Colour {
  /// Black or white, whichever is farther.
  fileprivate func farther(from ground: Colour) -> Colour {
    Colour.black.contrast(with: ground) > Colour.white.contrast(with: ground) ? .black : .white
  }
}

extension Champigny {
  package func styleSheet(of colours: Settings.Colours) -> String { Palette.styleSheet(of: colours) }
}

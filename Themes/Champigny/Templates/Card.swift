import Presenting
import Site
import Text

extension Champigny {
  package func ground(of settings: Settings) -> Colour { Colour(Palette.light(of: settings).paper) ?? .white }

  /// The river under the logo, or under the sun where there is none. No word is in it: each machine has other typefaces.
  package func card(of settings: Settings, logo: EmbeddedPicture?) -> String? {
    guard settings.colours != nil || logo != nil else { return nil }
    let palette = Palette.light(of: settings)
    let middle = logo.map(image) ?? "<circle cx=\"600\" cy=\"400\" r=\"230\" fill=\"\(palette.sun)\"/>"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
      <rect width="1200" height="630" fill="\(palette.paper)"/>
      \(middle)
      \(wave(at: 470, start: -60, palette.sun))
      \(wave(at: 520, start: -160, palette.bed))
      </svg>
      """
  }

  private func image(_ logo: EmbeddedPicture) -> String {
    """
    <image href="\(logo.address)" x="150" y="60" width="900" height="330"/>
    """
  }

  /// Water up to the lower edge, in waves of 200.
  private func wave(at height: Int, start: Int, _ colour: String) -> String {
    let crests = String(repeating: "q50-34 100 0t100 0", count: 7)
    return "<path d=\"M\(start) \(height)\(crests)V630H\(start)z\" fill=\"\(colour)\"/>"
  }
}

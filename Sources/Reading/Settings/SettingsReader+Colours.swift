import Diagnostics
import Site
import Text

extension SettingsReader {
  /// Least contrast of text (WCAG 2.2, 1.4.3).
  private static let leastContrast = 4.5

  /// `couleurs`: all four, each legible where it stands; `nil` where one is not, which is reported.
  mutating func colours() -> Settings.Colours? {
    guard fields.has(.colours),
      let members = fields.map(
        .colours,
        example: "couleurs: {fond: \"#fffaee\", texte: \"#14302f\", principale: \"#0f4746\", accent: \"#ffc845\"}")
    else { return nil }
    var inner = FieldReader(members, source: source, table: .colours)
    defer { fields.diagnostics += inner.diagnostics }
    var found: [FieldKey: Colour] = [:]
    for key in [FieldKey.background, .inkColour, .primary, .accent] {
      guard let scalar = inner.scalar(key) else {
        inner.report(.missingMember(fields.place(of: .colours), key: key.rawValue, of: FieldKey.colours.rawValue))
        continue
      }
      if let colour = Colour(scalar.text) {
        found[key] = colour
      } else {
        inner.report(.badColour(source.place(scalar.range), value: scalar.text))
      }
    }
    guard let background = found[.background], let text = found[.inkColour], let primary = found[.primary],
      let accent = found[.accent]
    else { return nil }
    let pairs: [(FieldKey, Colour, FieldKey, Colour)] = [
      (.inkColour, text, .background, background), (.primary, primary, .background, background),
      (.inkColour, text, .accent, accent),
    ]
    var isLegible = true
    for (front, one, ground, other) in pairs where one.contrast(with: other) < Self.leastContrast {
      isLegible = false
      inner.report(
        .illegibleColours(
          inner.place(of: front == .inkColour && ground == .accent ? ground : front), front: front.rawValue,
          ground: ground.rawValue, tenths: Int(one.contrast(with: other) * 10)))
    }
    return isLegible ? Settings.Colours(background: background, text: text, primary: primary, accent: accent) : nil
  }
}

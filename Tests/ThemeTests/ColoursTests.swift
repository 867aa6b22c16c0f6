import Markup
import Presenting
import Site
import Testing
import Text

@testable import ThemeChampigny

/// The colours of the settings, and what is mixed from them, can be read wherever they stand.
@Suite struct ColoursTests {
  private static let choices: [[String]] = [
    ["#fffaee", "#14302f", "#0f4746", "#ffc845"], ["#ffffff", "#000000", "#7a1f5c", "#8fd3ff"],
    ["#ffffff", "#595959", "#767676", "#ffff00"], ["#101020", "#ffffff", "#9ad1ff", "#b00040"],
    ["#fdf6e3", "#3b2f2f", "#8a3324", "#f2c14e"], ["#eeeeee", "#222222", "#0000ee", "#00ff00"],
  ]

  private static func settings(_ choice: [String]) throws -> Settings {
    let colours = try choice.map { try #require(Colour($0)) }
    var settings = Settings(title: "x", baseURL: "https://example.org", identifier: "x")
    settings.colours = Settings.Colours(
      background: colours[0], text: colours[1], primary: colours[2], accent: colours[3])
    return settings
  }

  @Test(arguments: choices) func `what is mixed can be read, by day and by night`(choice: [String]) throws {
    let settings = try Self.settings(choice)
    for palette in [Palette.light(of: settings), Palette.dark(of: settings)] {
      for (front, ground) in [
        (palette.ink, palette.paper), (palette.ink, palette.panel), (palette.soft, palette.paper),
        (palette.soft, palette.panel), (palette.river, palette.paper), (palette.river, palette.panel),
        (palette.tile, palette.paper), (palette.tile, palette.panel), (palette.foam, palette.bed),
        (palette.night, palette.sun),
      ] {
        #expect(try contrast(front, ground) >= 4.5, "\(front) on \(ground)")
      }
      #expect(try contrast(palette.edge, palette.paper) >= 3)
    }
    let light = Palette.light(of: settings)
    #expect(light.paper == choice[0] && light.sun == choice[3])
  }

  @Test func `the card of the site is drawn in its colours, or with its logo`() throws {
    let theme = Champigny()
    var settings = Settings(title: "Le <préau>", baseURL: "https://example.org", identifier: "x")
    #expect(theme.card(of: settings, logo: nil) == nil && theme.ground(of: settings).hex == Palette.light.paper)
    let logo = EmbeddedPicture(address: "data:image/png;base64,AAAA", width: 90, height: 30)
    let plain = try #require(theme.card(of: settings, logo: logo))
    #expect(plain.contains("href=\"data:image/png;base64,AAAA\"") && plain.contains(Palette.light.bed))
    settings = try Self.settings(Self.choices[1])
    let coloured = try #require(theme.card(of: settings, logo: nil))
    let palette = Palette.light(of: settings)
    for colour in [palette.paper, palette.sun, palette.bed] { #expect(coloured.contains(colour)) }
    #expect(
      !coloured.contains("<text") && !coloured.contains("<image") && theme.ground(of: settings).hex == palette.paper)
  }

  @Test func `a logo keeps its shape at the head of a page, and is its mark where it is square`() {
    func head(_ width: Int, _ height: Int) -> String {
      var context = Sample.context(.home, "Accueil")
      let file = Picture.Variant(format: .svg, width: width, height: height, path: "/images/logo.svg")
      context.site.settings.logo = Image(
        target: .site(file.path), alternative: "", position: Sample.start,
        picture: Picture(width: width, height: height, variants: [file]))
      return Champigny().layout(context, "").text
    }
    let wide = head(300, 100)
    #expect(wide.contains("<img class=\"own\" src=\"/essai/images/logo.svg\" alt=\"\" width=\"120\" height=\"40\">"))
    #expect(wide.contains("mark.svg\" type=") && !wide.contains("mark.svg\" alt="))
    let square = head(50, 50)
    #expect(square.contains("<link rel=\"icon\" href=\"/essai/images/logo.svg\" type=\"image/svg+xml\">"))
    #expect(!square.contains("mark.svg"))
  }

  @Test func `the style sheet names every colour, and none on paper`() throws {
    let settings = try Self.settings(Self.choices[1])
    let sheet = Champigny().styleSheet(of: try #require(settings.colours))
    for colour in Palette.light(of: settings).colours + Palette.dark(of: settings).colours {
      #expect(sheet.contains("--\(colour.name): \(colour.colour);"), "\(colour.name)")
    }
    #expect(sheet.ranges(of: "@media screen").count == 2 && !sheet.contains("</"))
    #expect(Palette.light(of: Settings(title: "x", baseURL: "https://x.fr", identifier: "x")) == .light)
  }
}

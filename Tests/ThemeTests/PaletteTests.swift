import Testing

@testable import ThemeChampigny

@Suite struct PaletteTests {
  @Test(arguments: [("\n:root {", Palette.light), ("(prefers-color-scheme: dark) {", Palette.dark)])
  func `the style sheet has the same colours`(start: String, palette: Palette) throws {
    let sheet = try Assets.text("style.css")
    let from = try #require(sheet.firstRange(of: start)).upperBound
    let block = sheet[from...].prefix { $0 != "}" }
    for (name, colour) in palette.colours {
      #expect(block.contains("--\(name): \(colour);"), "--\(name)")
    }
  }

  /// Text and what it stands on (WCAG 2.2, 1.4.3).
  @Test(arguments: [Palette.light, .dark]) func `text can be read`(palette: Palette) throws {
    for ground in [palette.paper, palette.panel] {
      for text in [palette.ink, palette.soft, palette.river, palette.tile] {
        #expect(try contrast(text, ground) >= 4.5, "\(text) on \(ground)")
      }
    }
    #expect(try contrast(palette.night, palette.sun) >= 4.5)
    #expect(try contrast(palette.foam, palette.bed) >= 4.5)
    #expect(try contrast(palette.sun, palette.bed) >= 4.5)
  }

  /// Edges of controls, and what shows the focus (WCAG 2.2, 1.4.11).
  @Test(arguments: [Palette.light, .dark]) func `controls can be seen`(palette: Palette) throws {
    #expect(try contrast(palette.edge, palette.paper) >= 3)
    #expect(try contrast(palette.tile, palette.paper) >= 3)
    #expect(try contrast(palette.sun, palette.bed) >= 3)
  }

  @Test func `contrast is that of WCAG`() throws {
    #expect(try contrast("#000000", "#ffffff") == 21)
    #expect(try contrast("#ffffff", "#ffffff") == 1)
    #expect(abs(try contrast("#777777", "#ffffff") - 4.48) < 0.01)
  }
}

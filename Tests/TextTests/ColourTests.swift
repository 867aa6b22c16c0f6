import Testing
import Text

@Suite struct ColourTests {
  @Test func `a colour is read and written`() throws {
    #expect(Colour("#0F4746")?.hex == "#0f4746")
    #expect(Colour("#0fc")?.hex == "#00ffcc")
    for text in ["", "#", "0f4746", "#0f474", "#0f47466", "#ggg", "red", "#０ff"] {
      #expect(Colour(text) == nil, "\(text)")
    }
  }

  @Test func `contrast is that of WCAG`() throws {
    #expect(Colour.black.contrast(with: .white) == 21)
    let grey = try #require(Colour("#767676"))
    #expect((4.53...4.55).contains(grey.contrast(with: .white)))
    #expect(grey.mixed(with: .black, 0) == grey && grey.mixed(with: .black, 1) == .black)
    let legible = grey.standingOut(from: [.white], by: 7, towards: .black)
    #expect(legible.contrast(with: .white) >= 7 && legible != .black)
  }
}

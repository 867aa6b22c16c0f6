import Testing
import Time

@Suite struct CivilDateISOTests {
  @Test(arguments: ["2018", "2018-12", "2018-12-05", "2018-12-05T18:30", "2020-02-29", "0001-01-01T00:00"])
  func `a standard form comes back as it was`(text: String) {
    #expect(PartialDate(iso: text)?.iso == text)
  }

  @Test func `a space may stand for the T`() {
    #expect(PartialDate(iso: "2018-12-05 18:30") == PartialDate(iso: "2018-12-05T18:30"))
  }

  @Test(arguments: [
    "", "18", "0000", "2018-13", "2018-1", "2019-02-29", "2018-12-5", "2018/12/05", "2018-12-05T24:00",
    "2018-12-05T18:60", "2018-12-05T18h30", "２０１８", "2018-12-05T18:30:00", " 2018", "+018",
  ])
  func `anything else is none`(text: String) {
    #expect(PartialDate(iso: text) == nil)
  }
}

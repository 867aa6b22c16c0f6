import Testing

@testable import Text

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("titel", "titre"), ("brouilon", "brouillon"), ("partenaire", "partenaires"), ("etiqueTTes", nil), ("xyz", nil),
  ])
  func `the nearest name`(name: String, expected: String?) {
    let names = ["titre", "brouillon", "partenaires", "resume", "date"]
    #expect(EditDistance.nearest(to: name, in: names).first == expected)
  }
}

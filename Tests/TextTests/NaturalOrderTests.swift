import Testing
import Text

@Suite struct NaturalOrderTests {
  @Test func `numbers count by their value`() {
    let sorted = [
      "", "007", "07", "7", "10", "atelier", "atelier 2", "atelier 2 bis", "atelier 10", "atelier 10 bis", "atelier x",
      "salle 1.2", "salle 1.10", "salle 00000000000000000000000000009", "salle 10",
      "salle 12345678901234567890123456789",
    ]
    for (i, a) in sorted.enumerated() {
      for (j, b) in sorted.enumerated() {
        #expect(NaturalOrder.precedes(a, b) == (i < j), "« \(a) », « \(b) »")
      }
    }
  }
}

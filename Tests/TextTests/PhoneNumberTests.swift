import Testing
import Text

@Suite struct PhoneNumberTests {
  @Test(arguments: [
    ("01 99 00 11 22", "tel:+33199001122", "01 99 00 11 22"),
    ("+33 1 99 00 11 22", "tel:+33199001122", "01 99 00 11 22"),
    ("+33 (0)1.99.00.11.22", "tel:+33199001122", "01 99 00 11 22"),
    ("0033199001122", "tel:+33199001122", "01 99 00 11 22"),
    ("06-39-98-00-00", "tel:+33639980000", "06 39 98 00 00"), ("39 39", "tel:3939", "39 39"),
    ("+32 2 555 12 12", "tel:+3225551212", "+32 25 55 12 12"),
  ])
  func `numbers are read as people write them`(written: String, link: String, text: String) throws {
    let number = try #require(PhoneNumber(written))
    #expect(number.link == link)
    #expect(number.text == text.replacing(" ", with: "\u{A0}"))
    #expect(PhoneNumber(number.dialled) == number)
    #expect(PhoneNumber(number.text) == number)
  }

  @Test(arguments: [
    "", "bonjour", "12", "2026-03-05", "01 99 00 11", "01 99 00 11 22 33", "01 99 00 11 22 ou 06 39 98 00 00", "+12345",
    "1+33199001122", "12345678901234567890",
  ])
  func `what is no number is none`(written: String) { #expect(PhoneNumber(written) == nil) }
}

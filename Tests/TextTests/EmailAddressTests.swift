import Testing

@testable import Text

@Suite struct EmailAddressTests {
  @Test(arguments: [
    ("contact@example.org", "contact@example.org"), ("A.b+c_d'e@Example.ORG", "A.b+c_d'e@Example.ORG"),
    ("contact@café-préau.fr", "contact@xn--caf-prau-d1ad.fr"), ("a@Café.fr", "a@xn--caf-dma.fr"),
    ("a@été-à-la-plage.fr", "a@xn--t--la-plage-86a8ib.fr"), ("a@bücher-ä.de", "a@xn--bcher--gua0q.de"),
    ("a@ПРИМЕР.рф", "a@xn--e1afmkfd.xn--p1ai"), ("a@straße.de", "a@xn--strae-oqa.de"),
    ("a@例え.テスト", "a@xn--r8jz45g.xn--zckzah"),
    ("a@xn--caf-dma.fr", "a@xn--caf-dma.fr"), ("a@1.2.fr", "a@1.2.fr"),
  ])
  func `an address is written in letters that every program takes`(written: String, expected: String) throws {
    let address = try EmailAddress.read(written).get()
    #expect(address.text == expected)
    #expect(address.text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [
    ("équipe@example.org", EmailAddress.Fault.accentBeforeAt), ("equipe.@preau.fr", .misplacedDot),
    (".equipe@preau.fr", .misplacedDot), ("a..b@preau.fr", .misplacedDot), ("a@b", .domain), ("a@b.", .domain),
    ("a@.b.fr", .domain), ("a@-b.fr", .domain), ("a@b_c.fr", .domain), ("a@1.2.3.4", .domain),
    ("a@cafe\u{301}.fr", .domain), ("a@b..fr", .domain), ("a", .malformed), ("a@@b.fr", .malformed),
    ("@b.fr", .malformed), ("a@", .malformed), ("", .malformed), ("a b@c.fr", .malformed), ("\"a\"@b.fr", .malformed),
    ("a@b.fr\r\nBcc: c@d.fr", .malformed), ("a\n@b.fr", .malformed), ("a@b.fr>", .domain),
    (String(repeating: "a", count: 65) + "@b.fr", .malformed),
    ("a@" + String(repeating: "b", count: 64) + ".fr", .domain),
  ])
  func `what is none says why`(written: String, fault: EmailAddress.Fault) {
    #expect(EmailAddress.read(written) == .failure(fault))
  }

  @Test func `a link holds what would end it only encoded`() throws {
    #expect(
      try EmailAddress.read("a&b?c#d%e/f+g@café.fr").get().link == "mailto:a%26b%3Fc%23d%25e%2Ff+g@xn--caf-dma.fr")
  }

  @Test(arguments: [("a@b.invalid", true), ("a@B.INVALID", true), ("a@invalid.fr", false)])
  func `nothing arrives at a placeholder`(written: String, isPlaceholder: Bool) {
    #expect(EmailAddress(written)?.isPlaceholder == isPlaceholder)
  }
}

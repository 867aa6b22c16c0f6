import Testing
import Text

@Suite struct WebSchemeTests {
  @Test(arguments: [
    ("https://exemple.org/Page", WebScheme.https, "https://exemple.org/Page"),
    ("Https://exemple.org/Page", .https, "https://exemple.org/Page"),
    ("HTTP://Exemple.org", .http, "http://Exemple.org"), ("http://", .http, "http://"),
  ])
  func `capitals of a scheme mean nothing`(address: String, scheme: WebScheme, small: String) {
    #expect(WebScheme(of: address) == scheme)
    #expect(address.isWebAddress && address[...].isWebAddress)
    #expect(address.withSmallScheme == small)
    #expect(scheme.rawValue + scheme.rest(of: address) == small)
  }

  @Test(arguments: [
    "", "h", "http", "http:", "http:/exemple.org", "httpx://exemple.org", "https:exemple.org", "httpss://exemple.org",
    "ftp://exemple.org", " https://exemple.org", "www.exemple.org", "//exemple.org", "ｈttps://exemple.org",
  ])
  func `what begins otherwise is no whole address`(text: String) {
    #expect(WebScheme(of: text) == nil && !text.isWebAddress)
    #expect(text.withSmallScheme == text)
  }
}

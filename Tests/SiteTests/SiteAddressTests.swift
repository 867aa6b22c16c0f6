import Site
import Testing

@Suite struct SiteAddressTests {
  @Test(arguments: [
    ("https://example.org", "https://example.org", ""), ("https://example.org/", "https://example.org", ""),
    ("https://Example.ORG/Champigny//", "https://example.org/Champigny", "/Champigny"),
    ("http://localhost:8080/a/b/", "http://localhost:8080/a/b", "/a/b"),
  ])
  func `an address is taken apart`(text: String, baseURL: String, basePath: String) throws {
    let address = try #require(BaseURL(text))
    #expect(address.baseURL == baseURL)
    #expect(address.basePath == basePath)
  }

  @Test(arguments: [
    "", "example.org", "ftp://example.org", "https://", "https:///x", "https://a b", "https://a/?q", "https://a/#f",
    "https://a/../b", "https://a//b", "javascript:alert(1)", "https://é.fr", "https://a/<b>", "https://:80/",
  ])
  func `anything else is refused`(text: String) {
    #expect(BaseURL(text) == nil)
  }
}

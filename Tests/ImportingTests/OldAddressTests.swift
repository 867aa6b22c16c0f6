import Testing

@testable import Importing

/// Addresses of the site that is left, and the way from file to file.
@Suite struct OldAddressTests {
  @Test(arguments: [
    "/2019/05/le-four", "/2019/05/le-four/", "/2019/05/le-four//", "/2019/05/Le-Four/", "/2019/05/le%2Dfour",
    "/2019/05/le-four/index.html", "/2019/05/le-four/index.php", "https://www.atelier.example/2019/05/le-four/#haut",
    "//atelier.example/2019/05/le-four",
  ])
  func `all ways to write an address are one`(address: String) {
    #expect(OldSite("https://atelier.example/").key(of: address) == "/2019/05/le-four")
  }

  @Test(arguments: [
    ("/", ""), ("/?p=12", "?p=12"), ("/a/?p=12", "/a?p=12"), ("/a_b/c-1/", "/a_b/c-1"), ("/été/", "/été"),
    ("/%C3%A9t%C3%A9", "/été"), ("/a.html", "/a.html"), ("https://ailleurs.example/a", nil),
  ])
  func `an address has one key`(address: String, key: String?) {
    #expect(OldSite("https://atelier.example").key(of: address) == key)
  }

  @Test(arguments: [
    ("Content/nouvelles/a.md", "Content/nouvelles/b.md", "b.md"),
    ("Content/nouvelles/a.md", "Content/pages/b.md", "../pages/b.md"),
    ("Content/pages/a.md", "Content/pages/a/b.md", "a/b.md"), ("Content/pages/a/b.md", "Content/pages/c.md", "../c.md"),
    ("Content/pages/a/b.md", "Content/pages/a/c.md", "c.md"), ("Content/a/b.md", "Content/ab/b.md", "../ab/b.md"),
  ])
  func `the way from a file to another`(file: String, other: String, path: String) {
    #expect(RelativePath.between(file, other) == path)
  }
}

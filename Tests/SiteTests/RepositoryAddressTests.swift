import Site
import Testing

@Suite struct RepositoryAddressTests {
  @Test(arguments: [
    ("https://github.com/champigny/site", ForgeHost.github, "https://github.com/champigny/site"),
    ("https://github.com/champigny/site/", .github, "https://github.com/champigny/site"),
    ("https://GitHub.com/Champigny/Site.git", .github, "https://github.com/Champigny/Site"),
    ("https://github.com/champigny/site.git/", .github, "https://github.com/champigny/site"),
    ("https://github.com/champigny/site/tree/main/Content?x=1#readme", .github, "https://github.com/champigny/site"),
    ("https://nom:secret@github.com/champigny/site", .github, "https://github.com/champigny/site"),
    ("https://gitlab.com/groupe/sous-groupe/site.git", .gitlab, "https://gitlab.com/groupe/sous-groupe/site"),
    ("https://framagit.org/groupe/site/-/tree/main", .gitlab, "https://framagit.org/groupe/site"),
    ("https://gitlab.exemple.org:8443/groupe/site", .gitlab, "https://gitlab.exemple.org:8443/groupe/site"),
    ("https://codeberg.org/champigny/site", .forgejo, "https://codeberg.org/champigny/site"),
    ("https://codeberg.org/champigny/src/src/branch/main/Content", .forgejo, "https://codeberg.org/champigny/src"),
    ("http://exemple.org/git/champigny/site/", .forgejo, "http://exemple.org/git/champigny/site"),
  ])
  func `what people copy from their browser`(text: String, host: ForgeHost, expected: String) {
    let address = RepositoryAddress(text)
    #expect(address?.host == host)
    #expect(address?.text == expected)
  }

  @Test(arguments: [
    "", "https://", "https://github.com", "https://github.com/champigny", "https://github.com/champigny/.git",
    "https://gitlab.com/groupe/-/tree", "git@github.com:champigny/site.git", "https:///champigny/site",
    "ssh://git@codeberg.org/a/b", "https://nom@/a/b",
  ])
  func `what is no repository`(text: String) {
    #expect(RepositoryAddress(text) == nil)
  }
}

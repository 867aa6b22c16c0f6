import Site
import Testing

@testable import Reading

/// Earlier addresses as they are written.
@Suite struct AliasPathTests {
  @Test(arguments: [
    ("/ancien", "/ancien/"), ("/2019/05/article/", "/2019/05/article/"), ("/a.html", "/a.html"),
    ("/L'été", nil), ("/été", "/%C3%A9t%C3%A9/"), ("/", nil), ("ancien", nil), ("//ancien", nil), ("/a b", nil),
    // Of WordPress, SPIP, Drupal, Joomla, Wix.
    ("/?p=123", "/?p=123"), ("/?page_id=3&preview=true", "/?page_id=3&preview=true"),
    ("/spip.php?article12", "/spip.php?article12"),
    ("/spip.php?page=article&id_article=4", "/spip.php?page=article&id_article=4"),
    (
      "/index.php?option=com_content&view=article&id=3:la-halle",
      "/index.php?option=com_content&view=article&id=3:la-halle"
    ),
    ("/?q=node/12", "/?q=node/12"), ("/blog?m=1", "/blog/?m=1"), ("/a/?", nil), ("/?", nil),
    ("/?q=été", "/?q=%C3%A9t%C3%A9"), ("/?q=%C3%A9", "/?q=%C3%A9"),
    // What a file of a server would take for more than a letter.
    ("/?p=1\"", nil), ("/?p=1#x", nil), ("/?p=<x>", nil), ("/?p=1\\", nil), ("/?p=%22", nil), ("/?p=%0A", nil),
    ("/?p=%ZZ", nil), ("/?p=$1", "/?p=%241"), ("/?p=(a", "/?p=%28a"), ("/../?p=1", nil),
  ])
  func `an earlier address is a path of the site, perhaps with a query`(text: String, path: String?) {
    #expect((try? AliasPath.read(text).get())?.text == path)
  }
}

import Testing

@testable import Serving

@Suite struct RequestTargetTests {
  @Test(arguments: [
    ("/", "/", [:]), ("/agenda/?derniere-version", "/agenda/", ["derniere-version": ""]),
    ("/%C3%A9t%C3%A9/a%20b", "/été/a b", [:]),
    ("/x?since=12&since=13&q=%C3%A9%3D1&&=", "/x", ["since": "12", "q": "é=1", "": ""]),
    ("/a%2Fb", "/a/b", [:]), ("/a+b?c+d=e", "/a+b", ["c+d": "e"]), ("/x?y?z=1", "/x", ["y?z": "1"]),
    ("/%ff%", "/%ff%", [:]), ("", "", [:]), ("*", "*", [:]), ("//a/../b", "//a/../b", [:]),
  ])
  func `paths and queries`(target: String, path: String, query: [String: String]) {
    #expect(RequestTarget(target).path == path)
    #expect(RequestTarget(target).query == query)
  }
}

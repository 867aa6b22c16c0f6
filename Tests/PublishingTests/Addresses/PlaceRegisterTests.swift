import Site
import TestSupport
import Testing

@testable import Publishing

@Suite struct PlaceRegisterTests {
  private func file(_ path: String) -> PublishedFile {
    PublishedFile(MachineFile(path: path, source: "Content/" + path))
  }

  @Test(arguments: [
    (["a.html", "A.html"], ["a.html"]), (["é.html", "e\u{301}.html"], ["é.html"]),
    (["É.html", "e\u{301}.html"], ["É.html"]),
    (["a/b", "a"], ["a/b"]), (["a", "a/b"], ["a"]), (["a", "A/b/c"], ["a"]), (["a/b/c", "a/B"], ["a/b/c"]),
    (["a/b", "a/c", "a-b"], ["a-b", "a/b", "a/c"]), (["ﬁ.html", "fi.html"], ["fi.html", "ﬁ.html"]),
    (["ẞ", "ß"], ["ẞ"]),
  ])
  func `of two files that a disk may take for one, the first has the place`(paths: [String], kept: [String]) {
    let publication = Publication(files: paths.map(file))
    #expect(Set(publication.files.map(\.path)) == Set(kept))
    #expect(publication.collisions.count == paths.count - kept.count)
    for path in kept { #expect(publication.file(at: path)?.path == path) }
  }

  @Test func `whatever is put in, no two files share a place`() {
    var random = SeededGenerator(seed: 7)
    let steps = ["a", "A", "é", "e\u{301}", "b", "index.html", "c.ics"]
    for _ in 0..<500 {
      let paths = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in steps.randomElement(using: &random) ?? "a" }
          .joined(separator: "/")
      }
      let publication = Publication(files: paths.map(file))
      let folded = publication.files.map { PlaceRegister.folded($0.path) }
      #expect(Set(folded).count == folded.count)
      let folders = Set(folded.flatMap { path in path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) } })
      #expect(folders.isDisjoint(with: folded))
      #expect(publication.files.count + publication.collisions.count == paths.count)
    }
  }
}

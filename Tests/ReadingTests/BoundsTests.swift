import Diagnostics
import Files
import Foundation
import Site
import Testing
import Threads

@testable import Reading

/// What one file, or all of them, may be at most.
@Suite struct BoundsTests {
  @Test func `files beyond the limit are reported once, and the others are read`() throws {
    let fixture = try ContentFixture([:])
    for number in 0..<8 { try fixture.write([], to: "images/\(number).png") }
    let tree = ContentTree(root: fixture.root, limit: 5)
    #expect(tree.files.count == 5)
    #expect(tree.diagnostics.map(\.code) == ["too-many-files"])
    #expect(tree.diagnostics.first?.message.contains("4 de plus") == true)
    #expect(ContentTree(root: fixture.root).diagnostics.isEmpty)
  }

  @Test func `the reading of each file is watched`() async throws {
    let reported = Locked<[Watchdog.Alarm]>([])
    var limits = Watchdog.Limits()
    limits.time = .milliseconds(1)
    let watchdog = Watchdog(limits: limits) { alarm in reported.withLock { $0.append(alarm) } }
    let text = (0..<800).map { "Un *mot* et un [lien](https://exemple.org/\($0)).\n\n" }.joined()
    let fixture = try ContentFixture(["nouvelles/lourd.md": "---\ntitre: Essai\ndate: 2026\n---\n" + text])
    var options = ContentFixture.options
    options.watchdog = watchdog
    _ = await fixture.read(options)
    #expect(reported.withLock { $0 }.contains(.time(file: "Content/nouvelles/lourd.md")))
  }

  @Test func `a file with very many mistakes reports the first ones and how many there are besides`() async throws {
    let lines = (0..<1500).map { "ligne \($0)" }.joined(separator: "\n")
    let fixture = try ContentFixture(["nouvelles/a.md": "---\ntitre: Essai\ndate: 2026\n\(lines)\n---\nTexte.\n"])
    let diagnostics = await fixture.read().diagnostics
    #expect(diagnostics.count == 201)
    let more = try #require(diagnostics.first { $0.code == "more-remarks" })
    #expect(more.severity == .error)
    #expect(more.message.contains("1300"))
  }

  @Test(arguments: [("a\nb\r\nc\rd", 4), ("", 1), ("\u{FEFF}a\n", 2), ("\n\n", 3), ("a\r\n", 2)])
  func `places are found by the lines of a file`(text: String, lines: Int) {
    let source = SourceText(path: "a", bytes: Array(text.utf8))
    #expect(source.bounds(ofLine: lines) != nil)
    #expect(source.bounds(ofLine: lines + 1) == nil)
    for offset in 0...source.bytes.count {
      let place = source.place(offset..<offset)
      guard let bounds = source.bounds(ofLine: place.line) else {
        Issue.record("\(offset) lies on no line")
        continue
      }
      #expect(bounds.lowerBound <= max(offset, source.firstOffset))
    }
  }
}

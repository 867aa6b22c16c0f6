import Foundation
import TestSupport
import Testing

/// What the fuzzer (`make fuzz`) checks of whatever it makes up, checked here of what is kept: its findings, each since it
/// was mended, and texts as people write them.
@Suite struct FuzzingTests {
  @Test(arguments: FuzzTarget.allCases)
  func `what was found once holds`(target: FuzzTarget) async throws {
    for (name, input) in try Fixtures.files(in: "fuzzing/\(target.rawValue)") {
      #expect(await target.faults(of: input) == [], "\(name)")
    }
  }

  @Test func `the texts of the fixture sites hold`() async throws {
    for (name, text) in try Fixtures.files(in: "complet/Content") where name.hasSuffix(".md") {
      #expect(await FuzzTarget.markdown.faults(of: text) == [], "\(name)")
      for kind in UInt8(0)..<8 { #expect(await FuzzTarget.entry.faults(of: [kind] + text) == [], "\(name) as \(kind)") }
    }
  }

  @Test func `the messages of the fixtures hold, and what is left of them where they are cut`() async throws {
    for (name, bytes) in try Fixtures.files(in: "courriels") where name.hasSuffix(".eml") {
      for end in stride(from: bytes.count, through: 0, by: -max(1, bytes.count / 7)) {
        #expect(await FuzzTarget.mail.faults(of: Array(bytes.prefix(end))) == [], "\(name) up to \(end)")
      }
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `random inputs hold`(target: FuzzTarget) async {
    var generator = SeededGenerator(seed: 20_260_320)
    for _ in 0..<(target.isSlow ? 5 : 200) {
      let input = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      #expect(await target.faults(of: input) == [], "\(input)")
    }
  }

  @Test(arguments: [
    "<p>a", "<p>a</em>", "<script>a</script>", "<p onclick=\"a\">b</p>", "<p class=a>b</p>", "a & b", "a > b", "a < b",
    "<a href=\"javascript:a\">b</a>", "<a href=\"JaVaScRiPt:a\">b</a>", "<a href=\" javascript:a\">b</a>",
    "<a href=\"/a\"><a href=\"/b\">c</a></a>", "<p id=\"a\"></p><p id=\"a\"></p>", "<p><ul></ul></p>", "\u{1}",
    "<p title=\"a<b\"></p>", "<img src=\"data:a\">", "&nbsp;",
  ])
  func `HTML that says more than it should is reported`(html: String) {
    #expect(StrictHTML.fault(in: html) != nil)
  }

  @Test(arguments: [
    "<a/>", "<a>", "<a></b>", "<a b=\"<\"/>", "a & b", "\u{1}", "<a b=c/>", "<!-- a -->", "<a b=\"c/>", "\u{FFFF}",
  ])
  func `XML that is none is reported`(xml: String) {
    let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    #expect((StrictXML(xml == "<a/>" ? xml : declaration + xml)).fault != nil)
  }

  @Test(arguments: [
    "A:b", "A:b\n", "A:b\r\nc\r\n", "A:\u{1}\r\n", "A:" + String(repeating: "x", count: 74) + "\r\n",
  ])
  func `a calendar that is none is reported`(text: String) {
    #expect(CalendarText(Array(text.utf8)).fault != nil)
  }

  @Test func `mail that is none is reported`() {
    #expect(MailText.fault(inLines: "a\nb\r\n", width: 76) != nil)
    #expect(MailText.fault(inLines: "é\r\n", width: 76) != nil)
    #expect(MailText.fault(inLines: String(repeating: "a", count: 77) + "\r\n", width: 76) != nil)
    #expect(MailText.shown("=?UTF-8?B?w6k=?= =?UTF-8?B?w6k=?=\r\n a") == "éé a")
    #expect(MailText.shown("=?UTF-8?B?w?=") == nil)
    #expect(MailText.decoded(quotedPrintable: "=C3=A9 =\r\na") == Array("é a".utf8))
    #expect(MailText.decoded(quotedPrintable: "=c3") == nil)
  }
}

enum Fixtures {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// Every file below `path`, with its bytes.
  static func files(in path: String) throws -> [(name: String, bytes: [UInt8])] {
    let root = folder.appending(path: path)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return try names.sorted().compactMap { name in
      let file = root.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return nil }
      return (name, Array(try Data(contentsOf: file)))
    }
  }
}

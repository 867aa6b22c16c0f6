import Diagnostics
import Foundation
import Testing

@testable import Reading

@Suite struct MistakeTests {
  @Test(arguments: Mistakes.all)
  func `a mistake is reported once, at its place`(mistake: Mistake) async throws {
    let marked = MarkedText(mistake.text)
    let fixture = try ContentFixture(mistake.others.merging([mistake.path: marked.text]) { $1 })
    let result = await fixture.read()
    let reported = result.diagnostics.filter { $0.code == mistake.code }
    #expect(reported.count == 1, "\(result.diagnostics.map { "\($0.code) \($0.place?.text ?? "") \($0.message)" })")
    if let place = reported.first?.place, let expected = marked.expected {
      #expect(place.file == "Content/" + mistake.path)
      #expect(expected == (place.line, place.column, place.length), "\(place)")
    }
    let others = result.diagnostics.filter { $0.code != mistake.code && $0.severity == .error }
    #expect(others.isEmpty, "\(others.map { "\($0.code) \($0.place?.text ?? "")" })")
  }

  @Test func `messages are as they were recorded`() async throws {
    var text = ""
    for mistake in Mistakes.all {
      let fixture = try ContentFixture(mistake.others.merging([mistake.path: MarkedText(mistake.text).text]) { $1 })
      let result = await fixture.read()
      let reported = result.diagnostics.filter { $0.code == mistake.code }
      text += "# \(mistake.name)\n" + DiagnosticReport(reported, sources: result.sources).text() + "\n"
    }
    try Snapshot("mistakes.txt").expect(text)
  }

  @Test func `no message speaks English, YAML or Swift`() async throws {
    for mistake in Mistakes.all {
      let fixture = try ContentFixture(mistake.others.merging([mistake.path: MarkedText(mistake.text).text]) { $1 })
      for diagnostic in await fixture.read().diagnostics {
        let words = diagnostic.message + " " + (diagnostic.hint ?? "")
        for foreign in [
          "expected", "mapping", "scalar", "YAML", "parser", "token", "Optional", "nil", "Error", "block ",
        ] {
          #expect(!words.contains(foreign), "\(diagnostic.code): \(words)")
        }
      }
    }
  }
}

/// A text kept beside the tests; `GAZETTE_RECORD=1` records it anew.
struct Snapshot {
  let path: String

  init(_ name: String, file: String = #filePath) {
    path = (file as NSString).deletingLastPathComponent + "/Snapshots/" + name
  }

  func expect(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["GAZETTE_RECORD"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOfFile: path, encoding: .utf8)
    let difference = zip(text.split(separator: "\n"), recorded.split(separator: "\n")).first { $0 != $1 }
    #expect(text == recorded, "\(String(describing: difference))", sourceLocation: sourceLocation)
  }
}

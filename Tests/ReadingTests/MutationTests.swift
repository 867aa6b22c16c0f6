import Diagnostics
import Site
import TestSupport
import Testing

@testable import Reading

@Suite struct MutationTests {
  private static let pieces: [String] = [
    "---", "\n", ": ", "- ", "[", "]", "{", "}", "\"", "'", "#", "&a", "*a", "!!", "|", ">", "\t", "\r", "\u{0}",
    "\u{202E}", "—",
    "é", "2026-02-30", "99999999999999999999", "  ", "<<<<<<< ", "](", "![](", "../../x", "\u{FEFF}", "e\u{301}", "oui",
  ]

  private static func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let at = Int.random(in: 0...bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.insert(contentsOf: Array((pieces.randomElement(using: &generator) ?? "").utf8), at: at)
      case 1 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &generator)
      case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...12, using: &generator)))
      default:
        let other = Int.random(in: 0...bytes.count, using: &generator)
        let slice = Array(bytes[min(at, other)..<min(max(at, other), min(at, other) + 60)])
        bytes.insert(contentsOf: slice, at: at)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<8)
  func `reading survives whatever is written, and every place is in the file`(seed: Int) async throws {
    var generator = SeededGenerator(seed: UInt64(seed) &* 7919)
    let fixture = try ContentFixture([:])
    let samples = Mistakes.all.filter { $0.path != "site.yml" }
    for round in 0..<12 {
      for index in 0..<40 {
        let mistake = samples[Int.random(in: 0..<samples.count, using: &generator)]
        let folder = mistake.path.split(separator: "/").first.map(String.init) ?? "pages"
        let bytes = Self.mutated(Array(MarkedText(mistake.text).text.utf8), &generator)
        try fixture.write(bytes, to: "\(folder)/m\(round)-\(index).md")
      }
    }
    let result = await fixture.read()
    #expect(result.site != nil)
    for diagnostic in result.diagnostics {
      guard let place = diagnostic.place, place.line > 0, let source = result.sources[place.file] else { continue }
      #expect(source.bounds(ofLine: place.line) != nil, "\(diagnostic)")
      #expect(place.length >= 1)
    }
    let report = DiagnosticReport(result.diagnostics, sources: result.sources)
    let sent = report.text() + report.github()
    #expect(!sent.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    #expect(report.json().split(separator: "\n").count == report.diagnostics.count)
  }
}

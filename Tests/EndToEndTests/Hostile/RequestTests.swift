import Foundation
import TestSupport
import Testing

/// The preview under requests put together at random of pieces that do and do not belong there.
@Suite struct RequestTests {
  private static let methods = ["GET", "HEAD", "POST", "get", "OPTIONS", "CONNECT", "TRACE", "PRI", "", "G\u{E9}T"]
  private static let paths = [
    "/", "/agenda/", "/agenda", "//", "//exemple.org/agenda", "/\\exemple.org", "/../../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fContent/site.yml", "/.git/config", "/%00", "/%", "/%zz",
    "/agenda/%0d%0aX:%20y",
    "http://exemple.org/", "*", "", "agenda", "/?a=b#c", "/agenda/?x=%ff", "/__gazette/remarques",
    "/__gazette/../agenda/",
    "/-/infolettre/", "/-/infolettre/../../x", "/-/infolettre/2026-04/", "/images/../Content/site.yml",
    "/" + String(repeating: "a/", count: 3_000), "/" + String(repeating: "%41", count: 2_000), "/e\u{301}t\u{e9}/",
  ]
  private static let versions = ["HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/1.1 ", "HTTP/9.9", "", "HTTP/1.1\r\nX: y"]
  private static let headers = [
    "Connection: close", "Connection: keep-alive", "Content-Length: 5", "Content-Length: -1",
    "Content-Length: 99999999999",
    "Content-Length: 5\r\nContent-Length: 6", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked, gzip",
    "Expect: 100-continue", "Upgrade: h2c", "Range: bytes=0-1", "Range: bytes=99-1,-", "If-None-Match: \"x\"",
    "Accept-Encoding: gzip", "Host: exemple.org", "Host:", "Origin: http://exemple.org", "X: \u{1}\u{7F}", " folded: a",
    "no colon", ": no name", "Cookie: " + String(repeating: "a=b; ", count: 2_000),
  ]
  private static let bodies = [
    "", "bonjour", "5\r\nbonjo\r\n0\r\n\r\n", "ffffffffffffffff\r\nx", "0\r\n\r\n", "\r\n\r\n\r\n",
  ]

  private static func request(port: UInt16, _ source: inout SeededGenerator) -> String {
    func one(_ pieces: [String], _ source: inout SeededGenerator) -> String {
      pieces.randomElement(using: &source) ?? ""
    }
    var lines = ["\(one(methods, &source)) \(one(paths, &source)) \(one(versions, &source))"]
    // Mostly as a browser would, so that more than the first line is looked at.
    if Int.random(in: 0..<5, using: &source) > 0 {
      lines[0] = "\(one(["GET", "HEAD", "POST"], &source)) \(one(paths, &source)) HTTP/1.1"
      lines.append("Host: 127.0.0.1:\(port)")
    }
    for _ in 0..<Int.random(in: 0...3, using: &source) { lines.append(one(headers, &source)) }
    let end = Int.random(in: 0..<10, using: &source) == 0 ? "\n" : "\r\n"
    let whole = lines.joined(separator: end) + end + end + one(bodies, &source)
    return Int.random(in: 0..<10, using: &source) == 0 ? String(whole.prefix(whole.count / 2)) + "x" : whole
  }

  @Test func `each is answered or ends the connection, and the next one is served`() async throws {
    let scratch = try ScratchFolder()
    let fixture = Program.projectRoot + "/Tests/Fixtures/minimal"
    try FileManager.default.copyItem(atPath: fixture, toPath: scratch.path + "/projet")
    let program = try await PreviewProgram.begin(root: scratch.path + "/projet", scratch: scratch)
    var source = SeededGenerator(seed: 20_260_315)
    var statuses: Set<String> = []
    for _ in 0..<400 {
      let request = Self.request(port: program.port, &source)
      let bytes = try #require(
        HTTPExchange.answer(to: request, port: program.port, endsSending: true), "\(request.debugDescription)")
      let answer = String(decoding: bytes, as: UTF8.self)
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1."), "\(request.debugDescription)")
      for location in answer.matches(of: /\r\n[Ll]ocation: ?([^\r\n]*)/).map(\.output.1) {
        #expect(
          location.hasPrefix("/") && !location.hasPrefix("//"), "\(request.debugDescription) leads to \(location)")
      }
      // Neither a file of the machine, nor one of the project that is not published.
      #expect(!answer.contains("root:x:0") && !answer.contains("\nidentifiant: "), "\(request.debugDescription)")
      answer.firstMatch(of: /^HTTP\/1\.[01] (\d\d\d)/).map { _ = statuses.insert(String($0.output.1)) }
    }
    #expect(statuses.isSuperset(of: ["200", "400", "403", "404", "405"]), "\(statuses.sorted())")
    #expect(try program.get("/").status == 200 && program.process.isRunning)
  }
}

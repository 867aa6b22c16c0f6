import Diagnostics
import Foundation
import NIOCore
import NIOPosix
import Site

@testable import Publishing
@testable import Serving

enum RequestsTarget {
  /// Sent before the rest of an input, so that more than the first line of a request is looked at.
  private static let beginnings = [
    "", "GET /", "HEAD /agenda/", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n",
    "POST / HTTP/1.1\r\nHost: localhost:8000\r\n",
    "GET /lieu/",
  ]

  static func check(_ input: [UInt8], _ checks: inout Checks) async {
    let end = Array(" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8)
    for path in [input, input.filter { $0 > 0x20 }] {
      let target = RequestTarget(String(decoding: path, as: UTF8.self))
      check(PreviewRouter(preview).answer(path: target.path), &checks)
    }
    var source = ByteSource(input)
    let request = Array(source.one(of: beginnings).utf8) + source.line() + (source.bool() ? end : []) + source.line()
    // Asked there, an answer goes on for as long as somebody listens.
    guard !request.contains(Array("changes".utf8)) else { return }
    let answer = await answer(to: request)
    guard let answer else { return checks.expect(false, "no connection") }
    let text = String(decoding: answer, as: UTF8.self)
    checks.expect(answer.isEmpty || text.hasPrefix("HTTP/1."), "answers \(text.prefix(80))")
    let heads = text.split(separator: "\r\n\r\n").filter { $0.hasPrefix("HTTP/1.") }
    for line in heads.flatMap({ $0.split(separator: "\r\n").dropFirst() }) {
      let name = String(line.prefix { $0 != ":" })
      checks.expect(names.contains(name.lowercased()), "sends the field \(name.prefix(40))")
      guard name == "Location" else { continue }
      let place = line.dropFirst(name.count + 1).drop { $0 == " " }
      checks.expect(place.hasPrefix("/") && !place.hasPrefix("//") && !place.contains("\\"), "leads to \(place)")
    }
  }

  private static func check(_ answer: PreviewAnswer, _ checks: inout Checks) {
    checks.expect([200, 301, 302, 307, 308, 404].contains(answer.status), "the status \(answer.status)")
    if case .file(_, let name) = answer.body { checks.expect(name == "Content/plan.pdf", "sends \(name)") }
    if let place = answer.location {
      checks.expect(place.hasPrefix("/") && !place.hasPrefix("//") && !place.contains("\\"), "leads to \(place)")
      checks.expect(place.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "leads to \(place)")
    }
  }

  private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// What is sent over a connection on which `request` comes and nothing more; `nil` where none can be had. One that does not
  /// end is for who runs this to see: how long an answer takes says nothing where the machine is busy.
  private static func answer(to request: [UInt8]) async -> [UInt8]? {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { return nil }
    let asked = try? await ClientBootstrap(group: group).channelOption(.allowRemoteHalfClosure, value: true)
      .withConnectedSocket(ends[0]) { channel in
        channel.eventLoop.makeCompletedFuture {
          try PreviewServer(port: 0, state: PreviewState(preview)).configured(channel)
        }
      }
    let asking = try? await ClientBootstrap(group: group).channelOption(.allowRemoteHalfClosure, value: true)
      .withConnectedSocket(ends[1]) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
            wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
      }
    guard let asked, let asking else { return nil }
    let serving = Task { try? await PreviewConnection(state: PreviewState(preview)).serve(asked) }
    var answer: [UInt8] = []
    // A connection that is ended while something still comes is ended all the same.
    try? await asking.executeThenClose { pieces, writer in
      try? await writer.write(ByteBuffer(bytes: request))
      writer.finish()
      for try await piece in pieces { answer += Array(piece.readableBytesView) }
    }
    await serving.value
    return answer
  }

  /// What the preview sends, by names in lower case.
  private static let names: Set<String> = Set(
    (HeaderField.everywhere + MediaType.all.flatMap(HeaderField.fields)).map { $0.name.lowercased() }
      + ["cache-control", "location", "content-length", "connection", "allow", "content-type", "transfer-encoding"])

  private static let preview: Preview = {
    let pages = ["/", "/agenda/", "/a b/", "/é/"].map { path in
      PublishedFile(page: SitePath(path), owner: .program("une page")) { "<!doctype html><title>a</title>" }
    }
    let plan = PublishedFile(Attachment(path: SitePath("/plan.pdf"), source: "Content/plan.pdf", size: 8))
    return Preview(
      version: 1, publication: Publication(files: pages + [plan].compactMap { $0 }), report: DiagnosticReport([]),
      basePath: "", projectRoot: "/nonexistent")
  }()
}

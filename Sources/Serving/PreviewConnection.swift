import Files
import NIOCore
import NIOHTTP1
import Publishing
import Text

/// What is said over one connection of a browser: its requests, one after the other, and what each is answered.
struct PreviewConnection {
  typealias Channel = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  /// How many bytes of a file are read at once.
  private static let pieceSize = 1 << 16

  let state: PreviewState

  /// Answers until the browser goes away or asks for the end.
  func serve(_ channel: Channel) async throws {
    // What is written through its own writer may still be on its way, and is lost, when the channel is closed: each part is
    // written so that it has left when the next is begun.
    let writer = Writer(channel: channel.channel)
    try await channel.executeThenClose { requests, _ in
      var head: HTTPRequestHead?
      for try await part in requests {
        switch part {
        case .head(let next): head = next
        // Nothing that is served here reads what comes with a request.
        case .body: break
        case .end:
          guard let request = head else { return }
          try await answer(request, writer)
          if !request.isKeepAlive { return }
        }
      }
    }
  }

  private func answer(_ request: HTTPRequestHead, _ writer: Writer) async throws {
    // A page of another site must not read what is here through a name that it made point to this machine (DNS rebinding).
    guard Self.isLocal(request.headers.first(name: "Host") ?? "") else {
      return try await send(.forbidden, [("Content-Length", "0")], for: request, writer)
    }
    guard request.method == .GET || request.method == .HEAD else {
      return try await send(.methodNotAllowed, [("Allow", "GET, HEAD"), ("Content-Length", "0")], for: request, writer)
    }
    let target = RequestTarget(request.uri)
    if target.path == PreviewRouter.changesPath {
      let since = target.query["since"].flatMap { Int($0) } ?? 0
      let fields = [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")]
      return try await send(.ok, fields, for: request, writer) {
        try await ChangeEvents(state: state, since: since).send { try await writer.write($0) }
      }
    }
    let router = PreviewRouter(await state.current)
    try await send(router.answer(path: target.path), for: request, writer)
  }

  private func send(_ answer: PreviewAnswer, for request: HTTPRequestHead, _ writer: Writer) async throws {
    // As on the site itself, so that what would not open there does not open here.
    var fields = (HeaderField.everywhere + HeaderField.fields(of: answer.type)).map { ($0.name, $0.value) }
    fields.append(("Cache-Control", "no-store"))
    if let location = answer.location { fields.append(("Location", location)) }
    let status = HTTPResponseStatus(statusCode: answer.status)
    switch answer.body {
    case .bytes(let bytes):
      fields.append(("Content-Length", String(bytes.count)))
      try await send(status, fields, for: request, writer) { try await writer.write(bytes) }
    case .file(let root, let name):
      let file = try ConfinedFolder(root).file(name)
      fields.append(("Content-Length", String(file.size)))
      try await send(status, fields, for: request, writer) {
        // No more than was announced, even where the file grows meanwhile.
        var rest = file.size
        while rest > 0 {
          let piece = try file.read(atMost: min(Self.pieceSize, rest))
          // It has become shorter: that is shown by breaking off, for the length is out.
          guard !piece.isEmpty else { throw ConfinedFolder.Failure.unreadable }
          rest -= piece.count
          try await writer.write(piece)
        }
      }
    }
  }

  /// - Parameter body: left out for HEAD, which gets the header that GET would send, without it (RFC 9110, 9.3.2).
  private func send(
    _ status: HTTPResponseStatus, _ fields: [(String, String)], for request: HTTPRequestHead, _ writer: Writer,
    body: () async throws -> Void = {}
  ) async throws {
    var head = HTTPResponseHead(version: request.version, status: status, headers: HTTPHeaders(fields))
    // RFC 9112, 9.6.
    if !request.isKeepAlive { head.headers.add(name: "Connection", value: "close") }
    try await writer.write(.head(head))
    if request.method != .HEAD { try await body() }
    try await writer.write(.end(nil))
  }

  static func isLocal(_ host: String) -> Bool {
    let name = host.lastIndex(of: ":").map { host[..<$0] } ?? host[...]
    return [PreviewServer.host, "localhost"].contains(name.lowercased())
  }
}

/// Sends the parts of answers, each as soon as there is room for it.
private struct Writer {
  let channel: any NIOCore.Channel

  func write(_ part: HTTPServerResponsePart) async throws { try await channel.writeAndFlush(part) }

  /// Sends `bytes` as a part of a body.
  func write(_ bytes: [UInt8]) async throws { try await write(.body(.byteBuffer(ByteBuffer(bytes: bytes)))) }
}

/// What a browser asks for (RFC 9112, 3.2.1): a path and a query.
struct RequestTarget {
  /// Percent-encoding undone, as far as it makes sense.
  let path: String
  /// The parameters of the query by name. Of several of one name the first; empty where none has a value.
  let query: [String: String]

  init(_ target: String) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = PercentCoding.decoded(parts[0])
    let parameters = parts.dropFirst().first?.split(separator: "&").map { parameter in
      let sides = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (PercentCoding.decoded(sides[0]), sides.count > 1 ? PercentCoding.decoded(sides[1]) : "")
    }
    query = Dictionary(parameters ?? [], uniquingKeysWith: { first, _ in first })
  }
}

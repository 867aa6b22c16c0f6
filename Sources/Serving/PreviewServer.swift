import FlyingFox
import FlyingSocks
import Foundation

/// Serves the preview to browsers on this machine, and to nobody else.
package struct PreviewServer: Sendable {
  /// The only address at which it listens.
  package static let host = "127.0.0.1"
  /// How many bytes are sent at once.
  private static let pieceSize = 1 << 16

  package let port: UInt16
  let state: PreviewState

  package init(port: UInt16, state: PreviewState) {
    self.port = port
    self.state = state
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter ready: called when browsers may come.
  /// - Throws: ``PortTaken`` where another program has the port.
  package func run(ready: @escaping @Sendable () -> Void) async throws {
    let server = HTTPServer(address: try .inet(ip4: Self.host, port: port), logger: .disabled)
    await server.appendRoute("GET *", to: ClosureHTTPHandler { try await response(to: $0) })
    await server.appendRoute(
      "HEAD *",
      to: ClosureHTTPHandler { request in
        var response = try await response(to: request)
        // As long as what GET would send, without it (RFC 9110, 9.3.2).
        if case .httpBody(let body) = response.payload {
          response.headers[.contentLength] = body.count.map(String.init)
        }
        response.payload = .httpBody(HTTPBodySequence())
        return response
      })
    await server.appendRoute(
      "*",
      to: ClosureHTTPHandler { _ in
        let headers: HTTPHeaders = [HTTPHeader("Allow"): "GET, HEAD"]
        return HTTPResponse(statusCode: .methodNotAllowed, headers: headers, body: Data())
      })
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        // Beside it: where the server can't begin, that is to be told and not waited for.
        group.addTask {
          try await server.waitUntilListening(timeout: 60)
          ready()
        }
        while try await group.next() != nil {}
      }
    } catch let error as SocketError {
      if case .failed(_, let code, _) = error, code == EADDRINUSE || code == EACCES {
        throw PortTaken(port: port, free: Self.freePort(after: port), isForbidden: code == EACCES)
      }
      throw error
    }
  }

  private func response(to request: HTTPRequest) async throws -> HTTPResponse {
    // A page of another site must not read what is here through a name that it made point to this machine (DNS rebinding).
    guard PreviewServer.isLocal(request.headers[.host] ?? "") else { return HTTPResponse(statusCode: .forbidden) }
    if request.path == PreviewRouter.changesPath {
      let since = request.query.first { $0.name == "since" }.flatMap { Int($0.value) } ?? 0
      return HTTPResponse(
        statusCode: .ok, headers: [.contentType: "text/event-stream", HTTPHeader("Cache-Control"): "no-store"],
        body: HTTPBodySequence(from: ChangeEvents(state: state, since: since)))
    }
    let router = PreviewRouter(await state.current)
    let answer = router.answer(
      path: request.target.path(percentEncoded: false), query: Set(request.query.map(\.name)))
    var headers: HTTPHeaders = [
      .contentType: answer.contentType, HTTPHeader("Cache-Control"): "no-store",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
    ]
    headers[.location] = answer.location
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers, body: try Self.body(answer.body))
  }

  private static func body(_ body: PreviewAnswer.Body) throws -> HTTPBodySequence {
    switch body {
    case .bytes(let bytes): return HTTPBodySequence(data: Data(bytes), suggestedBufferSize: pieceSize)
    case .file(let path):
      return try HTTPBodySequence(file: URL(fileURLWithPath: path), suggestedBufferSize: pieceSize)
    }
  }

  static func isLocal(_ host: String) -> Bool {
    let name = host.lastIndex(of: ":").map { host[..<$0] } ?? host[...]
    return [Self.host, "localhost"].contains(name.lowercased())
  }

  /// The next port that nobody has, of the twenty that follow `port`.
  package static func freePort(after port: UInt16) -> UInt16? {
    let first = port >= 65_515 || port < 1023 ? 8000 : port + 1
    return (first..<(first + 20)).first { candidate in
      guard let socket = try? Socket(domain: AF_INET), let address = try? sockaddr_in.inet(ip4: host, port: candidate)
      else { return false }
      defer { try? socket.close() }
      return (try? socket.setValue(true, for: .localAddressReuse)) != nil && (try? socket.bind(to: address)) != nil
        && (try? socket.listen()) != nil
    }
  }
}

/// The port can't be had.
package struct PortTaken: Error, Sendable {
  package let port: UInt16
  /// One that could be.
  package let free: UInt16?
  /// Whether the system keeps it for others; else another program listens there already.
  package let isForbidden: Bool
}

import FlyingFox
import FlyingSocks
import Foundation

/// Serves the preview to browsers on this machine, and to nobody else.
package struct PreviewServer: Sendable {
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
    let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
    await server.appendRoute("GET *", to: ClosureHTTPHandler { try await answer($0) })
    await server.appendRoute(
      "HEAD *",
      to: ClosureHTTPHandler { request in
        var response = try await answer(request)
        response.payload = .httpBody(HTTPBodySequence())
        return response
      })
    await server.appendRoute("*", to: ClosureHTTPHandler { _ in HTTPResponse(statusCode: .methodNotAllowed) })
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        try await server.waitUntilListening()
        ready()
        try await group.waitForAll()
      }
    } catch let error as SocketError {
      if case .failed(_, let code, _) = error, code == EADDRINUSE { throw PortTaken(port: port) }
      throw error
    }
  }

  private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
    // A page of another site must not read what is here through a name that it made point to this machine (DNS rebinding).
    guard PreviewServer.isLocal(request.headers[.host] ?? "") else { return HTTPResponse(statusCode: .forbidden) }
    if request.path == PreviewRouter.changesPath {
      let since = request.query.first { $0.name == "since" }.flatMap { Int($0.value) } ?? 0
      return HTTPResponse(
        statusCode: .ok, headers: [.contentType: "text/event-stream", HTTPHeader("Cache-Control"): "no-store"],
        body: HTTPBodySequence(from: ChangeEvents(state: state, since: since)))
    }
    let router = PreviewRouter(await state.current)
    let answer = router.answer(path: request.path, query: Set(request.query.map(\.name)))
    var headers: HTTPHeaders = [
      .contentType: answer.contentType, HTTPHeader("Cache-Control"): "no-store",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
    ]
    headers[.location] = answer.location
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers, body: Data(answer.body))
  }

  static func isLocal(_ host: String) -> Bool {
    let name = host.lastIndex(of: ":").map { host[..<$0] } ?? host[...]
    return ["127.0.0.1", "localhost"].contains(name)
  }
}

/// Another program listens on the port already.
package struct PortTaken: Error, Sendable {
  package let port: UInt16
}

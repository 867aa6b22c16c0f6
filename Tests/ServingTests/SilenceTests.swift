import Diagnostics
import Foundation
import Testing

@testable import Serving

/// Connections on which nothing comes or goes: each would keep a place of the few that a process has.
@Suite(.timeLimit(.minutes(15))) struct SilenceTests {
  private let state = PreviewState(
    Preview(version: 1, publication: nil, report: DiagnosticReport([]), basePath: "", projectRoot: ""))

  /// Does `body` with the port of a server that takes `longest` for too long a silence.
  private func serving(_ longest: Duration, _ body: (UInt16) async throws -> Void) async throws {
    // Another program may take a port that was free just now.
    for _ in 0..<20 {
      let port = try #require(await PreviewServer.freePort(after: UInt16.random(in: 20_000...50_000)))
      let (readiness, ready) = AsyncStream.makeStream(of: Bool.self)
      let server = PreviewServer(port: port, state: state, longestSilence: longest)
      let running = Task {
        defer { ready.finish() }
        try await server.run { ready.yield(true) }
      }
      defer { running.cancel() }
      for await _ in readiness { return try await body(port) }
    }
    Issue.record("no port")
  }

  /// A connection to `port` over which `text` was sent.
  private func connection(to port: UInt16, saying text: String) throws -> FileHandle {
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(socket >= 0)
    let handle = FileHandle(fileDescriptor: socket, closeOnDealloc: true)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr(PreviewServer.host)
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(connected == 0)
    let sent = text.utf8.withContiguousStorageIfAvailable {
      send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    try #require(sent == text.utf8.count)
    return handle
  }

  /// Whether the server ends the connection within `seconds`, whatever it says before.
  private func ends(_ connection: FileHandle, within seconds: Double) async -> Bool {
    await withCheckedContinuation { done in
      Thread.detachNewThread {
        let end = ContinuousClock.now + .seconds(seconds)
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
          let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
          if left <= 0 { return done.resume(returning: false) }
          var question = pollfd(fd: connection.fileDescriptor, events: Int16(POLLIN), revents: 0)
          guard poll(&question, 1, Int32(left.rounded(.up))) > 0 else { continue }
          if recv(connection.fileDescriptor, &buffer, buffer.count, 0) <= 0 { return done.resume(returning: true) }
        }
      }
    }
  }

  @Test(arguments: [
    "", "GET / HT", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
  ])
  func `who says nothing more is let go`(text: String) async throws {
    try await serving(.milliseconds(300)) { port in
      let connection = try connection(to: port, saying: text)
      #expect(await ends(connection, within: 120))
    }
  }

  @Test func `who may be silent for longer is kept`() async throws {
    try await serving(.seconds(3600)) { port in
      let connection = try connection(to: port, saying: "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
      #expect(await ends(connection, within: 1) == false)
    }
  }

  @Test func `in the product that is a minute`() {
    #expect(PreviewServer(port: 8000, state: state).longestSilence == .seconds(60))
  }
}

import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves the preview to browsers on this machine, and to nobody else.
package struct PreviewServer: Sendable {
  /// The only address at which it listens.
  package static let host = "127.0.0.1"

  package let port: UInt16
  let state: PreviewState
  /// After so long without a word a connection ends.
  let longestSilence: Duration

  /// - Parameter longestSilence: how long a connection may be without a word. Streams of changes say something every few
  ///   seconds; who says nothing for a minute has gone.
  package init(port: UInt16, state: PreviewState, longestSilence: Duration = .seconds(60)) {
    self.port = port
    self.state = state
    self.longestSilence = longestSilence
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter ready: called when browsers may come.
  /// - Throws: ``PortTaken`` where another program has the port.
  package func run(ready: @Sendable () -> Void) async throws {
    let listener = try await listener()
    ready()
    try await withThrowingDiscardingTaskGroup { group in
      try await listener.executeThenClose { connections in
        for try await connection in connections {
          // One that breaks off is nobody else's affair.
          group.addTask { try? await PreviewConnection(state: state).serve(connection) }
        }
      }
    }
  }

  private func listener() async throws -> NIOAsyncChannel<PreviewConnection.Channel, Never> {
    do {
      return try await Self.bootstrap.bind(host: Self.host, port: Int(port)) { channel in
        channel.eventLoop.makeCompletedFuture {
          try configured(channel)
        }
      }
    } catch let error as IOError where error.errnoCode == EADDRINUSE || error.errnoCode == EACCES {
      let free = await Self.freePort(after: port)
      throw PortTaken(port: port, free: free, isForbidden: error.errnoCode == EACCES)
    }
  }

  /// The connection `channel` as requests and answers; on its event loop.
  func configured(_ channel: any Channel) throws -> PreviewConnection.Channel {
    try channel.pipeline.syncOperations.addHandlers(
      IdleStateHandler(allTimeout: TimeAmount(longestSilence)), IdleConnectionCloser())
    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
    return try PreviewConnection.Channel(wrappingChannelSynchronously: channel)
  }

  private static var bootstrap: ServerBootstrap {
    ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      // A port that the last preview has just left may be had at once.
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // Who says with the request that nothing more comes (RFC 9293, 3.6) still waits for the answer.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
  }

  /// The next port that nobody has, of the twenty that follow `port`.
  package static func freePort(after port: UInt16) async -> UInt16? {
    let first = port >= 65_515 || port < 1023 ? 8000 : port + 1
    for candidate in first..<(first + 20) {
      guard let channel = try? await bootstrap.bind(host: host, port: Int(candidate)).get() else { continue }
      try? await channel.close()
      return candidate
    }
    return nil
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

/// Ends a connection on which nothing comes or goes.
private final class IdleConnectionCloser: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent {
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }
}

/// The stream of server-sent events by which one page hears of the next version (HTML, 9.2.5): a comment now and then, so
/// that a page that went away is noticed, and one message at the end.
struct ChangeEvents {
  /// How long nothing may be said.
  private static let pause = Duration.seconds(15)

  let state: PreviewState
  let since: Int

  /// Sends the stream piece by piece, to its end.
  func send(_ write: ([UInt8]) async throws -> Void) async throws {
    try await write(Array("retry: 300\n\n".utf8))
    while true {
      guard let version = try await version(within: Self.pause) else {
        try await write(Array(": rien\n\n".utf8))
        continue
      }
      return try await write(Array("data: \(version)\n\n".utf8))
    }
  }

  /// The next version; `nil` when none came in time.
  private func version(within pause: Duration) async throws -> Int? {
    try await withThrowingTaskGroup(of: Int?.self) { group in
      group.addTask { await state.version(after: since) }
      group.addTask {
        try await Task.sleep(for: pause)
        return nil
      }
      let first = try await group.next() ?? nil
      group.cancelAll()
      return first == since ? nil : first
    }
  }
}

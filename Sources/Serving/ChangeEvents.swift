import FlyingFox
import FlyingSocks

/// The stream of server-sent events by which one page hears of the next version (HTML, 9.2.5): a comment now and then, so
/// that a page that went away is noticed, and one message at the end.
struct ChangeEvents: AsyncBufferedSequence {
  typealias Element = UInt8

  /// How long nothing may be said.
  static let pause = Duration.seconds(15)

  let state: PreviewState
  let since: Int

  func makeAsyncIterator() -> Iterator { Iterator(state: state, since: since) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    let state: PreviewState
    let since: Int
    private var hasBegun = false
    private var isOver = false

    init(state: PreviewState, since: Int) {
      self.state = state
      self.since = since
    }

    mutating func next() async throws -> UInt8? {
      try await nextBuffer(suggested: 1)?.first
    }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      if isOver { return nil }
      if !hasBegun {
        hasBegun = true
        return Array("retry: 300\n\n".utf8)
      }
      guard let version = try await version(within: Self.pause) else { return Array(": rien\n\n".utf8) }
      isOver = true
      return Array("data: \(version)\n\n".utf8)
    }

    private static let pause = ChangeEvents.pause

    /// The next version; `nil` when none came in time.
    private func version(within pause: Duration) async throws -> Int? {
      let (state, since) = (state, since)
      return try await withThrowingTaskGroup(of: Int?.self) { group in
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
}

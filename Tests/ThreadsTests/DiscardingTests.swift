import Testing
import Threads

@Suite struct DiscardingTests {
  /// Says when nobody holds it any more.
  private final class Held: Sendable {
    let ended: @Sendable () -> Void

    init(_ ended: @escaping @Sendable () -> Void) { self.ended = ended }

    deinit { ended() }
  }

  @Test func `what is discarded is given back`() async {
    await withCheckedContinuation { done in
      let held = Held { done.resume() }
      discard(consume held)
    }
  }
}

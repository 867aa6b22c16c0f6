import Diagnostics
import Testing

@testable import Serving

private func preview(_ version: Int) -> Preview {
  Preview(version: version, publication: nil, report: DiagnosticReport([]), basePath: "", projectRoot: "")
}

@Suite struct PreviewStateTests {
  @Test func `who waits hears of the next version, and nobody is kept`() async {
    let state = PreviewState(preview(1))
    for version in 1...1000 {
      async let heard = state.version(after: version)
      while await state.waiters == 0 { await Task.yield() }
      await state.show(preview(version + 1))
      #expect(await heard == version + 1)
      #expect(await state.waiters == 0)
    }
  }

  @Test func `who comes late, or from before a restart, hears at once`() async {
    let state = PreviewState(preview(7))
    #expect(await state.version(after: 3) == 7)
    #expect(await state.version(after: 12) == 7)
  }

  @Test func `who goes away is forgotten`() async {
    let state = PreviewState(preview(1))
    let waiter = Task { await state.version(after: 1) }
    while await state.waiters == 0 { await Task.yield() }
    waiter.cancel()
    #expect(await waiter.value == 1)
    #expect(await state.waiters == 0)
  }
}

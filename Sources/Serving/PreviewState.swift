/// The newest preview, and those who wait for the next.
package actor PreviewState {
  private(set) var current: Preview
  private var waiting: [Int: (since: Int, continuation: CheckedContinuation<Int, Never>)] = [:]
  private var nextWaiter = 0

  package init(_ preview: Preview) {
    current = preview
  }

  /// Shows `preview` from now on and wakes those who wait.
  package func show(_ preview: Preview) {
    current = preview
    for (number, waiter) in waiting where waiter.since < preview.version {
      waiting[number] = nil
      waiter.continuation.resume(returning: preview.version)
    }
  }

  /// The version of the newest preview, as soon as it is newer than `since`; at once when it differs from it because the
  /// program was started anew. Returns what there is when the task is cancelled.
  package func version(after since: Int) async -> Int {
    if current.version != since { return current.version }
    let number = nextWaiter
    nextWaiter += 1
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled {
          continuation.resume(returning: current.version)
        } else {
          waiting[number] = (since, continuation)
        }
      }
    } onCancel: {
      Task { await self.stopWaiting(number) }
    }
  }

  private func stopWaiting(_ number: Int) {
    guard let waiter = waiting.removeValue(forKey: number) else { return }
    waiter.continuation.resume(returning: current.version)
  }

  /// How many wait.
  package var waiters: Int { waiting.count }
}

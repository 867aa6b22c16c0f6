import Foundation

/// A value that one thread at a time may use.
///
/// Not `Synchronization.Mutex`: on Linux that is made of atomics inside the standard library, where ThreadSanitizer sees
/// no lock and so takes every use for a race. This one is the system's lock (pthread_mutex_lock(3)), which it knows.
///
/// `@unchecked`: the compiler can't see that ``value`` is touched under ``lock`` alone, which is all there is in this file.
package final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  package init(_ value: sending Value) { self.value = value }

  /// Gives `body` the value while nobody else has it.
  package func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}

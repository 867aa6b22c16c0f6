import Dispatch

/// Lets go of a value on another thread, beside whatever comes next: to give back the thousands of trees of a large site takes
/// a good part of a second.
///
/// - Parameter value: the last reference to what takes long, given up by the caller (`consume`).
package func discard(_ value: consuming some Sendable) {
  let value = value
  DispatchQueue.global().async { withExtendedLifetime(value) {} }
}

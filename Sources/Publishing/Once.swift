import Synchronization

/// A value that is worked out when it is first asked for, and once only, whoever asks.
final class Once<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    value = Mutex(nil)
  }

  /// The value. Who asks while it is worked out waits for it.
  func callAsFunction() -> Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}

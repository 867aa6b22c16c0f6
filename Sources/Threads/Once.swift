/// A value that is worked out when it is first asked for, and once only, whoever asks.
package final class Once<Value: Sendable>: Sendable {
  private let value: Locked<Value?>
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    value = Locked(nil)
  }

  /// The value. Who asks while it is worked out waits for it.
  package func callAsFunction() -> Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}

/// Work on many values at once.
enum Parallel {
  /// Values that one task takes at a time: enough that starting it costs little.
  private static let chunk = 64

  /// What `work` makes of each of `values`, in their order.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ work: @escaping @Sendable (Value) -> Result
  ) async -> [Result] {
    if values.count <= chunk { return values.map(work) }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
      for start in stride(from: 0, to: values.count, by: chunk) {
        let slice = values[start..<min(start + chunk, values.count)]
        group.addTask { (start, slice.map(work)) }
      }
      var parts: [(Int, [Result])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}

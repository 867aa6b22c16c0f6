/// Values that copies share until one of them is changed. A site is passed on, and its entries are listed in many ways, each
/// time at the cost of one reference an entry.
struct SharedValues<Values: Hashable & Sendable>: Sendable {
  private final class Storage: Sendable {
    let values: Values

    init(_ values: Values) { self.values = values }
  }

  private var storage: Storage

  init(_ values: Values) { storage = Storage(values) }

  var values: Values { storage.values }

  mutating func change(_ change: (inout Values) -> Void) {
    var values = storage.values
    change(&values)
    storage = Storage(values)
  }
}

extension SharedValues: Hashable {
  static func == (a: SharedValues, b: SharedValues) -> Bool {
    a.storage === b.storage || a.storage.values == b.storage.values
  }

  func hash(into hasher: inout Hasher) { hasher.combine(storage.values) }
}

/// Finding what was meant by a name that is not known.
package enum EditDistance {
  /// Bytes of what is compared at most.
  private static let longest = 256

  /// How many characters must be added, left out, changed or swapped with their neighbour to make `b` of `a` (optimal
  /// string alignment); `limit` + 1 where it is more than `limit`.
  package static func between(_ a: String, _ b: String, limit: Int) -> Int {
    // Names are short; comparing long texts would take their product.
    guard max(a.utf8.count, b.utf8.count) <= longest else { return a == b ? 0 : limit + 1 }
    let (x, y) = (Array(a), Array(b))
    guard abs(x.count - y.count) <= limit else { return limit + 1 }
    if x.isEmpty || y.isEmpty { return max(x.count, y.count) }
    var beforeLast = [Int](repeating: 0, count: y.count + 1)
    var last = Array(0...y.count)
    for i in 1...x.count {
      var row = [Int](repeating: 0, count: y.count + 1)
      row[0] = i
      var best = i
      for j in 1...y.count {
        let cost = x[i - 1] == y[j - 1] ? 0 : 1
        var value = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, x[i - 1] == y[j - 2], x[i - 2] == y[j - 1] { value = min(value, beforeLast[j - 2] + 1) }
        row[j] = value
        best = min(best, value)
      }
      if best > limit { return limit + 1 }
      (beforeLast, last) = (last, row)
    }
    return min(last[y.count], limit + 1)
  }

  /// The names nearest to `name`, best first, at most `count`: those that begin alike or hold each other, and those
  /// with few differences for their length. Compare folded names; equal distances keep the order of `names`.
  package static func nearest(to name: String, in names: [String], count: Int = 3) -> [String] {
    let limit = max(1, (name.count + 1) / 3)
    var found: [(name: String, distance: Int, order: Int)] = []
    for (order, candidate) in names.enumerated() {
      var distance = between(name, candidate, limit: limit)
      let shorter = min(name.count, candidate.count)
      if distance > limit, shorter >= 3, candidate.contains(name) || name.contains(candidate) { distance = limit }
      if distance <= limit, distance < max(name.count, candidate.count) { found.append((candidate, distance, order)) }
    }
    return found.sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }.prefix(count).map(\.name)
  }
}

/// The order of texts in which numbers count by their value: « salle 2 » stands before « salle 10 ».
package enum NaturalOrder {
  /// Whether the title `a` stands before `b`, whatever their capitals and accents.
  ///
  /// - Parameter isFirst: the same of two that differ in nothing else.
  package static func ofTitles(_ a: String, _ b: String, orElse isFirst: @autoclosure () -> Bool) -> Bool {
    let (x, y) = (Folding.folded(a), Folding.folded(b))
    return x == y ? isFirst() : precedes(x, y)
  }

  /// Whether `a` stands before `b`. Of two that differ by zeros before a number alone, the one with more of them does; all else is
  /// by the bytes of UTF-8, so that texts are to be folded before.
  package static func precedes(_ a: String, _ b: String) -> Bool {
    a.withBytes { x in
      b.withBytes { y in
        var (i, j) = (0, 0)
        while i < x.count, j < y.count {
          if x[i].isDigit, y[j].isDigit {
            let (m, n) = (number(x, from: &i), number(y, from: &j))
            if m.count != n.count { return m.count < n.count }
            if let (p, q) = zip(m, n).first(where: { $0 != $1 }) { return p < q }
          } else if x[i] != y[j] {
            return x[i] < y[j]
          } else {
            (i, j) = (i + 1, j + 1)
          }
        }
        // One is at its end: the shorter rest first, and of what counts the same the smaller bytes.
        if (i < x.count) != (j < y.count) { return i == x.count }
        return x.lexicographicallyPrecedes(y)
      }
    }
  }

  /// The digits of the number at `index`, without the zeros that it begins with; `index` is moved behind it.
  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    let digits = bytes[index...].prefix { $0.isDigit }
    index = digits.endIndex
    return digits.drop { $0 == UInt8(ascii: "0") }
  }
}

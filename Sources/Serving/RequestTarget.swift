import Text

/// What a browser asks for (RFC 9112, 3.2.1): a path and a query.
struct RequestTarget {
  /// Percent-encoding undone, as far as it makes sense.
  let path: String
  /// The parameters of the query by name. Of several of one name the first; empty where none has a value.
  let query: [String: String]

  init(_ target: String) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = PercentCoding.decoded(parts[0])
    let parameters = parts.dropFirst().first?.split(separator: "&").map { parameter in
      let sides = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (PercentCoding.decoded(sides[0]), sides.count > 1 ? PercentCoding.decoded(sides[1]) : "")
    }
    query = Dictionary(parameters ?? [], uniquingKeysWith: { first, _ in first })
  }
}

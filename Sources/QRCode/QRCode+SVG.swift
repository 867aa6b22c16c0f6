extension QRCode {
  /// The light margin around it, in modules (ISO/IEC 18004, 6.3.8).
  private static let margin = 4

  /// A drawing of it, black on white in every colour scheme: cameras want dark on light. It has no size of its own; `label`
  /// is what it is called where it can't be seen, without characters that mean something in XML.
  package func svg(label: String) -> String {
    var path = ""
    for (y, row) in modules.enumerated() {
      var x = 0
      while x < size {
        guard row[x] else {
          x += 1
          continue
        }
        let start = x
        while x < size, row[x] { x += 1 }
        path += "M\(start + Self.margin) \(y + Self.margin)h\(x - start)v1h-\(x - start)z"
      }
    }
    let side = size + 2 * Self.margin
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(label)" \
      shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path d="\(path)"/></svg>
      """
  }
}

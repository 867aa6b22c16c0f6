/// A drawing in SVG: whether it can be published as it is, and its size.
///
/// Published drawings can be opened by their own address, where a browser runs what is in them. So the rule is what is
/// known to be harmless, not what is known to be bad; see ``SVGFault`` for what is refused.
package struct SVGDrawing: Sendable, Hashable {
  /// Size in CSS pixels, rounded, at least 1: from `width` and `height`, else from `viewBox`, else 300 × 150, as browsers
  /// have it.
  package let width: Int
  package let height: Int

  /// The most bytes that a drawing may have.
  static let largest = 2_000_000
  /// How deep elements may stand in one another.
  static let deepest = 100

  package init(_ bytes: [UInt8]) throws(SVGFault) {
    guard bytes.count <= Self.largest else { throw .tooLarge }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .encoding }
    // No XML holds these (XML 1.0, 2.2), and whoever passes over them may read something else.
    guard bytes.allSatisfy({ SVGScanner.isAllowed(UInt32($0)) }) else { throw .malformed }
    var scanner = SVGScanner(text.utf8.first == 0xEF && text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...])
    var inspector = SVGInspector()
    var effort = DrawingEffort()
    var open: [String] = []
    // Gathered whole: a comment within a style leaves the words on both sides of it one word.
    var style = ""
    while let token = try scanner.next() {
      switch token {
      case .start(let name, let attributes, let isEmpty):
        guard !(open.isEmpty && inspector.root != nil) else { throw .malformed }
        try inspector.check(element: name, attributes)
        effort.begin(name, attributes, isEmpty: isEmpty)
        if !isEmpty { open.append(name) }
        guard open.count <= Self.deepest else { throw .malformed }
      case .end(let name):
        guard open.popLast() == name else { throw .malformed }
        effort.end()
        if SVGScanner.localName(of: name) == "style" { try SVGInspector.check(style: style) }
      case .text(let text):
        effort.text(text)
        if open.contains(where: { SVGScanner.localName(of: $0) == "style" }) { style += text }
      }
    }
    guard open.isEmpty, let root = inspector.root else { throw .malformed }
    guard effort.total(style: style) <= DrawingEffort.most else { throw .tooMuch }
    (width, height) = Self.size(root)
  }

  /// Whether the bytes begin like a drawing.
  static func seemsToBe(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return start.hasPrefix("<") && (start.contains("<svg") || start.contains(":svg"))
  }

  private static func size(_ root: [SVGScanner.Attribute]) -> (Int, Int) {
    func value(_ name: String) -> String? { root.first { $0.name == name }?.value }
    let box = (value("viewBox") ?? "").split { $0 == "," || $0.isWhitespace }.compactMap { Double($0) }
    let natural = box.count == 4 && box[2] > 0 && box[3] > 0 ? (box[2], box[3]) : (300, 150)
    let wide = value("width").flatMap(length)
    let high = value("height").flatMap(length)
    let size: (Double, Double)
    switch (wide, high) {
    case (let wide?, let high?): size = (wide, high)
    case (let wide?, nil): size = (wide, wide * natural.1 / natural.0)
    case (nil, let high?): size = (high * natural.0 / natural.1, high)
    case (nil, nil): size = natural
    }
    func pixels(_ length: Double) -> Int { length.isNaN ? 1 : Int(min(max(length, 1), 100_000).rounded()) }
    return (pixels(size.0), pixels(size.1))
  }

  /// A length in CSS pixels (CSS Values 4, 6.2); `nil` for a percentage and for what is none.
  private static func length(_ text: String) -> Double? {
    let text = text.filter { !$0.isWhitespace }
    let units: [(String, Double)] = [
      ("px", 1), ("pt", 96.0 / 72), ("pc", 16), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96),
    ]
    let unit = units.first { text.hasSuffix($0.0) }
    guard let number = Double(unit == nil ? text : String(text.dropLast(2))), number > 0, number.isFinite else {
      return nil
    }
    return number * (unit?.1 ?? 1)
  }
}

/// A drawing as it leaves for the site.
package enum InspectedDrawing {
  /// The bytes of the drawing at `path` (from the project's root), which have been looked into: what was found fit before may
  /// have been saved anew since.
  package static func bytes(of path: String, root: String) throws(PictureFailure) -> [UInt8] {
    let bytes = try PictureSource.bytes(of: path, root: root)
    do throws(SVGFault) { _ = try SVGDrawing(bytes) } catch { throw .drawing(error) }
    return bytes
  }
}

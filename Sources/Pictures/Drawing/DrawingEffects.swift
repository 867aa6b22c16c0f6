/// What an attribute or a rule of style makes a browser draw besides the element itself (SVG 2, 13 and 14; Filter Effects 1).
struct DrawingEffects: Hashable {
  /// Names of elements that are drawn with, once.
  var once: [String] = []
  /// Names of those by which each shape within is painted: `fill` and `stroke` are inherited.
  var perShape: [String] = []
  /// Names of those that are drawn at each point of each shape within: markers, which are inherited too.
  var perPoint: [String] = []
  /// How many filters are named by what they do, as in `blur(2px)`.
  var filters = 0
  /// How many points of a shape are given by style, as in `d: path("…")`.
  var points = 0
  /// Whether it is put off by a property of its author's own: where that is used can't be seen here.
  var isUnbounded = false

  static func += (effects: inout DrawingEffects, more: DrawingEffects) {
    effects.once += more.once
    effects.perShape += more.perShape
    effects.perPoint += more.perPoint
    effects.filters += more.filters
    effects.points += more.points
    effects.isUnbounded = effects.isUnbounded || more.isUnbounded
  }

  init() {}

  /// - Parameters:
  ///   - property: its name, in lower case.
  ///   - value: as it is written, in ASCII (``plain(_:)``).
  init(property: String, value: some StringProtocol) {
    let folded = value.lowercased()
    let names = Self.references(in: String(value))
    switch property {
    case "fill", "stroke": perShape = names
    case _ where property.hasPrefix("marker"): perPoint = names
    default: once = names
    }
    if folded.contains("(") {
      filters = Self.filterNames.reduce(0) { $0 + folded.ranges(of: $1 + "(").count }
      if folded.contains("path(") { points = Self.points(in: folded) }
    }
    // Every element it holds for has the filter that stands around it once more.
    if folded.contains("inherit"), Self.inheritedFilters.contains(where: { property.hasSuffix($0) }) { filters += 1 }
    isUnbounded = property.hasPrefix("--") && (filters > 0 || !names.isEmpty)
  }

  /// - Parameter text: declarations, as in the attribute `style`.
  init(declarations text: some StringProtocol) {
    for declaration in text.split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let property = String(declaration[..<colon].filter { !$0.isWhitespace }).lowercased()
      self += DrawingEffects(property: property, value: declaration[declaration.index(after: colon)...])
    }
  }

  private static let filterNames = [
    "blur", "brightness", "contrast", "drop-shadow", "grayscale", "hue-rotate", "invert", "opacity", "saturate",
    "sepia",
  ]
  private static let inheritedFilters = ["filter", "mask", "clip-path", "all"]

  /// The names in `url(#name)`.
  private static func references(in text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return [] }
    return text.ranges(of: "(").compactMap { range in
      let target = text[range.upperBound...].drop { $0.isWhitespace || $0 == "'" || $0 == "\"" }
      guard target.first == "#" else { return nil }
      return String(target.dropFirst().prefix { !$0.isWhitespace && !"'\")".contains($0) })
    }
  }

  /// `text` with a word for each sign beyond ASCII: what bears an accent is another character here, and the sign alone to a
  /// browser.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    return text.unicodeScalars.reduce(into: "") { $0 += $1.isASCII ? String($1) : "-\($1.value)-" }
  }

  /// No fewer points than a shape's `d` or `points` has: each takes a number, or ends a path.
  static func points(in text: some StringProtocol) -> Int {
    var (count, isDigit) = (0, false)
    for byte in text.utf8 {
      let isNext = (0x30...0x39).contains(byte)
      if isNext && !isDigit || byte | 0x20 == UInt8(ascii: "z") { count += 1 }
      isDigit = isNext
    }
    return count
  }
}

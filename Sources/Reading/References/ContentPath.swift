import Site

/// Paths as people write them, in terms of the folder `Content`.
enum ContentPath {
  /// With plain spaces and straight apostrophes, whichever it has.
  static func withPlainSigns(_ path: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\u{2019}", "\u{2018}", "\u{2BC}": result.append("'")
      default: result.append(scalar.properties.isWhitespace ? " " : scalar)
      }
    }
    return String(result)
  }

  /// The path from `Content/` that `path` means in a file of the folder `parent`; a leading `/` counts from `Content/`.
  /// `nil` where it leads out of `Content`.
  static func resolved(_ path: String, from parent: String) -> String? {
    var steps = path.utf8.first == slash ? [] : parent.utf8.split(separator: slash)
    for step in path.utf8.split(separator: slash) where !step.elementsEqual(".".utf8) {
      if step.elementsEqual("..".utf8) {
        if steps.isEmpty { return nil }
        steps.removeLast()
      } else {
        steps.append(step)
      }
    }
    return String(decoding: Array(steps.joined(separator: CollectionOfOne(slash))), as: UTF8.self)
  }

  private static let slash = UInt8(ascii: "/")

  /// The page that lists what a folder holds.
  static func listPage(ofFolder folder: String) -> SitePath? {
    EntryKind.allCases.first { $0.folder == folder }?.listPath
  }
}

import Site
import Text

/// A former address of the site, as written in `alias`.
enum AliasPath {
  struct Refused: Error {}

  /// Begins with `/`; ends with `/` unless its last step is the name of a file.
  static func read(_ text: String) -> Result<SitePath, Refused> {
    guard text.hasPrefix("/"), !text.hasPrefix("//"), text != "/", !text.contains(" ") else {
      return .failure(Refused())
    }
    let path = PercentCoding.decoded(text)
    let steps = path.split(separator: "/")
    let isSafe = path.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
        && !"?#\\<>\"'`{}|^*:".unicodeScalars.contains(scalar)
    }
    guard isSafe, !steps.isEmpty, !path.contains("//"), path.utf8.count <= 500,
      steps.allSatisfy({ !$0.hasPrefix(".") && $0.utf8.count <= 200 })
    else { return .failure(Refused()) }
    let isFile = !path.hasSuffix("/") && (steps.last?.contains(".") ?? false)
    let joined = "/" + steps.joined(separator: "/") + (isFile ? "" : "/")
    return .success(SitePath(PercentCoding.path(joined)))
  }
}

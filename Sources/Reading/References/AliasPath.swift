import Site
import Text

/// A former address of the site, as written in `alias`.
enum AliasPath {
  struct Refused: Error {}

  /// Begins with `/`; ends with `/` unless its last step is the name of a file. Programs that made pages on demand, as
  /// WordPress and SPIP, had a query: `/?p=12`, `/spip.php?article12`.
  static func read(_ text: String) -> Result<SitePath, Refused> {
    guard let mark = text.firstIndex(of: "?") else { return path(text) }
    let query = PercentCoding.encoded(String(text[text.index(after: mark)...])) { "=&%+,;:@/!".utf8.contains($0) }
    let written = String(text[..<mark])
    guard !query.isEmpty, query.utf8.count <= 500, PercentCoding.isSound(query), isSafe(PercentCoding.decoded(query))
    else {
      return .failure(Refused())
    }
    if written == "/" { return .success(SitePath("/?" + query)) }
    return path(written).map { SitePath($0.text + "?" + query) }
  }

  private static func path(_ text: String) -> Result<SitePath, Refused> {
    guard text.hasPrefix("/"), !text.hasPrefix("//"), text != "/", !text.contains(" ") else {
      return .failure(Refused())
    }
    let path = PercentCoding.decoded(text)
    let steps = path.split(separator: "/")
    guard isSafe(path), !path.contains(":"), !steps.isEmpty, !path.holds("//"), path.utf8.count <= 500,
      steps.allSatisfy({ !$0.hasPrefix(".") && $0.utf8.count <= 200 })
    else { return .failure(Refused()) }
    let isFile = !path.hasSuffix("/") && (steps.last?.contains(".") ?? false)
    let joined = "/" + steps.joined(separator: "/") + (isFile ? "" : "/")
    return .success(SitePath(PercentCoding.path(joined)))
  }

  /// Whether there is nothing in it that a file of a server would take for more than a letter.
  private static func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
        && !"?#\\<>\"'`{}|^*".unicodeScalars.contains(scalar)
    }
  }
}

import Site
import Text

/// A former address of the site, as written in `alias`.
enum AliasPath {
  struct Refused: Error {}

  /// Begins with `/`; ends with `/` unless its last step is the name of a file. Programs that made pages on demand, as
  /// WordPress and SPIP, had a query: `/?p=12`, `/spip.php?article12`.
  static func read(_ text: String) -> Result<SitePath, Refused> {
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "?")) else { return path(text) }
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
    guard text.hasPrefix("/"), !text.hasPrefix("//"), text != "/", !text.holdsByte(where: { $0 == .space }) else {
      return .failure(Refused())
    }
    let path = PercentCoding.decoded(text)
    let steps = path[...].parts(at: UInt8(ascii: "/")).filter { !$0.isEmpty }
    guard isSafe(path), !path.holdsByte(where: { $0 == .colon }), !steps.isEmpty, !path.holds("//"),
      path.utf8.count <= 500, steps.allSatisfy({ !$0.hasPrefix(".") && $0.utf8.count <= 200 })
    else { return .failure(Refused()) }
    let isFile = !path.hasSuffix("/") && (steps.last?.utf8.contains(UInt8(ascii: ".")) ?? false)
    let joined = "/" + steps.joined(separator: "/") + (isFile ? "" : "/")
    return .success(SitePath(PercentCoding.path(joined)))
  }

  /// Whether there is nothing in it that a file of a server would take for more than a letter.
  private static func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "?", "#", "\\", "<", ">", "\"", "'", "`", "{", "}", "|", "^", "*":
        false
      default: true
      }
    }
  }
}

import Foundation

/// What a page allows itself (Content Security Policy, level 3), in its head.
enum PagePolicy {
  /// `page` with what the preview adds to it allowed by its policy, if it has one.
  static func widened(in page: String, by permissions: [(directive: String, value: String)]) -> String {
    guard let meta = page.range(of: "<meta http-equiv=\"Content-Security-Policy\" content=\""),
      let end = page.range(of: "\"", range: meta.upperBound..<page.endIndex)
    else { return page }
    let policy = page[meta.upperBound..<end.lowerBound].replacingOccurrences(of: "&#39;", with: "'")
    var result = page
    result.replaceSubrange(meta.upperBound..<end.lowerBound, with: widened(policy, by: permissions))
    return result
  }

  /// The policy with `permissions` added to what it allows.
  static func widened(_ policy: String, by permissions: [(directive: String, value: String)]) -> String {
    var directives = policy.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    for (name, value) in permissions {
      if let index = directives.firstIndex(where: { $0.hasPrefix(name + " ") }) {
        let without = directives[index].replacingOccurrences(of: " 'none'", with: "")
        directives[index] = without.contains(value) ? without : without + " " + value
      } else {
        directives.append(name + " " + value)
      }
    }
    return directives.joined(separator: "; ")
  }
}

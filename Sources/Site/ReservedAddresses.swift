import Text

/// Addresses that are the program's whatever the content is: an entry that bore one of them today would lose it on the day
/// the program makes that page. What stands where on a given site, the plan of its publication knows.
package enum ReservedAddresses {
  /// Names below `/agenda/` that no event may have, besides those of years and months.
  package static let agenda: Set<String> = [
    "series", "a-venir", "ce-week-end", "rendez-vous-reguliers", "en-ligne", "changements",
  ]

  /// Whether an entry may not have the address that its key gives it.
  package static func contains(_ key: EntryKey) -> Bool {
    if key.kind.row.hasYears, isYear(key.slug) { return true }
    return key.kind == .event && (isMonth(key.slug) || agenda.contains(key.slug))
  }

  /// Where the editor of a forge's content lives (`Content/racine/admin/`): an earlier address that led on from there would
  /// ask volunteers for their password in its name.
  package static func isAdministration(_ path: SitePath) -> Bool {
    let first = path.text.utf8.drop { $0 == UInt8(ascii: "/") }.prefix { $0 != UInt8(ascii: "/") }
    return first.count >= "admin".utf8.count && PercentCoding.decoded(String(Substring(first))).lowercased() == "admin"
  }

  /// Whether what bears this name at the root of the site is made by the program, or by what serves it: no file for
  /// machines may (`Content/racine/`).
  package static func ownsName(_ name: String) -> Bool {
    let folded = name.lowercased()
    return folded.hasPrefix(".gazette") || roots.contains(folded)
  }

  private static let roots: Set<String> = Set(
    (ProgramPages.paths + [.tags]).compactMap { $0.text.split(separator: "/").first.map(String.init) }
      + ["index.html", "fichiers"] + LastingFolder.allCases.map(\.rawValue))

  /// `2019`.
  private static func isYear(_ slug: some StringProtocol) -> Bool {
    slug.utf8.count == 4 && slug.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `2026-03`.
  private static func isMonth(_ slug: String) -> Bool {
    let parts = slug.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, isYear(parts[0]), parts[1].utf8.count == 2, let month = Int(parts[1]) else { return false }
    return (1...12).contains(month)
  }
}

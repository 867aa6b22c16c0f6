import Diagnostics
import Site
import Text
import Time

/// Pages that the last build had and this one does not: whoever kept their address finds nothing there any more.
package enum VanishedPages {
  /// What is to be reported of them, and of events that were announced for a day to come and are no longer there, whenever
  /// that was.
  ///
  /// - Parameters:
  ///   - earlier: the files of the last build, by path.
  ///   - heldBack: entries that are left out for now; theirs come back by themselves.
  package static func diagnostics(
    earlier: [String], now publication: Publication, of site: Site, today: CivilDateTime, heldBack: [EntryKey]
  ) -> [Diagnostic] {
    let waiting = Set(heldBack.map { SitePath.entry($0).outputFile })
    let withdrawn = site.withdrawals(today: today.day).filter { publication.file(at: $0.event.path.outputFile) == nil }
    let announced = Set(withdrawn.map(\.event.path.outputFile))
    let gone = earlier.filter { isEntry($0) && publication.file(at: $0) == nil && !waiting.contains($0) }
    let before = Set(earlier)
    let fresh = gone.isEmpty ? [] : site.entries.filter { !before.contains($0.path.outputFile) }
    var heirs: Set<String> = []
    let vanished = gone.compactMap { file -> Diagnostic? in
      let path = SitePath.address(ofFile: file)
      let heir = heir(of: path, among: fresh)
      // What is to be reported of an event that was announced says more.
      if heir == nil, announced.contains(file) { return nil }
      heirs.insert(file)
      let aliases = (heir?.entry.aliases.map(\.text) ?? []) + [path]
      var lines = ["alias: [" + aliases.joined(separator: ", ") + "]"]
      if let identity = lostIdentity(of: path, heir: heir) { lines.append("id: " + identity) }
      return .vanishedPage(path, heir: heir?.entry.source, lines: lines)
    }
    return vanished
      + withdrawn.filter { !heirs.contains($0.event.path.outputFile) }.map { diagnostic(of: $0, today: today) }
  }

  private static func diagnostic(of withdrawal: Site.Withdrawal, today: CivilDateTime) -> Diagnostic {
    let event = withdrawal.event
    let next = event.schedule.next(at: today, limit: 1).first
    return .withdrawnEvent(
      SourceLocation(file: event.entry.source), title: event.title,
      date: next.map { French.span($0.span) } ?? "",
      lines: ["alias: [\(event.path.text)]", "id: \(event.entry.id)"])
  }

  /// The name by which those who subscribed know what was at `path`, where `heir` does not have it: they would take it for
  /// something else.
  private static func lostIdentity(of path: String, heir: SiteEntry?) -> String? {
    guard let key = EntryKey(at: SitePath(path)), key.kind.row.isKnownByIdentity else { return nil }
    // What has a name of its own had it before.
    if let heir, heir.entry.id != heir.key.defaultIdentity { return nil }
    return key.defaultIdentity
  }

  /// Whether a file is the page of an entry, and none of those that come and go with what they list.
  private static func isEntry(_ file: String) -> Bool {
    file.hasSuffix("/index.html") && !LetterProof.isPage(file)
      && EntryKey(at: SitePath(SitePath.address(ofFile: file))) != nil
  }

  /// The entry that seems to have been at `path`: by its lasting identity, else the new one in the same folder with the
  /// most similar name.
  private static func heir(of path: String, among fresh: [SiteEntry]) -> SiteEntry? {
    let identity = EntryKey(at: SitePath(path))?.defaultIdentity
    if let same = fresh.first(where: { $0.entry.id == identity }) { return same }
    let folder = parent(path)
    let neighbours = fresh.filter { parent($0.path.text) == folder }
    let nearest = EditDistance.nearest(to: name(path), in: neighbours.map { name($0.path.text) }, count: 1).first
    return neighbours.first { name($0.path.text) == nearest }
  }

  private static func parent(_ path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? "" }
}

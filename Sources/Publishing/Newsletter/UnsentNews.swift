import Presenting
import Site
import Time

/// A news item that no issue holds: it was written after the letter of its time had gone.
package struct UnsentNews: Sendable, Hashable {
  package var title: String
  /// Its file, from the project's root.
  package var source: String
  /// The issue still to be sent that could hold it, if there is one.
  package var issueSource: String?
  /// The line to put into the front matter of that issue, or of the next.
  package var line: String

  /// The news of a site that no letter holds, newest first. What is older than the first letter was never meant for
  /// one, and what is newer than the last stands in the next by itself.
  ///
  /// - Parameter selection: by which `letters` were chosen.
  static func list(of letters: [PlannedLetter], _ selection: LetterSelection) -> [UnsentNews] {
    let (site, today) = (selection.site, selection.today)
    guard let first = site.issues.last, let last = site.issues.first else { return [] }
    var held: Set<EntryKey> = []
    for letter in letters {
      held.formUnion(letter.letter.news.map(\.key))
      held.formUnion(letter.issue.excluded)
    }
    let since = selection.since(of: first)
    // What came late waits for the next letter by itself.
    let waiting = Set(
      selection.late(for: Issue(following: last, today: today.day), since: last.sendDate, before: nil).map(\.key))
    held.formUnion(waiting)
    let next = site.issues.last { !$0.isSent(at: today) && $0.corrects == nil }
    return site.news.filter { item in
      !held.contains(item.key) && item.date.firstDay > since && item.date.firstDay <= last.sendDate
    }.map { item in
      UnsentNews(
        title: item.title, source: item.entry.source, issueSource: next?.entry.source,
        line: line(adding: item.key, to: next))
    }
  }

  static func line(adding news: EntryKey, to issue: Issue?) -> String {
    if let issue, case .listed(let keys) = issue.news {
      return "nouvelles: [" + (keys + [news]).map(\.slug).joined(separator: ", ") + "]"
    }
    return "epingler: [" + ((issue?.pinned ?? []) + [news]).map(\.slug).joined(separator: ", ") + "]"
  }
}

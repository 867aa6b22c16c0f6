import Presenting
import Site
import Threads

/// An issue, and what it holds: that is chosen when it is first asked for, as most pages need no letter.
package struct PlannedLetter: Sendable {
  package let issue: Issue
  let site: Site
  private let chosen: Once<Letter>

  init(_ issue: Issue, chosenBy selection: LetterSelection) {
    self.issue = issue
    site = selection.site
    chosen = Once { selection.letter(of: issue, links: .onSite(issue, of: selection.site)) }
  }

  package var letter: Letter { chosen() }
}

/// What an issue announces, with what has become of it. It follows from the issue, from the events with what was published of
/// them when, and from places and settings: from no news.
struct LetterAgenda: Sendable {
  /// In the order of time.
  let items: [AgendaItem]
  /// See ``Presenting/Letter/updates``.
  let updates: [AgendaItem: String]
  /// Those that have an item in it, and regular meetings without dates.
  let events: [Event]
  let groups: EventGroups
  /// See ``Presenting/Letter/googleLinks``.
  let googleLinks: [AgendaItem: String]
}

/// The agendas of the issues of a site, each worked out when it is first asked for.
final class LetterAgendas: Sendable {
  private let known = Locked<[EntryKey: (issue: Issue, agenda: LetterAgenda)]>([:])

  func agenda(of issue: Issue, _ workOut: () -> LetterAgenda) -> LetterAgenda {
    if let last = known.withLock({ $0[issue.key] }), last.issue == issue { return last.agenda }
    let agenda = workOut()
    known.withLock { $0[issue.key] = (issue, agenda) }
    return agenda
  }
}

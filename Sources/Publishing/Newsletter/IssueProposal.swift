import Presenting
import Site
import Time

/// What an issue that is not written yet could hold.
package struct IssueProposal: Sendable, Hashable {
  /// News that no earlier issue holds or leaves out, back to what the one before the last could have held; newest first.
  package var news: [News]
  /// What is to come after it is sent, in the order of time.
  package var agenda: [AgendaItem]

  /// - Parameter sendDate: the day of sending; issues of that day or later are no earlier ones.
  package init(for sendDate: CivilDay, of site: Site) {
    let selection = LetterSelection(site: site)
    let earlier = site.issues.filter { $0.sendDate < sendDate }
    let since =
      earlier.prefix(2).last.map(selection.since) ?? sendDate.civilMonth.adding(months: -1).lastDay
    var held: Set<EntryKey> = []
    for issue in earlier { held.formUnion(selection.news(of: issue).map(\.key) + issue.excluded) }
    news = site.news.filter { item in
      let day = item.date.firstDay
      return day > since && day <= sendDate && !held.contains(item.key)
    }
    let key = EntryKey(kind: .issue, slug: PartialDate.month(sendDate.civilMonth).iso)
    agenda = selection.agenda(
      of: Issue(
        entry: Entry(key: key, id: "", title: "", source: ""), sendDate: sendDate, subject: "", preheader: ""))
  }
}

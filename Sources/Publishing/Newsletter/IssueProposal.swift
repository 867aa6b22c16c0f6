import Presenting
import Site
import Time

/// What an issue that is not written yet could hold.
package struct IssueProposal: Sendable, Hashable {
  /// What it would hold by itself, newest first.
  package var news: [News]
  /// What is to come after it is sent, in the order of time.
  package var agenda: [AgendaItem]

  /// - Parameter sendDate: the day of sending; issues of that day or later are no earlier ones.
  package init(for sendDate: CivilDay, of site: Site, today: CivilDateTime) {
    let selection = LetterSelection(site: site, today: today)
    let issue = Issue(sentOn: sendDate)
    news = selection.news(of: issue)
    agenda = selection.agenda(of: issue).items
  }
}

extension Issue {
  /// An issue that nobody has written yet.
  init(sentOn day: CivilDay) {
    let key = EntryKey(kind: .issue, slug: PartialDate.month(day.civilMonth).iso)
    self.init(entry: Entry(key: key, id: "", title: "", source: ""), sendDate: day, subject: "", preheader: "")
  }

  /// The issue after `last` that nobody has written yet: sent today, or on the day after.
  init(following last: Issue, today: CivilDay) {
    self.init(sentOn: max(today, last.sendDate.adding(days: 1)))
  }
}

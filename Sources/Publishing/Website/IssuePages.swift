import Presenting
import Site

extension Website {
  /// The list of the issues that are out, and a page for each issue, out or to come.
  func issuePages() -> [WebPage] {
    let list = listPage(of: .issue, description: "Tous les numéros de l’infolettre de \(quotedTitle).") {
      [self] context in
      theme.issues(IssueListPage(introduction: introduction(to: .issues), issues: publishedIssues), context)
    }
    return [list] + letters.map(issuePage)
  }

  private func issuePage(_ planned: PlannedLetter) -> WebPage {
    let issue = planned.issue
    var page = WebPage(of: issue.entry, title: title(of: issue), under: [.home, .issues]) { [self] context in
      let position = publishedIssues.firstIndex { $0.key == issue.key }
      let older = position.flatMap { $0 + 1 < publishedIssues.count ? publishedIssues[$0 + 1] : nil }
      let newer = position.flatMap { $0 > 0 ? publishedIssues[$0 - 1] : nil }
      var page = IssuePage(letter: planned.letter, older: older.map(link), newer: newer.map(link))
      page.corrected = issue.corrects.flatMap { site.issue($0) }.map(link)
      page.corrections = publishedIssues.filter { $0.corrects == issue.key }.map(link)
      return theme.issue(page, context)
    }
    page.isIndexed = issue.isOut(at: today)
    page.socialType = "article"
    return page
  }
}

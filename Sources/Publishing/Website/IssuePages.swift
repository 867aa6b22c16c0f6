import Site
import Theming

extension Website {
  /// The list of the issues that are out, and a page for each issue, out or to come.
  func issuePages() -> [WebPage] {
    let list = programPage(
      .issues, title: "Infolettre", description: "Tous les numéros de l’infolettre de « \(site.settings.title) »."
    ) { context in
      theme.issues(IssueListPage(introduction: introduction(to: .issues), issues: publishedIssues), context)
    }
    return [list] + site.issues.map(issuePage)
  }

  private func issuePage(_ issue: Issue) -> WebPage {
    var page = WebPage(of: issue.entry, title: title(of: issue), under: [.home, .issues]) { context in
      let position = publishedIssues.firstIndex { $0.key == issue.key }
      let older = position.flatMap { $0 + 1 < publishedIssues.count ? publishedIssues[$0 + 1] : nil }
      let newer = position.flatMap { $0 > 0 ? publishedIssues[$0 - 1] : nil }
      return theme.issue(
        IssuePage(
          letter: LetterSelection(site: site).letter(of: issue, links: .onSite(issue, of: site)),
          older: older.map(link), newer: newer.map(link)), context)
    }
    page.description = issue.entry.summary.isEmpty ? issue.preheader : issue.entry.summary
    page.isIndexed = issue.sendDate <= today.day
    page.socialType = "article"
    return page
  }
}

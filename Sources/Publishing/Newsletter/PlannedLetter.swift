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

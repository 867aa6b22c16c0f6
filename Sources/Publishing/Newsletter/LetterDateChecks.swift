import Diagnostics
import Presenting
import Site
import Time

/// What the dates of letters say against each other. Of a letter that was sent all of it is a note.
struct LetterDateChecks: Sendable {
  let site: Site
  let today: CivilDateTime

  /// Days by which a letter may leave before it was to, without anybody being asked.
  private static let earliest = 31

  var diagnostics: [Diagnostic] { site.issues.flatMap { correction($0) + sending($0) + twin($0) } }

  /// A correction of a letter that leaves later, or that corrects it in its turn.
  private func correction(_ issue: Issue) -> [Diagnostic] {
    guard let key = issue.corrects, let other = site.issue(key),
      other.sendDate > issue.sendDate || other.corrects == issue.key
    else { return [] }
    return [.correctsLater(issue.entry.source, title: other.title)]
  }

  /// A day of sending that is still to come, or long before the letter was to be sent.
  private func sending(_ issue: Issue) -> [Diagnostic] {
    guard case .day(let sent)? = issue.sending else { return [] }
    let source = issue.entry.source
    if sent.firstDay > today.day { return [.sentInTheFuture(source, sent: French.date(sent))] }
    guard sent.lastDay < issue.sendDate.adding(days: -Self.earliest) else { return [] }
    return [.sentLongBefore(source, sent: French.date(sent), planned: French.date(.day(issue.sendDate)))]
  }

  /// A letter still to be sent, of the day of another one: mostly a copied file.
  private func twin(_ issue: Issue) -> [Diagnostic] {
    guard !issue.isSent(at: today), issue.corrects == nil else { return [] }
    let other = site.issues.first { other in
      other.key.slug < issue.key.slug && other.sendDate == issue.sendDate && other.corrects == nil
    }
    guard let other else { return [] }
    return [.lettersOfOneDay(issue.entry.source, other: other.title, day: French.date(.day(issue.sendDate)))]
  }
}

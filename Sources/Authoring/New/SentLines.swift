import Presenting
import Reading
import Site
import Text
import Time

/// The lines by which an issue says of itself when it was sent and what it held; without them the history says so.
package struct SentLines: Sendable {
  let letter: Letter
  let date: PartialDate

  package init(letter: Letter, date: PartialDate) {
    self.letter = letter
    self.date = date
  }

  /// What has to be written, by keys: what its file says of itself stays.
  private var values: [(key: FieldKey, line: String)] {
    let issue = letter.issue
    var values: [(FieldKey, String)] = []
    let isDated = if case .day? = issue.sending { true } else { false }
    if !isDated { values.append((.sent, "\(FieldKey.sent.rawValue): \(DateText.standard(date))")) }
    if issue.news == .automatic { values.append((.news, list(.news, letter.news.map(\.key.slug)))) }
    if issue.events == .automatic {
      let dates = letter.agenda.map { item in "\(item.event.key.slug) \(item.occurrence.plannedDay.iso)" }
      values.append((.events, list(.events, dates.uniqued() + letter.withoutDates.map(\.key.slug))))
    }
    return values
  }

  /// The lines to write, in order; none where the file says all of it.
  package var lines: [String] { values.map(\.line) }

  /// The issue's file with the lines at the end of its front matter, in the place of those that say something else, or nothing.
  ///
  /// - Returns: `nil` where `file` has no front matter that is read.
  package func added(to file: [UInt8]) -> [UInt8]? {
    let entry = letter.issue.entry
    return FrontMatterLines(file, path: entry.source, of: .issue)?
      .replacing(Set(values.map(\.key)), with: lines)
  }

  private func list(_ key: FieldKey, _ items: [String]) -> String {
    "\(key.rawValue): [\(items.joined(separator: ", "))]"
  }
}

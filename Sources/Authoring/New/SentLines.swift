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

  /// What has to be added to a file: a key that stands there with a value of its own is left as it is.
  package func lines(missingIn text: String) -> [String] {
    let written = Self.keys(in: text)
    var lines: [String] = []
    if !written.contains(FieldKey.sent.rawValue), !written.contains("sent") {
      lines.append("\(FieldKey.sent.rawValue): \(date.iso.replacing("T", with: " "))")
    }
    if letter.issue.news == .automatic {
      lines.append(list(.news, letter.news.map(\.key.slug)))
    }
    if letter.issue.events == .automatic {
      let dates = letter.agenda.map { item in "\(item.event.key.slug) \(item.occurrence.plannedDay.iso)" }
      lines.append(list(.events, dates.uniqued() + letter.withoutDates.map(\.key.slug)))
    }
    return lines
  }

  /// `text` with the lines at the end of its front matter, in the place of those that say `auto`.
  package func added(to text: String) -> String {
    let new = lines(missingIn: text)
    guard !new.isEmpty else { return text }
    let end = text.contains("\r\n") ? "\r\n" : "\n"
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.last == "\r" ? line.dropLast() : line)
    }
    let names = Set(new.compactMap { $0.split(separator: ":").first.map(String.init) })
      .union(new.contains { $0.hasPrefix(FieldKey.news.rawValue) } ? ["news"] : [])
      .union(new.contains { $0.hasPrefix(FieldKey.events.rawValue) } ? ["events"] : [])
    guard let close = lines.dropFirst().firstIndex(where: { $0.hasPrefix("---") }) else { return text }
    lines.insert(contentsOf: new, at: close)
    for index in lines[1..<close].indices.reversed() where names.contains(Self.key(of: lines[index]) ?? "") {
      lines.remove(at: index)
    }
    return lines.joined(separator: end)
  }

  private func list(_ key: FieldKey, _ items: [String]) -> String {
    "\(key.rawValue): [\(items.joined(separator: ", "))]"
  }

  private static func keys(in text: String) -> Set<String> {
    Set(text.split(separator: "\n").dropFirst().prefix { !$0.hasPrefix("---") }.compactMap { key(of: String($0)) })
  }

  private static func key(of line: String) -> String? {
    guard let colon = line.firstIndex(of: ":"), line.first.map({ $0.isLetter }) == true else { return nil }
    return Folding.slug(String(line[..<colon])).replacing("-", with: "_")
  }
}

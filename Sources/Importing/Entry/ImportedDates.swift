import Diagnostics
import Reading
import Text
import Time

/// The dates of an event with a rule or with several dates, and what differs from them, as our front matter says them.
struct ImportedDates {
  /// One that takes place otherwise.
  struct Change {
    /// As it was planned.
    var planned: PartialDate
    /// `nil`: it does not take place.
    var start: PartialDate?
    var end: PartialDate?
    var place: String?
  }

  /// A date besides others.
  struct Added {
    var start: PartialDate
    /// `nil`: as long after its start as that of the event.
    var end: PartialDate?
  }

  var start: PartialDate
  /// The last day of what goes on for days.
  var end: PartialDate?
  var rule: ImportedRule?
  /// Dates besides those of the rule, or besides the first.
  var added: [Added] = []
  /// Never held.
  var excluded: [PartialDate] = []
  var changes: [Change] = []

  /// Dates in a list, at most.
  private static let most = 400

  /// Leaves each date its last word: the last of several changes; and what became of a date says more than that it is left out.
  mutating func settle() {
    changes = changes.reversed().uniqued(by: \.planned.firstDay).reversed()
    let days = Set(changes.map(\.planned.firstDay))
    excluded.removeAll { days.contains($0.firstDay) }
  }

  /// `debut`, `fin` and `repetition`, or `seances`, and whether some of the dates were left out.
  func write(to item: inout ImportItem) {
    if rule == nil, added.contains(where: { Self.lastsDays($0.start, $0.end) }) { return writeSessions(to: &item) }
    item.add(.start, start)
    item.add(.end, end)
    guard rule != nil || !added.isEmpty else { return }
    if added.isEmpty, let rule, let members = rule.members(from: start.firstDay) {
      item.fields.append((.repetition, .lines(members + exceptions(of: rule))))
      return
    }
    var days = rule.map { $0.days(from: start.firstDay, limit: Self.most) } ?? [start.firstDay]
    let out = Set(excluded.map(\.firstDay))
    days.removeAll { out.contains($0) }
    var lines =
      days.map { [$0.iso] } + added.map { [$0.start.firstDay.iso] + (hours(of: $0).map { [$0] } ?? []) }
    for change in changes {
      guard let new = change.start else { continue }
      lines.removeAll { $0[0] == change.planned.firstDay.iso }
      lines.append([new.firstDay.iso, SpokenDate.written(new)])
    }
    let dates = lines.map { $0.last ?? "" }.uniqued().sorted()
    let listed = dates.prefix(Self.most)
    let cancelled = changes.filter { change in
      change.start == nil && listed.contains { $0.hasPrefix(change.planned.firstDay.iso) }
    }
    item.fields.append(
      (.repetition, .lines(["dates:"] + listed.map { "  - " + $0 } + Self.cancelled(cancelled.map(\.planned.firstDay))))
    )
    let isEndless = rule.map { $0.count == nil && ($0.until == nil || dates.count >= Self.most) } ?? false
    if isEndless || dates.count > Self.most {
      item.remarks.append(.importRuleCut(SourceLocation(file: ""), last: dates.prefix(Self.most).last ?? ""))
    }
  }

  /// A date with its own hours; `nil` where they are those of the event.
  private func hours(of date: Added) -> String? {
    guard case .minute(let from) = date.start, case .minute(let first) = start else { return nil }
    guard case .minute(let until)? = date.end else {
      return from.minuteOfDay == first.minuteOfDay ? nil : SpokenDate.written(date.start)
    }
    if from.minuteOfDay == first.minuteOfDay, case .minute(let last)? = end,
      until.minutes(since: from) == last.minutes(since: first)
    {
      return nil
    }
    return SpokenDate.written(date.start) + " - " + SpokenDate.written(.minute(until)).suffix(5)
  }

  private static func lastsDays(_ start: PartialDate, _ end: PartialDate?) -> Bool {
    guard case .minute(let from) = start, case .minute(let until)? = end else { return false }
    return until.minutes(since: from) >= 1440
  }

  /// Of dates that go on for days each says when it ends.
  private func writeSessions(to item: inout ImportItem) {
    let lines = ([Added(start: start, end: end)] + added).prefix(Self.most).flatMap { date in
      ["- date: " + SpokenDate.written(date.start)] + (date.end.map { ["  fin: " + SpokenDate.written($0)] } ?? [])
    }
    item.fields.append((.sessions, .lines(lines)))
  }

  private static func cancelled(_ days: [CivilDay]) -> [String] {
    days.isEmpty ? [] : ["annulees: [" + days.sorted().map(\.iso).joined(separator: ", ") + "]"]
  }

  private func exceptions(of rule: ImportedRule) -> [String] {
    // What names no day of the rule would be an error, and says nothing.
    let known = Set(rule.days(from: start.firstDay, limit: 4000))
    var lines: [String] = []
    let out = excluded.map(\.firstDay).filter(known.contains).sorted()
    if !out.isEmpty { lines.append("sauf: [" + out.map(\.iso).joined(separator: ", ") + "]") }
    let cancelled = changes.filter { $0.start == nil && known.contains($0.planned.firstDay) }
    lines += Self.cancelled(cancelled.map(\.planned.firstDay))
    let moved = changes.filter { known.contains($0.planned.firstDay) && $0.start != nil }
      .sorted { $0.planned.firstMinute < $1.planned.firstMinute }
    if !moved.isEmpty { lines.append("deplacees:") }
    for change in moved {
      guard let new = change.start else { continue }
      lines.append("  - prevue: " + change.planned.firstDay.iso)
      lines.append("    nouvelle: " + SpokenDate.written(new))
      if let end = change.end { lines.append("    fin: " + SpokenDate.written(end)) }
      if let place = change.place.map(WrittenText.cleaned) {
        lines.append("    lieu: " + WrittenText.value(of: WrittenText.place(place)))
      }
    }
    return lines
  }
}

import Diagnostics
import Presenting
import Site
import Time

/// What is to be reported about the newsletter before it is sent.
struct LetterChecks: Sendable {
  /// By which the letters were chosen.
  let selection: LetterSelection

  private var site: Site { selection.site }
  private var today: CivilDateTime { selection.today }

  /// Gmail cuts a mail at 102 kB; what the way adds to it must find room (bytes).
  static let warnedSize = 80_000
  static let refusedSize = 92_000

  func diagnostics(for letters: [LetterFiles]) -> [Diagnostic] {
    guard !letters.isEmpty else { return [] }
    return readiness + letters.flatMap(diagnostics) + LetterDateChecks(site: site, today: today).diagnostics
      + lateNews(letters) + gone
  }

  // MARK: What went

  private var gone: [Diagnostic] {
    site.issues.flatMap { issue in
      selection.gone(from: issue).map { item in
        .goneFromLetter(
          issue.entry.source, title: item.entry.entry.title, date: item.span.map(French.span), letter: issue.title)
      }
    }
  }

  // MARK: What came late

  /// What landed after the letter of its time was sent, or on its day, and where it goes.
  private func lateNews(_ letters: [LetterFiles]) -> [Diagnostic] {
    let sent = letters.filter { $0.issue.corrects == nil && selection.end(of: $0.issue) != nil }
    guard let last = sent.first, let end = selection.end(of: last.issue) else { return [] }
    var next = letters.last { !$0.issue.isSent(at: today) && $0.issue.corrects == nil }
    if let issue = next?.issue, issue.sendDate < last.issue.sendDate { next = nil }
    let later = next?.issue ?? Issue(following: last.issue, today: today.day)
    let late = selection.late(for: later, since: last.issue.sendDate, before: nil)
    let held = late.isEmpty ? [] : Set(letters.flatMap { $0.letter.news.map(\.key) })
    var notes: [Diagnostic] = late.compactMap { item in
      let title = last.issue.title
      let isNamed = next?.letter.news.contains { $0.key == item.key } == true
      if !isNamed, held.contains(item.key) { return nil }
      return .lateNews(item.entry.source, title: item.title, sent: title, next: isNamed ? next?.issue.title : nil)
    }
    // By the day alone nobody knows what came first.
    if last.issue.hasHourOfSending { return notes }
    let day = site.settings.zone.instant(of: CivilDateTime(day: last.issue.sendDate, minuteOfDay: 0))
    for item in last.letter.news {
      guard case .absent? = site.history.state(of: item.key, before: day), day < end,
        case .automatic = last.issue.news
      else { continue }
      notes.append(
        .newsOfTheDay(
          item.entry.source, title: item.title, sent: last.issue.title, source: last.issue.entry.source,
          line: UnsentNews.line(adding: item.key, to: next?.issue)))
    }
    return notes
  }

  private var readiness: [Diagnostic] {
    let missing = Self.missingSettings(site.settings)
    return missing.isEmpty ? [] : [.letterNotReady(missing: missing)]
  }

  /// The settings that no letter may be sent without, by name.
  static func missingSettings(_ settings: Settings) -> [String] {
    [
      ("infolettre.expediteur", settings.newsletter.sender?.address.text)
    ].filter { (settings.known($0.0, $0.1) ?? "").isEmpty }.map(\.0)
  }

  private func diagnostics(for files: LetterFiles) -> [Diagnostic] {
    let source = files.issue.entry.source
    var diagnostics: [Diagnostic] = []
    if selection.isEmpty(files.issue) { diagnostics.append(.emptyLetter(source)) }
    // What was sent can't be shortened any more: it need not be drawn to be measured.
    if files.issue.isSent(at: today) { return diagnostics.map(\.asNote) }
    let size = files.size
    if size >= Self.refusedSize {
      diagnostics.append(.letterTooLarge(source, bytes: size, limit: Self.refusedSize))
    } else if size >= Self.warnedSize {
      diagnostics.append(.letterLarge(source, bytes: size, limit: Self.refusedSize))
    }
    return diagnostics
  }
}

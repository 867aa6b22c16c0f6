import Markup
import Presenting
import Site
import Text
import Time

/// What of an entry visitors will read, in a few lines for a terminal.
struct ReceivedSummary {
  private let site: Site
  private static let longestText = 2_000

  init(_ site: Site) { self.site = site }

  func lines(ofFile path: String) -> [String] {
    guard let kind = EntryKind.allCases.first(where: { path.hasPrefix($0.path + "/") }),
      let entry = site.entries(of: kind).first(where: { $0.entry.source == path })?.entry
    else { return [] }
    var lines = ["\(kind.row.label)\u{A0}: \(entry.title)"]
    lines.append("Adresse\u{A0}: \(site.settings.absoluteAddress(of: entry.path))")
    if kind == .news, let news = site.news.first(where: { $0.key == entry.key }) {
      lines.append("Date\u{A0}: \(French.dateWithWeekday(news.date))")
      lines += place(news.location)
    }
    if kind == .event, let event = site.events.first(where: { $0.key == entry.key }) { lines += facts(of: event) }
    if !entry.summary.isEmpty, !isBeginning(entry.summary, of: entry.body) {
      lines.append("Résumé\u{A0}: \(entry.summary)")
    }
    if let image = entry.image { lines.append("Image\u{A0}: \(image.alternative)") }
    let text = PlainTextRenderer(width: 76, link: { site.settings.baseURL + $0 }).render(entry.body)
    let shown = text.prefix(Self.longestText)
    if !shown.isEmpty {
      lines += [""] + shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    if shown.count < text.count { lines.append("[…]") }
    return lines
  }

  /// Whether a summary was not written, but taken from the text.
  private func isBeginning(_ summary: String, of body: Document) -> Bool {
    let text = PlainTextRenderer.text(of: body).collapsingWhitespace
    return text.contains(summary.collapsingWhitespace.prefix(40))
  }

  private func facts(of event: Event) -> [String] {
    var lines = site.scheduleInWords(of: event).enumerated().map { ($0 == 0 ? "Quand\u{A0}: " : "  ") + $1 }
    if event.schedule.isRule, let first = event.schedule.firstDay {
      let start = CivilDateTime(day: first, minuteOfDay: 0)
      lines += event.schedule.next(at: start, limit: 5).map { date in
        "  \(French.span(date.span))" + (date.isOff ? " (annulé)" : "")
      }
    }
    return lines + place(event.location) + site.facts(of: event).map(\.plainText)
  }

  private func place(_ location: Location?) -> [String] {
    guard let location else { return [] }
    if case .named(let name) = location { return ["Lieu\u{A0}: \(name)"] }
    return site.place(at: location).map { ["Lieu\u{A0}: \($0.title)"] } ?? []
  }
}

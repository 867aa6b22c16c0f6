import Markup
import Site
import Theming

/// An issue as plain text, written from the same values as the HTML: every link and every date of it, in lines of 72
/// columns at most.
struct TextLetter: Sendable {
  static let width = 72

  let letter: Letter
  private var settings: Settings { letter.site.settings }

  init(_ letter: Letter) { self.letter = letter }

  /// The text; lines end with a line feed, the last one too.
  func text() -> String {
    let blocks = [head, editorial, news, agenda, regular, call, thanks, foot]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n\n") + "\n"
  }

  // MARK: Parts

  private var head: [String] {
    wrapped(settings.title) + wrapped(letter.issue.title)
      + wrapped(French.date(.day(letter.issue.sendDate))) + [""]
      + link("Lire en ligne", letter.links.readOnline)
  }

  private var editorial: [String] {
    let settings = settings
    let renderer = PlainTextRenderer(width: Self.width) { settings.absoluteAddress(of: SitePath($0)) }
    let text = renderer.render(letter.issue.entry.body)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).trimmingEmptyEnds()
  }

  private var news: [String] {
    section(
      "Nouvelles",
      letter.news.map { item in
        underlined(item.title, with: "-") + wrapped(French.date(item.date)) + wrapped(item.entry.summary)
          + [address(of: item.path)]
      })
  }

  private var agenda: [String] {
    var told: Set<EntryKey> = []
    return section(
      "Agenda",
      letter.agenda.map { item in lines(of: item, withSummary: told.insert(item.event.key).inserted) })
  }

  /// What an event is about is said where it comes first.
  private func lines(of item: AgendaItem, withSummary hasSummary: Bool) -> [String] {
    let (event, occurrence) = (item.event, item.occurrence)
    var lines = wrapped(French.span(occurrence.span))
    lines += wrapped(notice(of: item))
    lines += wrapped(event.title)
    if let venue = item.venue {
      lines += wrapped([venue.name, venue.address].filter { !$0.isEmpty }.joined(separator: ", "))
    }
    if hasSummary { lines += wrapped(event.entry.summary) }
    lines += event.online.map { link("En ligne", $0) } ?? []
    lines += event.registration.map { link("Inscription", $0) } ?? []
    lines.append(address(of: event.path))
    let isHeld = occurrence.state != .cancelled && occurrence.state != .postponed
    if isHeld, occurrence.span.isDated { lines += link("Ajouter à mon agenda", address(of: .calendar(of: event.key))) }
    return lines
  }

  /// What has changed about an occurrence; empty where all is as announced.
  private func notice(of item: AgendaItem) -> String {
    let reason = item.event.schedule.reason.map { "\u{A0}: \($0)" } ?? ""
    switch item.occurrence.state {
    case .confirmed: return ""
    case .tentative: return "À confirmer"
    case .cancelled: return "ANNULÉ\(reason)"
    case .postponed: return "REPORTÉ à une date qui reste à fixer\(reason)"
    case .moved:
      let announced = item.occurrence.announced.map { ", était annoncé\u{A0}: \(French.span($0))" } ?? ""
      return "CHANGEMENT\(announced)\(reason.isEmpty ? "" : " (\(item.event.schedule.reason ?? ""))")"
    }
  }

  private var regular: [String] {
    section(
      "Rendez-vous réguliers",
      letter.regular.map { event in
        wrapped(event.title) + wrapped(event.schedule.rhythm ?? "")
          + wrapped(letter.site.venue(event.location)?.name ?? "") + [address(of: event.path)]
      })
  }

  private var call: [String] {
    guard let call = letter.issue.callToAction else { return [] }
    let target = call.link.hasPrefix("/") ? address(of: SitePath(call.link)) : call.link
    return wrapped(call.text + "\u{A0}:") + [target]
  }

  private var thanks: [String] {
    section(
      "Merci à nos partenaires",
      letter.partners.isEmpty
        ? []
        : [
          letter.partners.flatMap { wrapped("- \($0.title)") + ["  " + address(of: $0.path)] }
        ])
  }

  private var foot: [String] {
    let publisher = settings.publisher
    let name = publisher.name ?? settings.title
    var lines = [String(repeating: "-", count: Self.width)]
    lines += wrapped(name)
    lines += wrapped(publisher.address ?? "")
    lines += publisher.email.map { wrapped($0) } ?? []
    lines += [address(of: .home), ""]
    lines += wrapped(
      "Vous recevez ce courriel parce que vous avez demandé l’infolettre de \(French.quoted(settings.title)).")
    lines += letter.links.unsubscribe.map { link("Se désinscrire", $0) } ?? []
    return lines
  }

  // MARK: Pieces

  private func wrapped(_ text: String) -> [String] { TextWrapping.lines(text, width: Self.width) }

  /// A title and what stands under it, or nothing.
  private func section(_ title: String, _ items: [[String]]) -> [String] {
    guard !items.isEmpty else { return [] }
    return underlined(title.uppercased(), with: "=") + [""] + items.joined(separator: [""])
  }

  private func underlined(_ title: String, with sign: String) -> [String] {
    let lines = wrapped(title)
    return lines + [String(repeating: sign, count: lines.map(\.count).max() ?? 0)]
  }

  /// « Inscription : https://… », on two lines where one is too narrow.
  private func link(_ name: String, _ address: String) -> [String] {
    wrapped("\(name)\u{A0}: \(address)")
  }

  private func address(of path: SitePath) -> String { settings.absoluteAddress(of: path) }
}

extension [String] {
  fileprivate func trimmingEmptyEnds() -> [String] {
    let isBlank: (String) -> Bool = { $0.allSatisfy { $0 == " " } }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
      return []
    }
    return Array(self[first...last])
  }
}

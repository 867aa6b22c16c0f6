import Markup
import Presenting
import Site
import Time

/// What a VEVENT says of an event besides its time.
struct EventText {
  private let event: Event
  private let site: Site
  /// What the text of the event says, however often it takes place.
  private let body: String
  private let facts: String
  private let participation: Participation

  init(_ event: Event, in site: Site) {
    self.event = event
    self.site = site
    body = Self.body(of: event, in: site)
    participation = Participation(of: event)
    facts = Self.facts(of: event, participation, in: site)
  }

  private func facts(of occurrence: Occurrence) -> String {
    let own = participation.narrowed(to: occurrence)
    return own == participation ? facts : Self.facts(of: event, own, in: site)
  }

  private static func facts(of event: Event, _ participation: Participation, in site: Site) -> String {
    site.facts(of: event, participation).map(\.plainText).joined(separator: "\n")
  }

  func write(_ occurrence: Occurrence, to lines: inout ContentLines) {
    let state = StateWords(occurrence)
    lines.add("SUMMARY", text: prefix(occurrence, state) + occurrence.title(within: event))
    lines.add("STATUS", status(occurrence.state))
    writePlace(event.location(of: occurrence), to: &lines)
    if let online = event.online, participation.narrowed(to: occurrence).takesPlace {
      lines.add("CONFERENCE;VALUE=URI", uri: online)
    }
    let series = event.series.flatMap { site.series($0)?.title }
    let categories = [series].compactMap { $0 } + event.entry.tags.map(\.name)
    if !categories.isEmpty {
      lines.add("CATEGORIES", categories.map(ContentLines.escaped).joined(separator: ","))
    }
    let address = site.settings.absoluteAddress(of: event.path)
    lines.add("URL", uri: address)
    let paragraphs = [change(of: occurrence, state), body, facts(of: occurrence), address]
    lines.add("DESCRIPTION", text: paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  /// What is said of an event that is no longer on the site, so that programs strike it out: no more, for somebody may have
  /// asked for it to be removed.
  static func writeWithdrawn(to lines: inout ContentLines) {
    lines.add("SUMMARY", text: ChangeLine.withdrawn)
    lines.add("STATUS", "CANCELLED")
  }

  /// « Maison pour tous, 10 rue Jean-Jaurès, 94500 Champigny-sur-Marne »; `nil` where no place is known.
  static func place(_ location: Location?, in site: Site) -> String? {
    site.venue(location)?.line
  }

  // MARK: State

  /// Before the title: programs show little else in their lists. What has moved stands at its new time there anyhow.
  private func prefix(_ occurrence: Occurrence, _ state: StateWords?) -> String {
    guard let state else { return "" }
    if occurrence.isOff || state.kind == .full { return "[\(state.word)] " }
    return occurrence.state == .tentative ? "[\(StateWords.tentative)] " : ""
  }

  private func status(_ state: Occurrence.State) -> String {
    switch state {
    case .confirmed: return "CONFIRMED"
    case .tentative: return "TENTATIVE"
    case .cancelled, .postponed: return "CANCELLED"
    }
  }

  /// What is not as it was announced, and why.
  private func change(of occurrence: Occurrence, _ state: StateWords?) -> String {
    [state?.sentence, occurrence.announcedInWords?.firstUppercased].compactMap { $0 }.joined(separator: "\n")
  }

  // MARK: Place

  private func writePlace(_ location: Location?, to lines: inout ContentLines) {
    if let place = Self.place(location, in: site) { lines.add("LOCATION", text: place) }
    if let coordinates = site.place(at: location)?.coordinates {
      lines.add("GEO", Self.degrees(coordinates.latitude) + ";" + Self.degrees(coordinates.longitude))
    }
  }

  /// Six decimals (RFC 5545, 3.8.1.6), without exponent.
  static func degrees(_ value: Double) -> String {
    guard value.isFinite, abs(value) <= 360 else { return "0.000000" }
    let millionths = Int((value * 1_000_000).rounded())
    let decimals = String(abs(millionths) % 1_000_000)
    return (millionths < 0 ? "-" : "") + String(abs(millionths) / 1_000_000) + "."
      + String(repeating: "0", count: 6 - decimals.utf8.count) + decimals
  }

  // MARK: Description

  /// Longer texts are read on the site; they would fill the feeds.
  private static let longestBody = 1200

  private static func body(of event: Event, in site: Site) -> String {
    if PlainTextRenderer.isLonger(event.entry.body, than: longestBody) { return event.entry.summary }
    let settings = site.settings
    let renderer = PlainTextRenderer(width: nil) { settings.baseURL + $0 }
    let text = trimmed(renderer.render(event.entry.body))
    return text.isEmpty || text.utf8.count > longestBody ? event.entry.summary : text
  }

  /// `text` without spaces and line ends around it.
  private static func trimmed(_ text: String) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = text.utf8.firstIndex(where: { !isSpace($0) }),
      let last = text.utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[first...last])
  }
}

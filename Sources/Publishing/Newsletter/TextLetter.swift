import Markup
import Presenting
import Site
import Time

/// An issue as plain text, written from the same values as the HTML: every link and every date of it, in lines of 72
/// columns at most.
struct TextLetter: Sendable {
  static let width = 72

  let letter: Letter
  private let lines: Letter.Lines
  private var settings: Settings { letter.site.settings }

  init(_ letter: Letter) {
    self.letter = letter
    lines = letter.lines
  }

  /// The text; lines end with a line feed, the last one too.
  func text() -> String {
    let blocks = [head, editorial, news, agenda, ongoing, regular, call, thanks, foot]
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

  private var agenda: [String] { section("Agenda", lines.dated.map(lines(of:))) }
  private var ongoing: [String] { section("En ce moment", lines.ongoing.map(lines(of:))) }

  private func lines(of line: Letter.Line) -> [String] {
    guard let item = line.line.item else { return regularLines(of: line) }
    let (event, occurrence) = (item.event, item.occurrence)
    var lines = wrapped(French.span(occurrence.span))
    lines += wrapped(line.updateSentence ?? "")
    lines += item.state.map { wrapped($0.sentence) } ?? []
    lines += occurrence.announcedInWords.map { wrapped($0.firstUppercased) } ?? []
    lines += wrapped(item.title)
    lines += [line.line.returning, line.line.remarks].flatMap { wrapped($0?.firstUppercased ?? "") }
    lines += line.venue.map { wrapped($0.line) } ?? []
    lines += wrapped(line.summary)
    lines += line.facts.flatMap { wrapped($0.plainText) }
    lines.append(address(of: event.path))
    if let google = line.googleLink {
      lines += link("Ajouter à mon agenda", address(of: .calendar(of: event.key))) + link("Google Agenda", google)
    }
    return lines
  }

  private var regular: [String] { section("Rendez-vous réguliers", lines.regular.map(regularLines)) }

  private func regularLines(of line: Letter.Line) -> [String] {
    let event = line.line.event
    let state = StateWords(event.schedule)?.sentence ?? ""
    return [event.title, line.updateSentence ?? "", line.line.returning?.firstUppercased ?? "", state].flatMap(wrapped)
      + wrapped(line.venue?.line ?? "") + wrapped(line.summary) + line.facts.flatMap { wrapped($0.plainText) }
      + [address(of: event.path)]
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
    lines += wrapped(settings.contact.address ?? "")
    lines += (settings.contact.email ?? publisher.email).map { wrapped($0) } ?? []
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

import HTML
import Markup
import Presenting
import Site
import Time

/// Something that a feed carries, whatever the format.
struct FeedEntry: Sendable {
  var entry: Entry
  /// The page it leads to.
  var path: SitePath
  /// When it was published, where at least the day is known.
  var published: Instant?
  /// The last revision, else the first moment of the period it is dated by.
  var updated: Instant
  /// The whole text, with full addresses.
  var content: HTML

  init(_ news: News, of site: Site) {
    let zone = site.settings.zone
    let start = zone.instant(of: news.date.firstMinute)
    let isDay = news.date.precision == .day || news.date.precision == .minute
    entry = news.entry
    path = news.path
    published = isDay ? start : nil
    // What was written before its day appears on it, and is never published after it was updated.
    updated = max(news.entry.revision ?? start, start)
    // Readers show a moment of their own beside the title; what is dated by its month alone says so itself.
    let date: HTML? = isDay ? nil : "<p>\(French.date(news.date))</p>\n"
    content = "\(date)\(FeedContent.text(of: news.entry, site: site))"
  }

  init(_ letter: Letter, of site: Site) {
    let zone = site.settings.zone
    let day = CivilDateTime(day: letter.issue.sendDate, minuteOfDay: 0)
    let sent = zone.instant(of: letter.issue.firstMinute ?? day)
    entry = letter.issue.entry
    path = letter.issue.path
    published = sent
    updated = max(letter.issue.entry.revision ?? sent, sent)
    content = FeedContent.text(of: letter)
  }

  /// A change of the agenda, which has no page of its own.
  init(_ change: ChangeLine, of event: Event) {
    let key = event.key
    let name = "\(event.entry.id)#changement-\(change.moment.seconds)-\(change.time)"
    entry = Entry(key: key, id: name, title: change.headline, source: event.entry.source)
    path = change.path ?? .changes
    published = change.moment
    updated = change.moment
    let words = [change.insteadOf, change.reason].compactMap { $0?.firstUppercased }
    content = "<p>\(change.headline)</p>\n\(words.map { text -> HTML in "<p>\(text)</p>\n" })"
  }

  /// The identity of the entry, the same whatever becomes of its title, address or date.
  func identifier(in settings: Settings) -> String {
    "urn:uuid:" + NamedUUID.text(of: entry.id, in: settings.identifier)
  }
}

/// The texts of feeds, which stand alone: without the theme, every address in full.
enum FeedContent {
  static func text(of entry: Entry, site: Site) -> HTML {
    let settings = site.settings
    let renderer = HTMLRenderer(page: settings.absoluteAddress(of: entry.path)) {
      settings.absoluteAddress(of: SitePath($0))
    }
    let image: HTML? = StructuredData.image(entry, of: site).map { address in
      "<p><img src=\"\(address)\" alt=\"\(entry.image?.alternative ?? "")\"></p>\n"
    }
    return "\(image)\(renderer.render(entry.body))"
  }

  static func text(of letter: Letter) -> HTML {
    let settings = letter.site.settings
    func link(_ entry: some HasEntry, _ title: String? = nil) -> HTML {
      "<a href=\"\(settings.absoluteAddress(of: entry.path))\">\(title ?? entry.title)</a>"
    }
    let news: [HTML] = letter.news.map {
      "<li>\(link($0)) (\(French.date($0.date)))\(sentence($0.entry.summary))</li>\n"
    }
    func dated(_ lines: [Letter.Line]) -> [HTML] {
      lines.compactMap { line in
        guard let item = line.line.item else { return nil }
        let when = French.span(item.occurrence.span) + (line.venue.map { ", \($0.line)" } ?? "")
        let words = [item.occurrence.announcedInWords, line.line.returning, line.line.remarks]
        return "<li>\(when)\u{A0}: \(link(item.event, item.title))\(more(line, item.state, words))</li>\n"
      }
    }
    func more(_ line: Letter.Line, _ state: StateWords?, _ words: [String?]) -> [HTML] {
      let important: [HTML] = [line.updateSentence, state?.sentence].compactMap {
        $0.map { "<br>\n<strong>\($0)</strong>" }
      }
      let lines = (words + [line.summary]).compactMap { $0?.firstUppercased } + line.facts.map(\.plainText)
      return important + lines.filter { !$0.isEmpty }.map { text -> HTML in "<br>\n\(text)" }
    }
    let lines = letter.lines
    let regular: [HTML] = lines.regular.map { line in
      let state = StateWords(line.line.event.schedule)
      return "<li>\(link(line.line.event))\u{A0}: \(line.line.returning)\(more(line, state, [line.venue?.line]))</li>\n"
    }
    return """
      \(text(of: letter.issue.entry, site: letter.site))
      \(list("Nouvelles", news))\(list("Agenda", dated(lines.dated)))\(list("En ce moment", dated(lines.ongoing)))\
      \(list("Rendez-vous réguliers", regular))
      """
  }

  private static func list(_ title: String, _ items: [HTML]) -> HTML {
    items.isEmpty ? .empty : "<h2>\(title)</h2>\n<ul>\n\(items)</ul>\n"
  }

  private static func sentence(_ text: String) -> String { text.isEmpty ? "" : "\u{A0}: \(text)" }
}

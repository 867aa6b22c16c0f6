import Foundation
import Markup
import Presenting
import Site
import Text
import Time

@testable import Publishing
@testable import Reading

enum WritersTarget {
  static func check(_ input: [UInt8], _ checks: inout Checks) {
    var source = ByteSource(input)
    let sample = HostileSite(&source)
    checkFeeds(sample.site, &checks)
    checkCalendar(sample.site, &checks)
    checkHeader(sample.site, &checks)
    checkBody(sample.site.news[0].entry.summary, &checks)
    checkMail(sample.site, &checks)
    checkAliases(sample.site, &checks)
  }

  // MARK: Feeds

  private static func checkFeeds(_ site: Site, _ checks: inout Checks) {
    let entries = site.news.map { FeedEntry($0, of: site) }
    let title = site.news[0].title
    if let atom = try? AtomFeed(site: site, title: title, path: .newsAtom, page: .news, entries: entries).text() {
      let xml = StrictXML(atom)
      checks.expectNone(xml.fault, "Atom")
      checks.expect(
        xml.texts["title"] == [allowed(title), allowed(title)], "Atom has the titles \(xml.texts["title"] ?? [])")
    }
    if let json = try? JSONFeed(site: site, title: title, path: .newsJSON, page: .news, entries: entries).text() {
      let read = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      // Foundation drops the mark where it stands first.
      let shown = (read?["title"] as? String)?.replacing("\u{FEFF}", with: "")
      checks.expect(
        shown.map { isSame($0, title.replacing("\u{FEFF}", with: "")) } ?? false, "JSON has another title: \(json)")
    }
  }

  /// `text` as far as XML can hold it.
  private static func allowed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if [0x09, 0x0A, 0x0D].contains(scalar.value) || scalar.value >= 0x20 && ![0xFFFE, 0xFFFF].contains(scalar.value) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// `==` takes texts for the same whose accents are encoded otherwise.
  private static func isSame(_ a: String, _ b: String) -> Bool { a.unicodeScalars.elementsEqual(b.unicodeScalars) }

  // MARK: Calendars

  private static func checkCalendar(_ site: Site, _ checks: inout Checks) {
    let today = CivilDateTime(day: CivilDay(number: 20_000), minuteOfDay: 0)
    let event = site.events[0]
    for file in CalendarFiles(of: site, today: today).files {
      guard case .rendered(let render) = file.content, let bytes = try? render() else { continue }
      let text = CalendarText(bytes)
      checks.expectNone(text.fault, file.path)
      checks.expect(text.isNested, "\(file.path): an END without its BEGIN")
      // What is past is not to come.
      if file.path != SitePath.upcomingCalendar.outputFile
        || !event.schedule.occurrences(in: today.day...today.day).isEmpty
      {
        checks.expect(text.events.count == 1, "\(file.path) has \(text.events.count) events")
      }
      for (name, value) in text.events.joined() {
        guard ["SUMMARY", "DESCRIPTION", "LOCATION"].contains(name) else { continue }
        let meant = CalendarText.unescaped(value)
        checks.expect(meant != nil, "\(name) is not escaped: \(value)")
        if name == "SUMMARY", let meant {
          checks.expect(isSame(meant, onCalendar(event.title)), "SUMMARY is \(meant), not \(event.title)")
        }
      }
    }
  }

  /// `text` as far as a TEXT can hold it.
  private static func onCalendar(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x09: result.append(" ")
      case 0x0A where index > 0 && scalars[index - 1] == "\r": break
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append("\n")
      case 0x00...0x1F, 0x7F...0x9F, 0xFEFF: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  // MARK: Mail

  private static func checkHeader(_ site: Site, _ checks: inout Checks) {
    let subject = site.issues[0].subject
    var header = MailHeader()
    header.add("Subject", text: subject)
    header.add("From", mailbox: site.settings.newsletter.sender)
    checks.expectNone(MailText.fault(inLines: header.text, width: 320), "header")
    let fields = header.text.replacing("\r\n ", with: " ").split(separator: "\r\n")
    checks.expect(fields.count <= 2, "the header has \(fields.count) fields: \(header.text)")
    guard let first = fields.first else { return checks.expect(false, "no subject") }
    checks.expect(first.hasPrefix("Subject: "), "the first field is \(first)")
    let shown = MailText.shown(String(first.dropFirst(9)))
    checks.expect(
      shown.map { isSame($0, onOneLine(subject)) } ?? false, "the subject \(subject) is shown as \(shown ?? "")")
  }

  private static func onOneLine(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Character in
      let isBreak =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
      return isBreak ? " " : Character(scalar)
    }
    var result = String.UnicodeScalarView()
    for word in scalars.split(separator: " ") {
      if !result.isEmpty { result.append(" ") }
      for character in word { result.append(contentsOf: character.unicodeScalars) }
    }
    return String(result)
  }

  private static func checkBody(_ text: String, _ checks: inout Checks) {
    let encoded = QuotedPrintable.encoded(text)
    checks.expectNone(MailText.fault(inLines: encoded + "\r\n", width: 76), "quoted-printable")
    let decoded = MailText.decoded(quotedPrintable: encoded)
    checks.expect(decoded == lines(text), "quoted-printable stands for something else: \(encoded)")
    checks.expect(!encoded.split(separator: "\r\n").contains("."), "a dot stands alone")
  }

  /// `text` with CRLF at the end of its lines.
  private static func lines(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0A, result.last == 0x0D { result.removeLast() }
      result += byte == 0x0A ? [0x0D, 0x0A] : [byte]
    }
    // A lone CR at the very end is that of a line.
    if result.last == 0x0D { result.removeLast() }
    return result
  }

  private static func checkMail(_ site: Site, _ checks: inout Checks) {
    let issue = site.issues[0]
    let agenda = site.events.flatMap { event in
      event.schedule.occurrences(in: CivilDay(number: 19_000)...CivilDay(number: 22_000)).map {
        AgendaItem(event: event, occurrence: $0, venue: site.venue(event.location))
      }
    }
    let letter = Letter(
      site: site, issue: issue, news: site.news, agenda: agenda,
      groups: EventGroups(agenda, of: site.events, on: issue.sendDate), partners: [],
      links: LetterLinks(readOnline: "https://exemple.org/lettre/", unsubscribe: nil))
    let text = TextLetter(letter).text()
    checks.expectNone(
      MarkdownTarget.overlongLine(in: text, width: TextLetter.width, of: issue.entry.body), "the letter as text")
    let message = MailMessage(issue: issue, settings: site.settings, plainText: text, html: text).text()
    checks.expectNone(MailText.fault(inLines: message, width: 320), "message")
    let boundaries = message.split(separator: "\r\n").count { $0.hasPrefix("--=_") }
    checks.expect(boundaries == 3, "the message has \(boundaries) boundaries")
  }

  // MARK: Servers

  private static func checkAliases(_ site: Site, _ checks: inout Checks) {
    let served = AliasPlan(
      of: site, calendars: CalendarFiles(of: site, today: .last), below: PlaceRegister()
    ).served
    checkQueries(site.settings, served.filter { $0.path.query != nil }, &checks)
    let aliases = served.filter { $0.path.query == nil }
    let redirects = NetlifyFiles(settings: site.settings, aliases: aliases).redirects
    let lines = redirects.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    checks.expect(lines.count == aliases.count, "\(lines.count) redirections of \(aliases.count)")
    for line in lines {
      checks.expect(line.split(separator: " ").count == 3, "the redirection \(line)")
      checks.expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "the redirection \(line)")
    }
    let apache = rules(of: .apache, site.settings, aliases) { $0.hasPrefix("  RedirectMatch 301") }
    let nginx = rules(of: .nginx, site.settings, aliases) { $0.hasPrefix("  rewrite ") }
    for rules in [apache, nginx] {
      checks.expect(rules.count == aliases.count, "\(rules.count) rules for \(aliases.count)")
      for rule in rules { checks.expect(rule.utf8.count { $0 == UInt8(ascii: "\"") } == 4, "the rule \(rule)") }
    }
    checkCaddy(site.settings, aliases, &checks)
  }

  /// The lines of a server's file that lead on from an earlier address.
  private static func rules(
    of server: WebServer, _ settings: Settings, _ aliases: [Alias], where isRule: (Substring) -> Bool
  ) -> [Substring] {
    ServerFiles(settings: settings, aliases: aliases).sample(for: server).split(separator: "\n").filter(isRule)
  }

  private static func checkCaddy(_ settings: Settings, _ aliases: [Alias], _ checks: inout Checks) {
    let patterns = rules(of: .caddy, settings, aliases) {
      $0.hasPrefix("      path_regexp") || $0.contains("vars_regexp")
    }
    checks.expect(
      patterns.count == aliases.count + aliases.count { $0.path.query != nil }, "\(patterns.count) rules for Caddy")
    for rule in patterns {
      checks.expect(rule.utf8.count { $0 == UInt8(ascii: "`") } == 2 && rule.last == "`", "the rule \(rule)")
    }
    let led = rules(of: .caddy, settings, aliases) { $0.hasPrefix("    redir @avant") }
    checks.expect(
      led.allSatisfy { $0.split(separator: " ").count == 4 } && led.count == aliases.count, "Caddy leads on")
  }

  /// Earlier addresses with a query: each rule is whole, whatever stands in it.
  private static func checkQueries(_ settings: Settings, _ aliases: [Alias], _ checks: inout Checks) {
    for line in NetlifyFiles(settings: settings, aliases: aliases).redirects.split(separator: "\n") {
      checks.expect(line.hasSuffix(" 301!") && line.split(separator: " ").count > 3, "the redirection \(line)")
      checks.expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "the redirection \(line)")
    }
    let apache = rules(of: .apache, settings, aliases) { $0.hasPrefix("  Rewrite") && !$0.hasSuffix("On") }
    let nginx = rules(of: .nginx, settings, aliases) { $0.hasPrefix("  if (") }
    checks.expect(apache.count == 2 * aliases.count && nginx.count == aliases.count, "\(apache.count) rules")
    for rule in apache + nginx {
      let quotes = rule.utf8.count { $0 == UInt8(ascii: "\"") }
      checks.expect(quotes == (rule.contains("RewriteCond") ? 2 : 4), "the rule \(rule)")
    }
    checkCaddy(settings, aliases, &checks)
  }
}

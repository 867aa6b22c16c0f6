import Markup
import Site
import Text
import Time

@testable import Reading

/// A site of one news item, one event and one issue, with a text of the input wherever authors write one.
struct HostileSite {
  let site: Site

  init(_ source: inout ByteSource) {
    let date = source.day(near: CivilDay(number: 20_000))
    let isTimed = source.bool()
    let start: PartialDate =
      isTimed ? .minute(CivilDateTime(day: date, minuteOfDay: source.number(0...1439))) : .day(date)
    func entry(_ kind: EntryKind, _ source: inout ByteSource) -> Entry {
      let aliases = source.text().split(separator: "\n").compactMap { try? AliasPath.read(String($0)).get() }
      let tag = source.text()
      let title = source.text()
      let summary = source.text()
      let text = source.text()
      return Entry(
        key: EntryKey(kind: kind, slug: "essai"), id: source.text(), title: title, summary: summary, aliases: aliases,
        tags: [Tag(name: tag, slug: "etiquette")], source: "Content/\(kind.folder)/essai.md",
        body: Document(blocks: [
          .paragraph([.text(text), .link(Link(target: .written(text), content: [], position: Self.nowhere))]),
          .code(CodeBlock(info: tag, text: summary)),
        ]))
    }
    let news = News(entry: entry(.news, &source), date: start)
    var event = Event(entry: entry(.event, &source), schedule: Schedule(plan: .once(Span(start: start))))
    event.location = .named(source.text())
    event.online = source.text()
    event.price = source.text()
    event.registration = source.text()
    event.organizers = [.named(source.text())]
    let issue = Issue(
      entry: entry(.issue, &source), sendDate: date, subject: source.text(), preheader: source.text(),
      callToAction: Issue.CallToAction(text: source.text(), link: "https://exemple.org/"))
    var settings = Settings(
      title: source.text(), tagline: source.text(), baseURL: "https://exemple.org/champigny", basePath: "/champigny",
      identifier: "7b1c6f0e-6a0f-4b7a-9a59-0d6a5f0e2a11")
    settings.publisher.name = source.text()
    settings.publisher.address = source.text()
    let sender = source.text()
    settings.newsletter.sender = EmailAddress(source.text()).map {
      Settings.Newsletter.Mailbox(name: sender, address: $0)
    }
    site = Site(settings: settings, news: [news], events: [event], issues: [issue])
  }

  private static let nowhere = TextPosition(line: 1, column: 1)
}

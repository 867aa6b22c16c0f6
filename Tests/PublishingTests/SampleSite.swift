import Markup
import Site
import Text
import Time

@testable import Publishing

/// Sites made by hand, as small as a test needs.
enum Sample {
  /// A day that does not exist is a mistake of the test and gives one that nobody looks for.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
    CivilDay(year: year, month: month, day: day) ?? CivilDay(number: 0)
  }

  static let today = CivilDateTime(day: day(2019, 7, 10), minuteOfDay: 12 * 60)

  static var settings: Settings {
    var settings = Settings(
      title: "Un tiers-lieu", tagline: "Ouvert à tous", baseURL: "https://example.org/champigny",
      basePath: "/champigny",
      identifier: "7b1c6f0e-6a0f-4b7a-9a59-0d6a5f0e2a11")
    settings.publisher.name = "L’Équipe"
    settings.contact.address = "1 rue de la Paix, 94500 Champigny"
    settings.newsletter.sender = mailbox("L’équipe", "lettre@example.org")
    return settings
  }

  /// `nil` where `address` is none.
  static func mailbox(_ name: String?, _ address: String) -> Settings.Newsletter.Mailbox? {
    EmailAddress(address).map { Settings.Newsletter.Mailbox(name: name, address: $0) }
  }

  static func entry(
    _ kind: EntryKind, _ slug: String, _ title: String, tags: [String] = [], partners: [String] = [],
    aliases: [String] = []
  ) -> Entry {
    Entry(
      key: EntryKey(kind: kind, slug: slug), id: "\(kind.folder)/\(slug)", title: title, summary: "Résumé de \(title)",
      aliases: aliases.map { SitePath($0) }, tags: tags.map { Tag(name: $0, slug: $0) },
      partners: partners.map { EntryKey(kind: .partner, slug: $0) }, source: "Content/\(kind.folder)/\(slug).md",
      body: Document(blocks: [.paragraph([.text("Texte de \(title)")])]))
  }

  static func news(_ slug: String, _ date: PartialDate, title: String? = nil, tags: [String] = []) -> News {
    News(entry: entry(.news, slug, title ?? "Nouvelle \(slug)", tags: tags), date: date)
  }

  static func event(_ slug: String, _ schedule: Schedule, title: String? = nil, series: String? = nil) -> Event {
    Event(
      entry: entry(.event, slug, title ?? "Rendez-vous \(slug)"), schedule: schedule,
      series: series.map { EntryKey(kind: .series, slug: $0) })
  }

  static func once(_ start: PartialDate, _ end: PartialDate? = nil, status: Schedule.Status = .confirmed) -> Schedule {
    Schedule(plan: .once(Span(start: start, end: end)), status: status)
  }

  /// Its type has the name of one of the testing library's.
  static let noIssues: [Issue] = []

  static func issue(
    _ slug: String, sent: CivilDay, title: String = "La lettre", change: (inout Issue) -> Void = { _ in }
  ) -> Issue {
    var issue = Issue(
      entry: entry(.issue, slug, title), sendDate: sent, subject: title,
      preheader: "Ce qui s’est passé ce mois-ci au tiers-lieu")
    change(&issue)
    return issue
  }

  static func news(_ slug: String) -> EntryKey { EntryKey(kind: .news, slug: slug) }
  static func event(_ slug: String) -> EntryKey { EntryKey(kind: .event, slug: slug) }
}

extension Publication {
  /// The text of a rendered file; `nil` where there is none, or where it is copied.
  func text(_ path: String) throws -> String? {
    for file in files where file.path == path {
      if case .rendered(let render) = file.content { return String(decoding: try render(), as: UTF8.self) }
    }
    return nil
  }
}

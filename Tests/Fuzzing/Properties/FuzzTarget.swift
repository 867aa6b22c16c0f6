/// A part of the program that is fed with whatever bytes there are, and what must hold of what it makes of them.
enum FuzzTarget: String, CaseIterable, Sendable {
  /// A file of the content: front matter, fields, text, and what is reported of it.
  case entry
  /// Markdown, its typography and every way it is shown.
  case markdown
  /// Schedules: their occurrences, their rule, their words, their calendar.
  case schedule
  /// Feeds, calendars and mails that hold hostile texts.
  case writers
  /// Dates and hours as people write them.
  case dates
  /// The heads of photographs, and drawings.
  case pictures
  /// Messages that bring a proposal.
  case mail
  /// Files that a text leads to: their names, their bytes, how the text names them.
  case attachments
  /// Small sites of several entries that name each other, and every file that is made of them.
  case site
  /// Repositories that a project brings along.
  case repository
  /// Requests to the preview.
  case requests
  /// What another site has exported.
  case imports

  /// Whether an input takes as long as hundreds of those of other targets.
  var isSlow: Bool { [.attachments, .site, .repository, .imports].contains(self) }

  /// What does not hold for `input`; empty where all does.
  func faults(of input: [UInt8]) async -> [String] {
    var checks = Checks()
    switch self {
    case .entry: EntryTarget.check(input, &checks)
    case .markdown: MarkdownTarget.check(input, &checks)
    case .schedule: ScheduleTarget.check(input, &checks)
    case .writers: WritersTarget.check(input, &checks)
    case .dates: DatesTarget.check(input, &checks)
    case .pictures: PicturesTarget.check(input, &checks)
    case .mail: MailTarget.check(input, &checks)
    case .attachments: await AttachmentsTarget.check(input, &checks)
    case .site: await SiteTarget.check(input, &checks)
    case .repository: RepositoryTarget.check(input, &checks)
    case .requests: await RequestsTarget.check(input, &checks)
    case .imports: await ImportsTarget.check(input, &checks)
    }
    return checks.faults
  }
}

/// What was looked at, and what was found not to hold.
struct Checks {
  private(set) var faults: [String] = []

  mutating func expect(_ holds: Bool, _ otherwise: @autoclosure () -> String) {
    if !holds { faults.append(otherwise()) }
  }

  /// `fault` is what a reader of formats found, if anything.
  mutating func expectNone(_ fault: String?, _ of: @autoclosure () -> String) {
    if let fault { faults.append(of() + ": " + fault) }
  }
}

import Time

/// One issue of the newsletter.
package struct Issue: HasEntry, Hashable {
  package enum Selection: Sendable, Hashable {
    /// What the dates give.
    case automatic
    case listed([EntryKey])
  }

  /// The dates of an issue's agenda.
  package enum Agenda: Sendable, Hashable {
    /// What the weeks ahead give.
    case automatic
    case listed([Date])
  }

  /// An event that an issue names, or one of its dates.
  package struct Date: Sendable, Hashable {
    package var event: EntryKey
    /// The day for which it was planned, or that on which it takes place; with an hour where a day has several; `nil`: all its
    /// dates of the weeks ahead, else its next one.
    package var date: PartialDate?

    package init(event: EntryKey, date: PartialDate? = nil) {
      self.event = event
      self.date = date
    }
  }

  /// What the issue itself says of its sending.
  package enum Sending: Sendable, Hashable {
    case day(PartialDate)
    /// It is late: not even its day sends it.
    case notYet
  }

  package struct CallToAction: Sendable, Hashable {
    package var text: String
    /// An address with a scheme, or a path of this site beginning with `/`.
    package var link: String

    package init(text: String, link: String) {
      self.text = text
      self.link = link
    }
  }

  package var entry: Entry
  package var sendDate: CivilDay
  /// The hour of sending, as a minute of the day, where one is given.
  package var sendMinute: Int?
  /// `envoyee` as written; without it, its day sends it.
  package var sending: Sending?
  /// Subject of the mail.
  package var subject: String
  /// What mail programs show beside the subject; 30 to 150 characters.
  package var preheader: String
  /// `depuis` as written; what holds without it is decided by the issues before this one.
  package var since: CivilDay?
  package var news: Selection
  package var pinned: [EntryKey]
  /// News and events left out.
  package var excluded: Set<EntryKey>
  /// How many weeks the agenda looks ahead.
  package var weeksAhead: Int
  /// How many weeks the agenda of an issue looks ahead that does not say so.
  package static let usualWeeksAhead = 6
  /// Weeks that no issue looks beyond: two years.
  package static let mostWeeksAhead = 104
  package var callToAction: CallToAction?
  /// `evenements`.
  package var events = Agenda.automatic
  /// The issue of which it is a correction.
  package var corrects: EntryKey?

  package init(
    entry: Entry, sendDate: CivilDay, subject: String, preheader: String, since: CivilDay? = nil,
    news: Selection = .automatic, pinned: [EntryKey] = [], excluded: Set<EntryKey> = [],
    weeksAhead: Int = Issue.usualWeeksAhead,
    callToAction: CallToAction? = nil
  ) {
    self.entry = entry
    self.sendDate = sendDate
    self.subject = subject
    self.preheader = preheader
    self.since = since
    self.news = news
    self.pinned = pinned
    self.excluded = excluded
    self.weeksAhead = weeksAhead
    self.callToAction = callToAction
  }
}

extension Issue {
  /// When it is sent, as far as that is known; `nil` where it is late.
  private var sent: PartialDate? {
    switch sending {
    case .notYet: nil
    case .day(let date): date
    case nil: sendMinute.map { .minute(CivilDateTime(day: sendDate, minuteOfDay: $0)) } ?? .day(sendDate)
    }
  }

  /// From when on it is shown to all; `nil` where it is late.
  package var firstMinute: CivilDateTime? { sent?.firstMinute }

  /// The last minute in which it may have been sent: where no hour is given, that of its day; `nil` where it is late.
  package var lastMinute: CivilDateTime? {
    sent.map { date in
      if case .minute(let minute) = date { minute } else { CivilDateTime(day: date.lastDay, minuteOfDay: 1439) }
    }
  }

  /// Whether the hour of sending is known.
  package var hasHourOfSending: Bool { if case .minute? = sent { true } else { false } }

  /// Whether it is surely sent: nothing that comes later enters it.
  package func isSent(at now: CivilDateTime) -> Bool { lastMinute.map { $0 <= now } ?? false }

  /// Whether it is out: listed, and shown to all.
  package func isOut(at now: CivilDateTime) -> Bool { firstMinute.map { $0 <= now } ?? false }
}

import Time

/// One issue of the newsletter.
package struct Issue: HasEntry, Hashable {
  package enum Selection: Sendable, Hashable {
    /// What the dates give.
    case automatic
    case listed([EntryKey])
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
  package var callToAction: CallToAction?

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

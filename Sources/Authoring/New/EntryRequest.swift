import Reading
import Site
import Time

/// What somebody wants to write about: all that is known when the file is made.
package struct EntryRequest: Sendable {
  package var kind: EntryKind
  package var title: String
  /// `resume`: without it a news item or a page, which would have no text at all, is made as a draft.
  package var summary: String?
  /// The date of a news item.
  package var date: PartialDate?
  /// When an event begins; see ``end``.
  package var start: PartialDate?
  package var end: PartialDate?
  /// How an event returns, in words that `repetition` understands; `nil` where it takes place once.
  package var repetition: String?
  /// Where a news item or an event takes place: an entry of `lieux`, or free text.
  package var place: String?
  /// What else is known, by its keys, as it is to stand in the file.
  package var details: [(key: FieldKey, value: EntryAnswer)] = []
  /// The name of the file, where it is not to be made of the title.
  package var fileName: String?
  /// Whether it is held back though it has all that it needs.
  package var isDraft = false
  /// The text below the keys.
  package var body = ""

  package init(
    kind: EntryKind, title: String, summary: String? = nil, date: PartialDate? = nil, start: PartialDate? = nil,
    end: PartialDate? = nil, place: String? = nil, fileName: String? = nil
  ) {
    self.kind = kind
    self.title = title
    self.summary = summary
    self.date = date
    self.start = start
    self.end = end
    self.place = place
    self.fileName = fileName
  }
}

import Time

/// A news item.
package struct News: HasEntry, Hashable {
  package var entry: Entry
  package var date: PartialDate
  /// Events it speaks of.
  package var events: [EntryKey]
  package var location: Location?
  /// `publier_le`, as a moment of the site's clock.
  package var publishedFrom: CivilDateTime?

  package init(
    entry: Entry, date: PartialDate, events: [EntryKey] = [], location: Location? = nil,
    publishedFrom: CivilDateTime? = nil
  ) {
    self.entry = entry
    self.date = date
    self.events = events
    self.location = location
    self.publishedFrom = publishedFrom
  }
}

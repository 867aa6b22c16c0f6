import Time

/// A news item.
package struct News: HasEntry, Hashable {
  private struct Values: Hashable {
    var entry: Entry
    var date: PartialDate
    var events: [EntryKey]
    var location: Location?
  }

  private var shared: SharedValues<Values>

  package init(entry: Entry, date: PartialDate, events: [EntryKey] = [], location: Location? = nil) {
    shared = SharedValues(Values(entry: entry, date: date, events: events, location: location))
  }

  package var entry: Entry {
    get { shared.values.entry }
    set { shared.change { $0.entry = newValue } }
  }

  package var date: PartialDate {
    get { shared.values.date }
    set { shared.change { $0.date = newValue } }
  }

  /// Events it speaks of.
  package var events: [EntryKey] {
    get { shared.values.events }
    set { shared.change { $0.events = newValue } }
  }

  package var location: Location? {
    get { shared.values.location }
    set { shared.change { $0.location = newValue } }
  }
}

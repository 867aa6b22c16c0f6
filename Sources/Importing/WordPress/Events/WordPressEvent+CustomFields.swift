/// A sort of text that a theme or somebody has made for events, with fields under everyday names (Advanced Custom Fields, Pods,
/// WP Event Manager).
extension WordPressEvent {
  mutating func readCustomFields(_ post: WordPressItem, _ reading: TableDates.Reading) {
    let cells = EventCells(post.customFields)
    facts = cells
    placeName = cells.place
    let dates = TableDates(cells.written, reading)
    self.dates = dates.map { dates in
      var found = ImportedDates(start: dates.start, end: dates.end)
      found.added = dates.moments.dropFirst().map {
        ImportedDates.Added(start: .minute($0.start), end: .minute($0.end))
      }
      return found
    }
  }
}

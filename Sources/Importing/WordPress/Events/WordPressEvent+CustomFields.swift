/// A sort of text that a theme or somebody has made for events, with fields under everyday names (Advanced Custom Fields, Pods,
/// WP Event Manager).
extension WordPressEvent {
  mutating func readCustomFields(_ post: WordPressItem, _ reading: TableDates.Reading) {
    let cells = EventCells(post.customFields)
    facts = cells
    placeName = cells.place
    dates = TableDates(cells.written, reading)?.dates
  }
}

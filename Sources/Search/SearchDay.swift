import Site
import Text
import Time

/// A day to come that people may ask for by its name or number: « vendredi », « 21 mars ».
package struct SearchDay: Sendable {
  package var day: CivilDay
  /// Where all of it stands.
  package var path: SitePath
  /// The pages of what takes place on it, in the order of time.
  package var entries: [SitePath]

  package init(day: CivilDay, path: SitePath, entries: [SitePath]) {
    self.day = day
    self.path = path
    self.entries = entries
  }

  /// A row of the index: see ``SearchIndex``.
  ///
  /// - Parameter numbers: of the entries, by address.
  func json(_ settings: Settings, numbers: [SitePath: Int]) -> JSON {
    .array(
      [
        .string(day.iso), .string(French.dateWithWeekday(.day(day))), .string(settings.address(of: path)),
      ] + entries.compactMap { numbers[$0] }.map { .integer($0) })
  }
}

/// The zones of the school calendar of metropolitan France (Code de l’éducation, D521-2).
package enum SchoolZone: String, Sendable, Hashable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"

  /// The zone of a département by its number, « 94 »; `nil` where none is known: overseas, Corsica, no département.
  package init?(department: String) {
    guard let zone = Self.allCases.first(where: { $0.departments.contains(department) }) else { return nil }
    self = zone
  }

  /// By académies, since 2016.
  private var departments: Set<String> {
    switch self {
    case .a:
      [
        "01", "03", "07", "15", "16", "17", "19", "21", "23", "24", "25", "26", "33", "38", "39", "40", "42", "43",
        "47",
        "58", "63", "64", "69", "70", "71", "73", "74", "79", "86", "87", "89", "90",
      ]
    case .b:
      [
        "02", "04", "05", "06", "08", "10", "13", "14", "18", "22", "27", "28", "29", "35", "36", "37", "41", "44",
        "45",
        "49", "50", "51", "52", "53", "54", "55", "56", "57", "59", "60", "61", "62", "67", "68", "72", "76", "80",
        "83",
        "84", "85", "88",
      ]
    case .c:
      [
        "09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "75", "77", "78", "81", "82", "91", "92",
        "93",
        "94", "95",
      ]
    }
  }
}

/// School holidays of one place, for the years of which they are known.
package struct SchoolHolidays: Sendable, Hashable {
  /// `nil` where all of them were given by the site.
  package let zone: SchoolZone?
  /// In order, apart from each other; first and last day inclusive.
  package let stays: [ClosedRange<CivilDay>]
  /// The first and the last day of which it is known whether it is free.
  package let known: ClosedRange<CivilDay>

  /// The published ones of a zone; `given` ones, in any order, replace those that they overlap.
  package init(zone: SchoolZone, given: [ClosedRange<CivilDay>] = []) {
    let published = SchoolCalendar.years.flatMap { $0.stays(in: zone) }
    let kept = published.filter { stay in !given.contains { $0.overlaps(stay) } }
    let last = (published + given).map(\.upperBound).max() ?? SchoolCalendar.knownFrom
    let first = min(given.map(\.lowerBound).min() ?? SchoolCalendar.knownFrom, SchoolCalendar.knownFrom)
    self.init(zone: zone, stays: kept + given, known: first...max(first, last))
  }

  /// Those that the site gives alone, where no others are known; `nil` for none.
  package init?(given: [ClosedRange<CivilDay>]) {
    guard let first = given.map(\.lowerBound).min(), let last = given.map(\.upperBound).max() else { return nil }
    self.init(zone: nil, stays: given, known: first...last)
  }

  private init(zone: SchoolZone?, stays: [ClosedRange<CivilDay>], known: ClosedRange<CivilDay>) {
    self.zone = zone
    self.stays = stays.sorted { $0.lowerBound < $1.lowerBound }
    self.known = known
  }

  package func contains(_ day: CivilDay) -> Bool { stays.contains { $0.contains(day) } }
}

/// The rules of a time zone, as read from its TZif file (RFC 9636).
package struct Zone: Sendable, Hashable {
  /// What the clock shows for a time: its distance from UTC, and how that is called.
  package struct LocalTime: Sendable, Hashable {
    /// Seconds to add to UTC.
    package var offset: Int
    package var isDaylight: Bool
    /// `CET`, `CEST`, `+03`.
    package var abbreviation: String
  }

  /// A moment from which the clock goes by another local time.
  package struct Transition: Sendable, Hashable {
    package var instant: Instant
    package var from: LocalTime
    package var to: LocalTime
  }

  /// Its IANA name: `Europe/Paris`.
  package let identifier: String
  /// What holds before the first transition.
  let earliest: LocalTime
  /// The transitions that the file lists, in order.
  package let transitions: [Transition]
  /// How it goes on after the last of them; `nil` where the file does not say: as then.
  package let rule: ZoneRule?

  /// Reads the content of a TZif file; `nil` where it is none.
  package init?(identifier: String, tzif: [UInt8]) {
    var reader = TZifReader(bytes: tzif)
    guard let content = reader.read() else { return nil }
    self.init(
      identifier: identifier, earliest: content.earliest, transitions: content.transitions, rule: content.rule)
  }

  /// Coordinated universal time.
  package static let utc = Zone(
    identifier: "UTC", earliest: LocalTime(offset: 0, isDaylight: false, abbreviation: "UTC"), transitions: [],
    rule: nil)

  private init(identifier: String, earliest: LocalTime, transitions: [Transition], rule: ZoneRule?) {
    self.identifier = identifier
    self.earliest = earliest
    self.transitions = transitions
    self.rule = rule
  }

  /// By what the clock goes at `instant`.
  package func localTime(at instant: Instant) -> LocalTime {
    guard let last = transitions.last else { return rule?.localTime(at: instant) ?? earliest }
    if instant >= last.instant { return rule?.localTime(at: instant) ?? last.to }
    // The first transition after `instant`.
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].instant <= instant { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? earliest : transitions[low - 1].to
  }

  /// Seconds to add to UTC for the clock of the zone at `instant`.
  package func offset(at instant: Instant) -> Int { localTime(at: instant).offset }

  /// The moment when the clock shows `dateTime`: the first of two where it shows it twice; where it never shows it
  /// (spring change), the moment it would by the offset before the change (RFC 5545, 3.3.5).
  package func instant(of dateTime: CivilDateTime) -> Instant {
    firstShowing(dateTime) ?? Instant(seconds: dateTime.asUTC - offset(at: Instant(seconds: dateTime.asUTC - 86_400)))
  }

  /// Whether the clock ever shows `dateTime`.
  package func shows(_ dateTime: CivilDateTime) -> Bool { firstShowing(dateTime) != nil }

  /// The clock at `instant`.
  package func dateTime(at instant: Instant) -> CivilDateTime {
    Instant(seconds: instant.seconds + offset(at: instant)).utc.dateTime
  }

  private func firstShowing(_ dateTime: CivilDateTime) -> Instant? {
    // No clock is more than a day from UTC, and none changes twice within two days: the offsets of the day before and
    // the day after are all that can be in force.
    let before = offset(at: Instant(seconds: dateTime.asUTC - 86_400))
    let after = offset(at: Instant(seconds: dateTime.asUTC + 86_400))
    let moments = [dateTime.asUTC - max(before, after), dateTime.asUTC - min(before, after)].map(Instant.init(seconds:))
    return moments.first { offset(at: $0) == dateTime.asUTC - $0.seconds }
  }
}

extension CivilDateTime {
  /// Seconds since 1970-01-01T00:00:00Z if this were the clock in UTC.
  var asUTC: Int { day.number * 86_400 + minuteOfDay * 60 }
}

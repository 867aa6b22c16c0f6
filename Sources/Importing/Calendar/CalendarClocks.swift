import Reading
import Time

/// The clocks that an iCalendar file counts by, by the names it has for them: those of the machine, and those that it
/// defines itself (RFC 5545, 3.6.5), as Exchange does under names of its own (« Romance Standard Time »).
struct CalendarClocks: Sendable {
  /// That of the site.
  let zone: Zone
  private var clocks: [String: Clock] = [:]

  private enum Clock {
    case zone(Zone)
    case observances([Observance])
  }

  /// A `STANDARD` or `DAYLIGHT`: what holds from its onsets on.
  fileprivate struct Observance {
    var start: CivilDateTime?
    var rule: ImportedRule?
    var added: [CivilDateTime] = []
    /// Minutes that the clock is ahead of UTC, before an onset and behind it.
    var (from, to) = (0, 0)

    /// The last onset that is not after `time`.
    func onset(before time: CivilDateTime) -> CivilDateTime? {
      guard let start else { return nil }
      var onsets = [start] + added
      if let rule {
        for year in [time.day.year - 1, time.day.year] where year >= start.day.year {
          guard let day = day(of: rule, in: year, as: start.day), rule.until.map({ day <= $0.day }) ?? true else {
            continue
          }
          onsets.append(CivilDateTime(day: day, minuteOfDay: start.minuteOfDay))
        }
      }
      return onsets.filter { $0 <= time }.max()
    }

    private func day(of rule: ImportedRule, in year: Int, as start: CivilDay) -> CivilDay? {
      guard !rule.days.isEmpty || !rule.monthDays.isEmpty else {
        return CivilDay(year: year, month: start.month, day: start.day)
      }
      var rule = rule
      rule.until = nil
      if rule.months.isEmpty { rule.months = [start.month] }
      return CivilDay(year: year, month: 1, day: 1).flatMap { rule.generated(from: $0, limit: 1).first }
    }
  }

  init(zone: Zone) { self.zone = zone }

  /// Those of a file.
  init(_ lines: [(name: String, property: CalendarEvent.Property)], zone: Zone) {
    self.init(zone: zone)
    var names: Set<String> = []
    var current: (name: String, location: String, observances: [Observance])?
    for (name, property) in lines {
      if let used = property.parameters["TZID"] { names.insert(used) }
      switch (name, property.value.uppercased()) {
      case ("BEGIN", "VTIMEZONE"): current = ("", "", [])
      case ("END", "VTIMEZONE"):
        if let current, !current.name.isEmpty, clocks[current.name] == nil {
          clocks[current.name] =
            MachineZones.zone(named: current.location).map(Clock.zone)
            ?? (current.observances.isEmpty ? nil : .observances(current.observances))
        }
        current = nil
      case ("BEGIN", "STANDARD"), ("BEGIN", "DAYLIGHT"): current?.observances.append(Observance())
      case ("TZID", _): current?.name = property.value
      case ("X-LIC-LOCATION", _): current?.location = property.value
      default:
        if let last = current?.observances.indices.last { current?.observances[last].set(name, property.value) }
      }
    }
    for name in names {
      if let known = Self.machineZone(named: name) { clocks[name] = .zone(known) }
    }
  }

  /// Also where something stands before the name: `/freeassociation.sourceforge.net/Europe/Paris`.
  private static func machineZone(named name: String) -> Zone? {
    if let zone = MachineZones.zone(named: name) { return zone }
    let steps = name.split(separator: "/")
    guard name.hasPrefix("/"), steps.count > 2 else { return nil }
    return (1..<(steps.count - 1)).lazy.compactMap { MachineZones.zone(named: steps[$0...].joined(separator: "/")) }
      .first
  }

  /// Whether a name means a clock.
  func knows(_ name: String) -> Bool { name.isEmpty || name == zone.identifier || clocks[name] != nil }

  /// What the clock of the site shows when another shows `time`; `time` where that is not known.
  func local(_ time: CivilDateTime, on name: String) -> CivilDateTime {
    guard name != zone.identifier, let clock = clocks[name] else { return time }
    switch clock {
    case .zone(let other): return zone.dateTime(at: other.instant(of: time))
    case .observances(let observances):
      let onsets = observances.compactMap { one in one.onset(before: time).map { ($0, one.to) } }
      let offset = onsets.max { $0.0 < $1.0 }?.1 ?? observances.first?.from ?? 0
      return zone.dateTime(at: Instant(seconds: Zone.utc.instant(of: time).seconds - offset * 60))
    }
  }
}

extension CalendarClocks.Observance {
  fileprivate mutating func set(_ name: String, _ value: String) {
    switch name {
    case "DTSTART": start = Self.time(value)
    case "RDATE": added += value.split(separator: ",").compactMap { Self.time(String($0)) }
    case "RRULE": rule = ImportedRule(value) { Self.time($0) }
    case "TZOFFSETFROM": from = Self.minutes(value) ?? 0
    case "TZOFFSETTO": to = Self.minutes(value) ?? 0
    default: break
    }
  }

  private static func time(_ value: String) -> CivilDateTime? {
    switch CalendarEvent(clocks: CalendarClocks(zone: .utc)).date(value, [:]) {
    case .minute(let time)?: time
    case let date?: CivilDateTime(day: date.firstDay, minuteOfDay: 0)
    case nil: nil
    }
  }

  /// `+0100`, `-033000`
  private static func minutes(_ offset: String) -> Int? {
    guard let sign = offset.first, sign == "+" || sign == "-", let number = Int(offset.dropFirst().prefix(4)) else {
      return nil
    }
    return (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
  }
}

/// A date with its precision, which is part of the value: « décembre 2018 » never becomes a day.
package enum PartialDate: Sendable, Hashable {
  case year(Int)
  case month(CivilMonth)
  case day(CivilDay)
  case minute(CivilDateTime)

  package enum Precision: Int, Sendable, Hashable { case year, month, day, minute }

  package var precision: Precision {
    switch self {
    case .year: return .year
    case .month: return .month
    case .day: return .day
    case .minute: return .minute
    }
  }

  /// The first day of its period; by it an imprecise date is sorted.
  package var firstDay: CivilDay {
    switch self {
    case .year(let year): return CivilDay(uncheckedYear: year, month: 1, day: 1)
    case .month(let month): return month.firstDay
    case .day(let day): return day
    case .minute(let dateTime): return dateTime.day
    }
  }

  /// The last day of its period.
  package var lastDay: CivilDay {
    switch self {
    case .year(let year): return CivilDay(uncheckedYear: year, month: 12, day: 31)
    case .month(let month): return month.lastDay
    case .day(let day): return day
    case .minute(let dateTime): return dateTime.day
    }
  }

  /// The first minute of its period.
  package var firstMinute: CivilDateTime {
    if case .minute(let dateTime) = self { return dateTime }
    return CivilDateTime(day: firstDay, minuteOfDay: 0)
  }

  package var year: Int { firstDay.year }

  /// As in the front matter and in `<time datetime>`: `2018`, `2018-12`, `2018-12-05`, `2018-12-05T18:30`
  /// (HTML, « valid year / month / date / local date and time string »).
  package var iso: String {
    switch self {
    case .year(let year): return Self.padded(year, 4)
    case .month(let month): return Self.padded(month.year, 4) + "-" + Self.padded(month.month, 2)
    case .day(let day): return day.iso
    case .minute(let dateTime):
      return dateTime.day.iso + "T" + Self.padded(dateTime.hour, 2) + ":" + Self.padded(dateTime.minute, 2)
    }
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension CivilDay {
  /// `2018-12-05`.
  package var iso: String {
    PartialDate.padded(year, 4) + "-" + PartialDate.padded(month, 2) + "-" + PartialDate.padded(day, 2)
  }
}

import Testing

@testable import Time

struct NotADate: Error {}

extension PartialDate {
  /// `2018`, `2018-12`, `2018-12-05`, `2018-12-05 18:30`, for tables of tests.
  init(_ text: String) throws {
    let numbers = text.split { "-T :".contains($0) }.compactMap { Int($0) }
    switch numbers.count {
    case 1: self = .year(numbers[0])
    case 2: self = .month(try #require(CivilMonth(year: numbers[0], month: numbers[1])))
    case 3: self = .day(try CivilDay(text))
    case 5:
      self = .minute(
        try #require(CivilDateTime(day: CivilDay(String(text.prefix(10))), hour: numbers[3], minute: numbers[4])))
    default: throw NotADate()
    }
  }
}

extension CivilDay {
  /// `2018-12-05`.
  init(_ text: String) throws {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3 else { throw NotADate() }
    self = try #require(CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]))
  }
}

extension Span {
  /// `2018-12-05 18:30`, or with its end: `2018-12-05 18:30/2018-12-05 20:00`.
  init(_ text: String) throws {
    let parts = text.split(separator: "/").map(String.init)
    self.init(start: try PartialDate(parts[0]), end: parts.count > 1 ? try PartialDate(parts[1]) : nil)
  }
}

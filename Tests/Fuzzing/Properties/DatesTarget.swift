import Markup
import Text
import Time

@testable import Reading

enum DatesTarget {
  private static let zones: [Zone?] = [nil, .utc, MachineZones.zone(named: "Europe/Paris")]

  static func check(_ input: [UInt8], _ checks: inout Checks) {
    var source = ByteSource(input)
    let zone = source.one(of: zones)
    let text = source.text()
    let outcome = DateText.read(text, zone: zone)
    switch outcome {
    case .standard(let date), .habit(let date):
      let standard = DateText.standard(date)
      checks.expect(
        DateText.read(standard) == .standard(date),
        "« \(text) » is read as \(date), written « \(standard) », and then read as \(DateText.read(standard))")
      checks.expect(PartialDate(iso: date.iso) == date, "\(date.iso) is not \(date)")
      checkWords(of: date, &checks)
    case .impossible, .zoned, .unknown: break
    }
    if let time = DateText.time(text) {
      checks.expect((0..<24).contains(time.hour) && (0..<60).contains(time.minute), "« \(text) » is \(time)")
      if let day = CivilDay(year: 2026, month: 3, day: 20) {
        let start = CivilDateTime(day: day, minuteOfDay: 18 * 60)
        let end = SpokenDate.hour(text, after: start)
        checks.expect(end.map { $0 > start } ?? false, "« \(text) » is no hour after \(start)")
      }
    }
    let spoken = SpokenDate.read(text, for: .start, [.day, .minute])
    if case .problem(let message, _) = spoken { checks.expect(!message.isEmpty, "nothing is said of « \(text) »") }
    let folded = Folding.folded(text)
    checks.expect(Folding.folded(folded) == folded, "« \(text) » is folded twice")
    let slug = Folding.slug(text)
    checks.expect(Folding.slug(slug) == slug, "« \(text) » has the slug « \(slug) », which has another")
    checks.expect(
      slug.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0.isDigit || (97...122).contains($0) }
        && !slug.hasPrefix("-") && !slug.hasSuffix("-") && !slug.contains("--"), "« \(text) » has the slug « \(slug) »")
  }

  private static func checkWords(of date: PartialDate, _ checks: inout Checks) {
    for words in [French.date(date), French.dateWithWeekday(date), French.span(Span(start: date))] {
      checks.expect(!words.isEmpty && !words.contains("  "), "\(date) in words: « \(words) »")
    }
    checks.expect(date.firstDay <= date.lastDay, "\(date) ends before it begins")
    let day = date.firstDay
    checks.expect(CivilDay(number: day.number) == day, "\(day) has the number of \(CivilDay(number: day.number))")
    checks.expect(day.adding(days: 7).weekday == day.weekday, "\(day) is another weekday a week later")
  }
}

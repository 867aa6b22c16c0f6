import Diagnostics
import Text
import Time

extension SettingsReader {
  /// `departement`, and the school holidays that it, `zone_scolaire` and `vacances` give.
  mutating func schoolHolidays() -> (department: String?, SchoolHolidays?) {
    let department = department()
    let zone: SchoolZone? = fields.choice(.schoolZone) ?? department.flatMap { SchoolZone(department: $0) }
    let given = givenHolidays()
    if let zone { return (department, SchoolHolidays(zone: zone, given: given)) }
    return (department, SchoolHolidays(given: given))
  }

  /// Two digits, `2A`, or three digits overseas.
  private mutating func department() -> String? {
    guard let scalar = fields.scalar(.department) else { return nil }
    let text = scalar.text.uppercased()
    let number = text.count == 1 ? "0" + text : text
    let isMainland = number.utf8.count == 2 && Int(number).map { (1...95).contains($0) && $0 != 20 } ?? false
    let isOverseas = number.utf8.count == 3 && Int(number).map { (971...989).contains($0) } ?? false
    guard isMainland || isOverseas || ["2A", "2B", "20"].contains(number) else {
      fields.report(.badDepartment(source.place(scalar.range), value: scalar.text))
      return nil
    }
    return number
  }

  private mutating func givenHolidays() -> [ClosedRange<CivilDay>] {
    guard fields.has(.holidays) else { return [] }
    var result: [ClosedRange<CivilDay>] = []
    for item in fields.items(.holidays) {
      guard case .map(let members) = item.content else {
        fields.report(
          .notAMap(
            source.place(item.range), key: FieldKey.holidays.rawValue, example: "- {du: 2026-02-21, au: 2026-03-08}"))
        continue
      }
      var inner = FieldReader(members, source: source, table: .closure)
      for key in [FieldKey.firstFree, .lastFree] where !inner.has(key) {
        inner.report(.missingMember(source.place(item.range), key: key.rawValue, of: FieldKey.holidays.rawValue))
      }
      let (first, last) = (inner.day(.firstFree), inner.day(.lastFree))
      if let first, let last, first > last, let range = inner.valueRange(.lastFree) {
        inner.report(.endBeforeStart(source.place(range), end: last.iso, start: first.iso))
      } else if let first, let last {
        result.append(first...last)
      }
      fields.diagnostics += inner.diagnostics
    }
    return result
  }
}

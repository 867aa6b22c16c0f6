// Writes random schedules as calendars, and beside each the occurrences that the site shows for it, for other programs to
// compare: schedule-probe FOLDER FIRST-SEED COUNT. In the folder, for each seed, `<seed>.ics` and `<seed>.txt`; a line of
// the latter is `state start end`, times as in `<time datetime>`, days with the last one inclusive.
import Foundation
import Publishing
import Site
import Time

let arguments = CommandLine.arguments
guard arguments.count == 4, let firstSeed = Int(arguments[2]), let count = Int(arguments[3]) else {
  FileHandle.standardError.write(Data("usage: schedule-probe FOLDER FIRST-SEED COUNT\n".utf8))
  exit(64)
}
let folder = URL(filePath: arguments[1])
let zoneFile = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Paris"))
guard let paris = Zone(identifier: "Europe/Paris", tzif: Array(zoneFile)) else { exit(74) }
let settings = Settings(
  title: "Sonde", baseURL: "https://example.org", zone: paris, identifier: "7b1c6f0e-6a0f-4b7a-9a59-0d6a5f0e2a11")
/// 2026-06-01: what is cancelled and past leaves the calendars.
let today = CivilDateTime(day: CivilDay(number: 20_605), minuteOfDay: 0)

for seed in firstSeed..<firstSeed + count {
  let schedule = RandomSchedule.schedule(seed: seed)
  let key = EntryKey(kind: .event, slug: "\(seed)")
  let entry = Entry(key: key, id: "evenements/\(seed)", title: "Essai \(seed)", source: "Content/evenements/\(seed).md")
  let site = Site(settings: settings, events: [Event(entry: entry, schedule: schedule)])
  for file in CalendarFiles(of: site, today: today).files where file.path.hasSuffix("evenement.ics") {
    if case .rendered(let render) = file.content {
      try Data(render()).write(to: folder.appending(path: "\(seed).ics"))
    }
  }
  var lines = ""
  for occurrence in schedule.occurrences(in: RandomSchedule.start...RandomSchedule.end) {
    let span = occurrence.span
    let isOff = occurrence.state == .cancelled || occurrence.state == .postponed
    if isOff && span.isPast(at: today) { continue }
    let end = span.endMinute.map { PartialDate.minute($0) } ?? .day(span.lastDay)
    lines += "\(isOff ? "off" : "on") \(span.start.iso) \(end.iso)\n"
  }
  try Data(lines.utf8).write(to: folder.appending(path: "\(seed).txt"))
}

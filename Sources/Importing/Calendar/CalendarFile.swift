import Building
import Diagnostics
import Files
import Reading
import Site
import Text
import Time

/// An iCalendar file (RFC 5545): each event with the dates of its rule and what differs from it.
struct CalendarFile: ImportSource {
  let name = "agenda iCalendar"
  let files: String? = nil
  private let events: [Group]
  private let places: [(text: String, title: String, address: [(FieldKey, String)], count: Int)]
  private let people: Int

  /// An event with what is said of its dates one by one.
  private struct Group {
    var main: CalendarEvent
    var changes: [CalendarEvent]
  }

  private static let largest = 64 << 20
  private static let most = 50_000

  init(_ text: String, zone: Zone) throws {
    var events: [CalendarEvent] = []
    var current: CalendarEvent?
    var depth = 0
    var people = 0
    for line in Self.lines(text) {
      guard let (name, property) = Self.property(line) else { continue }
      switch (name, property.value.uppercased()) {
      case ("BEGIN", "VEVENT"):
        current = CalendarEvent(zone: zone)
        depth = 0
      case ("END", "VEVENT"):
        if let event = current { events.append(event) }
        current = nil
      // Alarms stand in events.
      case ("BEGIN", _): depth += 1
      case ("END", _): depth -= 1
      case ("ATTENDEE", _), ("ORGANIZER", _): people += 1
      default: if depth <= 0 { current?.add(name, property) }
      }
      guard events.count <= Self.most else {
        throw Fault("Cet agenda a plus de \(Self.most) événements.", hint: "Donnez-le en plusieurs fois.", status: 1)
      }
    }
    var groups: [Group] = []
    var byIdentity: [String: Int] = [:]
    for event in events where event["RECURRENCE-ID"] == nil {
      let identity = event.text("UID")
      if !identity.isEmpty { byIdentity[identity] = byIdentity[identity] ?? groups.count }
      groups.append(Group(main: event, changes: []))
    }
    for event in events where event["RECURRENCE-ID"] != nil {
      if let index = byIdentity[event.text("UID")] {
        groups[index].changes.append(event)
      } else {
        groups.append(Group(main: event, changes: []))
      }
    }
    self.events = groups
    self.people = people
    var counts: [String: Int] = [:]
    for event in events where !event.text("LOCATION").isEmpty {
      counts[Self.folded(event.text("LOCATION")), default: 0] += 1
    }
    places = counts.sorted { $0.key < $1.key }.compactMap { text, count in
      let (title, address) = Self.place(text)
      return count > 1 || !address.isEmpty ? (text, title, address, count) : nil
    }
  }

  // MARK: Reading

  /// Lines, with those that go on put together (RFC 5545, 3.1).
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline) {
      if line.first == " " || line.first == "\t", !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  private static func property(_ line: String) -> (String, CalendarEvent.Property)? {
    var isQuoted = false
    var parts = [Substring]()
    var start = line.startIndex
    for index in line.indices {
      switch line[index] {
      case "\"": isQuoted.toggle()
      case ";" where !isQuoted:
        parts.append(line[start..<index])
        start = line.index(after: index)
      case ":" where !isQuoted:
        parts.append(line[start..<index])
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
          let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
          if pair.count == 2 { parameters[pair[0].uppercased()] = pair[1] }
        }
        return (parts[0].uppercased(), .init(parameters: parameters, value: String(line[line.index(after: index)...])))
      default: break
      }
    }
    return nil
  }

  private static func folded(_ text: String) -> String { WrittenText.cleaned(text) }

  /// « L’Atelier, 3 rue du Pont, 94500 Champigny » is a place with an address.
  private static func place(_ text: String) -> (String, [(FieldKey, String)]) {
    let parts = text.split(separator: ",").map { WrittenText.cleaned(String($0)) }.filter { !$0.isEmpty }
    guard parts.count > 1 else { return (text, []) }
    var fields: [(FieldKey, String)] = []
    var street: [String] = []
    for part in parts.dropFirst() {
      let words = part.split(separator: " ", maxSplits: 1)
      if let code = words.first, code.count == 5, code.allSatisfy({ $0.isASCII && $0.isNumber }), words.count == 2 {
        fields += [(.postcode, String(code)), (.city, String(words[1]))]
      } else if part != "France" {
        street.append(part)
      }
    }
    if !street.isEmpty { fields.insert((.address, street.joined(separator: ", ")), at: 0) }
    return (parts[0], fields)
  }

  // MARK: What there is

  private func origin(_ identity: String) -> String { "ical " + identity.replacing(" ", with: "_") }

  private func outline(of group: Group) -> ImportOutline {
    let event = group.main
    let title = Self.title(event)
    let identity = event.text("UID").isEmpty ? ImportMemory.fingerprint(of: event.everything) : event.text("UID")
    let date = event["RECURRENCE-ID"].map { "#" + $0.value } ?? ""
    return ImportOutline(
      origin: origin(identity + date), kind: .event, title: title.isEmpty ? "Sans titre" : title, date: event.start)
  }

  /// Without what calendars of ours put before it.
  private static func title(_ event: CalendarEvent) -> String {
    var title = WrittenText.cleaned(event.text("SUMMARY"))
    for mark in ["[Annulé] ", "[Reporté] ", "[À confirmer] ", "[Complet] "] where title.hasPrefix(mark) {
      title = String(title.dropFirst(mark.count))
    }
    return title
  }

  func survey() throws -> ImportSurvey {
    var survey = ImportSurvey()
    survey.outlines =
      places.map { ImportOutline(origin: origin("lieu:" + Folding.slug($0.title)), kind: .place, title: $0.title) }
      + events.map(outline)
    survey.leftOut =
      people > 0
      ? [LeftOut(noun: .feminine("adresse de participant", plural: "adresses de participants"), count: people)] : []
    return survey
  }

  func forEach(_ body: (ImportItem) throws -> Void) throws {
    for place in places {
      var item = ImportItem(
        ImportOutline(origin: origin("lieu:" + Folding.slug(place.title)), kind: .place, title: place.title))
      item.fingerprint = place.text
      for (key, value) in place.address { item.add(key, value) }
      try body(item)
    }
    for group in events { try body(item(of: group)) }
  }

  private func item(of group: Group) -> ImportItem {
    let event = group.main
    var item = ImportItem(outline(of: group))
    item.fingerprint = ([event] + group.changes).map(\.everything).joined(separator: "\u{0}")
    if let start = event.start {
      var dates = ImportedDates(start: start, end: event.end)
      dates.rule = event["RRULE"].flatMap { rule in
        ImportedRule(rule.value) { text in
          event.date(text, [:]).map {
            if case .minute(let minute) = $0 { minute } else { CivilDateTime(day: $0.lastDay, minuteOfDay: 1439) }
          }
        }
      }
      if let until = dates.rule?.until, case .minute(let first) = start, until.minuteOfDay < first.minuteOfDay {
        dates.rule?.until = CivilDateTime(day: until.day.adding(days: -1), minuteOfDay: 1439)
      }
      if event["RRULE"] != nil, dates.rule == nil {
        item.remarks.append(.importRuleUnknown(SourceLocation(file: ""), rule: event["RRULE"]?.value ?? ""))
      }
      dates.added = event.dates("RDATE").filter { $0 != start }
      dates.excluded = event.dates("EXDATE")
      dates.changes = group.changes.compactMap { change in
        guard let property = change["RECURRENCE-ID"], let planned = change.date(property.value, property.parameters)
        else { return nil }
        let isCancelled = change.text("STATUS").uppercased() == "CANCELLED"
        let isElsewhere = !change.text("LOCATION").isEmpty && change.text("LOCATION") != event.text("LOCATION")
        if !isCancelled, change.start == planned, change.end == nil || same(change, event), !isElsewhere {
          item.remarks.append(.importOccurrenceText(SourceLocation(file: ""), day: planned.firstDay.iso))
          return nil
        }
        return ImportedDates.Change(
          planned: planned, start: isCancelled ? nil : change.start, end: isCancelled ? nil : change.end,
          place: isElsewhere ? change.text("LOCATION") : nil)
      }
      dates.write(to: &item)
    } else {
      item.add(.start, .year(1970))
      item.dateless = true
      item.remarks.append(.importEventWithoutDate(SourceLocation(file: "")))
    }
    addFacts(event, to: &item)
    return item
  }

  /// Whether two take as long.
  private func same(_ a: CalendarEvent, _ b: CalendarEvent) -> Bool {
    guard case .minute(let x)? = a.start, case .minute(let y)? = a.end, case .minute(let z)? = b.start,
      case .minute(let w)? = b.end
    else { return a.end.map { $0.precision == .day } ?? true }
    return y.minutes(since: x) == w.minutes(since: z)
  }

  private func addFacts(_ event: CalendarEvent, to item: inout ImportItem) {
    switch event.text("STATUS").uppercased() {
    case "CANCELLED": item.fields.append((.status, .plain("annulé")))
    case "TENTATIVE": item.fields.append((.status, .plain("à confirmer")))
    default: break
    }
    let location = Self.folded(event.text("LOCATION"))
    if let place = places.first(where: { $0.text == location }) {
      item.fields.append((.place, .references([origin("lieu:" + Folding.slug(place.title))], isList: false)))
    } else {
      item.add(.place, location)
    }
    item.add(.online, address: event["CONFERENCE"]?.value)
    item.add(.tags, list: event.texts("CATEGORIES"))
    let identity = event.text("UID")
    if !identity.isEmpty, identity.utf8.count < 200, event["RECURRENCE-ID"] == nil {
      item.add(.identity, "uid:" + identity)
    }
    let description = event.text("DESCRIPTION")
    var html =
      description.contains("</") || description.lowercased().contains("<br")
      ? description : XMLWriter.escaped(description)
    if let address = event["URL"]?.value, address.hasPrefix("http"), !description.contains(address) {
      html += "\n\n<a href=\"\(XMLWriter.escaped(address))\">En savoir plus</a>"
    }
    if !html.allSatisfy(\.isWhitespace) { item.text = .html(html, base: "", breaksAtLineEnds: true) }
  }
}

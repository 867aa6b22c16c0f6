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
  private let places: [CalendarPlace]
  private let leftOut: [LeftOut]
  /// The address of the site that it is of, without a slash at the end; empty where no event is on a page of that.
  private let site: String

  /// An event with what is said of its dates one by one.
  private struct Group {
    var main: CalendarEvent
    var changes: [CalendarEvent]
  }

  private static let largest = 64 << 20
  private static let most = 50_000

  /// - Parameter text: unfolded.
  init(_ text: String, zone: Zone) throws {
    var events: [CalendarEvent] = []
    var current: CalendarEvent?
    var depth = 0
    var (people, tasks) = (0, 0)
    var site = ""
    let lines = CalendarLines.properties(text)
    let clocks = CalendarClocks(lines, zone: zone)
    for (name, property) in lines {
      switch (name, property.value.uppercased()) {
      case ("BEGIN", "VEVENT"):
        current = CalendarEvent(clocks: clocks)
        depth = 0
      // Tasks and diaries of a calendar (RFC 5545, 3.6.2 and 3.6.3) are nothing that takes place: they are counted, for the report.
      case ("BEGIN", "VTODO"), ("BEGIN", "VJOURNAL"): tasks += 1
      case ("END", "VEVENT"):
        if let event = current { events.append(event) }
        current = nil
      // Alarms stand in events.
      case ("BEGIN", _): depth += 1
      case ("END", _): depth -= 1
      case ("ATTENDEE", _), ("ORGANIZER", _): people += 1
      // As plug-ins of WordPress write it.
      case ("X-ORIGINAL-URL", _): site = property.value
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
      if !identity.isEmpty, let known = byIdentity[identity] {
        // Several calendars in one file may each have it: the newest counts.
        if event.sequence > groups[known].main.sequence { groups[known].main = event }
        continue
      }
      if !identity.isEmpty { byIdentity[identity] = groups.count }
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
    let address = site.hasSuffix("/") ? String(site.dropLast()) : site
    self.site = groups.contains { Self.isPage($0.main["URL"]?.value ?? "", of: address) } ? address : ""
    places = CalendarPlace.all(of: events)
    let carried = events.count { event in
      event.all("ATTACH").contains { $0.parameters["ENCODING"]?.uppercased() == "BASE64" }
    }
    leftOut = [
      LeftOut(noun: .feminine("adresse de participant", plural: "adresses de participants"), count: people),
      LeftOut(noun: .feminine("tâche"), count: tasks),
      LeftOut(
        noun: .masculine("fichier contenu dans l’agenda", plural: "fichiers contenus dans l’agenda"), count: carried),
    ].filter { $0.count > 0 }
  }

  // MARK: What there is

  private func origin(_ identity: String) -> String { "ical " + identity.replacing(" ", with: "_") }

  private func outline(of group: Group) -> ImportOutline {
    let event = group.main
    let title = Self.title(event)
    let identity = event.text("UID").isEmpty ? ImportMemory.fingerprint(of: event.everything) : event.text("UID")
    let date = event["RECURRENCE-ID"].map { "#" + $0.value } ?? ""
    var outline = ImportOutline(
      origin: origin(identity + date), kind: .event, title: title.isEmpty ? "Sans titre" : title, date: event.start)
    if let address = event["URL"]?.value, isOwn(address) { outline.addresses = [address] }
    return outline
  }

  /// Whether an address is one of the site that the calendar is of: then it is where an event was.
  private func isOwn(_ address: String) -> Bool { Self.isPage(address, of: site) }

  private static func isPage(_ address: String, of site: String) -> Bool {
    !site.isEmpty && address.hasPrefix(site + "/") && address != site + "/"
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
    survey.address = site
    survey.outlines =
      places.map { ImportOutline(origin: origin("lieu:" + Folding.slug($0.title)), kind: .place, title: $0.title) }
      + events.map(outline)
    survey.leftOut = leftOut
    return survey
  }

  func forEach(_ body: (ImportItem) throws -> Void) throws {
    for place in places {
      var item = ImportItem(
        ImportOutline(origin: origin("lieu:" + Folding.slug(place.title)), kind: .place, title: place.title))
      item.fingerprint = ImportMemory.fingerprint(of: place.text)
      for (key, value) in place.fields { item.fields.append((key, value)) }
      try body(item)
    }
    for group in events { try body(item(of: group)) }
  }

  private func item(of group: Group) -> ImportItem {
    let event = group.main
    var item = ImportItem(outline(of: group))
    item.fingerprint = ImportMemory.fingerprint(
      of: ([event] + group.changes).map(\.everything).joined(separator: "\u{0}"))
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
      dates.added = event.dates("RDATE").filter { $0 != start }.map { ImportedDates.Added(start: $0) }
      dates.excluded = event.dates("EXDATE")
      dates.changes = group.changes.sorted { $0.sequence < $1.sequence }.compactMap { change in
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
      dates.settle()
      dates.write(to: &item)
    } else {
      item.add(.start, .year(1970))
      item.dateless = true
      item.remarks.append(.importEventWithoutDate(SourceLocation(file: "")))
    }
    if let clock = event.unknownClock { item.remarks.append(.importZoneUnknown(SourceLocation(file: ""), zone: clock)) }
    if group.changes.contains(where: { $0["RECURRENCE-ID"]?.parameters["RANGE"] != nil }) {
      item.draft = "l’ancien agenda déplaçait une date et toutes celles d’après : vérifiez « repetition »"
    }
    // What was nobody's business there is none here.
    if ["PRIVATE", "CONFIDENTIAL"].contains(event.text("CLASS").uppercased()) {
      item.draft = "il était privé dans l’ancien agenda"
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
    let location = WrittenText.cleaned(event.text("LOCATION"))
    if !OldSite(location).host.isEmpty, !location.contains(" ") {
      item.add(.online, address: location)
    } else if let place = places.first(where: { $0.text == location }) {
      item.fields.append((.place, .references([origin("lieu:" + Folding.slug(place.title))], isList: false)))
    } else {
      item.add(.place, location)
    }
    if !item.fields.contains(where: { $0.key == .online }) {
      let names = ["CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"]
      item.add(.online, address: names.lazy.compactMap { event[$0]?.value }.first)
    }
    item.add(.tags, list: event.texts("CATEGORIES"))
    let identity = event.text("UID")
    if !identity.isEmpty, identity.utf8.count < 200, event["RECURRENCE-ID"] == nil {
      item.add(.identity, "uid:" + identity)
    }
    var description = event.text("DESCRIPTION")
    if let invitation = MeetingInvitation(in: description) {
      description = invitation.rest
      if !item.fields.contains(where: { $0.key == .online }) { item.add(.online, address: invitation.address) }
    }
    let marked = event["X-ALT-DESC"]?.parameters["FMTTYPE"]?.lowercased() == "text/html" ? event.text("X-ALT-DESC") : ""
    let isMarked = !HTMLWords.text(of: marked).isEmpty
    var html = isMarked ? MeetingInvitation(in: marked)?.rest ?? marked : description.asHTML
    if let address = event["URL"]?.value, address.isWebAddress, !isOwn(address), !description.contains(address) {
      html += "\n\n" + HTMLWords.more(at: address)
    }
    item.add(event.files, below: &html)
    if !html.allSatisfy(\.isWhitespace) { item.text = .html(html, base: "", breaksAtLineEnds: !isMarked) }
  }
}

import Site

/// One calendar to subscribe to (RFC 5545, 3.4).
struct CalendarFeed: Sendable {
  /// Google refuses more than about 1 MB.
  static let largestSize = 900_000

  private let head: ContentLines
  private(set) var items: [CalendarItem]
  /// How many past events were left out for it to stay below ``largestSize``.
  private(set) var omitted = 0

  /// `name` is what programs show it as; `nil` for a file to take once, which some would open as a new calendar if it had
  /// a name.
  init(name: String?, items: [CalendarItem], zone: ContentLines, settings: Settings) {
    var head = ContentLines()
    head.add("BEGIN", "VCALENDAR")
    head.add("VERSION", "2.0")
    head.add("PRODID", "-//gazette//gazette//FR")
    head.add("CALSCALE", "GREGORIAN")
    if let name {
      head.add("NAME", text: name)
      head.add("X-WR-CALNAME", text: name)
      head.add("X-WR-TIMEZONE", text: settings.zone.identifier)
      head.add("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
      head.add("X-PUBLISHED-TTL", "PT12H")
    }
    head.append(zone)
    self.head = head
    self.items = items
    if name != nil { shorten() }
  }

  var bytes: [UInt8] {
    var lines = head
    for item in items { lines.append(item.lines) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }

  /// How many bytes it has.
  var size: Int { head.bytes.count + "END:VCALENDAR\r\n".utf8.count + items.reduce(0) { $0 + $1.lines.bytes.count } }

  /// The oldest past events leave first.
  private mutating func shorten() {
    var size = size
    guard size > Self.largestSize else { return }
    var leaving: Set<Int> = []
    let oldestFirst = items.indices.filter { items[$0].isPast }.sorted {
      (items[$0].lastDay ?? .last, $0) < (items[$1].lastDay ?? .last, $1)
    }
    for index in oldestFirst where size > Self.largestSize {
      size -= items[index].lines.bytes.count
      leaving.insert(index)
    }
    omitted = leaving.count
    items = items.indices.filter { !leaving.contains($0) }.map { items[$0] }
  }
}

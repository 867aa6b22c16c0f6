/// A calendar as a program has it that subscribed: the VEVENTs by what names them.
struct CalendarCopy: Equatable {
  /// A VEVENT: its revision, and all else that it says.
  struct Item: Equatable {
    var lines: [String] = []
    var modified = ""
    var sequence = -1

    /// The value of a property, whatever its parameters; `nil` where it has none.
    func callAsFunction(_ name: String) -> String? {
      let line = lines.first { $0.prefix { $0 != ":" && $0 != ";" } == name }
      return line.flatMap { line in line.firstIndex(of: ":").map { String(line[line.index(after: $0)...]) } }
    }
  }

  /// By UID and, of an occurrence of a rule, RECURRENCE-ID.
  private(set) var items: [String: Item] = [:]
  private(set) var isWhole = false
  /// What names more than one VEVENT.
  private var doubles: Set<String> = []

  /// The only VEVENT; one without anything where there are more, or none.
  var only: Item { items.count == 1 ? items.values.first ?? Item() : Item() }

  init() {}

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
    let lines = text.split(separator: "\r\n").map(String.init)
    isWhole =
      lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR" && lines.contains("BEGIN:VTIMEZONE")
    for part in lines.split(separator: "BEGIN:VEVENT").dropFirst() {
      var item = Item()
      for line in part.prefix(while: { $0 != "END:VEVENT" }) {
        if line.hasPrefix("LAST-MODIFIED:") {
          item.modified = String(line.dropFirst(14))
        } else if line.hasPrefix("SEQUENCE:") {
          item.sequence = Int(line.dropFirst(9)) ?? -1
        } else if !line.hasPrefix("DTSTAMP:") {
          item.lines.append(line)
        }
      }
      let name = (item("UID") ?? "") + " " + (item("RECURRENCE-ID") ?? "")
      if items.updateValue(item, forKey: name) != nil { doubles.insert(name) }
    }
  }

  /// What is wrong with the revisions of `newer`, published after this one: what differs has to have a later LAST-MODIFIED and
  /// a higher SEQUENCE, what does not may not have fallen; nothing may stand there twice.
  func lies(of newer: CalendarCopy) -> [String] {
    newer.doubles.sorted().map { "\($0) stands there twice" }
      + newer.items.compactMap { name, item in
        guard let known = items[name] else { return nil }
        if item.modified < known.modified || item.sequence < known.sequence {
          return "\(name) fell from \(known.modified) \(known.sequence) to \(item.modified) \(item.sequence)"
        }
        guard item.lines != known.lines else { return nil }
        let isSeen = item.modified > known.modified && item.sequence > known.sequence
        return isSeen ? nil : "\(name) changed and stays at \(item.modified) \(item.sequence): \(item.lines)"
      }
  }
}

import Reading
import Text

/// Where events of a calendar take place: a place of the site where several are there, or where its address is given.
struct CalendarPlace {
  /// As `LOCATION` has it, on one line.
  var text: String
  var title: String
  var fields: [(FieldKey, ImportItem.Value)]

  static func all(of events: [CalendarEvent]) -> [CalendarPlace] {
    var counts: [String: Int] = [:]
    var first: [String: CalendarEvent] = [:]
    for event in events {
      let text = WrittenText.cleaned(event.text("LOCATION"))
      guard !text.isEmpty, OldSite(text).host.isEmpty else { continue }
      counts[text, default: 0] += 1
      first[text] = first[text] ?? event
    }
    return counts.sorted { $0.key < $1.key }.compactMap { text, count in
      guard let event = first[text] else { return nil }
      let (title, fields) = parts(of: event.text("LOCATION"))
      return count > 1 || !fields.isEmpty
        ? CalendarPlace(text: text, title: title, fields: fields + position(of: event)) : nil
    }
  }

  /// « L’Atelier, 3 rue du Pont, 94500 Champigny » is a place with an address, also in lines.
  private static func parts(of text: String) -> (String, [(FieldKey, ImportItem.Value)]) {
    let parts = text.split { $0 == "," || $0.isNewline }.map { WrittenText.cleaned(String($0)) }.filter { !$0.isEmpty }
    guard parts.count > 1 else { return (WrittenText.cleaned(text), []) }
    var fields: [(FieldKey, ImportItem.Value)] = []
    var street: [String] = []
    var town: String?
    for part in parts.dropFirst() where part != town {
      let words = part.split(separator: " ", maxSplits: 1)
      // A second town has no field of its own.
      if town == nil, let code = words.first, isPostcode(code), words.count == 2 {
        town = part
        fields += [(.postcode, .text(String(code))), (.city, .text(String(words[1])))]
      } else if town == nil, isPostcode(part[...]), let before = street.popLast() {
        // Plug-ins of WordPress put the code behind the town.
        town = before
        fields += [(.postcode, .text(part)), (.city, .text(before))]
      } else if part != "France" {
        street.append(part)
      }
    }
    if !street.isEmpty { fields.insert((.address, .text(street.joined(separator: ", "))), at: 0) }
    return (parts[0], fields)
  }

  private static func isPostcode(_ text: Substring) -> Bool {
    text.count == 5 && text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// `GEO:48.81;2.51`, or as Apple has it, `geo:48.81,2.51`.
  private static func position(of event: CalendarEvent) -> [(FieldKey, ImportItem.Value)] {
    let written = event["GEO"]?.value ?? event["X-APPLE-STRUCTURED-LOCATION"]?.value ?? ""
    let numbers = written.drop { !$0.isNumber && $0 != "-" }.split { $0 == ";" || $0 == "," }.prefix(2)
    let values = numbers.compactMap { Double($0) }
    guard values.count == 2, (-90...90).contains(values[0]), (-180...180).contains(values[1]), values != [0, 0] else {
      return []
    }
    return [(.latitude, .plain(String(numbers[0]))), (.longitude, .plain(String(numbers[1])))]
  }
}

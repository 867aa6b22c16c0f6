import Foundation
import Reading
import Site
import Text
import Time

// Events, as pages say them to machines (schema.org, in JSON-LD).
extension SavedPage {
  /// An event of a page that lists several; those of one title at one place are its dates.
  static func item(_ dates: [[String: Any]], on address: String, _ zone: Zone) -> ImportItem? {
    let dates = dates.compactMap { facts in date(facts["startDate"], zone).map { (facts: facts, start: $0) } }
      .sorted { $0.start.firstMinute < $1.start.firstMinute }
    guard let (facts, start) = dates.first else { return nil }
    let title = title(of: facts)
    let pages = dates.compactMap { $0.facts["url"] as? String }.filter { $0.isWebAddress }.uniqued()
    // Of one with several dates each may have a page of its own, and the next month others.
    let identity = dates.count == 1 ? (pages.first ?? address) + "#" + start.iso : address + "#" + Folding.slug(title)
    var outline = ImportOutline(origin: "page " + identity.replacing(" ", with: "%20"), kind: .event, title: title)
    outline.date = .day(start.firstDay)
    outline.addresses = pages
    var item = ImportItem(outline)
    var written = ImportedDates(start: start, end: end(of: facts, start, zone))
    written.added = dates.dropFirst().map {
      ImportedDates.Added(start: $0.start, end: end(of: $0.facts, $0.start, zone))
    }
    let isOff = dates.map { state(of: $0.facts) != nil }
    if !isOff.allSatisfy({ $0 }) {
      written.changes = zip(dates, isOff).filter(\.1).map { ImportedDates.Change(planned: $0.0.start, start: nil) }
    }
    written.write(to: &item)
    if isOff.allSatisfy({ $0 }), let state = state(of: facts) { item.fields.append((.status, .plain(state))) }
    addPlace(facts["location"], to: &item)
    addOffer(of: facts, to: &item)
    // Programs differ in whether its signs are escaped.
    let said =
      dates.lazy.compactMap { $0.facts["description"] as? String }
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.first { !$0.isEmpty } ?? ""
    var html = said.hasPrefix("&lt;") ? HTMLReader.fragment(said).nodes.text : said.asHTML
    item.add([picture(facts["image"])].compactMap { $0 }, below: &html)
    item.fingerprint = ImportMemory.fingerprint(of: identity + title + html + dates.map(\.start.iso).joined())
    if !html.allSatisfy(\.isWhitespace) {
      item.text = .html(html, base: pages.first ?? address, breaksAtLineEnds: true)
    }
    return item
  }

  private static func title(of facts: [String: Any]) -> String { HTMLWords.text(of: facts["name"] as? String ?? "") }

  /// Events of one title at one place together, in the order of the page.
  static func grouped(_ events: [[String: Any]]) -> [[[String: Any]]] {
    var groups: [[[String: Any]]] = []
    var indices: [String: Int] = [:]
    for event in events {
      let place = (event["location"] as? [String: Any])?["name"] as? String ?? ""
      let key = Folding.slug(title(of: event)) + "/" + Folding.slug(place)
      if let index = indices[key] {
        groups[index].append(event)
      } else {
        indices[key] = groups.count
        groups.append([event])
      }
    }
    return groups
  }

  static func addEvent(_ facts: [String: Any], _ start: PartialDate, _ zone: Zone, to item: inout ImportItem) {
    item.add(.start, start)
    item.add(.end, end(of: facts, start, zone))
    addPlace(facts["location"], to: &item)
    addOffer(of: facts, to: &item)
    if let state = state(of: facts) { item.fields.append((.status, .plain(state))) }
  }

  private static func end(of facts: [String: Any], _ start: PartialDate, _ zone: Zone) -> PartialDate? {
    guard let end = date(facts["endDate"], zone), end.precision == start.precision, end.firstMinute > start.firstMinute
    else { return nil }
    return end
  }

  private static func state(of facts: [String: Any]) -> String? {
    let status = facts["eventStatus"] as? String ?? ""
    if status.hasSuffix("EventCancelled") { return "annulé" }
    return status.hasSuffix("EventPostponed") ? "reporté" : nil
  }

  /// The first of what shows an entry: an address, an `ImageObject`, or several of either.
  static func picture(_ value: Any?) -> AttachedFile? {
    switch value {
    case let address as String: AttachedFile(at: address, type: "image/")
    case let object as [String: Any]:
      AttachedFile(
        at: object["url"] as? String ?? object["contentUrl"] as? String, type: "image/",
        description: object["caption"] as? String ?? "")
    case let list as [Any]: picture(list.first)
    default: nil
    }
  }

  private static func addPlace(_ value: Any?, to item: inout ImportItem) {
    if let text = value as? String { return item.add(.place, text) }
    guard let place = (value as? [Any])?.first as? [String: Any] ?? value as? [String: Any] else { return }
    if type(place).contains("VirtualLocation"), let address = place["url"] as? String {
      return item.add(.online, address: address)
    }
    let address = place["address"] as? [String: Any]
    let town = [address?["postalCode"], address?["addressLocality"]].compactMap { $0 as? String }.joined(separator: " ")
    let street = address?["streetAddress"] as? String ?? place["address"] as? String
    let parts: [String?] = [place["name"] as? String, street, town]
    item.add(.place, parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  private static func addOffer(of facts: [String: Any], to item: inout ImportItem) {
    let value = facts["offers"]
    guard let offer = (value as? [Any])?.first as? [String: Any] ?? value as? [String: Any] else { return }
    let price = (offer["price"] as? String) ?? (offer["price"] as? NSNumber)?.stringValue
    if let price { item.addPrice(price, currency: offer["priceCurrency"] as? String) }
    // Programs name the page of the event there, where they know nothing else.
    if let address = offer["url"] as? String, address != facts["url"] as? String {
      item.add(.registration, address: address)
    }
  }
}

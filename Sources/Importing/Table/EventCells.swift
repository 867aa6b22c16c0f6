import Diagnostics
import Reading
import Site
import Text
import Time

/// Cells that together say an event, each under the name that somebody gave it: a row of a table, or the fields of a sort of
/// text that a site has made for itself.
struct EventCells: Hashable {
  let columns: [TableColumn]
  let texts: [String]

  init(_ columns: [TableColumn], _ texts: [String]) {
    self.columns = columns
    self.texts = texts
  }

  init(_ fields: [(name: String, text: String)]) {
    self.init(fields.map { TableColumn(named: $0.name) }, fields.map(\.text))
  }

  subscript(_ column: TableColumn) -> String? { all(column).first }

  /// What columns of one name say, in their order.
  private func all(_ column: TableColumn) -> [String] {
    zip(columns, texts).filter { $0 == column && !$1.isEmpty }.map { WrittenText.cleaned($1) }
  }

  /// Whether one of them says when it is.
  var hasDay: Bool { self[.field(.start)] != nil || self[.moments] != nil }

  /// What they say of when it is.
  var written: TableDates.Cells {
    // Beside a column of days, « Début » and « Fin » are hours.
    func isHour(_ text: String) -> Bool { DateText.time(text) != nil }
    let (starts, ends) = (all(.field(.start)), all(.field(.end)))
    var written = TableDates.Cells(day: starts.first { !isHour($0) } ?? starts.first ?? "")
    written.end = ends.first { !isHour($0) }
    written.hours = self[.hours] ?? (starts.count > 1 ? starts.first(where: isHour) : nil)
    written.endHour = self[.endHour] ?? ends.first(where: isHour)
    written.isAllDay = self[.isAllDay].flatMap(ForeignFrontMatter.answer) ?? false
    written.moments = self[.moments]
    return written
  }

  /// Where it is, with its address where that is in cells of its own.
  var place: String? {
    let name = self[.field(.place)]
    let town = [self[.postalCode], self[.city]].compactMap { $0 }.joined(separator: " ")
    var parts: [String] = []
    for part in [name, self[.address], town].compactMap({ $0 }) where !part.isEmpty {
      let folded = Folding.folded(part)
      // Addresses often end with their town.
      let isSaid = parts.contains { Folding.folded($0).contains(folded) }
      let isTown =
        part == town && parts.contains { Folding.folded($0).contains(Folding.folded(self[.city] ?? town)) }
      if !isSaid, !isTown { parts.append(part) }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What they say of it in sentences, with a page that says more.
  var text: ImportItem.Text {
    var found = zip(columns, texts).filter { $0.0 == .text || $0.0 == .field(.summary) }.map(\.1).filter { !$0.isEmpty }
      .uniqued()
    if let page = self[.link], !OldSite(page).host.isEmpty, !page.contains(where: \.isWhitespace) {
      found.append(HTMLWords.more(at: page))
    }
    guard !found.isEmpty else { return .none }
    // OpenAgenda keeps its texts in Markdown.
    if columns.contains(.moments), !found.contains(where: \.isHTML) {
      return .markdown(found.joined(separator: "\n\n"), base: "")
    }
    return .html(found.map(\.asHTML).joined(separator: "\n\n"), base: "", breaksAtLineEnds: true)
  }

  /// Adds what they say besides when and where it is, and what hides or calls it off.
  ///
  /// - Parameter source: where they stand, in French: « dans le tableau ».
  func addFacts(to item: inout ImportItem, from source: String) {
    if let price = self[.field(.price)] { item.addPrice(price.replacing(" | ", with: ", ")) }
    for key in [FieldKey.accessibility, .reason] { item.add(key, self[.field(key)]?.replacing(" | ", with: ", ")) }
    if let organizers = self[.field(.organizers)] {
      item.add(.organizers, list: organizers.split(separator: ",").map(String.init))
    }
    let seats = self[.field(.seats)].flatMap { ForeignFrontMatter.number($0, for: .seats, of: .event) }
    if let seats {
      item.fields.append((.seats, .plain(String(seats))))
    }
    // A page, an address of mail and a telephone may stand there together: the first of them that people can click on.
    let registration = self[.field(.registration)] ?? ""
    let parts = registration.split(whereSeparator: { " ,;|\n".contains($0) }).map(String.init)
    let ways = [registration] + parts + registration.split(whereSeparator: { ",;|\n".contains($0) }).map(String.init)
    // « Tél : 01 23 45 67 89 »
    let numbers = ways.map { String($0.drop { !$0.isNumber && $0 != "+" }) }.filter { PhoneNumber($0) != nil }
    for address in ways.filter({ PhoneNumber($0) == nil }) + numbers
    where !item.fields.contains(where: { $0.key == .registration }) {
      item.add(.registration, address: address)
    }
    item.add(.online, address: self[.field(.online)])
    addState(to: &item, source)
  }

  /// What is nobody's business, is not ready or does not take place is none or called off here.
  private func addState(to item: inout ImportItem, _ source: String) {
    for (column, text) in zip(columns, texts) where !text.isEmpty {
      guard case .state(let name) = column, let hiding = ForeignFrontMatter.hiding(name, text) else { continue }
      switch hiding.key {
      case .draft: item.draft = item.draft ?? "« \(name) » était « \(text) » \(source)"
      default:
        if !item.fields.contains(where: { $0.key == hiding.key }) {
          item.fields.append((hiding.key, .plain(hiding.value)))
        }
      }
    }
  }
}

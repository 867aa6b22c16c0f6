import Building
import Diagnostics
import Reading
import Site
import Text
import Time

/// A table of events, one in a row, under the names that people give to columns.
struct EventTable: ImportSource {
  let name = "tableau d’événements"
  let files: String? = nil
  private let rows: [Row]
  private let columns: [Column]
  /// How many rows stand above the one that names the columns.
  private let above: Int
  private let path: String

  /// An event, with what its cells say of when it is.
  private struct Row {
    /// As spreadsheets count.
    var number: Int
    var cells: [String]
    var dates: Dates?
    /// The year of the row before, where this one names none.
    var guessedYear: Int?
    /// What is said of the hours, and was not understood.
    var unreadHours: String?
  }

  private enum Column: Hashable {
    case field(FieldKey)
    case hours
    case endHour
    case title
    case text
    case tags
    case unknown(String)
  }

  init(_ text: String, path: String) throws {
    let rows = TableReader.rows(text)
    self.path = path
    guard rows.count > 1, let first = rows.first else { throw Self.empty(path) }
    // A title and what is good to know often stand above the table.
    let named = rows.prefix(Self.mostAbove + 1).firstIndex { row in
      let columns = row.cells.map(Self.column)
      return columns.contains(.title) && columns.contains(.field(.start))
    }
    above = named ?? 0
    let columns = (named.map { rows[$0] } ?? first).cells.map(Self.column)
    self.columns = columns
    var last: PartialDate?
    self.rows = rows.dropFirst(above + 1).map { number, cells in
      let row = Self.row(number, cells, columns, after: last)
      last = row.dates?.start ?? last
      return row
    }
    guard columns.contains(.title), columns.contains(.field(.start)) else {
      throw Fault(
        "Le tableau « \(path) » n’a pas de colonne pour le \(columns.contains(.title) ? "jour" : "titre").",
        hint:
          "Une de ses premières lignes nomme les colonnes, par exemple\u{A0}: Titre ; Date ; Heure ; Lieu ; Prix ; Description",
        status: 1)
    }
  }

  /// Rows above the one that names the columns, at most.
  private static let mostAbove = 20

  private static func empty(_ path: String) -> Fault {
    Fault("Le tableau « \(path) » est vide.", hint: "Enregistrez la feuille en CSV.", status: 1)
  }

  private static func column(_ name: String) -> Column {
    switch Folding.slug(name) {
    case "titre", "title", "nom", "evenement", "event", "intitule", "quoi", "subject", "objet", "name", "activite":
      return .title
    case "description", "texte", "details", "detail", "presentation", "contenu", "notes", "commentaire": return .text
    case "heure", "heures", "horaire", "horaires", "heure-de-debut", "heure-debut", "start-time", "de": return .hours
    case "heure-de-fin", "heure-fin", "end-time", "a": return .endHour
    case "date", "jour", "quand", "debut", "date-de-debut", "date-debut", "start-date": return .field(.start)
    case "fin", "date-de-fin", "date-fin", "end-date", "jusqu-au": return .field(.end)
    case "tags", "etiquettes", "categorie", "categories", "theme", "themes", "type": return .tags
    case "adresse", "salle", "location", "lieu": return .field(.place)
    case "lien", "url", "site", "inscription", "inscriptions", "reservation": return .field(.registration)
    default: return ForeignFrontMatter.key(named: name, of: .event).map { .field($0) } ?? .unknown(name)
    }
  }

  private func cell(_ column: Column, _ row: Row) -> String? { Self.cell(column, row.cells, columns) }

  private static func cell(_ column: Column, _ cells: [String], _ columns: [Column]) -> String? {
    // Two columns of one name: the first that says something.
    zip(columns, cells).first { $0 == column && !$1.isEmpty }.map { WrittenText.cleaned($0.1) }
  }

  // MARK: Dates

  private struct Dates {
    var start: PartialDate
    var end: PartialDate?
  }

  /// - Parameter before: when the event of the row before begins.
  private static func row(
    _ number: Int, _ cells: [String], _ columns: [Column], after before: PartialDate?
  ) -> Row {
    var row = Row(number: number, cells: cells)
    guard let day = cell(.field(.start), cells, columns) else { return row }
    let end = cell(.field(.end), cells, columns)
    let hours = cell(.hours, cells, columns).map { text in
      let from = text.replacing("->", with: "-").replacing("→", with: "-")
      return cell(.endHour, cells, columns).map { from + " - " + $0 } ?? from
    }
    row.dates = dates(day, hours, end)
    if row.dates == nil, let before {
      for year in [before.year, before.year + 1] {
        let found = [day + " \(year)", day + "/\(year)"].lazy.compactMap { dates($0, hours, end) }.first
        // Tables go on from year to year without a word.
        guard let found, found.start.firstDay.number > before.firstDay.number - 200 else { continue }
        (row.dates, row.guessedYear) = (found, year)
        break
      }
    }
    let isTimed = row.dates.map { $0.start.precision == .minute } ?? false
    row.unreadHours = isTimed ? nil : hours
    return row
  }

  private static func dates(_ day: String, _ hours: String?, _ end: String?) -> Dates? {
    for text in [hours.map { day + " " + $0 }, day].compactMap({ $0 }) {
      if let span = SpokenDate.span(text) {
        return Dates(start: span.start, end: Self.end(end, span.start) ?? span.end)
      }
      if let date = ISOTimestamp(text)?.clock { return Dates(start: .minute(date), end: Self.end(end, .minute(date))) }
      if case .date(let date) = SpokenDate.read(withoutWeekday(text), for: .start, of: .event) {
        return Dates(start: date, end: Self.end(end, date))
      }
    }
    return nil
  }

  private static func end(_ text: String?, _ start: PartialDate) -> PartialDate? {
    guard let text else { return nil }
    if case .minute(let first) = start, let hour = SpokenDate.hour(text, after: first) { return .minute(hour) }
    guard case .date(let date) = SpokenDate.read(withoutWeekday(text), for: .end, of: .event) else { return nil }
    switch (start, date) {
    case (.day(let first), .day(let last)): return last > first ? date : nil
    case (.minute(let first), .minute(let last)): return last > first ? date : nil
    default: return nil
    }
  }

  /// Spreadsheets write « ven. 13/03/2026 », which need not be right to be meant so.
  private static func withoutWeekday(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let first = words.first, first.hasSuffix("."),
      first.allSatisfy({ $0.isLetter || $0 == "." })
    else { return text }
    return String(words[1])
  }

  // MARK: What there is

  private func outline(_ row: Row, _ seen: inout [String: Int]) -> ImportOutline {
    let title = cell(.title, row) ?? ""
    let start = row.dates?.start
    let name =
      "tableau " + Folding.slug(title) + "@" + (start.map(\.iso) ?? cell(.field(.start), row).map(Folding.slug) ?? "")
    seen[name, default: 0] += 1
    let number = seen[name, default: 1]
    return ImportOutline(
      origin: number > 1 ? "\(name)#\(number)" : name, kind: .event, title: title.isEmpty ? "Sans titre" : title,
      date: start)
  }

  func survey() throws -> ImportSurvey {
    var survey = ImportSurvey()
    var seen: [String: Int] = [:]
    survey.outlines = rows.map { outline($0, &seen) }
    let unknown = columns.compactMap { if case .unknown(let name) = $0, !name.isEmpty { name } else { nil } }
    survey.leftOut = unknown.map { name in
      LeftOut(noun: .feminine("colonne"), count: 1, remark: "« \(name) », qui ne dit rien ici")
    }
    if above > 0 {
      survey.leftOut.append(
        LeftOut(noun: .feminine("ligne"), count: above, remark: "au-dessus de celle qui nomme les colonnes"))
    }
    return survey
  }

  func forEach(_ body: (ImportItem) throws -> Void) throws {
    var seen: [String: Int] = [:]
    for row in rows {
      var item = ImportItem(outline(row, &seen))
      item.fingerprint = ImportMemory.fingerprint(of: row.cells.joined(separator: "\u{0}"))
      addDates(of: row, to: &item)
      for key in [FieldKey.place, .price, .accessibility, .reason] {
        item.add(key, cell(.field(key), row))
      }
      if let organizers = cell(.field(.organizers), row) {
        item.add(.organizers, list: organizers.split(separator: ",").map(String.init))
      }
      if let seats = cell(.field(.seats), row).flatMap(Int.init), seats > 0 {
        item.fields.append((.seats, .plain(String(seats))))
      }
      item.add(.registration, address: cell(.field(.registration), row))
      item.add(.online, address: cell(.field(.online), row))
      if let tags = cell(.tags, row) { item.add(.tags, list: tags.split { ",;/".contains($0) }.map(String.init)) }
      let texts = zip(columns, row.cells).filter { $0.0 == .text || $0.0 == .field(.summary) }.map(\.1).filter {
        !$0.isEmpty
      }
      if !texts.isEmpty {
        item.text = .html(XMLWriter.escaped(texts.joined(separator: "\n\n")), base: "", breaksAtLineEnds: true)
      }
      try body(item)
    }
  }

  private func addDates(of row: Row, to item: inout ImportItem) {
    let place = SourceLocation(file: "")
    let day = cell(.field(.start), row) ?? ""
    guard let dates = row.dates else {
      item.add(.start, .year(1970))
      item.draft = "sa date n’a pas été comprise"
      let written = [day, row.unreadHours].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
      return item.remarks.append(.importRow(place, row: row.number, value: written))
    }
    item.add(.start, dates.start)
    item.add(.end, dates.end)
    if let year = row.guessedYear {
      item.remarks.append(.importRowYear(place, row: row.number, value: day, year: year))
    }
    if let hours = row.unreadHours { item.remarks.append(.importRowHours(place, row: row.number, value: hours)) }
  }
}

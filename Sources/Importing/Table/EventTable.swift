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
  private let rows: [[String]]
  private let columns: [Column]
  private let path: String

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
    var rows = TableReader.rows(text)
    self.path = path
    guard let head = rows.first, rows.count > 1 else { throw Self.empty(path) }
    rows.removeFirst()
    self.rows = rows
    columns = head.map(Self.column)
    guard columns.contains(.title), columns.contains(.field(.start)) else {
      throw Fault(
        "Le tableau « \(path) » n’a pas de colonne pour le \(columns.contains(.title) ? "jour" : "titre").",
        hint:
          "Sa première ligne nomme les colonnes, par exemple\u{A0}: Titre ; Date ; Heure ; Lieu ; Prix ; Description",
        status: 1)
    }
  }

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

  private func cell(_ column: Column, _ row: [String]) -> String? {
    // Two columns of one name: the first that says something.
    zip(columns, row).first { $0 == column && !$1.isEmpty }.map { WrittenText.cleaned($0.1) }
  }

  // MARK: Dates

  private struct Dates {
    var start: PartialDate
    var end: PartialDate?
  }

  private func dates(_ row: [String]) -> Dates? {
    guard let day = cell(.field(.start), row) else { return nil }
    var words = day
    let hours = cell(.hours, row).map { $0.replacing("->", with: "-").replacing("→", with: "-") }
    if let hours { words += " " + hours }
    if let end = cell(.endHour, row), hours != nil { words += " - " + end }
    for text in [words, day] {
      if let span = SpokenDate.span(text) {
        return Dates(start: span.start, end: self.end(row, span.start) ?? span.end)
      }
      if let date = ISOTimestamp(text)?.clock { return Dates(start: .minute(date), end: end(row, .minute(date))) }
      if case .date(let date) = SpokenDate.read(Self.withoutWeekday(text), for: .start, of: .event) {
        return Dates(start: date, end: end(row, date))
      }
    }
    return nil
  }

  private func end(_ row: [String], _ start: PartialDate) -> PartialDate? {
    guard let text = cell(.field(.end), row) else { return nil }
    if case .minute(let first) = start, let hour = SpokenDate.hour(text, after: first) { return .minute(hour) }
    guard case .date(let date) = SpokenDate.read(Self.withoutWeekday(text), for: .end, of: .event) else { return nil }
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

  private func outline(_ row: [String], _ seen: inout [String: Int]) -> ImportOutline {
    let title = cell(.title, row) ?? ""
    let start = dates(row)?.start
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
      LeftOut(
        noun: .feminine("colonne", plural: "colonnes"), count: 1, remark: "« \(name) », qui ne dit rien ici")
    }
    return survey
  }

  func forEach(_ body: (ImportItem) throws -> Void) throws {
    var seen: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      var item = ImportItem(outline(row, &seen))
      item.fingerprint = ImportMemory.fingerprint(of: row.joined(separator: "\u{0}"))
      if let dates = dates(row) {
        item.add(.start, dates.start)
        item.add(.end, dates.end)
      } else {
        item.add(.start, .year(1970))
        item.draft = "sa date n’a pas été comprise"
        item.remarks.append(
          .importRow(SourceLocation(file: ""), row: index + 2, value: cell(.field(.start), row) ?? ""))
      }
      for key in [FieldKey.place, .price, .accessibility, .reason, .rhythm] where key != .rhythm {
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
      let texts = zip(columns, row).filter { $0.0 == .text || $0.0 == .field(.summary) }.map(\.1).filter { !$0.isEmpty }
      if !texts.isEmpty {
        item.text = .html(XMLWriter.escaped(texts.joined(separator: "\n\n")), base: "", breaksAtLineEnds: true)
      }
      try body(item)
    }
  }
}

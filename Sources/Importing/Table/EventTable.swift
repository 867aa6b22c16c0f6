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
  private let columns: [TableColumn]
  /// How many rows stand above the one that names the columns.
  private let above: Int
  /// Whether days are read as Americans write them, though none shows that they are meant so.
  private let guessesMonthFirst: Bool

  /// An event, with what its cells say of when it is.
  private struct Row {
    /// As spreadsheets count.
    var number: Int
    var cells: EventCells
    var dates: TableDates?
    /// The year of the row before, where this one names none.
    var guessedYear: Int?
    /// What is said of the hours, and was not understood.
    var unreadHours: String?

    func says(_ column: Int) -> Bool { column < cells.texts.count && !cells.texts[column].isEmpty }
  }

  /// - Parameters:
  ///   - settings: those of the site.
  ///   - today: the day from which a rule is counted that does not say when it begins.
  init(_ text: String, path: String, settings: Settings, today: CivilDay) throws {
    let rows = TableReader.rows(text)
    guard rows.count > 1, let first = rows.first else { throw Self.empty(path) }
    // A title and what is good to know often stand above the table.
    let named = rows.prefix(Self.mostAbove + 1).firstIndex { row in
      let columns = row.cells.map(TableColumn.init(named:))
      return columns.contains(.title) && Self.hasDays(columns)
    }
    above = named ?? 0
    let names = (named.map { rows[$0] } ?? first).cells
    let columns = names.map(TableColumn.init(named:))
    self.columns = columns
    guard columns.contains(.title), Self.hasDays(columns) else {
      throw Fault(
        "Le tableau « \(path) » n’a pas de colonne pour le \(columns.contains(.title) ? "jour" : "titre").",
        hint:
          "Une de ses premières lignes nomme les colonnes, par exemple\u{A0}: Titre ; Date ; Heure ; Lieu ; Prix ; Description",
        status: 1)
    }
    let body = rows.dropFirst(above + 1)
    let cells = body.map { (number: $0.number, cells: EventCells(columns, $0.cells)) }
    let days = cells.flatMap { row in [TableColumn.field(.start), .field(.end)].compactMap { row.cells[$0] } }
    let reading = TableDates.Reading(
      settings: settings, today: today, days: days, isEnglish: Self.isEnglish(names))
    guessesMonthFirst = reading.isMonthFirst && !reading.isCertain
    var last: PartialDate?
    self.rows = cells.map { number, cells in
      let row = Self.row(number, cells, after: last, reading)
      last = row.dates?.start ?? last
      return row
    }
  }

  private static func hasDays(_ columns: [TableColumn]) -> Bool {
    columns.contains(.field(.start)) || columns.contains(.moments)
  }

  /// Whether a calendar has named the columns that writes days as Americans do.
  private static func isEnglish(_ names: [String]) -> Bool {
    let slugs = names.map(Folding.slug)
    return slugs.contains("subject") && slugs.contains("start-date")
  }

  /// Rows above the one that names the columns, at most.
  private static let mostAbove = 20

  private static func empty(_ path: String) -> Fault {
    Fault("Le tableau « \(path) » est vide.", hint: "Enregistrez la feuille en CSV.", status: 1)
  }

  /// - Parameter before: when the event of the row before begins.
  private static func row(
    _ number: Int, _ cells: EventCells, after before: PartialDate?, _ reading: TableDates.Reading
  ) -> Row {
    var row = Row(number: number, cells: cells)
    let written = cells.written
    row.dates = TableDates(written, reading)
    if row.dates == nil, !written.day.isEmpty, let before {
      for year in [before.year, before.year + 1] {
        let found = [written.day + " \(year)", written.day + "/\(year)"].lazy.compactMap { day in
          var cells = written
          cells.day = day
          return TableDates(cells, reading)
        }.first
        // Tables go on from year to year without a word.
        guard let found, found.start.firstDay.number > before.firstDay.number - 200 else { continue }
        (row.dates, row.guessedYear) = (found, year)
        break
      }
    }
    row.dates = row.dates ?? TableDates(written, reading, loosely: true)
    row.unreadHours = row.dates.map { $0.unreadHours } ?? written.hours
    return row
  }

  // MARK: What there is

  private func outline(_ row: Row, _ seen: inout [String: Int]) -> ImportOutline {
    let title = row.cells[.title] ?? ""
    let start = row.dates?.start
    let name =
      "tableau " + Folding.slug(title) + "@" + (start.map(\.iso) ?? row.cells[.field(.start)].map(Folding.slug) ?? "")
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
    let unknown = columns.indices.compactMap { index -> String? in
      guard case .unknown(let name) = columns[index], !name.isEmpty, rows.contains(where: { $0.says(index) }) else {
        return nil
      }
      return name
    }.uniqued()
    if !unknown.isEmpty {
      let remark =
        unknown.map(French.quoted).joined(separator: ", ")
        + (unknown.count > 1 ? ", qui ne disent rien ici" : ", qui ne dit rien ici")
      survey.leftOut.append(LeftOut(noun: .feminine("colonne"), count: unknown.count, remark: remark))
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
      item.fingerprint = ImportMemory.fingerprint(of: row.cells.texts.joined(separator: "\u{0}"))
      addDates(of: row, to: &item)
      item.add(.place, row.cells.place)
      row.cells.addFacts(to: &item, from: "dans le tableau")
      let tags = zip(columns, row.cells.texts).filter { $0.0 == .tags }.flatMap { $1.split { ",;/|".contains($0) } }
      item.add(.tags, list: tags.map { WrittenText.cleaned(String($0)) }.uniqued(by: Folding.slug))
      if let image = row.cells[.field(.image)], !OldSite(image).host.isEmpty, !image.contains(where: \.isWhitespace) {
        item.fields.append((.image, .picture(image, alternative: .imageAlternative, words: nil)))
      }
      item.text = row.cells.text
      try body(item)
    }
  }

  private func addDates(of row: Row, to item: inout ImportItem) {
    let place = SourceLocation(file: "")
    let day = row.cells[.field(.start)] ?? ""
    guard let dates = row.dates else {
      item.add(.start, .year(1970))
      item.draft = "sa date n’a pas été comprise"
      let written = [day, row.unreadHours].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
      return item.remarks.append(.importRow(place, row: row.number, value: written))
    }
    dates.write(to: &item)
    if guessesMonthFirst, row.number == rows.first?.number {
      item.remarks.append(.importTableMonthFirst(place, value: day, day: French.date(.day(dates.start.firstDay))))
    }
    if dates.isStartGuessed {
      item.draft = "sa première date n’est pas dite"
      item.remarks.append(.importRowStart(place, row: row.number, value: day))
    }
    if let year = row.guessedYear {
      item.remarks.append(.importRowYear(place, row: row.number, value: day, year: year))
    }
    if let hours = row.unreadHours { item.remarks.append(.importRowHours(place, row: row.number, value: hours)) }
  }
}

import Testing

@testable import Importing

/// Tables of events as people keep them.
@Suite struct EventTableTests {
  /// What is written of when each event is, in the order of their files, and what is reported.
  private func imported(_ table: String) async throws -> (dates: [String], outcome: ImportOutcome) {
    let (texts, outcome) = try await ImportProject.importing(table: table)
    let dates = texts.map { text in
      text.split(separator: "\n").filter { line in ["debut", "fin", "brouillon"].contains { line.hasPrefix($0 + ":") } }
        .joined(separator: " ")
    }
    return (dates, outcome)
  }

  @Test(arguments: [
    // The year stands in the first row alone, and goes on.
    (
      "3 février 2026;18h30\n7 février;10h à 12h\n28/02;\nmar. 3 mars;9h30 - 10h45\n",
      [
        "debut: 2026-02-03 18:30", "debut: 2026-02-07 10:00 fin: 2026-02-07 12:00", "debut: 2026-02-28",
        "debut: 2026-03-03 09:30 fin: 2026-03-03 10:45",
      ], ["import-row-year", "import-row-year", "import-row-year"]
    ),
    ("12 décembre 2026;\n9 janvier;\n", ["debut: 2026-12-12", "debut: 2027-01-09"], ["import-row-year"]),
    ("7 février;10h\n", ["debut: 1970 brouillon: oui"], ["import-row"]),
    ("1 mars 2026;\n31 février;\n", ["debut: 2026-03-01", "debut: 1970 brouillon: oui"], ["import-row"]),
    ("1 mars 2026;\n;\n", ["debut: 2026-03-01", "debut: 1970 brouillon: oui"], ["import-row"]),
    ("1 mars 2026;en soirée\n", ["debut: 2026-03-01"], ["import-row-hours"]),
  ])
  func `a day is read with what the rows around it say`(
    rows: String, dates: [String], remarks: [String]
  ) async throws {
    let table = "Date;Heure;Quoi\n" + rows.split(separator: "\n").enumerated().map { "\($1);Fête \($0)\n" }.joined()
    let (found, outcome) = try await imported(table)
    #expect(found == dates)
    #expect(outcome.remarks.map(\.code) == remarks)
  }

  @Test(arguments: [
    ("Date,Début,Fin,Quoi", "2026-04-01,18:00,19:00,Chorale", "debut: 2026-04-01 18:00 fin: 2026-04-01 19:00"),
    ("Début,Fin,Date,Quoi", "18h,,1 avril 2026,Chorale", "debut: 2026-04-01 18:00"),
    ("Début,Fin,Quoi", "2026-04-01,2026-04-02,Chorale", "debut: 2026-04-01 fin: 2026-04-02"),
  ])
  func `beside a day, start and end are hours`(names: String, row: String, dates: String) async throws {
    #expect(try await imported(names + "\n" + row + "\n").0 == [dates])
  }

  @Test func `what stands above the names of the columns is counted, and rows have the numbers that people see`()
    async throws
  {
    let (dates, outcome) = try await imported(
      "Programme de mars;;\n;;\nÀ jour au 1er;;\nDate;Activité;Horaire\n3/3/2026;Tricot;14:00-16:00\n;;\nun jour;Sortie;\n"
    )
    #expect(dates == ["debut: 2026-03-03 14:00 fin: 2026-03-03 16:00", "debut: 1970 brouillon: oui"])
    #expect(outcome.leftOut.map(\.count) == [2])
    #expect(outcome.remarks.map(\.message).contains { $0.contains("Ligne 7 ") })
  }

  @Test(arguments: [
    ("5", "5 €"), ("5,50", "5,50 €"), ("5.50", "5,50 €"), ("0", "Gratuit"), ("5 € ou 3 €", "5 € ou 3 €"),
    ("Prix libre", "Prix libre"),
  ])
  func `a number alone is what it costs in euros`(written: String, price: String) async throws {
    let (texts, _) = try await ImportProject.importing(table: "Date;Titre;Tarif\n3/3/2026;Tricot;\(written)\n")
    #expect(texts.first?.contains("prix: \(price)\n") == true, "\(texts)")
  }

  @Test(arguments: [
    ("40", "places: 40\n"), ("0", nil), ("99999999", nil), ("9223372036854775808", nil), ("une dizaine", nil),
  ])
  func `a number of places is one that an event takes`(places: String, expected: String?) async throws {
    let (texts, outcome) = try await ImportProject.importing(table: "Date;Titre;Places\n3/3/2026;Tricot;\(places)\n")
    let text = try #require(texts.first)
    if let expected { #expect(text.contains(expected)) } else { #expect(!text.contains("places:")) }
    #expect(outcome.check.errors == 0)
  }
}

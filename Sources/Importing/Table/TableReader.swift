/// Reads a table as spreadsheets save it (RFC 4180, and what they make of it): `;`, `,` or tabs between cells, quotation marks
/// around those that hold them.
enum TableReader {
  /// Rows and cells of a row, at most.
  private static let most = (rows: 50_000, cells: 200)

  /// - Returns: what is not blank, each with its number as spreadsheets count: from 1, blank ones too.
  static func rows(_ text: String) -> [(number: Int, cells: [String])] {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    var rest = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")[...]
    var separator = separator(of: rest)
    // Excel says what stands between cells in a line of its own.
    if rest.hasPrefix("sep="), let sign = rest.dropFirst(4).first {
      separator = sign
      rest = rest.drop { $0 != "\n" }.dropFirst()
    }
    var rows: [(number: Int, cells: [String])] = []
    var number = 0
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = rest.makeIterator()
    var next = scalars.next()
    func end(_ row: inout [String]) {
      number += 1
      if row.contains(where: { !$0.isEmpty }) { rows.append((number, row)) }
      row = []
    }
    while let character = next {
      next = scalars.next()
      if isQuoted {
        if character == "\"" {
          if next == "\"" {
            cell.append("\"")
            next = scalars.next()
          } else {
            isQuoted = false
          }
        } else {
          cell.append(character)
        }
      } else if character == "\"", cell.allSatisfy(\.isWhitespace) {
        (cell, isQuoted) = ("", true)
      } else if character == separator || character == "\n" {
        if row.count < most.cells { row.append(trimmed(cell)) }
        cell = ""
        if character == "\n" { end(&row) }
        if rows.count >= most.rows { return rows }
      } else {
        cell.append(character)
      }
    }
    row.append(trimmed(cell))
    end(&row)
    return rows
  }

  private static func trimmed(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.joined(separator: " ") }.joined(separator: "\n")
  }

  /// The sign of which the first line has most, outside of quotation marks.
  private static func separator(of text: Substring) -> Character {
    var counts: [Character: Int] = [:]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == "\n", !isQuoted { break }
      if !isQuoted, ";,\t".contains(character) { counts[character, default: 0] += 1 }
    }
    return [";", "\t", ","].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ";"
  }
}

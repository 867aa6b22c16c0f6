import Text

extension DiagnosticReport {
  /// One JSON object a line for each diagnostic, always with the keys `code`, `severity` (`error`, `warning`,
  /// `placeholder`, `note`), `file`, `line`, `column`, `length`, `message`, `hint`, `fix` (the lines to write), in this order;
  /// what is not known is `null`.
  package func json() -> String {
    diagnostics.map { diagnostic in
      let place = diagnostic.place
      let fix = diagnostic.fix.flatMap {
        $0.hasText ? lines(of: $0, for: diagnostic).joined(separator: "\n") : nil
      }
      let object = JSON.object([
        ("code", .string(diagnostic.code)),
        ("severity", .string(diagnostic.severity.rawValue)),
        ("file", Self.string(place?.file)),
        ("line", Self.number(place?.line)),
        ("column", Self.number(place?.column)),
        ("length", Self.number(place.flatMap { $0.column > 0 ? $0.length : nil })),
        ("message", .string(diagnostic.message)),
        ("hint", Self.string(diagnostic.hint)),
        ("fix", Self.string(fix)),
      ])
      return object.text(escaping: .terminal) + "\n"
    }.joined()
  }

  private static func string(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  private static func number(_ value: Int?) -> JSON {
    guard let value, value > 0 else { return .null }
    return .integer(value)
  }
}

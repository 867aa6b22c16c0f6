import Time

/// The forms of dates as a regular expression (ECMA 262, as JSON Schema and editors take them).
enum DatePattern {
  /// One of `precisions`, or nothing. Programs may write seconds and a distance from UTC behind an hour.
  static func of(_ precisions: [PartialDate.Precision]) -> String { "^(" + date(precisions) + ")?$" }

  /// The same, or a range as ``WrittenSpan`` writes it: two dates, or a day with the hours from which until which.
  static func ofSpan(_ precisions: [PartialDate.Precision]) -> String { "^(\(span(precisions)))?$" }

  /// Several of ``of(_:)`` with commas between them.
  static func ofList(_ precisions: [PartialDate.Precision]) -> String { list(date(precisions)) }

  /// Several of ``ofSpan(_:)`` with commas between them.
  static func ofListOfSpans(_ precisions: [PartialDate.Precision]) -> String { list(span(precisions)) }

  private static func list(_ one: String) -> String { "^(\(one))(, *(\(one)))+$" }

  private static func span(_ precisions: [PartialDate.Precision]) -> String {
    let date = date(precisions)
    let until = "( [-–→] | au )(\(date))" + (precisions.contains(.minute) ? "|( ?[-–→] ?| au )[0-9]{2}:[0-9]{2}" : "")
    return "(\(date))(\(until))?"
  }

  private static func date(_ precisions: [PartialDate.Precision]) -> String {
    let forms: [(PartialDate.Precision, String)] = [
      (.year, "[0-9]{4}"), (.month, "[0-9]{4}-[0-9]{2}"), (.day, "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
      (
        .minute,
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
      ),
    ]
    return forms.filter { precisions.contains($0.0) }.map(\.1).joined(separator: "|")
  }
}

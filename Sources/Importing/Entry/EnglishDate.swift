/// Dates as programs write them whose language is English.
enum EnglishDate {
  /// `text` as it would be written here: `March 14, 2026 8:00 PM (GMT+1)`, as Notion and Airtable have it, as `14 March 2026 20:00`.
  static func plain(_ text: String) -> String {
    let text = hoursOfDay(text)
      .replacing(/\s*\((?:GMT|UTC)[^)]*\)/, with: "")
      .replacing(/\b(\p{L}{3,9})\.? (\d{1,2}), (\d{4})\b/) { "\($0.output.2) \($0.output.1) \($0.output.3)" }
    return text.hasPrefix("@") ? String(text.dropFirst()) : text
  }

  /// `text` with `8:30 PM` as `20:30`.
  static func hoursOfDay(_ text: String) -> String {
    text.replacing(/\b(\d{1,2})(?::(\d\d))?(?::\d\d)?\s*([AaPp])\.?[Mm]\b\.?/) { match in
      guard let hour = Int(match.output.1), (1...12).contains(hour) else { return String(match.output.0) }
      let isAfternoon = match.output.3.lowercased() == "p"
      return "\(hour % 12 + (isAfternoon ? 12 : 0)):\(match.output.2 ?? "00")"
    }
  }
}

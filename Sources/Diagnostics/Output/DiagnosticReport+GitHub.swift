extension DiagnosticReport {
  /// Workflow commands that GitHub shows beside the lines of a pull request, one a line.
  ///
  /// GitHub shows ten errors, ten warnings and ten notices of a step at most: what is still to be filled in is a notice,
  /// so that it takes no other's place.
  package func github() -> String {
    diagnostics.map { diagnostic in
      var properties: [String] = []
      if let place = diagnostic.place {
        properties.append("file=" + Self.escapedProperty(place.file))
        if place.line > 0 { properties.append("line=\(place.line)") }
        if place.line > 0, place.column > 0 { properties.append("col=\(place.column)") }
      }
      properties.append("title=" + Self.escapedProperty(diagnostic.code))
      var message = diagnostic.message
      if let hint = diagnostic.hint { message += "\n" + hint }
      if let fix = diagnostic.fix, fix.hasText {
        message += "\n" + fix.introduction + "\n" + lines(of: fix, for: diagnostic).joined(separator: "\n")
      }
      return
        "::\(Self.command(diagnostic.severity)) \(properties.joined(separator: ","))::\(Self.escapedData(message))\n"
    }.joined()
  }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: return "error"
    case .warning: return "warning"
    case .placeholder, .note: return "notice"
    }
  }

  /// The runner undoes exactly these (actions/toolkit, `command.ts`).
  private static func escapedData(_ text: String) -> String {
    var result = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !result.isEmpty { result += "%0A" }
      for scalar in InvisibleCharacters.shown(in: String(line)).unicodeScalars {
        result += scalar == "%" ? "%25" : String(scalar)
      }
    }
    return result
  }

  private static func escapedProperty(_ text: String) -> String {
    var result = ""
    for scalar in InvisibleCharacters.shown(in: text).unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

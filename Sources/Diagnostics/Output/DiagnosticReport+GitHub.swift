extension DiagnosticReport {
  /// Workflow commands that GitHub and Forgejo show beside the lines of a pull request, one a line.
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
      if let fix = diagnostic.fix, fix.scope != .lineEnds {
        message += "\n" + fix.introduction + "\n" + lines(of: fix, for: diagnostic).joined(separator: "\n")
      }
      let command = diagnostic.severity == .error ? "error" : "warning"
      return "::\(command) \(properties.joined(separator: ","))::\(Self.escapedData(message))\n"
    }.joined()
  }

  /// The runner undoes exactly these (actions/toolkit, `command.ts`).
  private static func escapedData(_ text: String) -> String {
    var result = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !result.isEmpty { result += "%0A" }
      for character in Visible.text(String(line)) { result += character == "%" ? "%25" : String(character) }
    }
    return result
  }

  private static func escapedProperty(_ text: String) -> String {
    var result = ""
    for character in Visible.text(text) {
      switch character {
      case "%": result += "%25"
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.append(character)
      }
    }
    return result
  }
}

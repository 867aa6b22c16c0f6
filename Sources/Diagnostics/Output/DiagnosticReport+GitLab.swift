import Text

extension DiagnosticReport {
  /// A Code Quality report, which GitLab shows beside the lines of a merge request: an array in JSON.
  package func gitlab() -> String {
    var seen: [String: Int] = [:]
    let items = diagnostics.compactMap { diagnostic -> String? in
      guard let place = diagnostic.place else { return nil }
      let text = diagnostic.message + (diagnostic.hint.map { " " + $0 } ?? "")
      // What distinguishes a remark from the others of a file, so that it is known again when lines move.
      let name = "\(place.file):\(diagnostic.code):\(diagnostic.message)"
      seen[name, default: 0] += 1
      let fingerprint = "\(name):\(seen[name] ?? 1)"
      let severity =
        switch diagnostic.severity {
        case .error: "major"
        case .warning, .placeholder: "minor"
        case .note: "info"
        }
      let item = JSON.object([
        ("description", .string(text)), ("check_name", .string(diagnostic.code)),
        ("fingerprint", .string(fingerprint)), ("severity", .string(severity)),
        (
          "location",
          .object([("path", .string(place.file)), ("lines", .object([("begin", .integer(max(1, place.line)))]))])
        ),
      ])
      return item.text(escaping: .terminal)
    }
    return "[" + items.joined(separator: ",\n") + "]\n"
  }
}

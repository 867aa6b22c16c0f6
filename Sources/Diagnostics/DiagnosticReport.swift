import Text

/// All that one run has to report, in the order of files and lines.
package struct DiagnosticReport: Sendable {
  package let diagnostics: [Diagnostic]
  /// The files that are spoken of, by path.
  let sources: [String: SourceText]

  /// Each diagnostic is kept once. `isStrict` makes every warning an error; with `allowsPlaceholders` those about values
  /// still to be filled in stay what they are.
  package init(
    _ diagnostics: [Diagnostic], sources: [String: SourceText] = [:], isStrict: Bool = false,
    allowsPlaceholders: Bool = false
  ) {
    self.diagnostics = Self.onceEach(
      diagnostics
        .map { isStrict ? $0.strict(allowsPlaceholders: allowsPlaceholders) : $0 }
        .sorted(by: Diagnostic.precedes))
    self.sources = sources
  }

  /// Equal ones stand in one run of those of which none precedes another: they are found without a digest of each.
  private static func onceEach(_ sorted: [Diagnostic]) -> [Diagnostic] {
    sorted.reduce(into: []) { kept, diagnostic in
      let run = kept.reversed().prefix { !Diagnostic.precedes($0, diagnostic) }
      if !run.contains(diagnostic) { kept.append(diagnostic) }
    }
  }

  /// Other diagnostics about the same files.
  package func with(_ diagnostics: [Diagnostic]) -> DiagnosticReport {
    DiagnosticReport(diagnostics, sources: sources)
  }

  package var errors: Int { diagnostics.count { $0.severity == .error } }
  /// Values to be filled in among them.
  package var warnings: Int { diagnostics.count { [.warning, .placeholder].contains($0.severity) } }

  /// The line that `place` speaks of, without its end; `nil` for a file as a whole.
  package func line(of place: SourceLocation) -> String? {
    place.line > 0 ? sources[place.file]?.line(place.line) : nil
  }
}

extension [Diagnostic] {
  /// How many mistakes of one file are reported at once.
  private static var mostOfAFile: Int { 200 }

  /// The first of them by their places, and how many there are besides: a file has room for a hundred thousand mistakes,
  /// which nobody would read and no memory should hold.
  package func limited(to file: String) -> [Diagnostic] {
    guard count > Self.mostOfAFile else { return self }
    let ordered = sorted(by: Diagnostic.precedes)
    let rest = ordered.dropFirst(Self.mostOfAFile)
    return ordered.prefix(Self.mostOfAFile) + [
      .moreRemarks(
        SourceLocation(file: file), count: rest.count, isError: rest.contains { $0.severity == .error })
    ]
  }
}

extension Diagnostic {
  func strict(allowsPlaceholders: Bool) -> Diagnostic {
    var result = self
    if severity == .warning || (severity == .placeholder && !allowsPlaceholders) { result.severity = .error }
    return result
  }

  /// By file, line and column; what has no place comes first. The rest only makes the order total.
  package static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    let (x, y) = (a.place ?? SourceLocation(file: ""), b.place ?? SourceLocation(file: ""))
    let (here, there) = ((x.file, x.line, x.column), (y.file, y.line, y.column))
    return here == there ? (a.code, a.message, x.length) < (b.code, b.message, y.length) : here < there
  }
}

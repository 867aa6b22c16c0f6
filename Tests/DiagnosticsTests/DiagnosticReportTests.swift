import Testing

@testable import Diagnostics

@Suite struct DiagnosticReportTests {
  private static let source = SourceText(path: "Content/a.md", bytes: Array("---\ntitre: été\tici\ndate: x\n".utf8))

  private func report(_ diagnostics: [Diagnostic], isStrict: Bool = false, allows: Bool = false) -> DiagnosticReport {
    DiagnosticReport(
      diagnostics, sources: ["Content/a.md": Self.source], isStrict: isStrict, allowsPlaceholders: allows)
  }

  @Test func `a diagnostic shows its line, a caret and the line to write`() {
    let diagnostic = Diagnostic(
      code: "x", severity: .error,
      place: Diagnostics.SourceLocation(file: "Content/a.md", line: 2, column: 8, length: 3),
      message: "Faux.", hint: "Mieux.", fix: Fix(.marked, "hiver"))
    #expect(
      report([diagnostic]).text() == """
        Content/a.md:2:8 : erreur : Faux.
          2 | titre: été→ici
            |        ^^^
          → Mieux.
          À écrire :
              titre: hiver→ici


        """)
  }

  @Test func `columns count characters, whatever their bytes`() {
    let bytes = Array("titre: e\u{301}te\u{301} 🍲 ici".utf8)
    let source = SourceText(path: "a", bytes: bytes)
    let start = bytes.count - 3
    #expect(source.place(start..<bytes.count) == Diagnostics.SourceLocation(file: "a", line: 1, column: 14, length: 3))
  }

  @Test(arguments: ["a\nb", "a\r\nb", "a\rb", "\u{FEFF}a\nb"])
  func `lines end as they may`(text: String) {
    let source = SourceText(path: "a", bytes: Array(text.utf8))
    #expect(source.line(1) == "a")
    #expect(source.line(2) == "b")
    #expect(source.line(3) == nil)
    #expect(source.place(source.bytes.count - 1..<source.bytes.count).line == 2)
  }

  @Test func `what steers a terminal is shown, not sent`() {
    let diagnostic = Diagnostic(
      code: "x", severity: .error, place: Diagnostics.SourceLocation(file: "Content/\u{1B}[2J.md"),
      message: "A\u{1B}[31m\u{202E}B\u{9B}")
    let text = report([diagnostic]).text()
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E
      })
    #expect(text.contains("␛[31m‹U+202E›B"))
  }

  @Test func `a workflow command can't be forged`() {
    let diagnostic = Diagnostic(
      code: "x", severity: .warning,
      place: Diagnostics.SourceLocation(file: "Content/a,line=1::,\u{301}b.md", line: 3, column: 2),
      message: "50 %\n::error::faux", hint: nil)
    let lines = report([diagnostic]).github().split(separator: "\n").map(String.init)
    #expect(
      lines == ["::warning file=Content/a%2Cline=1%3A%3A%2C\u{301}b.md,line=3,col=2,title=x::50 %25%0A::error::faux"])
  }

  @Test func `what is still to be filled in takes no warning's place`() {
    let reported = [Diagnostic.Severity.error, .warning, .placeholder].map {
      Diagnostic(code: "x", severity: $0, place: nil, message: "À dire\r\n::error::faux")
    }
    #expect(
      report(reported).github()
        == ["error", "warning", "notice"].map { "::\($0) title=x::À dire␍␊::error::faux\n" }.joined())
  }

  @Test func `an object a line, with all keys`() {
    let diagnostic = Diagnostic(code: "x", severity: .placeholder, place: nil, message: "\"A\"\n\\")
    #expect(
      report([diagnostic]).json()
        == #"{"code":"x","severity":"placeholder","file":null,"line":null,"column":null,"length":null,"message":"\"A\"\n\\","hint":null,"fix":null}"#
        + "\n")
  }

  @Test func `the same mistake is reported in full five times`() {
    let diagnostics = (1...8).map {
      Diagnostic(
        code: "x", severity: .error, place: Diagnostics.SourceLocation(file: "Content/f\($0).md", line: $0),
        message: "Faux.")
    }
    let text = report(diagnostics).text()
    #expect(text.split(separator: "\n").count == 6)
    #expect(text.contains("à 3 autres endroits"))
    for number in 1...8 { #expect(text.contains("Content/f\(number).md:\(number)")) }
  }

  @Test(arguments: [false, true])
  func `of a mistake made everywhere not every place is named`(_ differs: Bool) {
    let diagnostics = (1...4133).map { number in
      Diagnostic(
        code: "x", severity: .error, place: Diagnostics.SourceLocation(file: "Content/f.md", line: number),
        message: differs ? "Faux : \(number)." : "Faux.")
    }
    let text = report(diagnostics).text()
    #expect(text.contains("à 4128 autres endroits") && text.contains("… et 4028 autres\n"))
    #expect(text.contains("Content/f.md:105") && !text.contains("Content/f.md:106"))
    #expect(report(diagnostics).json().split(separator: "\n").count == 4133)
  }

  @Test(arguments: [(false, false, 0), (true, false, 2), (true, true, 1)])
  func `strictness makes errors of warnings`(isStrict: Bool, allows: Bool, errors: Int) {
    let found = [
      Diagnostic(code: "a", severity: .warning, place: nil, message: "A"),
      Diagnostic(code: "b", severity: .placeholder, place: nil, message: "B"),
    ]
    #expect(report(found, isStrict: isStrict, allows: allows).errors == errors)
  }

  @Test func `the order is that of files, lines and columns`() {
    let places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 5), ("a", 2, 1)]
    let found = places.map {
      Diagnostic(
        code: "x", severity: .error, place: Diagnostics.SourceLocation(file: $0.0, line: $0.1, column: $0.2),
        message: "")
    }
    #expect(report(found).diagnostics.compactMap { $0.place?.text } == ["a:2:1", "a:2:5", "a:10:1", "b:1:1"])
  }

  @Test func `a report for GitLab tells twins apart`() {
    let twin = Diagnostic(
      code: "x", severity: .warning, place: Diagnostics.SourceLocation(file: "Content/a.md", line: 2, column: 1),
      message: "« \"Bis\" »")
    var other = twin
    other.place?.line = 3
    let placeless = Diagnostic(code: "y", severity: .error, place: nil, message: "Rien")
    #expect(
      report([twin, other, placeless]).gitlab() == """
        [{"description":"« \\"Bis\\" »","check_name":"x","fingerprint":"Content/a.md:x:« \\"Bis\\" »:1",\
        "severity":"minor","location":{"path":"Content/a.md","lines":{"begin":2}}},
        {"description":"« \\"Bis\\" »","check_name":"x","fingerprint":"Content/a.md:x:« \\"Bis\\" »:2",\
        "severity":"minor","location":{"path":"Content/a.md","lines":{"begin":3}}}]

        """)
  }
}

import Diagnostics
import HTML

/// What the browser shows while the content has mistakes.
enum DiagnosticsPage {
  /// How many are shown of each kind; the terminal shows all.
  private static let longest = 100

  /// `site` leads to what the site was before the errors, or is now that there are none; `nil` where it never was without.
  static func html(report: DiagnosticReport, version: Int, site: String?) -> HTML {
    let errors = report.diagnostics.filter { $0.severity == .error }
    let others = report.diagnostics.filter { $0.severity != .error }
    let title =
      switch errors.count {
      case 0: "Rien n’empêche la publication"
      case 1: "Une erreur à corriger"
      default: "\(errors.count) erreurs à corriger"
      }
    return page(
      title: title, version: version,
      content: """
        \(errors.isEmpty ? nil : "<p>Le site est montré tel qu’il était avant, jusqu’à ce que tout soit juste.</p>" as HTML)
        \(site.map(link))
        \(list(errors, title: "Erreurs", report: report))
        \(list(others, title: "Remarques", report: report))
        """)
  }

  /// A page that could not be made for another reason than a mistake in the content.
  static func html(message: String, version: Int) -> HTML {
    page(title: "Cette page n’a pas pu être fabriquée", version: version, content: "<p>\(message)</p>")
  }

  /// The letters that are still to be sent, each with its address.
  static func html(lettersToRead letters: [(title: String, address: String)], version: Int) -> HTML {
    let items = letters.map { letter -> HTML in
      "<li><a href=\"\(letter.address)\">\(letter.title)</a></li>"
    }
    return page(
      title: "Infolettres à relire", version: version,
      content: items.isEmpty ? "<p>Aucune infolettre n’attend son envoi.</p>" : "<ul>\(items)</ul>")
  }

  private static func link(to site: String) -> HTML {
    """
    <p><a href="\(site)">Voir le site</a></p>
    """
  }

  private static func list(_ diagnostics: [Diagnostic], title: String, report: DiagnosticReport) -> HTML? {
    guard !diagnostics.isEmpty else { return nil }
    let passages = DiagnosticReport.passages(of: diagnostics)
    let more = passages.count - longest
    return """
      <h2>\(title)</h2>
      <ol>
      \(passages.prefix(longest).map { item($0, report: report) })
      </ol>
      \(more > 0 ? "<p>Et \(more) de plus\u{A0}: le terminal les montre tous.</p>" as HTML : nil)
      """
  }

  private static func item(_ passage: DiagnosticReport.Passage, report: DiagnosticReport) -> HTML {
    switch passage {
    case .brief(let lines):
      let paragraphs = lines.split(separator: "\n").map { "<p>\(String($0))</p>" as HTML }
      return "<li>\(paragraphs)</li>"
    case .full(let diagnostic): return item(diagnostic, report: report)
    }
  }

  private static func item(_ diagnostic: Diagnostic, report: DiagnosticReport) -> HTML {
    let word = diagnostic.severity == .error ? "" : diagnostic.severity.word + "\u{A0}: "
    let fix: HTML? = diagnostic.fix.flatMap { fix in
      guard fix.hasText else { return nil }
      let lines = report.lines(of: fix, for: diagnostic).joined(separator: "\n")
      return "<p>\(fix.introduction)</p><pre><code>\(lines)</code></pre>"
    }
    return """
      <li>
      <p><strong>\(word)\(diagnostic.message)</strong></p>
      \(diagnostic.place.map { place($0, report: report) })
      \(diagnostic.hint.map { "<p>\($0)</p>" as HTML })
      \(fix)
      </li>
      """
  }

  private static func place(_ place: SourceLocation, report: DiagnosticReport) -> HTML {
    let position = place.line > 0 ? ", ligne \(place.line)" + (place.column > 0 ? ", colonne \(place.column)" : "") : ""
    let line: HTML? = report.line(of: place).map { "<pre><code>\(String($0.prefix(300)))</code></pre>" }
    return """
      <p class="place">\(place.file)\(position)</p>
      \(line)
      """
  }

  private static func page(title: String, version: Int, content: HTML) -> HTML {
    let script = HTML(raw: ReloadScript(version: version).element)
    return """
      <!doctype html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      :root { color-scheme: light dark; --back: #fff; --text: #1b1b1b; --link: #0b4f8a }
      @media (prefers-color-scheme: dark) { :root { --back: #171717; --text: #eee; --link: #9cc9ff } }
      html { font: 1.0625rem/1.5 system-ui, sans-serif; background: var(--back); color: var(--text) }
      a { color: var(--link) }
      body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
      h1 { line-height: 1.2 }
      li { margin-block: 1.5rem }
      pre { padding: .75rem; border: 1px solid; overflow-x: auto; white-space: pre-wrap }
      .place { font-family: ui-monospace, monospace }
      p { margin-block: .5rem; overflow-wrap: anywhere }
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      \(content)
      </main>
      \(script)
      </body>
      </html>

      """
  }
}

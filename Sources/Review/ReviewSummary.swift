import Diagnostics
import Presenting
import Publishing
import Site
import Time

/// What a change does to the site, in French Markdown, for those who review it in a forge.
package struct ReviewSummary: Sendable {
  private let site: Site
  private let pages: [BuiltPage]
  /// What differs from an earlier build; `nil` where there is none to compare with.
  private let changes: PageChanges?
  private let report: DiagnosticReport
  private let waiting: [String]
  /// The files of Output.
  private let files: [String]
  private let summary: Summary
  /// Of the letters that are still to be sent.
  private let proofs: [LetterProof]

  /// How many lines of a list are shown.
  private static let listLength = 40

  /// - Parameters:
  ///   - before: the pages of an earlier build; `nil` where there is none to compare with.
  ///   - waiting: what is not published yet and why, a sentence each.
  package init(
    of publication: Publication, site: Site, before: [BuiltPage]?, report: DiagnosticReport, waiting: [String] = []
  ) throws {
    self.site = site
    self.report = report
    self.waiting = waiting
    files = publication.files.map(\.path)
    summary = publication.summary
    proofs = publication.proofs.values.sorted { $0.path.text < $1.path.text }
    let pages = try publication.builtPages()
    self.pages = pages
    changes = before.map { PageChanges(from: $0, to: pages) }
  }

  package var markdown: String {
    let parts = [
      heading, changes == nil ? "" : Self.greeting(hasErrors: report.errors > 0), pageChanges, machineFiles, events,
      letters, lettersToCome,
      Self.list("Pas encore publié", waiting.map(ReviewMarkdown.text)),
      Self.remarks(report),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// What is reported where nothing could be built: what is wrong with the content.
  ///
  /// - Parameter isProposal: whether somebody waits for an answer to what they propose.
  package static func markdown(ofFailure report: DiagnosticReport, isProposal: Bool = false) -> String {
    "## Le site ne peut pas être fabriqué\n\n" + (isProposal ? greeting(hasErrors: true) + "\n\n" : "")
      + remarks(report)
      + "\n"
  }

  /// For who proposed: what becomes of it, in two sentences.
  private static func greeting(hasErrors: Bool) -> String {
    hasErrors
      ? "Merci pour cette proposition\u{A0}! Rien n’est cassé ni en ligne\u{A0}: corrigez dans la même proposition ce qui est dit sous «\u{A0}Erreurs\u{A0}», elle est aussitôt revue, ou laissez-la ainsi et demandez de l’aide ici."
      : "Merci pour cette proposition\u{A0}! Quelqu’un de l’équipe la relit, puis l’accepte ou vous répond ici\u{A0}; elle n’est en ligne qu’une fois acceptée."
  }

  private var heading: String {
    "## Ce que devient le site «\u{A0}\(ReviewMarkdown.text(site.settings.title))\u{A0}»"
  }

  // MARK: Pages

  private var pageChanges: String {
    guard let changes else {
      return "Il n’y a pas de site précédent à comparer\u{A0}: \(French.count(pages.count, "page"))."
    }
    guard !changes.isEmpty else { return "Aucune page ne change." }
    let lists = [
      Self.list("Pages ajoutées", changes.added.map(line)), Self.list("Pages modifiées", changes.changed.map(line)),
      Self.list("Pages supprimées", changes.removed.map { "\(title(of: $0)) \(ReviewMarkdown.code($0.path))" }),
      Self.list("Adresses qui mènent désormais ailleurs", changes.redirected.map(redirection)),
      changes.reframed.isEmpty
        ? ""
        : "\(French.count(changes.reframed.count, "page")) ne changent que par ce qu’elles ont en commun\u{A0}: "
          + "l’en-tête, le menu ou le pied de page.",
      changes.added.isEmpty
        ? ""
        : "Les liens mènent à l’adresse publique\u{A0}: une page ajoutée n’y est qu’une fois la proposition acceptée.",
    ]
    return lists.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func title(of page: BuiltPage) -> String { ReviewMarkdown.text(page.title(onSite: site.settings.title)) }

  private func line(_ page: BuiltPage) -> String {
    ReviewMarkdown.link(title(of: page), to: site.settings.absoluteAddress(of: SitePath(page.path)))
      + " \(ReviewMarkdown.code(page.path))"
  }

  private func redirection(_ page: BuiltPage) -> String {
    "\(ReviewMarkdown.code(page.path)) → " + ReviewMarkdown.link(title(of: page), to: page.redirection ?? "")
  }

  /// The addresses of the pages that say something new.
  private var touched: Set<String> {
    guard let changes else { return Set(pages.map(\.path)) }
    return Set((changes.added + changes.changed).map(\.path))
  }

  // MARK: Files for machines

  /// The files of « racine », each by name: they may hold anything, and run in the site's name.
  private var machineFiles: String {
    Self.list("Fichiers de « racine », publiés tels quels", summary.machineFiles.map { ReviewMarkdown.code("/" + $0) })
  }

  // MARK: Events

  /// The dates of what is new or changed, in words: a wrong day is easier to see so.
  private var events: String {
    let touched = touched
    let lines = site.events.filter { touched.contains($0.path.text) }.map { event in
      "**\(ReviewMarkdown.text(event.title))**\u{A0}: "
        + ReviewMarkdown.text(site.scheduleInWords(of: event).joined(separator: " ; "))
    }
    return Self.list("Dates des événements", lines)
  }

  // MARK: Letters

  /// The mails of each issue that is new or changed, and of the latest one.
  private var letters: String {
    let touched = touched
    let latest = site.issues.max { $0.sendDate < $1.sendDate }
    let issues = site.issues.filter { touched.contains($0.path.text) || $0.key == latest?.key }
    let lines = issues.flatMap { issue -> [String] in
      let folder = String(issue.path.text.dropFirst())
      let mails = files.filter { $0.hasPrefix(folder + "courriel.") && $0.hasSuffix(".html") }
      return mails.filter { $0 != folder + "courriel.html" }.map { file in
        let address = site.settings.absoluteAddress(of: SitePath("/" + file))
        let name = ReviewMarkdown.code(String(file.dropFirst(folder.count)))
        return "\(ReviewMarkdown.text(issue.title))\u{A0}: \(ReviewMarkdown.link(name, to: address))"
      }
    }
    return Self.list("Infolettre", lines)
  }

  /// The pages by which the coming letters are read before they leave.
  private var lettersToCome: String {
    let touched = touched
    let lines = proofs.map { proof in
      let link = ReviewMarkdown.link(
        ReviewMarkdown.text(proof.title), to: site.settings.absoluteAddress(of: proof.path))
      guard changes != nil, touched.contains(proof.path.text) else { return link }
      return link
        + ", telle que cette proposition la change\u{A0}: dans l’aperçu tout de suite, à cette adresse une fois acceptée"
    }
    return Self.list("À relire avant l’envoi", lines)
  }

  // MARK: Remarks

  private static func remarks(_ report: DiagnosticReport) -> String {
    let errors = report.diagnostics.filter { $0.severity == .error }
    let warnings = report.diagnostics.filter { $0.severity == .warning }
    let placeholders = report.diagnostics.filter { $0.severity == .placeholder }
    let lists = [
      list("Erreurs", errors.map { line($0, of: report) }),
      list("Avertissements", warnings.map { line($0, of: report) }),
      list("Valeurs à compléter", placeholders.map { line($0, of: report) }),
      list("Remarques", report.diagnostics.filter { $0.severity == .note }.map { line($0, of: report) }),
    ].filter { !$0.isEmpty }
    return lists.isEmpty ? "Aucune erreur, aucun avertissement." : lists.joined(separator: "\n\n")
  }

  private static func line(_ diagnostic: Diagnostic, of report: DiagnosticReport) -> String {
    let place = diagnostic.place.map { ReviewMarkdown.code($0.file + ($0.line > 0 ? ":\($0.line)" : "")) + " " } ?? ""
    var line = place + ReviewMarkdown.text(diagnostic.message + (diagnostic.hint.map { " → " + $0 } ?? ""))
    if let fix = diagnostic.fix, fix.hasText {
      let lines = report.lines(of: fix, for: diagnostic).filter { !$0.isEmpty }
      line += " \(fix.introduction) " + lines.map(ReviewMarkdown.code).joined(separator: " ")
    }
    return line
  }

  // MARK: Lists

  private static func list(_ title: String, _ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    let rest = lines.count - listLength
    let shown = lines.prefix(listLength).map { "- " + $0 } + (rest > 0 ? ["- … et \(rest) de plus"] : [])
    return "### \(title) (\(lines.count))\n\n" + shown.joined(separator: "\n")
  }
}

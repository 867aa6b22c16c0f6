import Diagnostics
import Site

/// What a change does to the site, in French Markdown, for those who review it in a forge.
package struct ReviewSummary: Sendable {
  private let site: Site
  private let after: [BuiltPage]
  /// The build to compare with, by file; `nil` where there is none.
  private let before: [String: BuiltPage]?
  private let report: DiagnosticReport
  /// The files of Output.
  private let files: [String]

  /// How many lines of a list are shown.
  private static let listLength = 40

  /// - Parameter before: the pages of an earlier build; `nil` where there is none to compare with.
  package init(
    of publication: Publication, site: Site, before: [BuiltPage]?, report: DiagnosticReport
  ) throws {
    self.site = site
    self.report = report
    self.files = publication.files.map(\.path)
    after = try publication.builtPages()
    self.before = before.map { Dictionary($0.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first }) }
  }

  package var markdown: String {
    let parts = [heading, pages, events, letters, Self.remarks(report)]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// What is told where nothing could be built: what is wrong with the content.
  package static func markdown(ofFailure report: DiagnosticReport) -> String {
    "## Le site ne peut pas être fabriqué\n\n" + remarks(report) + "\n"
  }

  private var heading: String { "## Ce que devient le site «\u{A0}\(Self.escaped(site.settings.title))\u{A0}»" }

  // MARK: Pages

  private var added: [BuiltPage] {
    guard let before else { return after }
    return after.filter { before[$0.file] == nil }
  }

  private var changed: [BuiltPage] {
    guard let before else { return [] }
    return after.filter { page in before[page.file].map { $0.html != page.html } ?? false }
  }

  private var removed: [BuiltPage] {
    guard let before else { return [] }
    let present = Set(after.map(\.file))
    return before.values.filter { !present.contains($0.file) }.sorted { $0.file < $1.file }
  }

  private var pages: String {
    guard before != nil else {
      return "Il n’y a pas de site précédent à comparer\u{A0}: \(French.count(after.count, "page"))."
    }
    let lists = [
      Self.list("Pages ajoutées", added.map(line)), Self.list("Pages modifiées", changed.map(line)),
      Self.list("Pages supprimées", removed.map { line($0, isLinked: false) }),
    ].filter { !$0.isEmpty }
    return lists.isEmpty ? "Aucune page ne change." : lists.joined(separator: "\n\n")
  }

  private func line(_ page: BuiltPage) -> String { line(page, isLinked: true) }

  private func line(_ page: BuiltPage, isLinked: Bool) -> String {
    let title = Self.escaped(page.title(onSite: site.settings.title))
    let path = SitePath(page.path)
    return isLinked
      ? "[\(title)](\(site.settings.absoluteAddress(of: path))) `\(page.path)`" : "\(title) `\(page.path)`"
  }

  // MARK: Events

  /// The dates of what is new or changed, in words: a wrong day is easier to see so.
  private var events: String {
    let touched = Set((added + changed).map(\.path))
    let lines = site.events.filter { touched.contains($0.path.text) }.map { event in
      "**\(Self.escaped(event.title))**\u{A0}: \(Self.escaped(French.schedule(event.schedule).joined(separator: " ; ")))"
    }
    return Self.list("Dates des événements", lines)
  }

  // MARK: Letters

  /// The mails of each issue that is new or changed, and of the latest one.
  private var letters: String {
    let touched = Set((added + changed).map(\.path))
    let latest = site.issues.max { $0.sendDate < $1.sendDate }
    let issues = site.issues.filter { touched.contains($0.path.text) || $0.key == latest?.key }
    let lines = issues.flatMap { issue -> [String] in
      let folder = String(issue.path.text.dropFirst())
      let mails = files.filter { $0.hasPrefix(folder + "courriel.") && $0.hasSuffix(".html") }
      return mails.filter { $0 != folder + "courriel.html" }.map { file in
        "\(Self.escaped(issue.title))\u{A0}: [`\(file.dropFirst(folder.count))`]"
          + "(\(site.settings.absoluteAddress(of: SitePath("/" + file))))"
      }
    }
    return Self.list("Infolettre", lines)
  }

  // MARK: Remarks

  private static func remarks(_ report: DiagnosticReport) -> String {
    let errors = report.diagnostics.filter { $0.severity == .error }
    let warnings = report.diagnostics.filter { $0.severity == .warning }
    let placeholders = report.diagnostics.filter { $0.severity == .placeholder }
    let lists = [
      list("Erreurs", errors.map(line)), list("Avertissements", warnings.map(line)),
      list("Valeurs à compléter", placeholders.map(line)),
    ].filter { !$0.isEmpty }
    return lists.isEmpty ? "Aucune erreur, aucun avertissement." : lists.joined(separator: "\n\n")
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place.map { "`\($0.file)\($0.line > 0 ? ":\($0.line)" : "")` " } ?? ""
    return place + escaped(diagnostic.message + (diagnostic.hint.map { " → " + $0 } ?? ""))
  }

  // MARK: Markdown

  private static func list(_ title: String, _ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    let rest = lines.count - listLength
    let shown = lines.prefix(listLength).map { "- " + $0 } + (rest > 0 ? ["- … et \(rest) de plus"] : [])
    return "### \(title) (\(lines.count))\n\n" + shown.joined(separator: "\n")
  }

  /// `text` as it is, on one line, whatever signs of Markdown it holds. `@` is kept from calling people.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&": result += "\\\(character)"
      case "@": result += "&#64;"
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
    return result
  }
}

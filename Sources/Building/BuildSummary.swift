import Diagnostics
import Publishing
import Reading
import Site
import Time
import Writing

/// What a build says when it is done: what it made, what it holds back, what to do next.
package struct BuildSummary {
  var settings: Settings
  var publication: Publication
  var folder: String
  var heldBack: [HeldBack]
  var report: DiagnosticReport

  /// What stands before the line about the files.
  package var opening: String { "\(heading)\n\(contents)" }

  /// What stands behind it.
  package var closing: String {
    let lines =
      [remarks] + heldBack.map { "  " + Self.sentence($0) } + publication.unsentNews().map(line)
      + publication.notes().map { "  \($0)" }
    return (lines + [next]).joined(separator: "\n")
  }

  private var heading: String { "\n\(settings.title)" }

  private var contents: String {
    let made = publication.summary
    // Of pages, those of the program's own count too.
    let counts = EntryKind.allCases.map { kind in
      French.count(kind == .page ? made.pages : made.entries[kind] ?? 0, kind.row.noun)
    }
    return "  " + (counts + [French.count(made.feeds, "flux", plural: "flux")]).joined(separator: ", ")
  }

  /// How many files there are, and what was done with them; `written`: `nil` where nothing had to be looked at.
  package static func files(_ count: Int, in folder: String, _ written: OutputReport?, _ elapsed: Duration) -> String {
    let hundredths = Int((elapsed / .milliseconds(10)).rounded())
    let seconds = "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
    let done = written.map { written in
      [(written.written, "écrit"), (written.unchanged, "inchangé"), (written.removed, "supprimé")]
        .map { "\($0) \($1)\($0 > 1 ? "s" : "")" }.joined(separator: ", ")
    }
    return "  " + French.count(count, "fichier") + " dans \(folder) : "
      + (done ?? "rien n’a changé depuis la dernière fabrication") + " (\(seconds))"
  }

  private var remarks: String {
    let placeholders = report.diagnostics.count { $0.severity == .placeholder }
    return "  "
      + [
        report.errors > 0 ? French.count(report.errors, "erreur") : nil,
        French.count(report.warnings - placeholders, "avertissement"),
        placeholders > 0 ? French.count(placeholders, "valeur") + " à compléter" : nil,
      ].compactMap { $0 }.joined(separator: ", ")
  }

  /// What is not published yet, and why.
  package static func sentence(_ held: HeldBack) -> String {
    switch held.reason {
    case .draft: return "Brouillon, non publié : « \(held.title) » (\(held.source))"
    case .until(let date): return "En attente jusqu’au \(French.date(date)) : « \(held.title) » (\(held.source))"
    }
  }

  private func line(_ unsent: UnsentNews) -> String {
    "  Dans aucune infolettre : « \(unsent.title) » (\(unsent.source)). À ajouter dans "
      + "\(unsent.issueSource ?? "la prochaine") : \(unsent.line)"
  }

  private var next: String {
    """

    À faire ensuite :
      voir le site :          make serve, puis http://127.0.0.1:8000\(settings.basePath)/
      publier une nouvelle :  suivre Content/LISEZMOI.md
      envoyer l’infolettre :  suivre Content/ENVOYER.md
      mettre en ligne :       gazette publish, ou copier tout ce que contient \(folder)
    """
  }
}

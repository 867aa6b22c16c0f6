import Diagnostics
import Publishing
import Reading
import Site

/// What a build says when it is done: what it made, what it holds back, what to do next.
struct BuildSummary {
  var settings: Settings
  var publication: Publication
  var written: OutputReport
  var folder: String
  var heldBack: [HeldBack]
  var elapsed: Duration
  var report: DiagnosticReport

  var text: String {
    let summary = publication.summary
    let lines =
      [heading, contents, files, remarks] + heldBack.map(line) + summary.unsentNews.map(line)
      + publication.notes().map { "  \($0)" }
    return (lines + [next]).joined(separator: "\n")
  }

  private var heading: String { "\n\(settings.title)" }

  private var contents: String {
    let made = publication.summary
    return "  "
      + [
        French.count(made.news, "nouvelle"), French.count(made.events, "événement"),
        French.count(made.partners, "partenaire"), French.count(made.places, "lieu", plural: "lieux"),
        French.count(made.pages, "page"), French.count(made.issues, "infolettre"),
        French.count(made.feeds, "flux", plural: "flux"),
      ].joined(separator: ", ")
  }

  private var files: String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let tenths = Int((seconds * 100).rounded())
    let removed = written.removed
    return "  " + French.count(publication.files.count, "fichier") + " dans \(folder) : "
      + "\(written.written) écrit\(written.written > 1 ? "s" : ""), "
      + "\(written.unchanged) inchangé\(written.unchanged > 1 ? "s" : ""), "
      + "\(removed) supprimé\(removed > 1 ? "s" : "") (\(tenths / 100),\(tenths % 100 < 10 ? "0" : "")\(tenths % 100) s)"
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

  private func line(_ held: HeldBack) -> String {
    switch held.reason {
    case .draft: return "  Brouillon, non publié : « \(held.title) » (\(held.source))"
    case .until(let date): return "  En attente jusqu’au \(French.date(date)) : « \(held.title) » (\(held.source))"
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
      mettre en ligne :       copier tout ce que contient \(folder) chez l’hébergeur
    """
  }
}

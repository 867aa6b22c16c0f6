import Diagnostics
import Site
import Time

/// What to look at once a year, besides links, in French.
package enum YearlyReview {
  package static func lines(of site: Site, report: DiagnosticReport, version: String) -> [String] {
    var lines: [String] = []
    let open = report.diagnostics.count { $0.severity == .placeholder }
    if open > 0 { lines.append("Valeurs encore « à compléter » : \(open) (gazette check les nomme)") }
    if let holidays = site.settings.schoolHolidays {
      lines.append("Vacances scolaires connues jusqu’au \(French.date(.day(holidays.known.upperBound))).")
    }
    lines.append("Version du programme : \(version). La plus récente est dans les publications de son dépôt.")
    return lines
  }
}

import Diagnostics
import Files
import Foundation
import Site
import Time

/// What to look at once a year, besides links, in French.
package enum YearlyReview {
  /// - Parameter newest: the newest version of the program that there is; `nil` where nobody knows.
  package static func lines(
    of site: Site, report: DiagnosticReport, version: String, newest: String?
  ) -> [String] {
    var lines: [String] = []
    let open = report.diagnostics.count { $0.severity == .placeholder }
    if open > 0 { lines.append("Valeurs encore « à compléter » : \(open) (gazette check les nomme)") }
    if let holidays = site.settings.schoolHolidays {
      lines.append("Vacances scolaires connues jusqu’au \(French.date(.day(holidays.known.upperBound))).")
    }
    lines.append("Version du programme : \(version). " + remark(on: version, newest))
    return lines
  }

  static func remark(on version: String, _ newest: String?) -> String {
    guard let newest else { return "La plus récente est dans les publications de son dépôt." }
    let isBehind = numbers(version).lexicographicallyPrecedes(numbers(newest))
    return isBehind ? "La plus récente est \(newest) : changez « version » dans .ci/engine." : "C’est la plus récente."
  }

  /// The newest version that the repository which the project takes the program from (`.ci/engine`) has a tag for.
  package static func newestVersion(for root: String, environment: [String: String]) -> String? {
    let lines = FileManager.default.contents(atPath: root + "/.ci/engine").map { String(decoding: $0, as: UTF8.self) }
    let repository = lines?.split(separator: "\n").first { $0.hasPrefix("depot=") }?.dropFirst("depot=".count)
    guard let repository, !repository.isEmpty, !repository.hasPrefix("-") else { return nil }
    let process = ChildProcess(timeLimit: 30, outputLimit: 1 << 20, endsAtOutputLimit: true, errors: .dropped)
    let (outcome, output) = process.run(
      "git", ["ls-remote", "--tags", "--refs", "--", String(repository)], environment: environment)
    guard outcome == .finished(status: 0) else { return nil }
    return newest(in: String(decoding: output, as: UTF8.self))
  }

  /// Of what git says of the tags of a repository; only such as `v1.2.3` are versions.
  static func newest(in tags: String) -> String? {
    tags.matches(of: /refs\/tags\/v(\d+(?:\.\d+)*)\n/).map { String($0.output.1) }
      .max { numbers($0).lexicographicallyPrecedes(numbers($1)) }
  }

  private static func numbers(_ version: String) -> [Int] { version.split(separator: ".").map { Int($0) ?? 0 } }
}

import Diagnostics
import Publishing

/// What there is to show at one moment: the site as it was built last, and what is to be told of it.
package struct Preview: Sendable {
  /// Counts the builds of one run of the program, from 1.
  package var version: Int
  /// The last one without errors; `nil` where there was none yet.
  package var publication: Publication?
  /// What the newest build told.
  package var report: DiagnosticReport
  /// The sub-folder of the site's address: empty, or begins with `/` and does not end with it.
  package var basePath: String
  /// The folder that the sources of copied files are relative to.
  package var projectRoot: String

  private let files: [String: PublishedFile]

  package init(
    version: Int, publication: Publication?, report: DiagnosticReport, basePath: String, projectRoot: String
  ) {
    self.version = version
    self.publication = publication
    self.report = report
    self.basePath = basePath
    self.projectRoot = projectRoot
    files = Dictionary((publication?.files ?? []).map { ($0.path, $0) }) { first, _ in first }
  }

  /// Whether the newest build has errors, so that what can be shown is older than the content.
  package var hasErrors: Bool { report.errors > 0 || publication == nil }

  /// The file of the site at `path`, its path in Output. Only what the build lists is ever served.
  func file(at path: String) -> PublishedFile? { files[path] }
}

import Diagnostics
import Publishing

/// What there is to show at one moment: the site as it was built last, and what is to be reported about it.
package struct Preview: Sendable {
  /// Grows with each build, and from one run of the program to the next.
  package let version: Int
  /// The last one without errors; `nil` where there was none yet.
  package let publication: Publication?
  /// Whether ``publication`` is older than the content, for the newest build has errors.
  package let isBehind: Bool
  /// What the newest build reported.
  package let report: DiagnosticReport
  /// The sub-folder of the site's address: empty, or begins with `/` and does not end with it.
  package let basePath: String
  /// The one it had before, whose pages may still be open in a browser.
  package let formerBasePath: String?
  /// The folder that the sources of copied files are relative to.
  package let projectRoot: String

  /// - Parameters:
  ///   - publication: what the newest build gave; `nil` where errors kept it from being published: then what `last` shows
  ///     stays.
  ///   - basePath: of `publication`.
  ///   - last: the preview before.
  package init(
    version: Int, publication: Publication?, report: DiagnosticReport, basePath: String, projectRoot: String,
    after last: Preview? = nil
  ) {
    self.version = version
    self.report = report
    self.projectRoot = projectRoot
    isBehind = publication == nil
    self.publication = publication ?? last?.publication
    let path = publication == nil ? last?.basePath ?? basePath : basePath
    self.basePath = path
    formerBasePath = last?.basePath == path ? last?.formerBasePath : last?.basePath
  }

  /// The file of the site at `path`, its path in Output. Only what the build lists is ever served.
  func file(at path: String) -> PublishedFile? { publication?.file(at: path) }
}

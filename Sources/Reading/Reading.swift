import Diagnostics
import Markdown
import Site

/// What reading the content gave.
package struct ReadingResult: Sendable {
  /// What can be published; `nil` where `site.yml` can't be read.
  package var site: Site?
  /// All that is to be told, by file and line.
  package var diagnostics: [Diagnostic]

  package init(site: Site?, diagnostics: [Diagnostic]) {
    self.site = site
    self.diagnostics = diagnostics
  }
}

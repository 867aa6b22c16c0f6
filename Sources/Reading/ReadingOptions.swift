import Site

/// How the content is to be read.
package struct ReadingOptions: Sendable {
  /// Now on the clock of the site's zone; `nil`: `SOURCE_DATE_EPOCH`, else the clock of the machine. See ``Today``.
  package var today: CivilDateTime?
  /// Whether drafts are part of the site.
  package var includesDrafts: Bool
  /// Whether entries with errors are left out and the rest is read as if they were not there.
  package var keepsGoing: Bool
  /// Takes the place of `adresse` in `site.yml`.
  package var baseURL: String?
  /// Whether revisions are asked of git.
  package var readsRevisions: Bool
  /// The variables of the process that matter: `SOURCE_DATE_EPOCH`.
  package var environment: [String: String]

  package init(
    today: CivilDateTime? = nil, includesDrafts: Bool = false, keepsGoing: Bool = false, baseURL: String? = nil,
    readsRevisions: Bool = true, environment: [String: String] = [:]
  ) {
    self.today = today
    self.includesDrafts = includesDrafts
    self.keepsGoing = keepsGoing
    self.baseURL = baseURL
    self.readsRevisions = readsRevisions
    self.environment = environment
  }
}

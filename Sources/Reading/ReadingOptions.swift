import Files
import Time

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
  /// Texts that are read in the place of files, by path from the project's root: to try a change before it is made.
  package var replacements: [String: [UInt8]]
  /// Files of entries that are read as if they were not there, by path from the project's root.
  package var leftOut: Set<String> = []
  /// Whether texts get their French typography. Who only checks them needs little of it, and takes a sixth less time.
  package var setsTexts = true
  /// What texts were read as before they were written.
  package var soundTexts: SoundTexts?
  /// The variables of the process that matter: `SOURCE_DATE_EPOCH`.
  package var environment: [String: String]
  /// Who watches over what each file takes.
  package var watchdog: Watchdog?

  package init(
    today: CivilDateTime? = nil, includesDrafts: Bool = false, keepsGoing: Bool = false, baseURL: String? = nil,
    readsRevisions: Bool = true, replacements: [String: [UInt8]] = [:],
    environment: [String: String] = [:], watchdog: Watchdog? = nil
  ) {
    self.today = today
    self.includesDrafts = includesDrafts
    self.keepsGoing = keepsGoing
    self.baseURL = baseURL
    self.readsRevisions = readsRevisions
    self.replacements = replacements
    self.environment = environment
    self.watchdog = watchdog
  }
}

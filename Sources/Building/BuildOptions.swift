import Files
import Foundation
import Reading
import Time

/// What a build is asked for.
package struct BuildOptions: Sendable {
  /// The folder of the project, as it is shown in messages and put before paths.
  package var root: String
  /// The folder of the themes, where one was asked for; see ``themesFolder``.
  package var themes: String?
  /// What to take as now; `nil` for SOURCE_DATE_EPOCH, else the clock.
  package var today: CivilDateTime?
  /// The public address, in the place of that of `site.yml`.
  package var baseURL: String?
  package var includesDrafts = false
  /// Whether warnings are errors, and whether values to be filled in are excepted from that.
  package var isStrict = false
  package var allowsPlaceholders = false
  /// Whether what is right is published though other files have errors.
  package var keepsGoing = false
  /// Whether texts get their French typography; see ``ReadingOptions/setsTexts``. What is reported is the same.
  package var setsTexts = true
  /// What texts were read as before they were written.
  package var soundTexts: SoundTexts?
  /// The variables of the process: `PATH`, `SOURCE_DATE_EPOCH`.
  package var environment: [String: String] = [:]

  package init(root: String) { self.root = root }

  /// The path of something in the project's folder, as short as users would write it.
  package func path(_ name: String) -> String { root == "." ? name : "\(root)/\(name)" }

  /// Where the assets of themes are: the folder asked for, that of the project, or, where it has none, the program's own.
  package var themesFolder: String {
    if let themes { return themes }
    let ours = path("Themes")
    if stat(at: ours) == nil, let files = ProgramFiles.own { return files.root + "/Themes" }
    return ours
  }

  func reading(_ watchdog: Watchdog?) -> ReadingOptions {
    var reading = ReadingOptions(
      today: today, includesDrafts: includesDrafts, keepsGoing: keepsGoing, baseURL: baseURL, environment: environment,
      watchdog: watchdog)
    (reading.setsTexts, reading.soundTexts) = (setsTexts, soundTexts)
    return reading
  }
}

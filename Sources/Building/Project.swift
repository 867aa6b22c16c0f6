import Diagnostics
import Files
import Foundation
import Pictures
import Presenting
import Publishing
import Reading
import Site
import ThemeChampigny
import Time

/// A project as a command finds it: what was read, what can be published, what is to be reported. Reading, pictures, plan and
/// checks are one call; see ``SiteBuild`` for what writes it.
package struct Project: Sendable {
  package var site: Site?
  package var publication: Publication?
  package var report: DiagnosticReport
  package var heldBack: [HeldBack]
  /// Whether nothing can be published, whatever is left out: the settings can't be read, or two files have one address, of
  /// which the wrong one could be taken.
  package var isStopped: Bool
  /// The newest commit of the project, as far as its pages are dated by it.
  var revision: [UInt8]
  /// Whether something is reported about what an earlier build had made: the next one need not report it again.
  var reportsVanished = false

  /// The themes there are. A new one is one line here.
  private static let themes: [any Theme] = [Champigny()]

  /// See ``read(_:makesPictures:earlier:watchdog:progress:memory:)``. What only another reading would need is given back
  /// before anything is made of the site: a large one would take a fifth more memory.
  package static func read(
    _ options: BuildOptions, makesPictures: Bool = true, earlier: [String] = [], watchdog: Watchdog?,
    progress: @escaping PictureProgress = { _, _ in }
  ) async throws -> Project {
    var memory = ProjectMemory()
    let stages = try stages(options, makesPictures, earlier, watchdog, progress, memory)
    let read = await readSite(root: options.root, options: options.reading(watchdog))
    return try await stages.project(of: read, cache: &memory.reading)
  }

  /// - Parameters:
  ///   - makesPictures: whether pictures are prepared; where nothing is written it is enough to look at them.
  ///   - earlier: the files of the last build, for reporting what vanishes.
  ///   - watchdog: who watches over what each file takes.
  ///   - memory: what the last look at the project left.
  package static func read(
    _ options: BuildOptions, makesPictures: Bool = true, earlier: [String] = [], watchdog: Watchdog?,
    progress: @escaping PictureProgress = { _, _ in }, memory: inout ProjectMemory
  ) async throws -> Project {
    let stages = try stages(options, makesPictures, earlier, watchdog, progress, memory)
    let read = await readSite(root: options.root, options: options.reading(watchdog), cache: &memory.reading)
    return try await stages.project(of: read, cache: &memory.reading)
  }

  /// What follows reading, where there is a project and the machine has what it takes to read it.
  private static func stages(
    _ options: BuildOptions, _ makesPictures: Bool, _ earlier: [String], _ watchdog: Watchdog?,
    _ progress: @escaping PictureProgress, _ memory: ProjectMemory
  ) throws -> Stages {
    try requireContent(in: options.root)
    try requireZones()
    return Stages(
      options: options, makesPictures: makesPictures, earlier: earlier, watchdog: watchdog,
      pictures: memory.pictures, plans: memory.plans, progress: progress)
  }

  /// Ends the command where `root` is no project.
  package static func requireContent(in root: String) throws {
    // Whatever stands there: what is no folder is reported when it is read.
    guard stat(at: root + "/Content") != nil else {
      throw Fault(
        "Le dossier « \(root) » ne contient pas de dossier Content.",
        hint: "Placez-vous dans le dossier du projet, ou indiquez-le avec --root.", status: Fault.inputOutput)
    }
  }

  /// What the project at `root` has that can be read, the date, and what is not published yet: for a command that adds to it.
  ///
  /// - Throws: `Fault` where there is no project, or its settings can't be read.
  package static func site(
    of root: String, environment: [String: String], watchdog: Watchdog?
  ) async throws -> (Site, CivilDateTime, [HeldBack]) {
    try requireContent(in: root)
    let read = await readSite(
      root: root,
      options: ReadingOptions(keepsGoing: true, readsRevisions: false, environment: environment, watchdog: watchdog))
    guard let site = read.site, let today = read.today else {
      throw Fault(
        "Content/site.yml ne peut pas être lu.", hint: "Voyez ce qu’il y manque avec : gazette check", status: 1)
    }
    return (site, today, read.heldBack)
  }

  /// Ends the command where the theme that the site asks for is not there: before anything is made of what only a whole site
  /// can show.
  package static func requireTheme(of site: Site, _ options: BuildOptions) throws {
    let theme = try theme(named: site.settings.theme)
    _ = try ThemeFolder.assets(of: theme.name, in: options.themesFolder)
  }

  /// Ends the command where the machine has no rules of time zones: no fault of the settings, which name one.
  static func requireZones() throws {
    guard MachineZones.areInstalled() else {
      throw Fault(
        "Les règles des fuseaux horaires ne sont pas installées sur cette machine.",
        hint: "Installez-les\u{A0}: sudo apt-get install tzdata", status: Fault.inputOutput)
    }
  }

  static func theme(named name: String) throws -> any Theme {
    guard let theme = themes.first(where: { $0.name == name }) else {
      throw Fault(
        "Le thème « \(name) » n’existe pas.",
        hint:
          "Thèmes connus : \(themes.map(\.name).joined(separator: ", ")). Corrigez « theme: » dans Content/site.yml.",
        status: 1)
    }
    return theme
  }
}

/// What one look at a project leaves for the next, so that only what has changed is done again. It changes nothing in what is
/// found.
package struct ProjectMemory: Sendable {
  var reading = ReadingCache()
  let pictures = PictureMemory()
  let plans = PlanMemory()

  package init() {}
}

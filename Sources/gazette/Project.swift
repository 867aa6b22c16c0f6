import Diagnostics
import Files
import Foundation
import Publishing
import Reading
import Site
import ThemeChampigny
import Theming

/// A project as a command finds it: what was read, what can be published, what is to be told.
struct Project {
  var site: Site?
  var publication: Publication?
  var report: DiagnosticReport
  var heldBack: [HeldBack]
  /// The newest commit of the project, as far as its pages are dated by it.
  var revision: [UInt8]
  /// Whether something is told of what an earlier build had made: the next one need not tell it again.
  var tellsOfEarlier = false

  /// The themes there are. A new one is one line here.
  private static let themes: [any Theme] = [Champigny()]

  /// See ``read(_:makesPictures:earlier:watchdog:cache:)``. What only another reading would need is given back before
  /// anything is made of the site: a large one would take a fifth more memory.
  static func read(
    _ options: SiteOptions, makesPictures: Bool = true, earlier: [String] = [], watchdog: Watchdog?
  ) async throws -> Project {
    try requireContent(in: options.rootPath)
    let read = await readSite(root: options.rootPath, options: readingOptions(options, watchdog))
    return try await project(of: read, options, makesPictures: makesPictures, earlier: earlier, watchdog: watchdog)
  }

  /// - Parameters:
  ///   - makesPictures: whether pictures are prepared; where nothing is written it is enough to look at them.
  ///   - earlier: the files of the last build, for telling what vanishes.
  ///   - watchdog: who watches over what each file takes.
  ///   - cache: what an earlier reading left; see ``ReadingCache``.
  static func read(
    _ options: SiteOptions, makesPictures: Bool = true, earlier: [String] = [], watchdog: Watchdog?,
    cache: inout ReadingCache
  ) async throws -> Project {
    try requireContent(in: options.rootPath)
    let read = await readSite(root: options.rootPath, options: readingOptions(options, watchdog), cache: &cache)
    return try await project(of: read, options, makesPictures: makesPictures, earlier: earlier, watchdog: watchdog)
  }

  private static func readingOptions(_ options: SiteOptions, _ watchdog: Watchdog?) -> ReadingOptions {
    ReadingOptions(
      today: options.date?.today, includesDrafts: options.drafts, keepsGoing: options.keepGoing,
      baseURL: options.baseURL, environment: ProcessInfo.processInfo.environment, watchdog: watchdog)
  }

  /// What can be published of what was `read`.
  private static func project(
    of read: ReadingResult, _ options: SiteOptions, makesPictures: Bool, earlier: [String], watchdog: Watchdog?
  ) async throws -> Project {
    var diagnostics = read.diagnostics
    var publication: Publication?
    var vanished: [Diagnostic] = []
    if let site = read.site, let today = read.today {
      let theme = try theme(named: site.settings.theme)
      let assets = try ThemeFolder.assets(of: theme.name, in: options.themes ?? options.path("Themes"))
      let pictures = try await PictureStage.run(
        site, read, root: options.rootPath, isMaking: makesPictures, watchdog: watchdog)
      diagnostics += pictures.diagnostics
      var (made, remarks) = Publishing.publication(
        of: pictures.site, theme: theme, assets: assets, today: today, templates: EntryTemplate.proposals,
        pictures: pictures.files, references: AddressReferences(links: read.links, aliases: read.aliases))
      made.nextChange = min(made.nextChange, read.nextPublishing ?? .last)
      publication = made
      diagnostics += remarks
      // What is left out because it is wrong is told as such.
      if !diagnostics.contains(where: { $0.severity == .error }) {
        vanished = VanishedPages.diagnostics(
          earlier: earlier, now: made, of: site, heldBack: read.heldBack.map(\.key))
        diagnostics += vanished
      }
    }
    return Project(
      site: read.site, publication: publication,
      report: DiagnosticReport(
        diagnostics, sources: read.sources, isStrict: options.strict, allowsPlaceholders: options.allowPlaceholders),
      heldBack: read.heldBack, revision: read.revision, tellsOfEarlier: !vanished.isEmpty)
  }

  /// Ends the command where `root` is no project.
  static func requireContent(in root: String) throws {
    // Whatever stands there: what is no folder is told when it is read.
    guard stat(at: root + "/Content") != nil else {
      throw Fault(
        "Le dossier « \(root) » ne contient pas de dossier Content.",
        hint: "Placez-vous dans le dossier du projet, ou indiquez-le avec --root.", status: Fault.inputOutput)
    }
  }

  private static func theme(named name: String) throws -> any Theme {
    guard let theme = themes.first(where: { $0.name == name }) else {
      throw Fault(
        "Le thème « \(name) » n’existe pas.",
        hint:
          "Thèmes connus : \(themes.map(\.name).joined(separator: ", ")). Corrigez « theme: » dans Content/site.yml.",
        status: 1)
    }
    return theme
  }

  /// Tells all that is to be told, in the form asked for.
  func tell(_ format: SiteOptions.Format) { Self.tell(report, format) }

  static func tell(_ report: DiagnosticReport, _ format: SiteOptions.Format) { tell(format.text(of: report), format) }

  static func tell(_ report: String, _ format: SiteOptions.Format) {
    if format == .text { Terminal.printError(report) } else { Terminal.printData(report) }
  }
}

import Diagnostics
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

  /// The themes there are. A new one is one line here.
  private static let themes: [any Theme] = [Champigny()]

  /// See ``read(_:makesPictures:earlier:cache:)``.
  static func read(
    _ options: SiteOptions, makesPictures: Bool = true, earlier: [String] = []
  ) async throws -> Project {
    var cache = ReadingCache()
    return try await read(options, makesPictures: makesPictures, earlier: earlier, cache: &cache)
  }

  /// - Parameters:
  ///   - makesPictures: whether pictures are prepared; where nothing is written it is enough to look at them.
  ///   - earlier: the files of the last build, for telling what vanishes.
  ///   - cache: what an earlier reading left; see ``ReadingCache``.
  static func read(
    _ options: SiteOptions, makesPictures: Bool = true, earlier: [String] = [], cache: inout ReadingCache
  ) async throws -> Project {
    let root = options.rootPath
    try requireContent(in: root)
    let read = await readSite(
      root: root,
      options: ReadingOptions(
        today: options.date?.today, includesDrafts: options.drafts, keepsGoing: options.keepGoing,
        baseURL: options.baseURL, environment: ProcessInfo.processInfo.environment),
      cache: &cache)
    var diagnostics = read.diagnostics
    var publication: Publication?
    if let site = read.site, let today = read.today {
      let theme = try theme(named: site.settings.theme)
      let assets = try ThemeFolder.assets(of: theme.name, in: options.themes ?? options.path("Themes"))
      let pictures = await PictureStage.run(site, read, root: root, isMaking: makesPictures)
      diagnostics += pictures.diagnostics
      var (made, remarks) = Publishing.publication(
        of: pictures.site, theme: theme, assets: assets, today: today, templates: EntryTemplate.proposals)
      made.files = (made.files + pictures.files).sorted { $0.path < $1.path }
      publication = made
      diagnostics += remarks
      // What is left out because it is wrong is told as such.
      if !diagnostics.contains(where: { $0.severity == .error }) {
        diagnostics += VanishedPages.diagnostics(
          earlier: earlier, now: made, of: site, heldBack: read.heldBack.map(\.key))
      }
    }
    return Project(
      site: read.site, publication: publication,
      report: DiagnosticReport(
        diagnostics, sources: read.sources, isStrict: options.strict, allowsPlaceholders: options.allowPlaceholders),
      heldBack: read.heldBack)
  }

  /// Ends the command where `root` is no project.
  static func requireContent(in root: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root + "/Content", isDirectory: &isFolder), isFolder.boolValue else {
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

  static func tell(_ report: DiagnosticReport, _ format: SiteOptions.Format) {
    switch format {
    case .text: Terminal.printError(report.text())
    case .github: Terminal.print(report.github())
    case .gitlab: Terminal.print(report.gitlab())
    case .json: Terminal.print(report.json())
    }
  }
}

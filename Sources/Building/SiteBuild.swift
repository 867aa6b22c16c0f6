import Diagnostics
import Files
import Publishing
import Review
import Writing

/// From the content to the folder of the site, in one call: reading, pictures, plan, checks, writing.
package struct SiteBuild: Sendable {
  package enum Outcome: Sendable {
    /// The last build would only be repeated: what it said.
    case unchanged(BuildRecord)
    /// Nothing was written: the content has errors. `review` in Markdown, where it was asked for.
    case refused(Project, review: String?)
    case written(Project, OutputReport, BuildRecord.Words, review: String?)
  }

  /// What a build asks for, and says, while it works.
  package struct Hooks: Sendable {
    /// Called once when another build is writing into the folder; this one then waits for it.
    package var waiting: @Sendable () -> Void = {}
    /// Who watches over what each file takes; `ending` leaves nothing half done behind.
    package var watchdog: @Sendable (_ ending: @escaping @Sendable () -> Void) -> Watchdog? = { _ in nil }
    package var pictures: PictureProgress = { _, _ in }
    /// Called from time to time with the number of files looked at, and of how many; from any thread.
    package var files: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }

    package init() {}
  }

  private let options: BuildOptions
  private let folder: OutputFolder
  /// All else that the outcome depends on, and the form of what is reported.
  private let words: [String]
  private let form: @Sendable (DiagnosticReport) -> String
  /// The site to compare with; `nil` where nothing is to be compared.
  private let before: [BuiltPage]?
  private let isReviewed: Bool

  /// - Parameters:
  ///   - words: the command line: another one may make something else.
  ///   - form: how what is reported is written down, to be said again by a build for which nothing has changed.
  ///   - before: the pages of an earlier build to compare with.
  ///   - isReviewed: whether to say what changes on the site.
  /// - Throws: `Fault` where the site would be written into what it is made of.
  package init(
    _ options: BuildOptions, into folder: OutputFolder, words: [String],
    form: @escaping @Sendable (DiagnosticReport) -> String,
    before: [BuiltPage]? = nil, isReviewed: Bool = false
  ) throws {
    try folder.requireOutside(of: options.path("Content"))
    self.options = options
    self.folder = folder
    self.words = words
    self.form = form
    self.before = before
    self.isReviewed = isReviewed
  }

  /// - Throws: `Fault` or `OutputError` where the machine does not do its part.
  package func run(_ hooks: Hooks = Hooks()) async throws -> Outcome {
    let last = isReviewed ? nil : UnchangedBuild(options, folder, words: words)
    if let known = last?.known { return .unchanged(known) }
    let earlier = try before?.map(\.file) ?? folder.earlierPaths()
    let project = try await Project.read(
      options, earlier: earlier, watchdog: hooks.watchdog({}), progress: hooks.pictures)
    guard let site = project.site, let publication = project.publication,
      project.report.errors == 0 || options.keepsGoing && !project.isStopped
    else {
      return .refused(
        project,
        review: isReviewed
          ? ReviewSummary.markdown(ofFailure: project.report, isProposal: before != nil) : nil)
    }
    let count = publication.files.count
    let written = try await folder.write(publication, projectRoot: options.root, waiting: hooks.waiting) {
      hooks.watchdog(folder.discardStaging)
    } progress: { done in
      hooks.files(done, count)
    }
    let said = BuildSummary(
      settings: site.settings, publication: publication, folder: folder.path, heldBack: project.heldBack,
      report: project.report)
    let words = BuildRecord.Words(report: form(project.report), opening: said.opening, closing: said.closing)
    if project.report.errors == 0 { last?.keep(project, publication, written, words) }
    return .written(project, written, words, review: try review(of: project, publication))
  }

  private func review(of project: Project, _ publication: Publication) throws -> String? {
    guard isReviewed, let site = project.site else { return nil }
    return try ReviewSummary(
      of: publication, site: site, before: before, report: project.report,
      waiting: project.heldBack.map(BuildSummary.sentence)
    ).markdown
  }
}

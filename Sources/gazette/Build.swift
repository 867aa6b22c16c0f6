import ArgumentParser
import Diagnostics
import Foundation
import Publishing
import Reading

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "build", abstract: "Fabrique le site dans Output.")

  @OptionGroup var options: SiteOptions

  @Option(
    name: .long, help: ArgumentHelp("Le dossier où écrire le site (Output, dans le projet).", valueName: "dossier"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Écrire dans ce fichier, en Markdown, ce qui change sur le site.", valueName: "fichier"))
  var summary: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Avec --summary : le site fabriqué auparavant, à comparer.", valueName: "dossier"))
  var against: String?

  func run() async throws {
    let start = ContinuousClock.now
    // Read first: it may be the folder that is written to.
    let before = try against.map(EarlierSite.pages)
    let folder = folder
    try folder.requireOutside(of: options.path("Content"))
    let repetition = summary == nil ? Repetition(options, folder) : nil
    if let known = repetition?.known {
      Project.tell(known.words.report, options.format)
      return say(known.words, known.fileCount, nil, start)
    }
    let earlier = try before?.map(\.file) ?? folder.earlierPaths()
    let project = try await Project.read(
      options, earlier: earlier, watchdog: ContentWatch.begin(options.format))
    if project.report.errors > 0 && !options.keepGoing || project.publication == nil {
      project.tell(options.format)
      try writeSummary(ReviewSummary.markdown(ofFailure: project.report))
      throw ExitCode(1)
    }
    guard let site = project.site, let publication = project.publication else { throw ExitCode(1) }

    let count = publication.files.count
    let written = try await folder.write(publication, projectRoot: options.rootPath) {
      Terminal.printError("Une autre fabrication écrit dans « \(folder.path) » : celle-ci attend son tour.")
    } watchdog: {
      ContentWatch.begin(options.format, ending: folder.discardStaging)
    } progress: { done in
      Terminal.progress(done < count ? "\(done) fichiers sur \(count)…" : "")
    }
    let report = options.format.text(of: project.report)
    Project.tell(report, options.format)
    if summary != nil {
      let review = try ReviewSummary(
        of: publication, site: site, before: before, report: project.report,
        waiting: project.heldBack.map(BuildSummary.sentence))
      try writeSummary(review.markdown)
    }
    let said = BuildSummary(
      settings: site.settings, publication: publication, folder: folder.path, heldBack: project.heldBack,
      report: project.report)
    let words = BuildRecord.Words(report: report, opening: said.opening, closing: said.closing)
    say(words, count, written, start)
    if project.report.errors > 0 { throw ExitCode(1) }
    repetition?.keep(project, publication, written, words)
    // Ends here: to take a large site apart again takes a tenth of what making it took, and nobody needs the room.
    withExtendedLifetime(project) { Foundation.exit(EXIT_SUCCESS) }
  }

  /// Says to people what was made.
  private func say(
    _ words: BuildRecord.Words, _ count: Int, _ written: OutputReport?, _ start: ContinuousClock.Instant
  ) {
    guard options.format == .text else { return }
    let files = BuildSummary.files(count, in: folder.path, written, start.duration(to: .now))
    Terminal.print([words.opening, files, words.closing].joined(separator: "\n"))
  }

  private var folder: OutputFolder { OutputFolder(path: output ?? options.path("Output"), followsLink: output != nil) }

  func validate() throws {
    if output == "" { throw ValidationError("--output attend le nom d’un dossier.") }
    if against != nil, summary == nil { throw ValidationError("--against ne sert qu’avec --summary.") }
  }

  private func writeSummary(_ text: String) throws {
    guard let summary else { return }
    do {
      try TextFile.write(text, to: summary)
    } catch {
      throw Fault(
        "Impossible d’écrire « \(summary) ».", hint: "Vérifiez que son dossier existe, et ses droits.",
        status: Fault.inputOutput)
    }
  }
}

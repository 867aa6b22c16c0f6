import ArgumentParser
import Diagnostics
import Foundation
import Publishing
import Reading

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Fabrique le site dans Output.")

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
    let folder = OutputFolder(path: output ?? options.path("Output"))
    let project = try await Project.read(options, earlier: folder.earlierPaths())
    if project.report.errors > 0 && !options.keepGoing || project.publication == nil {
      project.tell(options.format)
      try writeSummary(ReviewSummary.markdown(ofFailure: project.report))
      throw ExitCode(1)
    }
    guard let site = project.site, let publication = project.publication else { throw ExitCode(1) }

    let count = publication.files.count
    let written = try await folder.write(publication, projectRoot: options.rootPath) {
      Terminal.printError("Une autre fabrication écrit dans « \(folder.path) » : celle-ci attend son tour.")
    } progress: { done in
      Terminal.progress(done < count ? "\(done) fichiers sur \(count)…" : "")
    }
    project.tell(options.format)
    if summary != nil {
      let review = try ReviewSummary(of: publication, site: site, before: before, report: project.report)
      try writeSummary(review.markdown)
    }
    if options.format == .text {
      let summary = BuildSummary(
        settings: site.settings, publication: publication, written: written, folder: folder.path,
        heldBack: project.heldBack, elapsed: start.duration(to: .now), report: project.report)
      Terminal.print(summary.text)
    }
    if project.report.errors > 0 { throw ExitCode(1) }
  }

  func validate() throws {
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

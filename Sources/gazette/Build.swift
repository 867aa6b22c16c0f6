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

  func run() async throws {
    let start = ContinuousClock.now
    let folder = OutputFolder(path: output ?? options.path("Output"))
    let project = try await Project.read(options, earlier: folder.earlierPaths())
    if project.report.errors > 0 && !options.keepGoing || project.publication == nil {
      project.tell(options.format)
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
    if options.format == .text {
      let summary = BuildSummary(
        settings: site.settings, publication: publication, written: written, folder: folder.path,
        heldBack: project.heldBack, elapsed: start.duration(to: .now), report: project.report)
      Terminal.print(summary.text)
    }
    if project.report.errors > 0 { throw ExitCode(1) }
  }
}

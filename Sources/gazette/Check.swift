import ArgumentParser
import Diagnostics
import Publishing
import Site

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Vérifie le contenu sans rien écrire.")

  @OptionGroup var options: SiteOptions

  func run() async throws {
    let project = try await Project.read(options, makesPictures: false)
    project.tell(options.format)
    if project.report.errors > 0 { throw ExitCode(1) }
    if options.format == .text {
      Terminal.print(project.report.diagnostics.isEmpty ? "Tout est juste." : "Aucune erreur.")
    }
  }
}

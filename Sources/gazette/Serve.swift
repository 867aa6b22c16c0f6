import ArgumentParser
import Diagnostics
import Foundation
import Publishing
import Serving

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Montre le site dans le navigateur de cette machine, et le refait à chaque changement.")

  @OptionGroup var options: SiteOptions

  @Option(name: .long, help: ArgumentHelp("Le port où écouter, de 1 à 65535.", valueName: "numéro"))
  var port: UInt16 = 8000

  func run() async throws {
    let themes = options.themes ?? options.path("Themes")
    let watch: FolderWatch
    do {
      // Watched before it is read: what changes in between is seen.
      watch = try FolderWatch(folders: [options.path("Content"), themes])
    } catch is PreviewFault {
      throw Fault(
        "Le système ne permet pas de surveiller le dossier Content.",
        hint: "Fermez d’autres programmes qui surveillent des dossiers (éditeurs, synchronisation).",
        status: Fault.inputOutput)
    }
    let first = try await preview(version: 1, after: nil)
    let state = PreviewState(first)
    let server = PreviewServer(port: port, state: state)
    let address = "http://127.0.0.1:\(port)\(first.basePath)/"
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await server.run {
            Terminal.printError("Le site est visible à l’adresse \(address) (Ctrl-C pour arrêter).")
          }
        }
        group.addTask {
          var last = first
          for await _ in watch.changes {
            let next = try await preview(version: last.version + 1, after: last)
            await state.show(next)
            last = next
          }
        }
        try await group.next()
        group.cancelAll()
      }
    } catch let error as PortTaken {
      throw Fault(
        "Le port \(error.port) est déjà pris par un autre programme.",
        hint: "Essayez : gazette serve --port \(error.port == 65535 ? 8000 : error.port + 1)", status: Fault.inputOutput
      )
    }
  }

  /// Builds in memory what there is now, and tells of it. With errors the last good site stays.
  private func preview(version: Int, after last: Preview?) async throws -> Preview {
    let start = ContinuousClock.now
    let project = try await Project.read(options)
    let isGood = project.publication != nil && (project.report.errors == 0 || options.keepGoing)
    project.tell(options.format)
    let milliseconds = start.duration(to: .now) / .milliseconds(1)
    Terminal.printError("Version \(version), prête en \(Int(milliseconds.rounded())) ms.")
    return Preview(
      version: version, publication: isGood ? project.publication : last?.publication, report: project.report,
      basePath: project.site?.settings.basePath ?? last?.basePath ?? "", projectRoot: options.rootPath)
  }
}

import ArgumentParser
import Building
import Dispatch
import Foundation
import Serving
import Site

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Montre le site dans le navigateur de cette machine, et le refait à chaque changement.")

  @OptionGroup var options: SiteOptions

  @Option(name: .long, help: ArgumentHelp("Le port où écouter, de 1 à 65535.", valueName: "numéro"))
  var port: UInt16 = 8000

  func validate() throws {
    if port == 0 { throw ValidationError("Le port va de 1 à 65535.") }
  }

  func run() async throws {
    // Watched before it is read: what changes in between is seen.
    let watch = try watch()
    var builder = PreviewBuilder(options: options)
    let first = try await builder.first()
    let state = PreviewState(first)
    let ending = endsOnInterrupt()
    defer { ending.forEach { $0.cancel() } }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await serve(state) { sayAddress(first) }
      }
      group.addTask { [builder] in
        var (builder, last) = (builder, first)
        for await _ in watch.changes {
          let next = await builder.next(after: last)
          await state.show(next)
          builder.report(next)
          if next.basePath != last.basePath { sayAddress(next) }
          last = next
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private func watch() throws -> FolderWatch {
    do {
      let content = options.build.path(ContentFiles.folder)
      return try FolderWatch(folders: [content, options.build.themesFolder]) { folder in
        MachineFile.stand(in: folder, of: content)
      }
    } catch is PreviewFault {
      throw Fault(
        "Le système ne permet pas de surveiller tous les dossiers de Content.",
        hint: "Fermez d’autres programmes qui surveillent des dossiers (éditeurs, synchronisation).",
        status: Fault.inputOutput)
    }
  }

  private func serve(_ state: PreviewState, ready: @escaping @Sendable () -> Void) async throws {
    do {
      try await PreviewServer(port: port, state: state).run(ready: ready)
    } catch let error as PortTaken {
      throw Fault(
        error.isForbidden
          ? "Le système ne permet pas d’écouter sur le port \(error.port)."
          : "Le port \(error.port) est déjà pris par un autre programme.",
        hint: error.free.map { "Essayez : gazette serve --port \($0)" }, status: Fault.inputOutput)
    }
  }

  private func sayAddress(_ preview: Preview) {
    Terminal.printError(
      "Le site est visible à l’adresse http://\(PreviewServer.host):\(port)\(preview.basePath)/ (Ctrl-C pour arrêter).")
  }

  /// Ctrl-C is how the preview is ended, not an accident. Nothing is to be saved.
  private func endsOnInterrupt() -> [any DispatchSourceSignal] {
    return [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        Terminal.printError("\nArrêté.")
        Foundation.exit(0)
      }
      source.resume()
      return source
    }
  }
}

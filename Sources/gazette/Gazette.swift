import ArgumentParser
import Building
import Files
import Foundation

/// The program's entry: reads the command line, runs one command, and says in French what went wrong.
@main
struct Gazette: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazette",
    abstract: "Fabrique le site, l’infolettre et l’agenda à partir du dossier Content.",
    version: version,
    subcommands: [
      Build.self, Check.self, New.self, ImportCommand.self, Receive.self, Serve.self, Photo.self, LetterCommand.self,
      SchemaCommand.self, InitCommand.self, PublishCommand.self, LookCommand.self,
      MarkdownCommand.self,
    ],
    defaultSubcommand: nil)

  // On the main thread, while there is no other: see `Confinement.begin`.
  @MainActor static func main() async {
    // A file that may not grow further, a reader that went away: the call that meets them fails and is reported, instead of
    // the program being killed.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    do {
      try requireMemoryThatIsAnAmount()
      var command = try confinedCommand()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// The command that was asked for; what it does not need is given up. Called on the thread that calls.
  private nonisolated static func confinedCommand() throws -> sending any ParsableCommand {
    let command = try parseAsRoot()
    (command as? any ConfinedCommand)?.confinement()?.begin()
    return command
  }

  private static func requireMemoryThatIsAnAmount() throws {
    if let asked = ContentWatch.asked, ProcessLimits.bytes(asked) == nil {
      throw Fault(
        "La variable GAZETTE_MEMORY vaut «\u{A0}\(asked)\u{A0}», ce qui n’est pas une quantité de mémoire.",
        hint: "Écrivez par exemple GAZETTE_MEMORY=2G, ou enlevez-la.", status: Fault.usage)
    }
  }

  /// Says what `error` is about and ends the program with the status that belongs to it: 0 after help, 1 for content
  /// errors, 64 for usage, 74 for input and output (sysexits.h).
  private static func end(with error: any Error) -> Never {
    if let fault = Fault(error) {
      Terminal.report(fault)
      Foundation.exit(fault.status)
    }
    FrenchHelp.widen()
    let message = FrenchHelp.translated(fullMessage(for: error))
    let status = exitCode(for: error)
    if !message.isEmpty { status == .success ? Terminal.print(message) : Terminal.printError(message) }
    Foundation.exit(status.rawValue)
  }
}

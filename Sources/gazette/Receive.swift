import ArgumentParser
import Building
import Diagnostics
import Files
import Foundation
import Importing

struct Receive: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Prend une proposition dans un courriel et en fait un fichier de Content.",
    discussion: """
      gazette receive proposition.eml
      gazette receive < proposition.eml
      gazette receive soiree.md --publish

      Le texte devient un brouillon, ses photos sont réécrites comme par gazette photo, rien n’est écrasé. Ce qui sera \
      publié est montré, avec toutes les remarques. Le nom et l’adresse de qui écrit ne vont nulle part ailleurs qu’à l’écran.
      """)

  @Argument(
    help: ArgumentHelp("Le message (.eml), ou un texte (.md) ; sans lui, l’entrée standard.", valueName: "fichier"))
  var file: String?

  @Flag(name: .long, help: "Ne pas en faire un brouillon, s’il n’a pas d’erreur.")
  var publish = false

  @Option(name: .long, help: ArgumentHelp("Le dossier du projet, qui contient Content.", valueName: "dossier"))
  var root = "."

  @Option(name: .long, help: ArgumentHelp("Le dossier des thèmes (Themes, dans le projet).", valueName: "dossier"))
  var themes: String?

  func run() async throws {
    let root = root.asFolderPath
    let request = ReceiveRequest(
      bytes: try bytes(), name: file ?? "", root: root, isPublished: publish, themes: themes,
      environment: ProcessInfo.processInfo.environment)
    let outcome = try await Receiver(request, watchdog: ContentWatch.begin(.text)).run()
    if let sender = outcome.sender { Terminal.print("De\u{A0}: \(sender)") }
    if let subject = outcome.subject { Terminal.print("Objet\u{A0}: \(subject)") }
    for entry in outcome.entries { show(entry, in: root) }
    Terminal.printError(outcome.report.text())
    if outcome.report.errors > 0 { throw ExitCode(1) }
  }

  private func show(_ entry: ReceiveOutcome.Entry, in root: String) {
    let path = BuildOptions(root: root).path(entry.path)
    guard !entry.isKnown else { return Terminal.print("Déjà là, rien n’est changé\u{A0}: \(path)") }
    Terminal.print("Créé\u{A0}: \(path)" + (entry.isDraft ? " (brouillon)" : ""))
    if !entry.shown.isEmpty {
      Terminal.print(entry.isDraft ? "Ce qui paraîtra, une fois publié\u{A0}:" : "Ce qui paraîtra\u{A0}:")
    }
    Terminal.print(entry.shown.map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n"))
    if entry.isDraft {
      Terminal.print("  → Pour publier, enlevez la ligne «\u{A0}brouillon: oui\u{A0}» de ce fichier.")
    }
  }

  private static let largest = 64 << 20

  private func bytes() throws -> [UInt8] {
    guard let file else {
      guard isatty(STDIN_FILENO) == 0 else {
        throw Fault(
          "Il faut un message.", hint: "Par exemple\u{A0}: gazette receive proposition.eml", status: Fault.usage)
      }
      let data = try? FileHandle.standardInput.read(upToCount: Self.largest + 1)
      return [UInt8](data ?? Data())
    }
    do { return try RegularFile(at: file).bytes(limit: Self.largest) } catch {
      throw Fault(
        "«\u{A0}\(file)\u{A0}» ne peut pas être lu, ou dépasse \(Self.largest >> 20)\u{A0}Mo.",
        status: Fault.inputOutput)
    }
  }
}

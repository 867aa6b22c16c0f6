import ArgumentParser
import Building
import Diagnostics
import Foundation
import Importing
import Time

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Reprend les textes d’un autre site, sans jamais rien écraser.",
    discussion: """
      gazette import export-wordpress.xml --dry-run
      gazette import export-wordpress.xml --uploads wp-content/uploads

      Le rapport est dans IMPORT.md, à côté de Content. La commande peut être relancée : ce qui est déjà là n’est pas récrit.
      """)

  @Argument(help: ArgumentHelp("Ce que l’ancien site a exporté, ou son dossier.", valueName: "source"))
  var source: String

  @Option(name: .long, help: ArgumentHelp("Le dossier du projet, qui contient Content.", valueName: "dossier"))
  var into = "."

  @Option(
    name: .long, help: ArgumentHelp("Le dossier des images et fichiers de l’ancien site.", valueName: "dossier"))
  var uploads: String?

  @Option(
    name: .long, help: ArgumentHelp("Seulement ce qui est daté de ce jour ou d’après : AAAA-MM-JJ.", valueName: "date"),
    transform: SinceDay.init(argument:))
  var since: SinceDay?

  @Option(name: .long, help: ArgumentHelp("Le dossier des thèmes (Themes, dans le projet).", valueName: "dossier"))
  var themes: String?

  @Flag(name: .long, help: "Dire ce qui serait fait, sans rien écrire.")
  var dryRun = false

  func run() async throws {
    let root = into.asFolderPath
    let request = ImportRequest(
      source: source, root: root, uploads: uploads, since: since?.day, isDry: dryRun, themes: themes,
      environment: ProcessInfo.processInfo.environment)
    let importer = Importer(request, watchdog: ContentWatch.begin(.text)) { done, total in
      Terminal.progress("\(done) sur \(total) textes")
    }
    let outcome = try await importer.run()
    Terminal.progress("")
    guard let report = outcome.reportPath else { return Terminal.print(Importer.preview(of: outcome)) }
    Terminal.printError(outcome.check.text())
    Terminal.print("Le rapport est dans \(BuildOptions(root: root).path(report)).")
    if outcome.hasErrors { throw ExitCode(1) }
  }
}

/// The value of `--since`.
struct SinceDay {
  let day: CivilDay

  init(argument: String) throws {
    guard let date = PartialDate(iso: argument) else {
      throw ValidationError("« \(argument) » n’est pas une date : écrivez par exemple 2019-07-31.")
    }
    day = date.firstDay
  }
}

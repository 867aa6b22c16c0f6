import ArgumentParser
import Building
import Foundation
import Reading
import Text

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Écrit ce que les éditeurs ont à savoir du format : schémas JSON, formulaires de Decap et Sveltia CMS.")

  @Option(name: .long, help: ArgumentHelp("Le dossier du projet, qui contient Content.", valueName: "dossier"))
  var root = "."

  @Option(name: .long, help: ArgumentHelp("Le dossier où écrire (.schema, dans le projet).", valueName: "dossier"))
  var output: String?

  func run() async throws {
    let settings = await readSite(
      root: root, options: ReadingOptions(keepsGoing: true, readsRevisions: false, watchdog: ContentWatch.begin(.text))
    ).site?
    .settings
    let folder = output ?? (root == "." ? ".schema" : "\(root)/.schema")
    let files = SchemaFiles.all(repository: settings?.repository, branch: settings?.branch ?? "main")
    // Where it can't be made, the first file says so.
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for file in files { try TextFile.write(file.text, to: "\(folder)/\(file.name)") }
    Terminal.print("\(files.count) fichiers dans \(folder)")
  }
}

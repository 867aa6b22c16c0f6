import ArgumentParser
import Building
import Diagnostics
import Publishing

/// What puts the built site online.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Écrit le fichier à donner au serveur qui montre le site.",
    discussion: """
      gazette publish --server nginx > site.conf

      Apache, Netlify et Cloudflare trouvent les leurs dans le site lui-même.
      """)

  @OptionGroup var options: SiteOptions

  @Option(name: .long, help: ArgumentHelp("Le serveur pour lequel écrire.", valueName: "serveur"))
  var server: WebServer

  func run() async throws {
    let project = try await Project.read(
      options.build, makesPictures: false, watchdog: ContentWatch.begin(options.format))
    guard let files = project.publication?.server else {
      Terminal.report(project.report, options.format)
      throw ExitCode(1)
    }
    Terminal.printData(files.sample(for: server))
  }
}

extension WebServer: ExpressibleByArgument {}

import ArgumentParser
import Building
import Diagnostics
import Files
import Foundation
import Looking
import Publishing
import Reading
import Site
import Uploading
import Writing

/// What puts the built site online.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Met en ligne le site fabriqué, ou écrit le fichier à donner au serveur.",
    discussion: """
      gazette publish compte@serveur.exemple:www --dry-run
      gazette publish sftp://compte@serveur.exemple/www
      gazette publish --branch pages
      gazette publish --server nginx > site.conf

      Sans destination, celle de la variable DESTINATION. N’est supprimé que ce que le programme a mis en ligne.
      """)

  @Argument(help: ArgumentHelp("Où mettre le site ; avec --branch, l’adresse du dépôt.", valueName: "destination"))
  var destination: String?

  @OptionGroup var options: SiteOptions

  @Option(
    name: .long, help: ArgumentHelp("Le dossier du site fabriqué (Output, dans le projet).", valueName: "dossier"))
  var output: String?

  @Option(name: .long, help: ArgumentHelp("Mettre le site sur cette branche d’un dépôt.", valueName: "branche"))
  var branch: String?

  @Flag(name: .long, help: "Dire ce qui serait fait, sans rien envoyer.")
  var dryRun = false

  @Flag(name: .long, help: "Renvoyer aussi ce qui est déjà en ligne.")
  var all = false

  @Option(
    name: .long,
    help: ArgumentHelp("Ensuite, demander au site à cette adresse s’il répond comme il faut.", valueName: "adresse"))
  var look: String?

  @Option(name: .long, help: ArgumentHelp("Écrire le fichier de ce serveur, sans rien envoyer.", valueName: "serveur"))
  var server: WebServer?

  func validate() throws {
    if branch != nil, dryRun || all {
      throw ValidationError("--branch remplace tout d’un coup : sans --dry-run ni --all.")
    }
    if let look, BaseURL(look) == nil {
      throw ValidationError("« \(look) » n’est pas une adresse complète, comme https://exemple.org/site/.")
    }
    if branch?.isEmpty == true || branch?.hasPrefix("-") == true {
      throw ValidationError("--branch attend le nom d’une branche.")
    }
  }

  func run() async throws {
    if let server { return try await write(for: server) }
    let site = output ?? options.build.path("Output")
    let environment = ProcessInfo.processInfo.environment
    let today = (Today.given(in: environment) ?? Int(Date().timeIntervalSince1970)) / 86_400
    if let branch {
      try put(site, on: branch, environment, today: today)
      return try await lookOnline(environment)
    }
    let target = try Destination(destination ?? environment["DESTINATION"] ?? "")
    if case .folder(let folder) = target {
      // Neither among the texts, nor into the site itself.
      for own in [options.build.path("Content"), site] { try OutputFolder(path: folder).requireOutside(of: own) }
    }
    let upload = Upload(site: site, to: target, environment: environment, today: today, sendsAll: all)
    let plan = try upload.run(isDry: dryRun) { Terminal.print($0) }
    Terminal.print(dryRun ? plan.preview + "\nRien n’a été envoyé." : plan.summary)
    if !dryRun { try await lookOnline(environment) }
  }

  private func lookOnline(_ environment: [String: String]) async throws {
    guard let look else { return }
    let project = try await Project.read(
      options.build, makesPictures: false, watchdog: ContentWatch.begin(options.format))
    if try !LookCommand.look(at: look, project, by: Curl(environment: environment)) { throw ExitCode(1) }
  }

  private func put(_ site: String, on branch: String, _ environment: [String: String], today: Int) throws {
    let root = options.build.root
    guard let repository = destination ?? BranchUpload.origin(of: root), !repository.isEmpty,
      !repository.hasPrefix("-")
    else {
      throw Fault(
        "Il manque l’adresse du dépôt.", hint: "gazette publish --branch \(branch) https://forge.exemple/compte/depot",
        status: Fault.usage)
    }
    let upload = BranchUpload(
      site: site, branch: branch, repository: repository, environment: environment, today: today)
    let count = try upload.run(message: "Publie " + (BranchUpload.commit(of: root) ?? "le site"))
    Terminal.print("En ligne : \(count) fichiers sur la branche « \(branch) ».")
  }

  private func write(for server: WebServer) async throws {
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

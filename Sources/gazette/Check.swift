import ArgumentParser
import Building
import Diagnostics
import Files
import Publishing
import Site

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Vérifie le contenu sans rien écrire.")

  @OptionGroup var options: SiteOptions

  @Flag(name: .long, help: "Corriger ce qui ne laisse aucun doute, après l’avoir montré.")
  var fix = false

  @Flag(name: .long, help: "Avec --fix, corriger sans demander.")
  var yes = false

  func validate() throws {
    if yes, !fix { throw ValidationError("--yes va avec --fix.") }
  }

  func run() async throws {
    if fix { try await MendingSession(options: options, isAgreed: yes).run() }
    var build = options.build
    build.setsTexts = false
    let project = try await Project.read(build, makesPictures: false, watchdog: ContentWatch.begin(options.format))
    Terminal.report(project.report, options.format)
    if project.report.errors > 0 { throw ExitCode(1) }
    if options.format == .text {
      Terminal.print(project.report.diagnostics.isEmpty ? "Tout est juste." : "Aucune erreur.")
    }
  }
}

extension Check: ConfinedCommand {
  func confinement() -> Confinement? { fix ? nil : Confinement() }
}

import ArgumentParser
import Building
import Diagnostics
import Foundation
import Reading
import Site
import Time

/// The options of every command that reads the content.
struct SiteOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, github, gitlab, json

    /// `report`, in this form.
    func text(of report: DiagnosticReport) -> String {
      switch self {
      case .text: report.text()
      case .github: report.github()
      case .gitlab: report.gitlab()
      case .json: report.json()
      }
    }
  }

  @Option(name: .long, help: ArgumentHelp("Le dossier du projet, qui contient Content.", valueName: "dossier"))
  var root = "."

  @Option(
    name: .long,
    help: ArgumentHelp("Fabriquer le site comme à cette date : AAAA-MM-JJ ou AAAA-MM-JJTHH:MM.", valueName: "date"),
    transform: CommandLineDate.init(argument:))
  var date: CommandLineDate?

  @Option(
    name: .long,
    help: ArgumentHelp("L’adresse publique du site, à la place de celle de site.yml.", valueName: "adresse"))
  var baseURL: String?

  @Option(name: .long, help: ArgumentHelp("Le dossier des thèmes (Themes, dans le projet).", valueName: "dossier"))
  var themes: String?

  @Flag(name: .long, help: "Publier aussi les brouillons.")
  var drafts = false

  @Flag(name: .long, help: "Traiter les avertissements comme des erreurs.")
  var strict = false

  @Flag(name: .long, help: "Avec --strict, admettre les valeurs encore « à compléter ».")
  var allowPlaceholders = false

  @Flag(name: .long, help: "Publier tout ce qui est juste malgré les erreurs des autres fichiers.")
  var keepGoing = false

  @Option(name: .long, help: ArgumentHelp("La forme des messages.", valueName: "forme"))
  var format = Format.text

  /// What they ask of a build.
  var build: BuildOptions {
    var build = BuildOptions(root: root.asFolderPath)
    build.themes = themes
    build.today = date?.today
    build.baseURL = baseURL
    build.includesDrafts = drafts
    build.isStrict = strict
    build.allowsPlaceholders = allowPlaceholders
    build.keepsGoing = keepGoing
    build.environment = ProcessInfo.processInfo.environment
    return build
  }

  func validate() throws {
    if let baseURL, BaseURL(baseURL) == nil {
      throw ValidationError("« \(baseURL) » n’est pas une adresse complète, comme https://exemple.org/site/.")
    }
  }
}

/// The value of `--date`: a day, meaning its end, or a minute.
struct CommandLineDate {
  let today: CivilDateTime

  init(argument: String) throws {
    switch PartialDate(iso: argument) {
    case .day(let day)?: today = CivilDateTime(day: day, minuteOfDay: 1439)
    case .minute(let minute)?: today = minute
    default:
      throw ValidationError("« \(argument) » n’est pas une date : écrivez par exemple 2019-07-31 ou 2019-07-31T14:30.")
    }
  }
}

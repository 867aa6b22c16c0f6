import ArgumentParser
import Authoring
import Building
import Diagnostics
import Foundation
import Reading

/// A new site in an empty folder.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Commence un site dans un dossier vide.",
    discussion: """
      gazette init mon-site
      gazette init mon-site --titre "Le Préau" --courriel bonjour@exemple.org
      gazette init essai --exemple

      Dans un terminal, ce qui manque est demandé ; une réponse vide laisse le réglage pour plus tard.
      """)

  @Argument(help: ArgumentHelp("Un dossier vide, ou le nom d’un nouveau.", valueName: "dossier"))
  var folder: String

  @Flag(name: .long, help: "Reprendre un site d’exemple, imaginaire, à regarder.")
  var exemple = false

  @OptionGroup(title: "Réglages") var settings: InitSettings

  @Option(
    name: .long,
    help: ArgumentHelp("Le dépôt dont les publications offrent le programme aux forges.", valueName: "adresse"))
  var moteur: String?

  func validate() throws {
    if folder.isEmpty { throw ValidationError("Donnez le nom d’un dossier.") }
    if exemple, !settings.given.isEmpty {
      throw ValidationError("Avec --exemple, les réglages sont ceux de l’exemple.")
    }
  }

  func run() async throws {
    let root = folder.asFolderPath
    // Before anything is asked.
    let project = try NewProject(root: root)
    if exemple { try beginExample(project) } else { try await beginSite(project, answers()) }
    Terminal.print("Le site est dans « \(root) ».")
    for line in advice(root) { Terminal.print("  → \(line)") }
  }

  private func advice(_ root: String) -> [String] {
    let words = root.contains(" ") ? "\"\(root)\"" : root
    let look =
      (root == "." ? "" : "cd \(words) && ") + "make serve"
      + (exemple ? " GAZETTE_OPTIONS=\"--date \(Self.exampleDay)\"" : "")
    return ["Regardez-le : \(look)", "Puis lisez LISEZMOI.md, et Content/LISEZMOI.md pour écrire."]
  }

  /// The day in the middle of the two years of the example.
  private static let exampleDay = "2026-03-12"

  // MARK: What is written

  private func beginSite(_ project: NewProject, _ answers: SiteAnswers) async throws {
    try project.writeFrame(engine: engine)
    try project.write("Content/site.yml", Array(answers.text.utf8))
    var files = [ExampleEntries.home(title: answers.title)]
    let (site, today, _) = try await Project.site(
      of: project.root, environment: ProcessInfo.processInfo.environment, watchdog: ContentWatch.begin(.text))
    do {
      files += try ExampleEntries.files(today: today.day, zone: site.settings.zone)
    } catch let problem as RequestProblem {
      throw Fault(problem.message, hint: problem.hint, status: Fault.usage)
    }
    files.append(ExampleEntries.issue(of: site, today: today))
    for file in files { try project.write(file.path, Array(file.text.utf8)) }
  }

  /// Two sites never share the identifier by which calendars know their events.
  private func beginExample(_ project: NewProject) throws {
    try project.writeFrame(engine: engine)
    try project.writeExample { path, bytes in
      guard path == "Content/site.yml" else { return bytes }
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      let own = lines.map {
        $0.hasPrefix("identifiant:") ? "identifiant: \(UUID().uuidString.lowercased())" : String($0)
      }
      return Array(own.joined(separator: "\n").utf8)
    }
  }

  private var engine: String {
    """
    # D’où les forges prennent le programme : l’adresse de son dépôt, et l’étiquette de la version.
    # Passer à une autre version, c’est changer la seconde ligne. Voir .ci/LISEZMOI.md.
    depot=\(moteur ?? "")
    version=v\(version)

    """
  }

  // MARK: Answers

  private func answers() throws -> SiteAnswers {
    var answers = SiteAnswers(identifier: UUID().uuidString.lowercased())
    for (question, text) in settings.given {
      if let problem = answers.set(question, to: text) {
        throw Fault(
          "\(question.option) : \(problem.message) Rien n’a été écrit.", hint: problem.hint, status: Fault.usage)
      }
    }
    if Question.canBeAsked {
      for question in SiteQuestion.allCases where !settings.given.contains(where: { $0.0 == question }) {
        try ask(question, &answers)
      }
    }
    guard answers.isAnswered(.title) else {
      throw Fault(
        "Il faut le nom du site.", hint: "Par exemple : gazette init \(folder) --titre \"Le Préau\"",
        status: Fault.usage)
    }
    return answers
  }

  /// Until it can be taken.
  private func ask(_ question: SiteQuestion, _ answers: inout SiteAnswers) throws {
    let later = question.isRequired ? " ?" : " ? (Entrée pour plus tard)"
    while true {
      let text = try Question.ask(question.words + later, isRequired: question.isRequired)
      guard let problem = answers.set(question, to: text) else { return }
      Terminal.report(Fault(problem.message, hint: problem.hint, status: Fault.usage))
    }
  }
}

/// The answers to the questions of `gazette init`, as options.
struct InitSettings: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Le nom du site.", valueName: "nom"))
  var titre: String?

  @Option(name: .long, help: ArgumentHelp("Une phrase sous le nom.", valueName: "phrase"))
  var devise: String?

  @Option(name: .long, help: ArgumentHelp("L’adresse publique du site.", valueName: "adresse"))
  var adresse: String?

  @Option(name: .long, help: ArgumentHelp("L’adresse du dépôt.", valueName: "adresse"))
  var depot: String?

  @Option(name: .long, help: ArgumentHelp("Le numéro du département.", valueName: "numéro"))
  var departement: String?

  @Option(name: .long, help: ArgumentHelp("Qui publie le site.", valueName: "nom"))
  var editeur: String?

  @Option(name: .long, help: ArgumentHelp("Le statut de l’éditeur.", valueName: "statut"))
  var statut: String?

  @Option(name: .long, help: ArgumentHelp("L’adresse postale de l’éditeur.", valueName: "adresse"))
  var adresseEditeur: String?

  @Option(name: .long, help: ArgumentHelp("Le téléphone de l’éditeur.", valueName: "numéro"))
  var telephone: String?

  @Option(name: .long, help: ArgumentHelp("Le courriel de l’éditeur.", valueName: "courriel"))
  var courriel: String?

  @Option(name: .long, help: ArgumentHelp("Qui dirige la publication.", valueName: "nom"))
  var direction: String?

  @Option(name: .long, help: ArgumentHelp("Qui héberge le site.", valueName: "nom"))
  var hebergeur: String?

  @Option(name: .long, help: ArgumentHelp("L’adresse de l’hébergeur.", valueName: "adresse"))
  var adresseHebergeur: String?

  @Option(name: .long, help: ArgumentHelp("Le téléphone de l’hébergeur.", valueName: "numéro"))
  var telephoneHebergeur: String?

  @Option(name: .long, help: ArgumentHelp("Le ou les services qui envoient l’infolettre.", valueName: "service"))
  var prestataire: String?

  /// Those that were given, in the order of the questions.
  var given: [(SiteQuestion, String)] {
    SiteQuestion.allCases.compactMap { question in answer(to: question).map { (question, $0) } }
  }

  private func answer(to question: SiteQuestion) -> String? {
    switch question {
    case .title: titre
    case .tagline: devise
    case .address: adresse
    case .repository: depot
    case .department: departement
    case .publisher: editeur
    case .legalStatus: statut
    case .publisherAddress: adresseEditeur
    case .phone: telephone
    case .email: courriel
    case .director: direction
    case .host: hebergeur
    case .hostAddress: adresseHebergeur
    case .hostPhone: telephoneHebergeur
    case .provider: prestataire
    }
  }
}

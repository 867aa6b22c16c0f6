import ArgumentParser
import Authoring
import Building
import Diagnostics
import Files
import Foundation
import Publishing
import Reading
import Site
import Time

/// What is done with an issue before and after it is sent.
struct LetterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Relit une infolettre avant l’envoi, ou note qu’elle est partie.",
    subcommands: [Proof.self, Sent.self])

  /// The issue called `name`: by its slug, or its file's name.
  static func issue(_ name: String, of project: Project) throws -> Issue {
    let slug = ContentFiles.stem(name)
    guard let site = project.site else {
      throw Fault("Le contenu ne peut pas être lu.", hint: "Voyez pourquoi avec : gazette check", status: 1)
    }
    guard let issue = site.issues.first(where: { $0.key.slug == slug }) else {
      let known = site.issues.prefix(5).map(\.key.slug).joined(separator: ", ")
      throw Fault(
        "Il n’y a pas d’infolettre « \(name) ».",
        hint: known.isEmpty ? "Créez-en une : gazette new infolettre" : "Par exemple : \(known).", status: Fault.usage)
    }
    return issue
  }

  struct Proof: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "proof", abstract: "Écrit une page qui montre le courriel tel qu’il sera, et ce qu’il faut vérifier."
    )

    @Argument(help: ArgumentHelp("Le numéro : 2026-12.", valueName: "numéro"))
    var name: String

    @Option(name: .long, help: ArgumentHelp("Le fichier à écrire (a-relire-<numéro>.html).", valueName: "fichier"))
    var output: String?

    @OptionGroup var options: SiteOptions

    func run() async throws {
      let build = options.build
      let project = try await Project.read(build, watchdog: ContentWatch.begin(options.format))
      Terminal.report(project.report, options.format)
      let issue = try LetterCommand.issue(name, of: project)
      guard let publication = project.publication, let proof = publication.proofs[issue.key.slug] else {
        throw Fault(
          "« \(issue.title) » est déjà partie, ou ne peut pas être fabriquée.",
          hint: "Si elle est en retard, écrivez dans son fichier : envoyee: non", status: 1)
      }
      let root = ConfinedFolder(build.root)
      let page = try proof.text { path in
        switch publication.file(at: path)?.content {
        case .rendered(let render): try? render()
        case .copy(let source): try? root.read(source, limit: 32 << 20)
        case nil: nil
        }
      }
      let file = output ?? "a-relire-\(issue.key.slug.replacing("/", with: "-")).html"
      try TextFile.write(page, to: file)
      Terminal.print("Écrit : \(file)\n  → Ouvrez ce fichier dans un navigateur.")
    }
  }

  struct Sent: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sent",
      abstract: "Note dans le fichier d’une infolettre quand elle est partie, et ce qu’elle contenait.")

    @Argument(help: ArgumentHelp("Le numéro : 2026-11.", valueName: "numéro"))
    var name: String

    @OptionGroup var options: SiteOptions

    func run() async throws {
      var build = options.build
      let given = options.date?.today
      build.today = nil
      let project = try await Project.read(build, makesPictures: false, watchdog: ContentWatch.begin(options.format))
      let issue = try LetterCommand.issue(name, of: project)
      guard let letter = project.publication?.letters.first(where: { $0.issue.key == issue.key })?.letter else {
        throw Fault("Le contenu a des erreurs.", hint: "Voyez-les avec : gazette check", status: 1)
      }
      let path = build.path(issue.entry.source)
      let date: PartialDate =
        given.map { $0.minuteOfDay == 1439 ? .day($0.day) : .minute($0) } ?? .day(day(of: issue, letter.site))
      let sent = SentLines(letter: letter, date: date)
      guard !sent.lines.isEmpty else { return Terminal.print("Rien à ajouter : tout y est déjà écrit.") }
      guard let file = FileManager.default.contents(atPath: path), let changed = sent.added(to: Array(file)) else {
        throw Fault("« \(issue.entry.source) » ne peut pas être lu.", hint: nil, status: Fault.inputOutput)
      }
      try TextFile.write(String(decoding: changed, as: UTF8.self), to: path)
      Terminal.print(
        "Ajouté dans \(issue.entry.source) :\n" + sent.lines.map { "  \($0)" }.joined(separator: "\n"))
    }

    /// The day of which nothing else is said: its own; one that is late left today.
    private func day(of issue: Issue, _ site: Site) -> CivilDay {
      guard issue.sending == .notYet else { return issue.sendDate }
      return Today.now(in: site.settings.zone, environment: ProcessInfo.processInfo.environment).day
    }
  }
}

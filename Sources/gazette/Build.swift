import ArgumentParser
import Building
import Diagnostics
import Files
import Foundation
import Review
import Writing

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "build", abstract: "Fabrique le site dans Output.")

  @OptionGroup var options: SiteOptions

  @Option(
    name: .long, help: ArgumentHelp("Le dossier où écrire le site (Output, dans le projet).", valueName: "dossier"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Écrire dans ce fichier, en Markdown, ce qui change sur le site.", valueName: "fichier"))
  var summary: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Avec --summary : le site fabriqué auparavant, à comparer.", valueName: "dossier"))
  var against: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Écrire dans ce fichier une page à ouvrir seule : ce qui change, avant et après.", valueName: "fichier"))
  var preview: String?

  func run() async throws {
    let start = ContinuousClock.now
    let format = options.format
    let folder = folder
    // Read first: it may be the folder that is written to.
    let before = try against.map(EarlierSite.pages)
    let build = try SiteBuild(
      options.build, into: folder, words: Array(CommandLine.arguments.dropFirst()), form: { format.text(of: $0) },
      before: before, isReviewed: isReviewed)
    switch try await build.run(hooks(folder)) {
    case .unchanged(let known):
      Terminal.report(known.words.report, format)
      say(known.words, BuildSummary.files(known.fileCount, in: folder.path, nil, start.duration(to: .now)))
    case .refused(let project, let review):
      Terminal.report(project.report, format)
      try writeSummary(review)
      throw ExitCode(1)
    case .written(let project, let written, let words, let review):
      Terminal.report(words.report, format)
      try writeSummary(review)
      try writePreview(project, folder, before: before ?? [])
      let count = project.publication?.files.count ?? 0
      say(words, BuildSummary.files(count, in: folder.path, written, start.duration(to: .now)))
      if project.report.errors > 0 { throw ExitCode(1) }
      // Ends here: to take a large site apart again takes a tenth of what making it took, and nobody needs the room.
      withExtendedLifetime(project) { Foundation.exit(EXIT_SUCCESS) }
    }
  }

  /// Where the site is written.
  private var folder: OutputFolder {
    OutputFolder(path: output ?? options.build.path("Output"), followsLink: output != nil)
  }

  private func hooks(_ folder: OutputFolder) -> SiteBuild.Hooks {
    let format = options.format
    var hooks = SiteBuild.Hooks()
    hooks.waiting = {
      Terminal.printError("Une autre fabrication écrit dans « \(folder.path) » : celle-ci attend son tour.")
    }
    hooks.watchdog = { ContentWatch.begin(format, ending: $0) }
    hooks.pictures = { done, total in
      Terminal.progress(done < total ? "Images préparées : \(done) sur \(total)…" : "")
    }
    hooks.files = { done, total in Terminal.progress(done < total ? "\(done) fichiers sur \(total)…" : "") }
    return hooks
  }

  /// Says to people what was made.
  private func say(_ words: BuildRecord.Words, _ files: String) {
    guard options.format == .text else { return }
    Terminal.print([words.opening, files, words.closing].joined(separator: "\n"))
  }

  func validate() throws {
    if output == "" { throw ValidationError("--output attend le nom d’un dossier.") }
    if against != nil, !isReviewed { throw ValidationError("--against ne sert qu’avec --summary ou --preview.") }
  }

  private var isReviewed: Bool { summary != nil || preview != nil }

  /// Pictures and style of the pages of before stand in the folder that these were read from, or were written over.
  private func writePreview(_ project: Project, _ folder: OutputFolder, before: [BuiltPage]) throws {
    guard let preview, let text = try project.preview(in: folder.path, before: before, against: against) else { return }
    try TextFile.write(text, to: preview)
  }

  private func writeSummary(_ text: String?) throws {
    guard let summary, let text else { return }
    try TextFile.write(text, to: summary)
  }
}

extension Build: ConfinedCommand {
  func confinement() -> Confinement? {
    var confinement = SiteBuild.confinement(options.build, into: folder)
    if confinement.folders.isEmpty { return confinement }
    for report in [summary, preview].compactMap({ $0 }) {
      TextFile.make(report)
      confinement.files.append(report)
    }
    return confinement
  }
}

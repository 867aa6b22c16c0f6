import Building
import Diagnostics
import Files
import Foundation
import Publishing
import Reading
import Serving
import Site

/// Builds one preview after the other in memory, each with what the one before left.
struct PreviewBuilder {
  let options: SiteOptions
  private let watchdog: Watchdog
  private var memory = ProjectMemory()
  private var reported: [Diagnostic] = []
  private var elapsed = Duration.zero

  init(options: SiteOptions) {
    self.options = options
    watchdog = ContentWatch.begin(options.format, isServing: true)
  }

  /// The first one.
  ///
  /// - Throws: `Fault` where there is no project to show.
  mutating func first() async throws -> Preview {
    // Later than any version of an earlier run, so that pages that stayed open show this one.
    let version = Int(Date().timeIntervalSince1970 * 1000)
    let preview = preview(
      try await Project.read(options.build, watchdog: watchdog, memory: &memory), version: version,
      after: nil)
    reportDiagnostics(preview)
    return preview
  }

  /// What there is now, after `last`. With errors the last good site stays.
  mutating func next(after last: Preview) async -> Preview {
    let start = ContinuousClock.now
    defer { elapsed = start.duration(to: .now) }
    do {
      return preview(
        try await Project.read(options.build, watchdog: watchdog, memory: &memory),
        version: last.version + 1, after: last
      )
    } catch {
      let fault = Fault(error)
      let diagnostic = Diagnostic(
        code: "project", severity: .error, place: nil, message: fault?.message ?? "Le site ne peut pas être fabriqué.",
        hint: fault?.hint)
      return Preview(
        version: last.version + 1, publication: nil, report: DiagnosticReport([diagnostic]), basePath: "",
        projectRoot: options.build.root, after: last)
    }
  }

  private func preview(_ project: Project, version: Int, after last: Preview?) -> Preview {
    let isGood = project.report.errors == 0 || options.keepGoing && !project.isStopped
    return Preview(
      version: version, publication: isGood ? project.publication : nil, report: project.report,
      basePath: project.site?.settings.basePath ?? "", projectRoot: options.build.root, after: last)
  }

  /// Says what came of it, and what is to be reported unless it was just reported.
  mutating func report(_ preview: Preview) {
    reportDiagnostics(preview)
    let milliseconds = Int((elapsed / .milliseconds(1)).rounded(.up))
    Terminal.printError(
      preview.isBehind
        ? "La dernière version juste reste visible." : "Site refait en \(milliseconds)\u{A0}ms.")
  }

  private mutating func reportDiagnostics(_ preview: Preview) {
    guard preview.report.diagnostics != reported else { return }
    reported = preview.report.diagnostics
    Terminal.report(preview.report, options.format)
  }
}

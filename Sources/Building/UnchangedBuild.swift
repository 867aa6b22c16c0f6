import Foundation
import Publishing
import Reading
import Site
import Writing

/// Whether a build would only repeat the last one: then it is not done again, and what was said is said again.
struct UnchangedBuild {
  private let options: BuildOptions
  private let folder: OutputFolder
  /// `nil` where what the build is made of was changed just now.
  private let sources: String?
  /// Seconds since 1970, before anything is read.
  private let moment = Int(Date().timeIntervalSince1970)

  /// To be made before anything is read.
  ///
  /// - Parameter words: all else that the outcome depends on: the command line.
  init(_ options: BuildOptions, _ folder: OutputFolder, words: [String]) {
    self.options = options
    self.folder = folder
    sources =
      SourcesState(
        folders: [options.root + "/Content", options.themesFolder],
        // What machines ask for is published though it is hidden.
        whole: MachineFile.folder,
        // The version of the machine's time zones stands in the first of these.
        files: ["/usr/share/zoneinfo/tzdata.zi", "/usr/share/zoneinfo"],
        words: words + [FileManager.default.currentDirectoryPath]
          + ["PATH", "SOURCE_DATE_EPOCH"].map { options.environment[$0] ?? "" }
      ).digest
  }

  /// The last build, where it is still true.
  var known: BuildRecord? {
    guard let sources, let record = BuildRecord.read(root: options.root), record.sources == sources,
      record.holds(at: moment, in: folder), record.revision == projectRevision(root: options.root)
    else { return nil }
    return record
  }

  /// Keeps what a build that went well has come to, for the next one.
  func keep(_ project: Project, _ publication: Publication, _ written: OutputReport, _ words: BuildRecord.Words) {
    guard let sources, let output = written.state, let site = project.site, !project.reportsVanished else { return }
    BuildRecord(
      sources: sources, revision: project.revision, times: times(of: site, publication),
      output: output, words: words
    ).write(root: options.root)
  }

  /// See ``BuildRecord/times``.
  private func times(of site: Site, _ publication: Publication) -> Range<Int>? {
    if options.today != nil || Today.given(in: options.environment) != nil { return nil }
    // In the hour that the clock shows twice the next minute may lie before this one: then nothing is known for later.
    return moment..<max(moment, site.settings.zone.instant(of: publication.nextChange).seconds)
  }
}

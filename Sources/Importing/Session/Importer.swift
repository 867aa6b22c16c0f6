import Building
import Diagnostics
import Files
import Foundation
import Markup
import Reading
import Site
import Text
import Threads
import Time

/// What is asked of an import.
package struct ImportRequest: Sendable {
  /// The file or folder to read.
  package var source: String
  /// The project whose `Content` receives the files.
  package var root: String
  /// Where the old site kept its files.
  package var uploads: String?
  /// Only what is dated from this day on.
  package var since: CivilDay?
  package var isDry: Bool
  /// The folder of the themes; `nil` for that of the project.
  package var themes: String?
  package var environment: [String: String]

  package init(
    source: String, root: String, uploads: String? = nil, since: CivilDay? = nil, isDry: Bool = false,
    themes: String? = nil, environment: [String: String] = [:]
  ) {
    self.source = source
    self.root = root
    self.uploads = uploads
    self.since = since
    self.isDry = isDry
    self.themes = themes
    self.environment = environment
  }
}

/// Brings the texts of another site into the content, in one call: what there is, a file for each, their texts, a check of all,
/// a report.
package struct Importer: Sendable {
  private let request: ImportRequest
  private let watchdog: Watchdog?
  /// Of what was written, for the check of it.
  private let soundTexts = SoundTexts()
  /// Called from time to time with the number of entries done, and of how many.
  private let progress: @Sendable (_ done: Int, _ total: Int) -> Void

  package init(
    _ request: ImportRequest, watchdog: Watchdog? = nil,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) {
    self.request = request
    self.watchdog = watchdog
    self.progress = progress
  }

  /// - Throws: `Fault` where the source is none that is known, or the machine does not do its part.
  package func run() async throws -> ImportOutcome {
    try LibXML.load()
    try Project.requireContent(in: request.root)
    if let uploads = request.uploads { try Self.requireFolder(uploads) }
    let (site, today, _) = try await Project.site(
      of: request.root, environment: request.environment, watchdog: watchdog)
    try Project.requireTheme(of: site, options)
    var outcome = try bring(to: site, today: today.day)
    if !request.isDry {
      // What was written and is left to do is said too where the whole is more than can be read.
      let brought = outcome
      async let report = report(brought, today: today.day)
      try await check(&outcome)
      _ = try await report
      outcome.reportPath = try self.report(outcome, today: today.day)
    }
    return outcome
  }

  /// Writes the files of what the source has. All that is known of the source is given back before the whole is checked.
  private func bring(to site: Site, today: CivilDay) throws -> ImportOutcome {
    let source = try ImportSources.source(at: request.source, settings: site.settings, today: today)
    let survey = try source.survey()
    let memory = ImportMemory(root: request.root)
    let oldSite = OldSite(survey.address)
    let plan = ImportPlan(survey, memory: memory, taken: EntryNames.taken(in: request.root), site: oldSite)
    let media = MediaFolder(root: request.root, uploads: request.uploads ?? source.files, isDry: request.isDry)
    let composer = EntryComposer(
      plan: plan, site: oldSite, media: media,
      mediaByIdentity: Dictionary(survey.media.map { ($0.identity, $0) }) { first, _ in first },
      mediaByAddress: Dictionary(
        survey.media.compactMap { medium in
          oldSite.key(of: MediaFolder.originals(of: medium.address)[0]).map { ($0, medium) }
        }
      ) { first, _ in first },
      mediaByParent: Dictionary(grouping: survey.media.filter { $0.parent != nil }, by: { $0.parent ?? "" })
        .mapValues { $0.map(\.identity) },
      parts: SharedTexts(survey.parts), basePath: site.settings.basePath)
    var outcome = ImportOutcome(source: source.name, path: request.source, address: survey.address)
    (outcome.isDry, outcome.leftOut, outcome.redirections) = (request.isDry, survey.leftOut, survey.redirections)
    outcome.nameless = plan.nameless.map(\.title)
    try write(source, survey, memory, composer, &outcome)
    outcome.copied = media.copied
    return outcome
  }

  /// Writes the report. Its name is given back.
  private func report(_ outcome: ImportOutcome, today: CivilDay) throws -> String {
    try ImportReportFile(root: request.root).write(ImportReport(outcome, today: today).markdown)
  }

  /// The report of a run that wrote nothing.
  package static func preview(of outcome: ImportOutcome) -> String { ImportReport(outcome, today: nil).markdown }

  private static func requireFolder(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw Fault(
        "Le dossier « \(path) » n’existe pas.",
        hint: "Donnez avec --uploads la copie du dossier wp-content/uploads de l’ancien site.",
        status: Fault.inputOutput)
    }
  }

  // MARK: Writing

  private func write(
    _ source: any ImportSource, _ survey: ImportSurvey, _ memory: ImportMemory, _ composer: EntryComposer,
    _ outcome: inout ImportOutcome
  ) throws {
    let writer = NewFileWriter(root: request.root)
    let pipeline = Pipeline<(ImportItem, ImportPlan.Place), FinishedEntry> { [watchdog] entry, turn in
      watchdog.watching(entry.1.path) { composer.prepared(entry.0, at: entry.1, turn: turn.wait).finished() }
    }
    func land(_ entries: [FinishedEntry]) throws {
      if let fault = composer.media.fault { throw fault }
      for entry in entries { try self.land(entry, writer, &outcome) }
    }
    var done = 0
    var seen: Set<String> = []
    var doubles = 0
    try source.forEach { item in
      done += 1
      if done.isMultiple(of: 100) { progress(done, survey.outlines.count) }
      let origin = item.outline.origin
      guard seen.insert(origin).inserted else {
        doubles += 1
        return
      }
      guard let place = composer.plan.places[origin],
        !composer.plan.existing.contains(origin)
      else { return }
      if let since = request.since, let date = item.outline.date, date.lastDay < since {
        outcome.older += 1
        return
      }
      if let known = memory.known[ImportMemory.name(of: origin)] {
        outcome.known.append(
          ImportOutcome.Known(
            path: known.path, title: item.outline.title, isChangedThere: known.fingerprint != item.fingerprint,
            isEditedHere: known.isEdited))
        return
      }
      try land(pipeline.add((item, place)))
    }
    try land(pipeline.finish())
    // Texts that are not brought again were not asked what they show.
    if let unused = composer.parts.leftOut, outcome.known.isEmpty, request.since == nil {
      outcome.leftOut.append(unused)
    }
    if doubles > 0 {
      let noun = Noun.masculine("double", plural: "doubles")
      outcome.leftOut.append(LeftOut(noun: noun, count: doubles, remark: "que la source disait être la même entrée"))
    }
    let names = Set(seen.map(ImportMemory.name))
    // Of the same site: origins are the same but for what stands behind their last space.
    let sources = Set(names.map(Self.source))
    outcome.gone = memory.known.filter { !names.contains($0.key) && sources.contains(Self.source($0.key)) }
      .map(\.value.path).sorted()
  }

  private func land(_ entry: FinishedEntry, _ writer: NewFileWriter, _ outcome: inout ImportOutcome) throws {
    let path = entry.written.path
    if !request.isDry, try !writer.create(path, entry.bytes) {
      throw Fault(
        "« \(path) » vient d’être créé par un autre programme.", hint: "Relancez la commande.",
        status: Fault.inputOutput)
    }
    if !request.isDry, let text = entry.text { soundTexts.add(text, path: path) }
    outcome.remarks += entry.remarks
    outcome.lostAddresses += entry.lostAddresses.map { ($0, path) }
    outcome.written.append(entry.written)
    outcome.addMissing(entry.missing)
  }

  private static func source(_ origin: String) -> Substring {
    origin.lastIndex(of: " ").map { origin[..<$0] } ?? origin[...]
  }

  // MARK: Checking

  /// Reads what was written as a build would. Earlier addresses that something else has here, which only the whole site can
  /// show, are taken out of the files that this run has made.
  private func check(_ outcome: inout ImportOutcome) async throws {
    var project = try await project()
    let written = Set(outcome.written.map(\.path))
    var lost: [String: [SitePath]] = [:]
    for refused in project.publication?.refusedAliases ?? [] {
      // What stood here before the import stays.
      let file = written.contains(refused.source) ? refused.source : refused.holder ?? ""
      if written.contains(file) { lost[file, default: []].append(refused.path) }
    }
    if !lost.isEmpty {
      for (path, aliases) in lost.sorted(by: { $0.key < $1.key }) {
        outcome.lostAddresses += try ImportedFile(path, root: request.root).remove(aliases).map { ($0, path) }
      }
      project = try await self.project()
    }
    let own = project.report.diagnostics.filter { $0.place.map { written.contains($0.file) } ?? false }
    discard(consume project)
    outcome.check = DiagnosticReport(own)
    outcome.isChecked = true
  }

  private var options: BuildOptions {
    var options = BuildOptions(root: request.root)
    (options.themes, options.environment) = (request.themes, request.environment)
    (options.setsTexts, options.soundTexts) = (false, soundTexts)
    return options
  }

  private func project() async throws -> Project {
    try await Project.read(options, makesPictures: false, watchdog: watchdog)
  }
}

import Diagnostics
import Files
import Pictures
import Publishing
import Reading
import Site

/// What follows reading: pictures, plan and checks; and reading again, where something is wrong and the rest is to be
/// published all the same.
struct Stages {
  let options: BuildOptions
  let makesPictures: Bool
  /// The files of the last build.
  let earlier: [String]
  let watchdog: Watchdog?
  /// What earlier builds of the same program saw of the pictures.
  let pictures: PictureMemory
  /// What they worked out.
  let plans: PlanMemory
  let progress: PictureProgress

  /// What pictures, plan and checks give.
  private struct Plan {
    var publication: Publication
    var diagnostics: [Diagnostic]
  }

  /// The project as `read` has it. Where it is to go on in spite of errors, each entry that has some is read as it was when
  /// it had none.
  func project(of read: ReadingResult, cache: inout ReadingCache) async throws -> Project {
    var read = read
    // What is wrong is reported of the files as they are, not as they were.
    var diagnostics = read.diagnostics
    var sources = read.sources
    var sound = SoundVersions(root: options.root)
    var plan = try await self.plan(of: read, whileGoingBackTo: &sound, cache: &cache) { fresh, found in
      diagnostics += found
      sources.merge(fresh.sources) { first, _ in first }
      read = fresh
    }
    if let zone = read.site?.settings.zone { diagnostics += sound.notes(in: zone) }
    diagnostics += plan?.diagnostics ?? []
    var vanished: [Diagnostic] = []
    // What is left out because it is wrong is reported as such.
    if let site = read.site, let plan, !diagnostics.contains(where: { $0.severity == .error }) {
      vanished = VanishedPages.diagnostics(
        earlier: earlier, now: plan.publication, of: site, today: read.today ?? .last,
        heldBack: read.heldBack.map(\.key))
    }
    sources.merge(sourceTexts(of: diagnostics + vanished, besides: sources, root: options.root)) { first, _ in first }
    if let next = read.nextPublishing, let planned = plan?.publication.nextChange {
      plan?.publication.nextChange = min(planned, next)
    }
    return Project(
      site: read.site, publication: plan?.publication,
      report: DiagnosticReport(
        diagnostics + vanished, sources: sources, isStrict: options.isStrict,
        allowsPlaceholders: options.allowsPlaceholders),
      heldBack: read.heldBack, isStopped: plan == nil || diagnostics.contains { $0.isOfTwoOwners },
      revision: read.revision, reportsVanished: vanished.contains { $0.code == Diagnostic.vanishedPageCode })
  }

  /// The plan of what was read; of older texts of entries that have errors, as long as there are any.
  ///
  /// - Parameter isReadAgain: hears what was read in the place of the last, and what made it necessary beyond what reading
  ///   itself had reported.
  private func plan(
    of first: ReadingResult, whileGoingBackTo sound: inout SoundVersions, cache: inout ReadingCache,
    isReadAgain: (ReadingResult, [Diagnostic]) -> Void
  ) async throws -> Plan? {
    var read = first
    guard options.keepsGoing, read.site != nil else { return try await plan(of: read) }
    while true {
      // An address that two have is for people to give to one of them.
      if read.diagnostics.contains(where: \.isOfTwoOwners) { return try await plan(of: read) }
      while sound.goBack(for: read.diagnostics.wrongEntries) {
        read = await readAgain(sound, &cache)
        isReadAgain(read, [])
      }
      guard let plan = try await plan(of: read) else { return nil }
      let wrong = plan.diagnostics.wrongEntries
      guard !plan.diagnostics.contains(where: \.isOfTwoOwners), sound.goBack(for: wrong) else { return plan }
      let found = plan.diagnostics.filter { $0.place.map { wrong.contains($0.file) } ?? false }
      read = await readAgain(sound, &cache)
      isReadAgain(read, found)
    }
  }

  private func readAgain(_ sound: SoundVersions, _ cache: inout ReadingCache) async -> ReadingResult {
    var reading = options.reading(watchdog)
    reading.replacements = sound.replacements
    reading.leftOut = sound.abandoned
    return await readSite(root: options.root, options: reading, cache: &cache)
  }

  private func plan(of read: ReadingResult) async throws -> Plan? {
    guard let site = read.site, let today = read.today else { return nil }
    let theme = try Project.theme(named: site.settings.theme)
    let assets = try ThemeFolder.assets(of: theme.name, in: options.themesFolder)
    let pictures = try await PictureStage.run(
      site, read, theme: theme, root: options.root, isMaking: makesPictures, environment: options.environment,
      watchdog: watchdog,
      memory: self.pictures, progress: progress)
    let (publication, remarks) = Publishing.publication(
      of: pictures.site, theme: theme, assets: assets, today: today, templates: EntryTemplate.proposals,
      pictures: pictures.files, references: AddressReferences(links: read.links, aliases: read.aliases), memory: plans)
    let sent = Set(site.issues.filter { $0.isSent(at: today) }.map(\.entry.source))
    let found = (pictures.diagnostics + remarks).map { remark in
      remark.place.map { sent.contains($0.file) } == true ? remark.asNote : remark
    }
    return Plan(publication: publication, diagnostics: found)
  }
}

extension Diagnostic {
  /// Whether two files would be published at one address.
  fileprivate var isOfTwoOwners: Bool { severity == .error && code == Diagnostic.sameAddressCode }
}

extension [Diagnostic] {
  /// The files of entries that have errors.
  fileprivate var wrongEntries: Set<String> {
    Set(
      lazy.filter { $0.severity == .error }.compactMap(\.place?.file).filter { file in
        file.hasPrefix(ContentFiles.folder + "/") && ContentFiles.isText(file)
      })
  }
}

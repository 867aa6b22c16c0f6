import Diagnostics
import Files
import Site
import Threads

/// Reads the folder `Content` of the project at `root`: every file once, every mistake of every file in one go. Nothing
/// is thrown: what can't be read is reported by the diagnostics.
package func readSite(root: String, options: ReadingOptions = ReadingOptions()) async -> ReadingResult {
  var cache = ReadingCache()
  let result = await readSite(root: root, options: options, cache: &cache)
  discard(consume cache)
  return result
}

/// Reads the project in the folder `root` again: of what `cache` kept of an earlier reading, only what has changed
/// since is read.
package func readSite(
  root: String, options: ReadingOptions, cache: inout ReadingCache
) async -> ReadingResult {
  let tree = ContentTree(root: root, known: cache.keys)
  cache.keys = tree.keys
  guard tree.exists else {
    return ReadingResult(site: nil, diagnostics: tree.diagnostics)
  }
  async let asked = revisions(root: root, options, known: cache.revisions)
  var sources: [SourceText] = []
  var found = tree.diagnostics
  let (settings, names) = readSettings(root: root, options, &found, &sources)
  let drafts = await cache.drafts(
    of: tree, root: root, zone: settings?.zone ?? .utc, options
  ).map(\.outcome)
  let revisions = await asked
  cache.revisions = revisions

  guard let settings else {
    for draft in drafts { found += draft.diagnostics }
    sources += drafts.compactMap(\.source)
    return ReadingResult(site: nil, diagnostics: found, sources: spokenOf(found, sources))
  }
  let today = options.today ?? Today.now(in: settings.zone, environment: options.environment)
  var assembly = SiteAssembly(
    root: root, settings: settings, today: today, options: options, tree: tree, drafts: drafts,
    revisions: revisions)
  assembly.names = names
  let site = await assembly.site(cache: &cache)
  found += assembly.diagnostics
  if !found.isEmpty { sources += drafts.compactMap(\.source) }
  found.sort(by: Diagnostic.precedes)
  return ReadingResult(
    site: site, today: today, revision: revisions.state ?? [], diagnostics: found, heldBack: assembly.heldBack,
    pictures: assembly.pictures, links: assembly.links, aliases: assembly.aliases, sources: spokenOf(found, sources))
}

/// The newest commit of the project at `root`, as ``ReadingResult/revision`` has it.
package func projectRevision(root: String) -> [UInt8] { Revisions.state(root: root) ?? [] }

private func readSettings(
  root: String, _ options: ReadingOptions, _ found: inout [Diagnostic], _ sources: inout [SourceText]
) -> (Settings?, SettingsNames) {
  switch SourceLoader.load(SettingsReader.file, root: root, options.replacements) {
  case .failure(let rejected):
    if let source = rejected.source { sources.append(source) }
    found.append(
      rejected.diagnostic.code == Diagnostic.missingFileCode
        ? .noSettings(SourceLocation(file: SettingsReader.file.shownPath)) : rejected.diagnostic)
    return (nil, SettingsNames())
  case .success(let source):
    sources.append(source)
    return options.watchdog.watching(source.path) {
      var reader = SettingsReader(source)
      let settings = reader.read(baseURL: options.baseURL)
      found += reader.diagnostics
      return (settings, reader.names)
    }
  }
}

private func revisions(root: String, _ options: ReadingOptions, known: Revisions?) async -> Revisions {
  options.readsRevisions ? Revisions.read(root: root, known: known) : .unknown
}

/// The texts that `diagnostics` show lines of and `known` has not, by path: what is found only when the whole is planned speaks
/// of few files, and to keep all of them for it would take as much memory as their texts. What can't be read shows no line.
///
/// - Parameter root: the folder of the project.
package func sourceTexts(
  of diagnostics: [Diagnostic], besides known: [String: SourceText], root: String
) -> [String: SourceText] {
  let paths = Set(diagnostics.compactMap(\.place).filter { $0.line > 0 }.map(\.file)).subtracting(known.keys)
  let folder = ConfinedFolder(root)
  return paths.reduce(into: [:]) { texts, path in
    guard let bytes = try? folder.read(path, limit: SourceLoader.largest) else { return }
    texts[path] = SourceText(path: path, bytes: bytes)
  }
}

/// The files that `diagnostics` show lines of.
private func spokenOf(_ diagnostics: [Diagnostic], _ sources: [SourceText]) -> [String: SourceText] {
  let paths = Set(diagnostics.compactMap { $0.place?.file })
  var result: [String: SourceText] = [:]
  for source in sources where paths.contains(source.path) { result[source.path] = source }
  return result
}

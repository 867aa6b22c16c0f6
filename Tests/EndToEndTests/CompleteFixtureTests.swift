import Building
import Foundation
import Publishing
import Reading
import Site
import Testing
import Time

/// The fixture sites: one that uses all of the format, one that uses next to nothing, one in English.
@Suite struct CompleteFixtureTests {
  /// The lively one is the program's own example, which `gazette init --exemple` brings.
  static func root(_ name: String) -> String {
    Program.projectRoot + (name == "vivant" ? "/Sources/Building/Starter/example" : "/Tests/Fixtures/" + name)
  }

  private func read(_ name: String, includesDrafts: Bool = false) async throws -> ReadingResult {
    let today = CivilDateTime(day: try #require(CivilDay(year: 2026, month: 3, day: 15)), minuteOfDay: 1439)
    return await readSite(
      root: Self.root(name),
      options: ReadingOptions(today: today, includesDrafts: includesDrafts, readsRevisions: false))
  }

  @Test(arguments: ["complet", "minimal", "anglais", "vivant"])
  func `a fixture is read without a message`(name: String) async throws {
    let result = try await read(name)
    #expect(result.diagnostics.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0) \($0.message)" } == [])
    #expect(result.site != nil)
  }

  /// Who shows no text does without most of its typography; how long a letter is, and so what is reported of it, stays the same.
  @Test(arguments: ["complet", "vivant"])
  func `a site that is only checked has the same letters`(name: String) async throws {
    func project(setsTexts: Bool) async throws -> Project {
      var options = BuildOptions(root: Self.root(name))
      options.themes = Program.projectRoot + "/Themes"
      options.today = CivilDateTime(day: try #require(CivilDay(year: 2026, month: 3, day: 15)), minuteOfDay: 1439)
      (options.includesDrafts, options.setsTexts) = (true, setsTexts)
      return try await Project.read(options, makesPictures: false, watchdog: nil)
    }
    let (shown, checked) = (try await project(setsTexts: true), try await project(setsTexts: false))
    #expect(checked.report.diagnostics == shown.report.diagnostics)
    let (whole, lean) = (try letters(of: shown), try letters(of: checked))
    #expect(lean == whole && !whole.isEmpty)
  }

  private func letters(of project: Project) throws -> [String: [UInt8]] {
    try (project.publication?.files ?? []).reduce(into: [:]) { files, file in
      guard file.path.hasPrefix("infolettres/"), file.path.hasSuffix("/email.html") || file.path.hasSuffix(".eml"),
        case .rendered(let render) = file.content
      else { return }
      files[file.path] = try render()
    }
  }

  @Test(arguments: EntryKind.allCases)
  func `the complete fixture uses every key of the format`(kind: EntryKind) throws {
    let written = try frontMatter(in: Self.root("complet") + "/Content/" + kind.folder)
    for name in Self.names(in: Schema.keys(of: kind)) where !isShared(name, of: kind) {
      #expect(written.contains(name), "\(kind.folder): \(name)")
    }
  }

  @Test(arguments: ["complet", "anglais"])
  func `the settings use every key`(name: String) throws {
    let text = try String(contentsOfFile: Self.root(name) + "/Content/site.yml", encoding: .utf8)
    let written = Set(text.split(separator: "\n").map { key(of: $0) })
    for description in Self.all(in: Schema.settings) {
      let names = name == "complet" ? [description.name] : description.synonyms
      #expect(names.isEmpty || !written.isDisjoint(with: names), "\(description.name)")
    }
  }

  @Test func `drafts and what is planned are held back`() async throws {
    let result = try await read("complet")
    #expect(
      result.heldBack.map(\.source).sorted() == [
        "Content/nouvelles/brouillon-secret.md", "Content/nouvelles/plus-tard.md",
      ])
    let all = try #require(try await read("complet", includesDrafts: true).site)
    let some = try #require(result.site)
    // `publier_le` holds back drafts or no drafts; `--date` is the way to look ahead.
    #expect(all.news.count == some.news.count + 1)
  }

  @Test func `every form of schedule gives its occurrences`() async throws {
    let site = try #require(try await read("complet").site)
    let first = try #require(CivilDay(year: 2026, month: 1, day: 1))
    let last = try #require(CivilDay(year: 2026, month: 4, day: 30))
    func starts(_ slug: String) throws -> [String] {
      let event = try #require(site.event(EntryKey(kind: .event, slug: slug)), "\(slug)")
      return event.schedule.occurrences(in: first...last).map { String($0.span.start.iso.dropFirst(5)) + mark($0) }
    }
    #expect(try starts("atelier-reparation") == ["01-02T15:00", "02-06T15:00", "03-06T15:00", "04-10T15:30 moved"])
    #expect(try starts("cours-du-soir").count == 10)
    #expect(try starts("chorale").prefix(3) == ["01-07T20:00", "01-21T20:00", "02-04T20:00"])
    #expect(try starts("reunion-du-quinze") == ["01-15T18:00", "03-15T18:00"])
    #expect(try starts("bilan-du-trente-et-un") == ["01-31T23:00", "03-31T23:00"])
    #expect(try starts("bric-a-brac") == ["01-31", "02-28", "03-28", "04-25"])
    #expect(try starts("repas-du-quatrieme-mardi").count == 4)
    #expect(try starts("veillees").count == 11)
    #expect(try starts("projections") == ["02-06T20:00", "03-13T20:00 cancelled", "04-25T20:30 moved"])
    #expect(try starts("balade") == ["03-20T20:00 cancelled"])
    #expect(try starts("conference") == ["04-14T18:30 moved"])
    #expect(try starts("concert") == ["03-28T21:00 postponed"])
    #expect(try starts("lectures") == ["02-03T18:00"])
    #expect(try starts("aperitif") == [])
  }

  private func mark(_ occurrence: Occurrence) -> String {
    switch occurrence.state {
    case .confirmed, .tentative: return occurrence.isMoved ? " moved" : ""
    case .cancelled: return " cancelled"
    case .postponed: return " postponed"
    }
  }

  // MARK: What is written in the fixtures

  /// All names of keys, French and English, of maps within maps too.
  private static func names(in descriptions: [KeyDescription]) -> [String] {
    all(in: descriptions).flatMap { [$0.name] + $0.synonyms.prefix(1) }
  }

  static func all(in descriptions: [KeyDescription]) -> [KeyDescription] {
    descriptions.flatMap { description -> [KeyDescription] in
      switch description.type {
      case .map(let inner), .list(.map(let inner)), .either(_, .map(let inner)),
        .either(_, .either(_, .map(let inner))),
        .list(.either(_, .map(let inner))):
        return [description] + all(in: inner)
      default: return [description]
      }
    }
  }

  /// Keys of every kind are looked for in news and events alone.
  private func isShared(_ name: String, of kind: EntryKind) -> Bool {
    kind != .news && kind != .event && Self.names(in: Schema.keys(of: .series)).contains(name)
  }

  /// The names written before a colon in the front matter of the files of `folder`.
  private func frontMatter(in folder: String) throws -> Set<String> {
    var names: Set<String> = []
    for case let file as String in FileManager.default.enumerator(atPath: folder) ?? .init()
    where file.hasSuffix(".md") {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      for line in lines.prefix(while: { $0 != "---" }) { names.insert(key(of: line)) }
    }
    return names
  }

  private func key(of line: Substring) -> String {
    String(line.drop { $0 == " " || $0 == "-" }.prefix { $0 != ":" })
  }
}

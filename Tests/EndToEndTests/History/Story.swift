import Foundation
import Publishing
import Reading
import Site
import Testing
import Time

/// A site with its history in git, from commit to commit.
final class Story {
  private let scratch: ScratchFolder
  /// What the clock of who commits shows, in seconds since 1970: an hour later each time.
  var clock = 1_772_359_200  // 2026-03-01T10:00:00Z

  var root: String { scratch.path }

  static let settings = """
    titre: Un lieu
    adresse: https://exemple.org
    langue: fr
    fuseau: Europe/Paris
    theme: Champigny
    identifiant: 7b1c6f0e-6a0f-4b7a-9a59-0d6a5f0e2a11

    """
  static let event = "titre: Le bal\ndebut: 2026-06-20 19:00\nfin: 2026-06-20 21:00\nlieu: salle\n"
  static let place = "titre: La salle\nadresse: 1 rue du Lac\n"

  /// A site with an event at a place, committed.
  init() throws {
    scratch = try ScratchFolder()
    try git("init", "--quiet", "--initial-branch=main")
    try scratch.write(Self.settings, to: "Content/site.yml")
    try write("evenements/bal", Self.event)
    try write("lieux/salle", Self.place)
    try commit()
  }

  init(clonedFrom other: Story, _ options: String...) throws {
    scratch = try ScratchFolder()
    clock = other.clock
    try git(["clone", "--quiet"] + options + ["file://" + other.root, "."])
  }

  // MARK: Files

  /// Writes an entry: `name` below `Content/`, without `.md`.
  func write(_ name: String, _ lines: String, body: String = "Venez.") throws {
    try scratch.write("---\n\(lines)---\n\(body)\n", to: "Content/\(name).md")
  }

  func write(settings: String) throws { try scratch.write(settings, to: "Content/site.yml") }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: root + "/Content/\(name).md")
  }

  // MARK: git

  func git(_ arguments: String...) throws { try git(arguments) }

  func git(_ arguments: [String]) throws {
    let status = try tryGit(arguments)
    try #require(status == 0, "git \(arguments)")
  }

  /// What git ends with: a merge with a conflict does not end well.
  @discardableResult func tryGit(_ arguments: [String]) throws -> Int32 {
    let date = "\(clock) +0000"
    return Program.status(
      of: "/usr/bin/env",
      ["GIT_AUTHOR_DATE=\(date)", "GIT_COMMITTER_DATE=\(date)", "GIT_CONFIG_GLOBAL=/dev/null", "git", "-C", root]
        + ["-c", "user.name=A", "-c", "user.email=a@exemple.org", "-c", "advice.detachedHead=false"] + arguments)
  }

  /// Commits all that stands there, an hour after what was committed last.
  func commit() throws {
    clock += 3600
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "--message", "Un changement")
  }

  func merge(_ branch: String, _ options: String...) throws {
    clock += 3600
    try git(["merge", "--quiet", "--no-edit", "--no-ff"] + options + [branch])
  }

  func checkOut(_ branch: String) throws { try git("checkout", "--quiet", branch) }

  func begin(_ branch: String) throws { try git("checkout", "--quiet", "-b", branch) }

  // MARK: What is published

  /// The site as it stands there now. What is wrong with the content is a mistake of the test.
  func read(today: String = "2026-04-01") async throws -> ReadingResult {
    let numbers = today.split(separator: "-").compactMap { Int($0) }
    let day = try #require(CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]))
    let options = ReadingOptions(today: CivilDateTime(day: day, minuteOfDay: 1439))
    let result = await readSite(root: root, options: options)
    let errors = result.diagnostics.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(errors)")
    return result
  }

  /// What a subscriber gets from a calendar.
  func calendar(_ path: String = "agenda.ics", today: String = "2026-04-01") async throws -> CalendarCopy {
    let result = try await read(today: today)
    let (site, now) = (try #require(result.site), try #require(result.today))
    let file = try #require(CalendarFiles(of: site, today: now).files.first { $0.path == path }, "\(path)")
    guard case .rendered(let render) = file.content else { return CalendarCopy() }
    return CalendarCopy(try render())
  }
}

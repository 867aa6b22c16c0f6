import Foundation
import TestSupport
import Testing

/// Builds that are killed, at two hundred moments: in the middle of all they do, of preparing files, of putting them in
/// place.
@Suite struct KillTests {
  /// One of two contents of which nearly every file differs.
  private static func project(_ word: String, in folder: ScratchFolder) throws -> String {
    let aliases = (0..<60).map { "/ancienne-\($0)/" }.joined(separator: ", ")
    try folder.write(
      SmallSite.settings.replacing("Le tiers-lieu", with: "Le lieu \(word)"), to: "\(word)/Content/site.yml")
    try folder.write(
      "---\ntitre: Une nouvelle \(word)\ndate: 2026-05-01\nalias: [\(aliases)]\n---\nUn texte \(word).\n",
      to: "\(word)/Content/nouvelles/essai.md")
    // A page of one content stands where the other has none.
    try folder.write("---\ntitre: Page \(word)\n---\nUn texte.\n", to: "\(word)/Content/pages/\(word).md")
    return folder.path + "/" + word
  }

  private static func arguments(_ root: String, _ output: String) -> [String] {
    ["build", "--root", root, "--themes", Program.projectRoot + "/Themes", "--date", "2026-06-15", "--output", output]
  }

  /// When a build is killed.
  private enum Moment: CaseIterable {
    case anyTime, whilePreparing, whilePlacing
  }

  @Test func `whenever a build is killed every file is whole, and the next build makes the site right`() async throws {
    let folder = try ScratchFolder()
    let output = folder.path + "/Sortie"
    let roots = try ["un", "deux"].map { try Self.project($0, in: folder) }
    var clean: [[String: Data]] = []
    var duration = Duration.zero
    for (index, root) in roots.enumerated() {
      let built = try await Program.run(Self.arguments(root, folder.path + "/propre\(index)"))
      #expect(built.status == 0)
      duration = max(duration, built.duration)
      clean.append(folder.files(in: "propre\(index)"))
    }
    #expect(clean[0].count > 90 && clean[0] != clean[1])

    var (preparing, mixed) = (0, 0)
    for number in 0..<200 {
      let moment: Moment = number % 2 == 0 ? .anyTime : number % 4 == 1 ? .whilePreparing : .whilePlacing
      let arguments = Self.arguments(roots[number % 2], output)
      try await Program.blocking { [duration] in try Self.kill(arguments, at: moment, duration, output) }
      let state = states(folder, clean)
      #expect(state.broken == [], "kill \(number)")
      if FileManager.default.fileExists(atPath: output + "/.gazette.tmp") { preparing += 1 }
      if state.first > 0, state.second > 0 { mixed += 1 }
      guard number % 20 == 19 else { continue }
      let next = try await Program.run(Self.arguments(roots[number % 2], output))
      #expect(next.status == 0, "after kill \(number): \(next.errors)")
      #expect(folder.files(in: "Sortie") == clean[number % 2], "after kill \(number)")
      #expect(!FileManager.default.fileExists(atPath: output + "/.gazette.tmp"))
    }
    // The kills met what they were to meet.
    #expect(preparing >= 50, "\(preparing) of 200 met a build that had begun to write")
    #expect(mixed >= 5, "\(mixed) of 200 met a build that was putting files in place")
  }

  /// How many files are those of the first content alone, or of the second; which are neither's.
  private func states(
    _ folder: ScratchFolder, _ clean: [[String: Data]]
  ) -> (first: Int, second: Int, broken: [String]) {
    var result = (first: 0, second: 0, broken: [String]())
    for (path, data) in folder.files(in: "Sortie") where !path.hasPrefix(".gazette") {
      let (isFirst, isSecond) = (clean[0][path] == data, clean[1][path] == data)
      if isFirst, !isSecond { result.first += 1 }
      if isSecond, !isFirst { result.second += 1 }
      if !isFirst, !isSecond { result.broken.append(path) }
    }
    return result
  }

  /// Starts a build and kills it (`kill -9`).
  private static func kill(_ arguments: [String], at moment: Moment, _ duration: Duration, _ output: String) throws {
    let process = Program.process(arguments)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let manifest = identity(output + "/.gazette")
    try process.run()
    switch moment {
    case .anyTime: pause(duration * Double.random(in: 0...1.1))
    case .whilePreparing:
      while process.isRunning, identity(output + "/.gazette.tmp") == nil { usleep(300) }
      pause(duration / 4 * Double.random(in: 0...1))
    case .whilePlacing:
      // The manifest of both contents is the first file to be put in place.
      while process.isRunning, identity(output + "/.gazette") == manifest { usleep(50) }
      pause(.microseconds(Int.random(in: 0...3000)))
    }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private static func pause(_ duration: Duration) { usleep(UInt32(max(0, duration / .microseconds(1)))) }

  private static func identity(_ path: String) -> UInt64? {
    var status = stat()
    return lstat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }
}

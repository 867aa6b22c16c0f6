import Foundation
import Testing

/// What the machine refuses: the message says what to do, the status is 74, and what was published last stands as it did,
/// byte for byte.
@Suite struct FaultTests {
  private let project: HostileProject
  /// What was published before anything went wrong.
  private let published: [String: [UInt8]]

  init() async throws {
    project = try HostileProject()
    #expect(try await project.build([]).status == 0)
    published = project.made
    try project.news("titre: Autre chose")
  }

  private func expectFault(_ result: Program.Result, _ words: String) {
    #expect(result.status == 74, "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
    // What to do.
    #expect(result.errors.contains("  → "), "\(result.errors)")
  }

  private func build(to output: String, launcher: [String] = []) async throws -> Program.Result {
    try await Program.run(
      ["build", "--root", project.root, "--themes", Program.projectRoot + "/Themes", "--date", "2026-06-15"]
        + (output.isEmpty ? [] : ["--output", output]),
      launcher: launcher)
  }

  // MARK: Room

  @Test(.disabled(if: Program.isInstrumented, "the sanitizer itself writes larger files"))
  func `a file that may not grow further`() async throws {
    let result = try await build(to: project.output, launcher: ["/bin/sh", "-c", "ulimit -f 16; exec \"$0\" \"$@\""])
    expectFault(result, "plus grand que ce que le système permet")
    #expect(project.made == published)
  }

  @Test(.enabled(if: getuid() == 0, "only root may hide a folder of the system"))
  func `a machine without time zones`() async throws {
    let hide = "mount -t tmpfs none /usr/share/zoneinfo && exec \"$0\" \"$@\""
    let launcher = ["/usr/bin/unshare", "--mount", "/bin/sh", "-c", hide]
    try #require(Program.status(of: launcher[0], Array(launcher.dropFirst()) + ["/bin/true"]) == 0)
    let result = try await project.build([], launcher: launcher)
    expectFault(result, "fuseaux horaires ne sont pas installées")
    #expect(result.errors.contains("tzdata") && !result.errors.contains("site.yml"))
    #expect(project.made == published)
  }

  // Below some 110 MB the system cannot even load what the compiler brings, where that is not linked into the program; of the
  // released one, its launcher says so (`.ci/rehearse`).
  @Test(arguments: ["ulimit -n 8", "ulimit -v 130000", "ulimit -v 150000"])
  func `a system that gives too little`(limit: String) async throws {
    // A sanitizer takes terabytes of addresses before anything else is done.
    if Program.isInstrumented, limit.contains("-v") { return }
    let result = try await project.build([], launcher: ["/bin/sh", "-c", limit + "; exec \"$0\" \"$@\""])
    expectFault(result, "Le système")
    #expect(result.errors.contains("ulimit"))
    #expect(project.made == published)
  }

  @Test func `a machine without the library of imports builds, and says what an import needs`() async throws {
    // What the loader finds first is no library.
    for name in ["libxml2.so.2", "libxml2.so.16"] { try project.write("x", to: "bibliotheques/" + name) }
    let environment = ["LD_LIBRARY_PATH": project.root + "/bibliotheques"]
    try project.write("nom;date\nFête;2026-09-01\n", to: "dates.csv")
    let common = ["--themes", Program.projectRoot + "/Themes"]
    let built = try await Program.run(
      ["build", "--root", project.root, "--output", project.output] + common, environment: environment)
    #expect(built.status == 0, "\(built.errors)")
    let result = try await Program.run(
      ["import", project.root + "/dates.csv", "--into", project.root] + common, environment: environment)
    expectFault(result, "libxml2.so")
    #expect(result.errors.contains("apt install"))
  }

  @Test(arguments: ["100", "1k", "1M"])
  func `a site that takes more memory than it may`(memory: String) async throws {
    for number in 0..<300 {
      try project.write(
        "---\ntitre: Essai \(number)\ndate: 2026-05\n---\n" + String(repeating: "Un texte. ", count: 2_000),
        to: "Content/nouvelles/essai-\(number).md")
    }
    let result = try await Program.run(
      ["build", "--root", project.root, "--themes", Program.projectRoot + "/Themes", "--output", project.output],
      environment: ["GAZETTE_MEMORY": memory])
    #expect(result.status == 1)
    #expect(result.errors.contains("GAZETTE_MEMORY=2G") && !result.errors.contains("essai-"), "\(result.errors)")
    #expect(project.made == published)
  }

  @Test(arguments: [
    ("beaucoup", 64), ("0", 64), ("-1G", 64), ("99999999999G", 64), ("\u{1B}[2J", 64), ("", 0), ("2 Go", 0),
    ("512m", 0),
  ])
  func `an amount of memory as somebody may write it`(memory: String, status: Int) async throws {
    let result = try await Program.run(
      ["check", "--root", project.root, "--themes", Program.projectRoot + "/Themes"],
      environment: ["GAZETTE_MEMORY": memory])
    #expect(Int(result.status) == status, "\(result.errors)")
    #expect(status == 0 || result.errors.contains("GAZETTE_MEMORY=2G") && !result.errors.contains("\u{1B}"))
  }

  @Test(.enabled(if: getuid() == 0, "a small disk can be made by root alone"))
  func `a disk that fills up`() async throws {
    let disk = (project.outside as NSString).deletingLastPathComponent + "/disque"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    try #require(Program.status(of: "/bin/mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", disk]) == 0)
    defer { _ = Program.status(of: "/bin/umount", [disk]) }
    try project.news("titre: Essai")
    #expect(try await build(to: disk + "/Sortie").status == 0)
    let before = Self.files(disk + "/Sortie")
    try project.write(Array("%PDF-1.7".utf8) + [UInt8](repeating: 65, count: 4 << 20), to: "Content/nouvelles/plan.pdf")
    try project.news("titre: Autre chose", body: "[Plan](plan.pdf)")
    expectFault(try await build(to: disk + "/Sortie"), "Plus de place sur le disque")
    #expect(Self.files(disk + "/Sortie") == before)
    try project.news("titre: Autre chose")
    #expect(try await build(to: disk + "/Sortie").status == 0)
  }

  @Test func `a result that nobody has room for`() async throws {
    let result = try await Program.run(
      ["check", "--root", project.root, "--themes", Program.projectRoot + "/Themes", "--format", "json"],
      launcher: ["/bin/sh", "-c", "exec \"$0\" \"$@\" >/dev/full"])
    #expect(result.status == 74)
    #expect(result.errors.contains("plus de place"))
  }

  @Test func `a reader that goes away`() async throws {
    let result = try await Program.run(
      ["build", "--root", project.root, "--themes", Program.projectRoot + "/Themes", "--output", project.output],
      launcher: ["/bin/bash", "-c", "set -o pipefail; \"$0\" \"$@\" 2>&1 | true"])
    #expect(result.status == 0)
  }

  // MARK: Rights, and what stands in the way

  @Test func `a folder that can't be written to`() async throws {
    let other = (project.outside as NSString).deletingLastPathComponent + "/ferme"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    chmod(other, 0o555)
    guard let nobody = Program.nobody else { return }
    expectFault(try await build(to: other + "/Sortie", launcher: nobody), "Le droit manque")
  }

  @Test func `a folder of the site that can't be written to is noticed before anything is put in place`() async throws {
    guard let nobody = Program.nobody else { return }
    let output = (project.outside as NSString).deletingLastPathComponent + "/ouvert/Sortie"
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    chmod(output, 0o777)
    try project.news("titre: Essai")
    #expect(try await build(to: output, launcher: nobody).status == 0)
    let before = Self.files(output)
    try project.news("titre: Autre chose")
    let child = output + "/nouvelles/essai"
    #expect(Program.status(of: "/bin/chmod", ["0555", child]) == 0)
    expectFault(try await build(to: output, launcher: nobody), "Le droit manque")
    #expect(Self.files(output) == before)
  }

  @Test(arguments: ["", "/Sortie", "/a/b/Sortie"])
  func `a file where a folder should be`(rest: String) async throws {
    expectFault(try await build(to: project.outside + rest), "autre chose porte ce nom")
  }

  @Test(arguments: ["/proc/gazette/Sortie", "/dev/null/Sortie"])
  func `a place where nothing can be made`(output: String) async throws {
    expectFault(try await build(to: output), output)
  }

  @Test func `a link inside Output is noticed before anything is put in place`() async throws {
    let folder = project.output + "/nouvelles/base"
    try FileManager.default.removeItem(atPath: folder)
    let elsewhere = (project.outside as NSString).deletingLastPathComponent
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: elsewhere)
    let before = project.made
    expectFault(try await build(to: project.output), "devrait être un dossier")
    #expect(project.made == before)
    #expect(!FileManager.default.fileExists(atPath: elsewhere + "/index.html"))
  }

  @Test func `an Output of the project that is a link is not written to`() async throws {
    let elsewhere = (project.outside as NSString).deletingLastPathComponent + "/vide"
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    try project.link("Output", to: elsewhere)
    expectFault(try await build(to: ""), "est un lien")
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere).isEmpty)
    // Who names it knows where it leads.
    #expect(try await build(to: project.root + "/Output").status == 0)
    #expect(FileManager.default.fileExists(atPath: elsewhere + "/index.html"))
  }

  // MARK: What others put into Output

  @Test func `a list of files that names what is not ours`() async throws {
    let before = project.surroundings
    let lines = [
      "../dehors/secret.txt", "/etc/hostname", "a/../../dehors/secret.md", "../projet/Content/site.yml", "\u{0}",
    ]
    try Data((lines + published.keys).joined(separator: "\n").utf8)
      .write(to: URL(fileURLWithPath: project.output + "/.gazette"))
    #expect(try await build(to: project.output).status == 0)
    #expect(project.surroundings == before)
  }

  @Test(arguments: [".gazette", ".gazette.tmp"])
  func `a link under the program's own names`(name: String) async throws {
    let path = project.output + "/" + name
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: project.outside)
    let before = project.surroundings
    let result = try await build(to: project.output)
    if name == ".gazette" { expectFault(result, ".gazette") } else { #expect(result.status == 0, "\(result.errors)") }
    #expect(project.surroundings == before)
  }

  // MARK: Others at work

  @Test func `a build that finds another at work says so, and waits`() throws {
    let lock = open(project.output, O_RDONLY | O_DIRECTORY)
    #expect(flock(lock, LOCK_EX) == 0)
    let process = Program.process([
      "build", "--root", project.root, "--themes", Program.projectRoot + "/Themes", "--output", project.output,
    ])
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    var said = Data()
    while !String(decoding: said, as: UTF8.self).contains("attend son tour") {
      let more = pipe.fileHandleForReading.availableData
      if more.isEmpty { break }
      said += more
    }
    #expect(String(decoding: said, as: UTF8.self).contains("attend son tour"))
    #expect(process.isRunning)
    #expect(project.made == published)
    close(lock)
    _ = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `four builds at once make one site`() async throws {
    let processes = try (0..<4).map { _ in
      let process = Program.process([
        "build", "--root", project.root, "--themes", Program.projectRoot + "/Themes", "--date", "2026-06-15",
        "--output",
        project.output,
      ])
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes {
      try await Program.blocking { process.waitUntilExit() }
      #expect(process.terminationStatus == 0)
    }
    let together = project.made
    #expect(together != published)
    try FileManager.default.removeItem(atPath: project.output)
    #expect(try await build(to: project.output).status == 0)
    #expect(project.made == together)
  }

  @Test func `a mistake in the content leaves what was published`() async throws {
    try project.news("date: 2026-99-99")
    let result = try await build(to: project.output)
    #expect(result.status == 1)
    #expect(project.made == published)
  }

  // MARK: Helpers

  private static func files(_ folder: String) -> [String: Data] {
    var result: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      if let data = FileManager.default.contents(atPath: folder + "/" + name) { result[name] = data }
    }
    return result
  }
}

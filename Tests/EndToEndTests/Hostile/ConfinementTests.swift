import Files
import Foundation
import TestSupport
import Testing

/// What a program that a build starts may do, where a crafted file has taken it over: nothing that the build itself may not.
@Suite(
  .enabled(if: Confinement.isAvailable, "the kernel of this machine has no Landlock, or one before Linux 5.19"),
  .enabled(if: Vips.isInstalled, Vips.isMissing))
final class ConfinementTests {
  /// Not among what is temporary, where everything may write.
  private let folder = "/var/tmp/gazette-" + UUID().uuidString
  private var project: String { folder + "/projet" }
  /// Among what is temporary.
  private let log = NSTemporaryDirectory() + "gazette-" + UUID().uuidString
  private let listener: Listener

  init() throws {
    listener = try Listener()
    try FileManager.default.createDirectory(atPath: project + "/Output", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Program.projectRoot + "/Tests/Fixtures/complet/Content", toPath: project + "/Content")
    for name in ["a-changer", "a-enlever", "Content/a-changer.md"] { try write("Rien.\n", to: "projet/" + name) }
    try git(["init", "--quiet"])
    try git(["add", "Content/site.yml"])
    try git(["commit", "--quiet", "--message", "Un début"])
  }

  deinit { for path in [folder, log, log + "-pris"] { try? FileManager.default.removeItem(atPath: path) } }

  private func write(_ text: String, to name: String) throws {
    let file = folder + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  private func git(_ arguments: [String]) throws {
    let author = ["-c", "user.name=A", "-c", "user.email=a@exemple.org", "-c", "commit.gpgsign=false"]
    try #require(Program.status(of: "/usr/bin/env", ["git", "-C", project] + author + arguments) == 0)
  }

  /// What is tried, by its name, as words for a shell.
  private var attempts: [(name: String, command: String)] {
    [
      ("file", "echo > \(project)/pris"), ("entry", "echo > \(project)/Content/nouvelles/pris.md"),
      ("change", "echo >> \(project)/a-changer"), ("content", "echo >> \(project)/Content/a-changer.md"),
      ("remove", "rm \(project)/a-enlever"), ("move", "mv \(project)/a-changer \(project)/pris"),
      ("take", "mv \(project)/a-changer \(log)-pris"), ("folder", "mkdir \(project)/dossier"),
      ("link", "ln -s / \(project)/lien"), ("repository", "echo >> \(project)/.git/config"),
      ("hook", "echo > \(project)/.git/hooks/pris"), ("outside", "echo > \(folder)/pris"),
      ("call", "exec 3<>/dev/tcp/127.0.0.1/\(listener.port)"),
    ]
  }

  /// A folder of programs that try all that, note what became of it, and are then what they are called.
  private func programs() throws -> String {
    var lines = ["#!/bin/bash", "name=$(basename \"$0\")"]
    for (name, command) in attempts {
      lines.append("if (\(command)) 2>/dev/null; then echo \"$name \(name) done\"; fi >> \(log)")
    }
    lines.append("echo \"$name end\" >> \(log)")
    let places = try ["git", "vips", "vipsthumbnail"].map { name in
      let place = Vips.path.split(separator: ":").map { String($0) + "/" + name }.first { access($0, X_OK) == 0 }
      return "\(name)) exec \(try #require(place)) \"$@\" ;;"
    }
    lines.append("case $name in \(places.joined(separator: " ")) esac")
    for name in ["git", "vips", "vipsthumbnail"] {
      try write(lines.joined(separator: "\n") + "\n", to: "programmes/" + name)
      chmod(folder + "/programmes/" + name, 0o755)
    }
    return folder + "/programmes"
  }

  /// What was noted, each once; the notes go.
  private func noted() throws -> Set<String> {
    let lines = Set(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init))
    try FileManager.default.removeItem(atPath: log)
    return lines
  }

  private func build(_ options: [String] = [], path: String = Vips.path) async throws -> Program.Result {
    try await Program.run(
      ["build", "--root", project, "--themes", Program.projectRoot + "/Themes", "--date", "2026-03-15"] + options,
      environment: ["PATH": path])
  }

  /// Every file outside of what a build makes.
  private var surroundings: [String: Data] {
    var result: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      if name.hasPrefix("projet/Output") || name.hasPrefix("projet/.cache") { continue }
      result[name] = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
    }
    return result
  }

  @Test func `programs that a build starts change nothing beside the site, and talk to nobody`() async throws {
    let programs = try programs()
    let before = surroundings
    let result = try await build(["--keep-going"], path: programs + ":" + Vips.path)
    #expect(result.status == 0 || result.status == 1, "\(result.errors)")
    #expect(try noted() == ["git end", "vipsthumbnail end", "vips end"])
    #expect(surroundings == before)
    #expect(!listener.wasCalled)
    // The same programs are able to, where nothing holds them.
    _ = Program.status(of: programs + "/vips", ["--version"])
    let able = try noted()
    for (name, _) in attempts where name != "take" { #expect(able.contains("vips \(name) done"), "\(name)") }
    #expect(listener.wasCalled)
  }

  @Test func `what is checked without a build is held likewise`() async throws {
    let before = surroundings
    let result = try await Program.run(
      ["check", "--root", project, "--themes", Program.projectRoot + "/Themes"],
      environment: ["PATH": try programs() + ":" + Vips.path])
    #expect(result.status == 0 || result.status == 1, "\(result.errors)")
    #expect(surroundings.filter { !$0.key.hasPrefix("programmes") } == before)
    #expect(try noted() == ["git end"])
    #expect(!listener.wasCalled)
  }

  @Test
  func `a site whose folders are missing is made all the same, and what changes is reported in files of any name`()
    async throws
  {
    try FileManager.default.removeItem(atPath: project + "/Output")
    let target = folder + "/un/autre/Site"
    try write("Ancien.\n", to: "cible")
    try FileManager.default.createSymbolicLink(
      atPath: project + "/apercu.html", withDestinationPath: folder + "/cible")
    for output in [[], ["--output", target]] {
      let reports = ["--summary", project + "/resume.md", "--preview", project + "/apercu.html"]
      let result = try await build(["--keep-going"] + output + reports)
      #expect(result.status == 0 || result.status == 1, "\(result.errors)")
      #expect(try String(contentsOfFile: project + "/resume.md", encoding: .utf8).count > 10)
      #expect(try String(contentsOfFile: project + "/apercu.html", encoding: .utf8).contains("<html"))
    }
    #expect(try String(contentsOfFile: folder + "/cible", encoding: .utf8) == "Ancien.\n")
    let (first, second) = (files(project + "/Output"), files(target))
    #expect(first == second && first["index.html"] != nil)
  }

  private func files(_ folder: String) -> [String: Data] {
    var result: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      if let data = FileManager.default.contents(atPath: folder + "/" + name) { result[name] = data }
    }
    return result
  }
}

/// Waits to be called, on this machine.
private final class Listener {
  private let socket: Int32
  let port: UInt16

  init() throws {
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = socket
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && listen(socket, 1024) == 0 && getsockname(socket, $0, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    try #require(isBound)
  }

  deinit { close(socket) }

  /// Whether somebody has called since this was asked last.
  var wasCalled: Bool {
    var calls = 0
    while case let call = accept(socket, nil, nil), call >= 0 {
      close(call)
      calls += 1
    }
    return calls > 0
  }
}

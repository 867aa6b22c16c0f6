import Foundation
import TestSupport

/// A small project that lacks nothing, with one entry of each kind, beside a file that is none of its business. A case puts
/// something hostile into it, and the program builds it.
final class HostileProject {
  /// What stands in files outside of the content.
  static let secret = SoundOutput.secret

  private let scratch: ScratchFolder
  var root: String { scratch.path + "/projet" }
  /// The file with the secret.
  var outside: String { scratch.path + "/dehors/secret.txt" }
  var output: String { scratch.path + "/Sortie" }

  init() throws {
    scratch = try ScratchFolder()
    for (path, text) in SmallSite.files { try scratch.write(text, to: "projet/Content/" + path) }
    for name in ["secret.txt", "secret.md", "secret.png", "id_rsa"] {
      try scratch.write("---\ntitre: \(Self.secret)\ndate: 2026-01\n---\n\(Self.secret)\n", to: "dehors/" + name)
    }
  }

  // MARK: Making it hostile

  /// Writes a file at a path from the project's root.
  func write(_ text: String, to path: String) throws { try scratch.write(text, to: "projet/" + path) }

  func write(_ bytes: [UInt8], to path: String) throws {
    try scratch.write("", to: "projet/" + path)
    try Data(bytes).write(to: URL(fileURLWithPath: root + "/" + path))
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: root + "/" + path, withIntermediateDirectories: true)
  }

  /// A link at a path of the project; what stands there goes.
  func link(_ path: String, to target: String) throws {
    let full = root + "/" + path
    try makeFolder((path as NSString).deletingLastPathComponent)
    try? FileManager.default.removeItem(atPath: full)
    try FileManager.default.createSymbolicLink(atPath: full, withDestinationPath: target)
  }

  /// A news item with `lines` in its front matter.
  func news(_ lines: String, body: String = "Un texte.") throws {
    try write("---\ndate: 2026-05-01\n\(lines)\n---\n\(body)\n", to: "Content/nouvelles/essai.md")
  }

  /// Adds to the settings; keys that are there already give way.
  func settings(_ lines: String) throws {
    let keys = Set(lines.split(separator: "\n").compactMap { $0.split(separator: ":").first })
    let kept = SmallSite.settings.split(separator: "\n").filter { line in
      !keys.contains { line.hasPrefix($0 + ":") }
    }
    try write(kept.joined(separator: "\n") + "\n" + lines + "\n", to: "Content/site.yml")
  }

  // MARK: Building it

  /// Builds it with the real program, leaving out what is wrong.
  func build(
    _ options: [String] = ["--keep-going"], date: String = "2026-06-15", launcher: [String] = []
  ) async throws -> Program.Result {
    try await Program.run(
      ["build", "--root", root, "--themes", Program.projectRoot + "/Themes", "--date", date, "--output", output]
        + options, launcher: launcher)
  }

  /// Every file that was made, by its path in Output.
  var made: [String: [UInt8]] { scratch.files(in: "Sortie").mapValues { Array($0) } }

  /// Every path outside of Output with what it is: to see that a build leaves all that alone. What it prepares for itself
  /// does not count.
  var surroundings: [String: String] {
    var result: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: scratch.path) ?? .init() {
      if name == "Sortie" || name.hasPrefix("Sortie/") || name.contains(".cache") { continue }
      var status = stat()
      guard lstat(scratch.path + "/" + name, &status) == 0 else { continue }
      result[name] = "\(status.st_mode) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
    // Folders bear the time of what is put into them.
    return result.filter { $0.key != "projet" }
  }
}

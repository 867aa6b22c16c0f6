import Building
import Foundation
import Publishing
import TestSupport
import Time

/// A small project that lacks nothing, beside a file that is none of its business, into which made-up files are put.
final class MadeUpProject {
  private let folder: TemporaryFolder
  var root: String { folder.path + "/projet" }

  private static let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  init() throws {
    folder = try TemporaryFolder()
    for (path, text) in SmallSite.files { try folder.write(text, to: "projet/Content/" + path) }
    try folder.write(SoundOutput.secret, to: "dehors/secret.txt")
  }

  /// Writes a file below `Content`, whatever its name; nothing where none can stand there.
  func put(_ bytes: [UInt8], at path: [UInt8]) {
    guard let file = place(path) else { return }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// A link there to what stands outside of the content.
  func putLink(at path: [UInt8]) {
    guard let file = place(path) else { return }
    symlink("../../../dehors/secret.txt", file)
  }

  /// The path of the machine, with the folders on the way made; `nil` for one that leads nowhere.
  private func place(_ path: [UInt8]) -> [CChar]? {
    let steps = path.split(separator: UInt8(ascii: "/")).map { $0.map(CChar.init(bitPattern:)) }
    let isUsable = !steps.isEmpty && steps.allSatisfy { !$0.contains(0) && $0 != [46] && $0 != [46, 46] }
    guard isUsable else { return nil }
    var current = (root + "/Content").utf8.map(CChar.init(bitPattern:))
    for step in steps {
      mkdir(current + [0], 0o755)
      current += [CChar(bitPattern: UInt8(ascii: "/"))] + step
    }
    return current + [0]
  }

  /// What a build makes of it, with what is wrong left out.
  func read() async throws -> Project {
    var options = BuildOptions(root: root)
    options.themes = Self.program + "/Themes"
    options.keepsGoing = true
    options.today = CivilDateTime(day: CivilDay(number: 20_619), minuteOfDay: 600)
    options.environment = ["PATH": "/usr/bin:/bin"]
    return try await Project.read(options, makesPictures: false, watchdog: nil)
  }
}

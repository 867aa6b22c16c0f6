import Foundation

/// What belongs to the program and is not compiled into it: the assets of its themes, and what a new project begins with. It
/// lies where the program's sources are, or beside a program that was brought to another machine, in its folder `files`.
package struct ProgramFiles: Sendable {
  /// The folder that holds `Themes` and `Sources/Building/Starter`.
  package let root: String

  init?(root: String) {
    guard FileManager.default.fileExists(atPath: root + "/Sources/Building/Starter/project") else { return nil }
    self.root = root
  }

  /// Those of the program that is running; `nil` where it stands all by itself.
  package static let own = executables.lazy.compactMap(beside).first

  /// What runs the program that is running, from any folder; `nil` where it is not known.
  package static let command = executables.first { beside($0) != nil }.map { path in
    // Beside what a loader begins lies the script that begins the loader.
    path.hasSuffix("/gazette.bin") ? String(path.dropLast(4)) : path
  }

  /// The program that is running is the first of these that has files beside it: one that a loader of its own begins
  /// (`.ci/program`) is known by its first word, any other by the system.
  private static var executables: [String] {
    ["/proc/self/exe", CommandLine.arguments.first ?? ""].filter { $0.contains("/") }
      .map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
  }

  /// Those of the program at `path`: in its folder's `files`, or in the project whose `.build` or `.cache` it lies in.
  static func beside(_ path: String) -> ProgramFiles? {
    var folder = (path as NSString).deletingLastPathComponent
    if let files = ProgramFiles(root: folder + "/files") { return files }
    while folder.count > 1 {
      let name = (folder as NSString).lastPathComponent
      folder = (folder as NSString).deletingLastPathComponent
      if name.hasPrefix(".build") || name == ".cache" { return ProgramFiles(root: folder) }
    }
    return nil
  }
}

import Files
import Foundation

/// A folder that becomes a project: what a site needs beside its content comes from the program's own files.
package struct NewProject {
  /// What a forge or a system puts into a folder where nothing stands yet.
  private static let harmless: Set<String> = [".git", ".DS_Store"]
  /// Files of the program's own project that any other needs as they are.
  private static let shared = [
    "Content/LISEZMOI.md", "Content/ENVOYER.md", ".ci/LISEZMOI.md", ".ci/build-options", ".ci/compiler-image",
    ".ci/container", ".ci/fresh-folder", ".ci/install-dependencies", ".ci/prepare", ".ci/program", ".ci/program-key",
    ".ci/publish-branch", ".ci/publish-host", ".ci/ready-program", ".ci/released-program", ".ci/report-night",
    ".ci/review", ".ci/given-program", ".ci/site", ".github/dependabot.yml", ".renovaterc.json",
    ".github/workflows/check.yml", ".github/workflows/site.yml", ".forgejo/workflows/check.yml",
    ".forgejo/workflows/site.yml", ".gitlab-ci.yml",
  ]
  private static let largest = 4 << 20

  package let root: String
  private let files: ProgramFiles
  private let writer: NewFileWriter

  /// - Throws: `Fault` where something stands in the folder already, or the program has not got its files.
  package init(root: String) throws {
    guard let files = ProgramFiles.own else {
      throw Fault(
        "Le programme n’a pas près de lui les fichiers d’un nouveau projet.",
        hint: "Prenez le dossier entier du programme, tel qu’il est publié, et non le seul fichier « gazette ».",
        status: Fault.inputOutput)
    }
    (self.root, self.files, writer) = (root, files, NewFileWriter(root: root))
    try Self.requireEmpty(root)
  }

  /// Ends the command where `root` is anything but an empty folder, or one that is still to be made.
  private static func requireEmpty(_ root: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw Fault("« \(root) » n’est pas un dossier.", hint: "Donnez le nom d’un dossier.", status: Fault.usage)
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: root) else {
      throw Fault("Impossible de lire « \(root) ».", hint: "Vérifiez ses droits.", status: Fault.inputOutput)
    }
    guard let name = names.filter({ !harmless.contains($0) }).min() else { return }
    throw Fault(
      "Le dossier « \(root) » n’est pas vide : il contient « \(name) ». Rien n’a été écrit.",
      hint: "Donnez un dossier vide, ou le nom d’un nouveau.", status: Fault.usage)
  }

  /// Puts everything but the content of the site into the folder.
  ///
  /// - Parameter engine: the text of `.ci/engine`: where the machines of a forge get the program.
  package func writeFrame(engine: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    } catch {
      throw Fault(
        "Impossible de créer le dossier « \(root) ».", hint: "Vérifiez les droits du dossier qui le contient.",
        status: Fault.inputOutput)
    }
    try copy(Self.shared, from: "")
    try copyAll(in: "Sources/Building/Starter/project")
    try write(".ci/engine", Array(engine.utf8))
    try rememberProgram()
  }

  /// Puts the files of the example in, each as `change` gives it.
  package func writeExample(_ change: (_ path: String, _ bytes: [UInt8]) -> [UInt8]) throws {
    try copyAll(in: "Sources/Building/Starter/example", change)
  }

  package func write(_ path: String, _ bytes: [UInt8], isExecutable: Bool = false) throws {
    guard try writer.create(path, bytes, isExecutable: isExecutable) else {
      throw Fault(
        "« \(root)/\(path) » vient d’être créé par un autre programme : il est laissé tel quel.",
        hint: "Recommencez dans un dossier vide.", status: Fault.inputOutput)
    }
  }

  private func copyAll(in folder: String, _ change: (_ path: String, _ bytes: [UInt8]) -> [UInt8] = { $1 }) throws {
    let paths = FileManager.default.subpaths(atPath: "\(files.root)/\(folder)") ?? []
    // Somebody may have built what lies there.
    let own = paths.filter { $0 == "Output/.gitkeep" || !$0.hasPrefix("Output/") && !$0.hasPrefix(".cache/") }
    try copy(
      own.sorted().filter { stat(at: "\(files.root)/\(folder)/\($0)")?.isFile == true }, from: folder, change)
  }

  private func copy(
    _ paths: [String], from folder: String, _ change: (_ path: String, _ bytes: [UInt8]) -> [UInt8] = { $1 }
  ) throws {
    let source = ConfinedFolder(files.root)
    for path in paths {
      let name = folder.isEmpty ? path : "\(folder)/\(path)"
      guard let bytes = try? source.read(name, limit: Self.largest), let status = stat(at: "\(files.root)/\(name)")
      else {
        throw Fault(
          "Impossible de lire « \(files.root)/\(name) », un fichier du programme.",
          hint: "Prenez de nouveau le dossier entier du programme.", status: Fault.inputOutput)
      }
      try write(path, change(path, bytes), isExecutable: status.isExecutable)
    }
  }

  /// `make` in the new project finds the program that made it, on this machine; see `.ci/ready-program`.
  private func rememberProgram() throws {
    guard let program = ProgramFiles.command else { return }
    try? FileManager.default.createDirectory(atPath: root + "/.cache", withIntermediateDirectories: true)
    try? FileManager.default.createSymbolicLink(atPath: root + "/.cache/gazette", withDestinationPath: program)
  }
}

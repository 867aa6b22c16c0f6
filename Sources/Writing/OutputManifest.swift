import Foundation

/// What in the folder is ours: the paths that the last build made, one a line, sorted.
struct OutputManifest {
  /// Its name in the folder.
  static let name = ".gazette"
  /// What an empty folder may hold when we take it over: files that keep it in git.
  static let adoptable: Set<String> = [".gitignore", ".gitkeep"]

  /// Bytes that are read at most.
  private static let largest = 64 << 20

  private(set) var paths: Set<String>
  /// Whether the folder has none yet.
  private let isFirst: Bool

  /// Whether it stands in its folder.
  var isWritten: Bool { !isFirst }

  init(paths: [String]) {
    self.paths = Set(paths)
    isFirst = false
  }

  /// Reads the manifest of `folder`; empty where there is none.
  init(folder: String) throws {
    let file = folder + "/" + Self.name
    guard OutputFiles.exists(file) else {
      paths = []
      isFirst = true
      return
    }
    guard let bytes = OutputFiles.contents(file, limit: Self.largest) else {
      throw OutputError(
        "« \(file) » devrait être la liste des fichiers du site, et ne peut pas être lu.",
        hint: "Videz ce dossier, ou choisissez-en un autre avec --output : rien n’a été touché.")
    }
    // A path that leads out of the folder was not written by us: it is left alone.
    paths = Set(
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter(OutputFiles.isInside))
    isFirst = false
  }

  func union(_ other: OutputManifest) -> OutputManifest {
    OutputManifest(paths: Array(paths.union(other.paths)))
  }

  /// Refuses to go on where a file that is not ours stands in the way, or where a folder full of other things would be
  /// taken over.
  func checkOwnership(of wanted: [String], in folder: String) throws {
    if isFirst {
      let ours = Self.adoptable.union([OutputStaging.name])
      // A first build that was killed may have left folders with nothing in them yet.
      let foreign = OutputFiles.list(folder).filter { name in
        !ours.contains(name) && OutputFiles.holdsAnything(folder + "/" + name)
      }.sorted()
      guard let first = foreign.first else { return }
      let others = foreign.count - 1
      throw OutputError(
        "Le dossier « \(folder) » contient déjà autre chose que le site : « \(first) »"
          + (others > 0 ? " et \(others) autre\(others > 1 ? "s" : "")." : "."),
        hint: "Videz-le, ou choisissez un autre dossier avec --output : rien n’a été touché.")
    }
    for path in wanted where !paths.contains(path) && OutputFiles.exists(folder + "/" + path) {
      // A folder in the place of a file may be one of ours that goes away; `OutputFiles.partition` sees to it.
      if OutputFiles.isFolder(folder + "/" + path), paths.contains(where: { $0.hasPrefix(path + "/") }) { continue }
      throw OutputError(
        "« \(folder)/\(path) » n’a pas été fait par le programme, qui devrait l’écraser.",
        hint: "Déplacez ou supprimez ce fichier, puis relancez la commande : rien n’a été touché.")
    }
  }

  /// Writes it into the staging folder.
  func prepare(in staging: OutputStaging, as temporary: String) throws -> OutputStaging.File {
    try staging.write(Array(paths.sorted().map { $0 + "\n" }.joined().utf8), as: temporary, for: Self.name)
  }
}

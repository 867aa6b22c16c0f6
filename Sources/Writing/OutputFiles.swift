import Files
import Foundation

/// What the output folder needs of the file system. No symbolic link inside the folder is ever followed.
package enum OutputFiles {
  /// Whether `path` is a plain relative path that stays where it begins.
  package static func isInside(_ path: String) -> Bool {
    let steps = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return steps.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
      && !path.utf8.contains(0) && !path.utf8.contains(UInt8(ascii: "\n"))
  }

  /// Parts `stale` paths into those that stand in the way of a wanted one (a file where a folder must be, or the other
  /// way round), which go first, and the others; both sorted.
  package static func partition(
    _ stale: Set<String>, blocking wanted: Set<String>
  ) -> (blocking: [String], others: [String]) {
    guard !stale.isEmpty else { return ([], []) }
    let wantedFolders = Set(wanted.flatMap(folders(of:)))
    var blocking: [String] = []
    var others: [String] = []
    for path in stale.sorted() {
      let isInTheWay = wantedFolders.contains(path) || folders(of: path).contains(where: wanted.contains)
      if isInTheWay { blocking.append(path) } else { others.append(path) }
    }
    return (blocking, others)
  }

  /// `a/b/c.html` → `a`, `a/b`.
  package static func folders(of path: String) -> [String] {
    let bytes = path.utf8
    return bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }

  // MARK: Looking

  static func exists(_ path: String) -> Bool { stat(at: path) != nil }

  static func isFolder(_ path: String) -> Bool { stat(at: path)?.isFolder ?? false }

  static func isLink(_ path: String) -> Bool { stat(at: path)?.isLink ?? false }

  /// Where `path` leads, links followed as far as it exists.
  package static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let (parent, name) =
      path.lastIndex(of: "/").map { (String(path[..<$0]), path[path.index(after: $0)...]) } ?? (".", path[...])
    return parent.isEmpty ? path : resolved(parent) + "/" + name
  }

  /// Names in a folder, without `.` and `..`; empty where it can't be read.
  static func list(_ path: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  /// Whether there is more than empty folders at `path`.
  static func holdsAnything(_ path: String) -> Bool {
    guard isFolder(path) else { return true }
    return list(path).contains { holdsAnything(path + "/" + $0) }
  }

  // MARK: Reading

  /// The bytes of a regular file; `nil` where there is none or it can't be read.
  static func contents(_ path: String, limit: Int) -> [UInt8]? {
    try? RegularFile(at: path).bytes(limit: limit)
  }

  /// Whether a regular file at `path` holds exactly `bytes`.
  static func isFile(_ path: String, with bytes: [UInt8]) -> Bool {
    guard let file = try? RegularFile(at: path), file.size == bytes.count else { return false }
    return (try? file.bytes(limit: bytes.count)) == bytes
  }

  /// Whether a regular file at `copy` holds the same bytes as the file `name` of `project`. Throws where that can't be read.
  static func areEqual(_ name: String, in project: ConfinedFolder, _ copy: String) throws -> Bool {
    try reading(name) { () throws(ConfinedFolder.Failure) in
      let source = try project.file(name)
      guard let other = try? RegularFile(at: copy), other.size == source.size else { return false }
      while true {
        let piece = try source.read(atMost: 1 << 18)
        guard let same = try? other.read(atMost: 1 << 18), same == piece else { return false }
        if piece.isEmpty { return true }
      }
    }
  }

  private static func reading<Result>(
    _ name: String, _ work: () throws(ConfinedFolder.Failure) -> Result
  ) throws -> Result {
    do throws(ConfinedFolder.Failure) {
      return try work()
    } catch {
      throw OutputError(
        error == .notRegular ? "« \(name) » n’est pas un fichier ordinaire." : "Impossible de lire « \(name) ».",
        hint: "Ce fichier a changé pendant la fabrication : vérifiez-le, puis relancez la commande.")
    }
  }

  // MARK: Writing

  static func write(_ bytes: [UInt8], to path: String) throws {
    try OpenFile(creating: path).write(bytes)
  }

  /// Copies a regular file of the project, a piece at a time: attachments may be large.
  static func copy(_ name: String, in project: ConfinedFolder, to path: String) throws {
    let source = try reading(name) { () throws(ConfinedFolder.Failure) in try project.file(name) }
    let destination = try OpenFile(creating: path)
    while true {
      let piece = try reading(name) { () throws(ConfinedFolder.Failure) in try source.read(atMost: 1 << 18) }
      if piece.isEmpty { return }
      try destination.write(piece)
    }
  }

  /// Makes the output folder itself and what leads to it.
  static func makeFolder(_ path: String) throws {
    for folder in folders(of: path) + [path] where !folder.isEmpty {
      if mkdir(folder, 0o777) == 0 { continue }
      let code = errno
      var status = stat()
      // Links on the way are followed: whoever runs the program named it.
      if stat(folder, &status) == 0, status.isFolder { continue }
      throw OutputError.system("créer le dossier", path, code: code)
    }
  }

  /// Makes the folders of `path` below `root`. A symbolic link in their place is refused: what is written through it would
  /// land elsewhere.
  static func makeFolders(_ path: String, in root: String) throws {
    for folder in folders(of: path) + [path] {
      let full = root + "/" + folder
      if isFolder(full) || mkdir(full, 0o777) == 0 { continue }
      throw errno == EEXIST ? OutputError.notAFolder(full) : OutputError.system("créer le dossier", full)
    }
  }

  /// Makes the folders that lead to `path` below `root`, which nobody else fills; several threads may do so at once.
  static func makeParents(of path: String, in root: String) throws {
    let folders = folders(of: path)
    guard let last = folders.last, mkdir(root + "/" + last, 0o777) != 0, errno != EEXIST else { return }
    for folder in folders where mkdir(root + "/" + folder, 0o777) != 0 && errno != EEXIST {
      throw OutputError.system("créer le dossier", root + "/" + folder)
    }
  }

  /// Whether files can be made, replaced and removed in a folder.
  static func isWritable(_ folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

  /// Removes a file of ours, and the folders that are empty without it. What is no longer there is no fault.
  static func remove(_ path: String, in root: String) throws {
    guard folders(of: path).allSatisfy({ isFolder(root + "/" + $0) }) else { return }
    if unlink(root + "/" + path) != 0, errno != ENOENT, errno != EISDIR {
      throw OutputError.system("supprimer", root + "/" + path)
    }
    for folder in folders(of: path).reversed() {
      guard rmdir(root + "/" + folder) == 0 else { break }
    }
  }
}

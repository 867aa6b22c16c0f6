import Foundation

/// What the output folder needs of the file system. No symbolic link inside the folder is ever followed.
enum OutputFiles {
  /// Whether `path` is a plain relative path that stays where it begins.
  static func isInside(_ path: String) -> Bool {
    !path.isEmpty
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { $0 != "" && $0 != "." && $0 != ".." }
      && !path.utf8.contains(0) && !path.utf8.contains(UInt8(ascii: "\n"))
  }

  /// Parts `stale` paths into those that stand in the way of a wanted one (a file where a folder must be, or the other
  /// way round), which go first, and the others; both sorted.
  static func partition(_ stale: Set<String>, blocking wanted: Set<String>) -> (blocking: [String], others: [String]) {
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
  private static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }

  // MARK: Looking

  static func exists(_ path: String) -> Bool { status(path) != nil }

  static func isFolder(_ path: String) -> Bool { status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

  private static func status(_ path: String) -> stat? {
    var result = stat()
    return lstat(path, &result) == 0 ? result : nil
  }

  /// Names in a folder, without `.` and `..`; empty where it can't be read.
  static func list(_ path: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  // MARK: Reading

  /// The bytes of a regular file; `nil` where there is none or it can't be read.
  static func contents(_ path: String) -> [UInt8]? {
    try? OpenFile(reading: path).readAll()
  }

  /// Whether a regular file at `path` holds exactly `bytes`.
  static func isFile(_ path: String, with bytes: [UInt8]) -> Bool {
    guard let file = try? OpenFile(reading: path), file.size == bytes.count else { return false }
    return (try? file.readAll()) == bytes
  }

  /// Whether a regular file at `copy` holds the same bytes as `original`. Throws where the original can't be read.
  static func areEqual(_ original: String, _ copy: String) throws -> Bool {
    let source = try OpenFile(reading: original)
    guard let other = try? OpenFile(reading: copy), other.size == source.size else { return false }
    while true {
      let piece = try source.read(atMost: 1 << 18)
      if try other.read(atMost: 1 << 18) != piece { return false }
      if piece.isEmpty { return true }
    }
  }

  // MARK: Writing

  static func write(_ bytes: [UInt8], to path: String) throws {
    try OpenFile(creating: path).write(bytes)
  }

  /// Copies a regular file, a piece at a time: attachments may be large.
  static func copy(_ original: String, to path: String) throws {
    let source = try OpenFile(reading: original)
    let destination = try OpenFile(creating: path)
    while true {
      let piece = try source.read(atMost: 1 << 18)
      if piece.isEmpty { return }
      try destination.write(piece)
    }
  }

  /// Makes the output folder itself and what leads to it.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw OutputError.system("créer le dossier", path, code: (error as NSError).posixCode)
    }
  }

  /// Makes the folders of `path` below `root`. A symbolic link in their place is refused: what is written through it would
  /// land elsewhere.
  static func makeFolders(_ path: String, in root: String) throws {
    for folder in folders(of: path) + [path] {
      let full = root + "/" + folder
      if isFolder(full) || mkdir(full, 0o777) == 0 { continue }
      guard errno == EEXIST else { throw OutputError.system("créer le dossier", full) }
      throw OutputError(
        "« \(full) » devrait être un dossier et n’en est pas un.", hint: "Supprimez-le, puis relancez la commande.")
    }
  }

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

extension NSError {
  /// The number of the system's error under a Cocoa one; 0 where there is none.
  fileprivate var posixCode: Int32 {
    if domain == NSPOSIXErrorDomain { return Int32(code) }
    return (userInfo[NSUnderlyingErrorKey] as? NSError)?.posixCode ?? 0
  }
}

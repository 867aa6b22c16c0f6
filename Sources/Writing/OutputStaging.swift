import Files
import Foundation
import Publishing

/// Where new files wait until all of them are there: a hidden folder inside the output folder, so that putting a file in
/// place is one `rename` on the same disk.
struct OutputStaging: Sendable {
  /// Its name in the folder.
  static let name = ".gazette.tmp"
  /// The part of it that is laid out like the site: what goes into folders that are not there yet.
  private static let tree = "tree"

  let folder: String
  private var path: String { folder + "/" + Self.name }

  init(folder: String) {
    self.folder = folder
  }

  /// A file that waits, or a folder with all that is in it.
  struct File: Sendable {
    /// Its name in the staging folder.
    var temporary: String
    /// Where it goes, from the output folder.
    var path: String

    /// The folder it goes to; `nil` for the output folder itself.
    var parent: String? { path.lastIndex(of: "/").map { String(path[..<$0]) } }
  }

  /// Makes the staging folder, empty: what a killed build left there goes.
  func begin() throws {
    end()
    // Whatever else has the name: it is ours, and a link in its place would lead what is written elsewhere.
    unlink(path)
    for folder in [path, path + "/" + Self.tree] where mkdir(folder, 0o777) != 0 {
      throw OutputError.system("créer", folder)
    }
  }

  /// Removes the staging folder and what is left in it.
  func end() {
    remove(path)
  }

  /// Removes a folder with the files in it, and its folders likewise; a link is removed, not followed.
  private func remove(_ folder: String) {
    guard OutputFiles.isFolder(folder) else { return }
    for name in OutputFiles.list(folder) where unlink(folder + "/" + name) != 0 { remove(folder + "/" + name) }
    rmdir(folder)
  }

  /// Makes every file and keeps those whose bytes differ from what stands in the folder, in the order of the publication.
  func prepare(
    _ publication: Publication, projectRoot: String, workers: Int, watchdog: Watchdog? = nil,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws -> [File] {
    let files = publication.files
    let chunks = Self.chunks(of: files, workers: workers)
    return try await withThrowingTaskGroup(of: (done: Int, staged: [File]).self) { group in
      var waiting = chunks.enumerated().makeIterator()
      func startNext() {
        guard let (number, chunk) = waiting.next() else { return }
        group.addTask {
          var staged: [File] = []
          // Each chunk has its folder: the system lets only one at a time make files in the same one.
          let folder = String(number)
          guard mkdir(path + "/" + folder, 0o777) == 0 else { throw OutputError.system("créer", path) }
          for index in chunk {
            try Task.checkCancellation()
            let name = folder + "/" + String(index)
            let file = try watchdog.watching(files[index].path) {
              try stage(files[index], as: name, projectRoot: projectRoot)
            }
            if let file { staged.append(file) }
          }
          return (chunk.count, staged)
        }
      }
      for _ in 0..<max(1, workers) { startNext() }
      var result: [File] = []
      var done = 0
      while let part = try await group.next() {
        result += part.staged
        done += part.done
        progress(done)
        startNext()
      }
      return result.sorted { $0.path < $1.path }
    }
  }

  /// The positions of the files that one worker makes at a time; those that take long come first and alone, so that they
  /// are not what is waited for at the end.
  private static func chunks(of files: [PublishedFile], workers: Int) -> [[Int]] {
    let size = max(1, min(64, files.count / max(1, workers * 4)))
    let slow = files.indices.filter { files[$0].isSlow }
    let others = files.indices.filter { !files[$0].isSlow }
    return slow.map { [$0] }
      + stride(from: 0, to: others.count, by: size).map { Array(others[$0..<min($0 + size, others.count)]) }
  }

  /// The file as it should be, in the staging folder; `nil` where it stands in its place already.
  private func stage(_ file: PublishedFile, as name: String, projectRoot: String) throws -> File? {
    guard OutputFiles.isInside(file.path) else {
      throw OutputError("Le chemin « \(file.path) » sort du dossier du site : rien n’a été écrit.")
    }
    let destination = folder + "/" + file.path
    switch file.content {
    case .rendered(let render):
      let bytes = try render()
      if OutputFiles.isFile(destination, with: bytes) { return nil }
      return try wait(file.path, as: name) { try OutputFiles.write(bytes, to: $0) }
    case .copy(let source):
      let project = ConfinedFolder(projectRoot)
      if try OutputFiles.areEqual(source, in: project, destination) { return nil }
      return try wait(file.path, as: name) { try OutputFiles.copy(source, in: project, to: $0) }
    }
  }

  /// Has `write` make what is to wait for the place `path`: under `name` where its folder is there, else in the tree, with
  /// which it gets there.
  private func wait(_ path: String, as name: String, _ write: (_ place: String) throws -> Void) throws -> File {
    var file = File(temporary: name, path: path)
    if let parent = file.parent, !OutputFiles.isFolder(folder + "/" + parent) {
      file.temporary = Self.tree + "/" + path
      try OutputFiles.makeParents(of: file.temporary, in: self.path)
    }
    try write(self.path + "/" + file.temporary)
    return file
  }

  /// What is to be put in place so that all `files` are there: each of them, or the outermost folder that is new with it.
  /// Makes sure, while nothing published has been touched, that it can be: that the folders that are there can be written
  /// to, and that nothing stands in the way but what is in `blocked`, paths that go first.
  func placement(of files: [File], blocked: [String]) throws -> [File] {
    var result: [File] = []
    var new: Set<String> = []
    var known: Set<String> = []
    for file in files {
      let folders = OutputFiles.folders(of: file.path)
      if folders.contains(where: new.contains) { continue }
      let missing = folders.firstIndex { folder in
        if known.contains(folder) { return false }
        guard OutputFiles.isFolder(self.folder + "/" + folder) else { return true }
        known.insert(folder)
        return false
      }
      let standing = missing ?? folders.count
      try checkWritable(standing > 0 ? folders[standing - 1] : nil)
      guard let missing else {
        result.append(file)
        continue
      }
      let outermost = folders[missing]
      let place = folder + "/" + outermost
      guard blocked.contains(outermost) || !OutputFiles.exists(place) else {
        throw OutputError.notAFolder(place)
      }
      new.insert(outermost)
      result.append(File(temporary: Self.tree + "/" + outermost, path: outermost))
    }
    return result
  }

  private func checkWritable(_ parent: String?) throws {
    let place = parent.map { folder + "/" + $0 } ?? folder
    guard OutputFiles.isWritable(place) else { throw OutputError.system("écrire dans", place, code: EACCES) }
  }

  /// Puts what waits in its place.
  func place(_ file: File) throws {
    let destination = folder + "/" + file.path
    if let parent = file.parent { try OutputFiles.makeFolders(parent, in: folder) }
    guard rename(path + "/" + file.temporary, destination) == 0 else {
      throw OutputError.system("mettre en place", destination)
    }
  }

  /// Has `bytes` wait under the name `temporary` for the place `path`.
  func write(_ bytes: [UInt8], as temporary: String, for path: String) throws -> File {
    try OutputFiles.write(bytes, to: self.path + "/" + temporary)
    return File(temporary: temporary, path: path)
  }
}

/// A file while it is written; closed when nobody holds it any more.
final class OpenFile {
  private let descriptor: Int32
  private let path: String

  /// Makes a file, or empties the one there is.
  init(creating path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    self.path = path
    guard descriptor >= 0 else { throw OutputError.system("écrire", path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer
      while !rest.isEmpty {
        let written = Foundation.write(descriptor, rest.baseAddress, rest.count)
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { throw OutputError.system("écrire", path) }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }
}

import Foundation

/// Where new files wait until all of them are there: a hidden folder inside the output folder, so that putting a file in
/// place is one `rename` on the same disk.
struct OutputStaging: Sendable {
  /// Its name in the folder.
  static let name = ".gazette.tmp"

  let folder: String
  private var path: String { folder + "/" + Self.name }

  init(folder: String) {
    self.folder = folder
  }

  /// A file that waits.
  struct File: Sendable {
    /// Its name in the staging folder.
    var temporary: String
    /// Where it goes, from the output folder.
    var path: String
  }

  /// Makes the staging folder, empty: what a killed build left there goes.
  func begin() throws {
    end()
    guard mkdir(path, 0o777) == 0 else { throw OutputError.system("créer", path) }
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
    _ publication: Publication, projectRoot: String, workers: Int, progress: @escaping @Sendable (Int) -> Void
  ) async throws -> [File] {
    let files = publication.files
    let size = max(1, min(64, files.count / max(1, workers * 4)))
    let chunks = stride(from: 0, to: files.count, by: size).map { $0..<min($0 + size, files.count) }
    return try await withThrowingTaskGroup(of: (Int, [File]).self) { group in
      var waiting = chunks.enumerated().makeIterator()
      func startNext() {
        guard let (number, range) = waiting.next() else { return }
        group.addTask {
          var staged: [File] = []
          // Each chunk has its folder: the system lets only one at a time make files in the same one.
          let folder = String(number)
          guard mkdir(path + "/" + folder, 0o777) == 0 else { throw OutputError.system("créer", path) }
          for index in range {
            try Task.checkCancellation()
            let name = folder + "/" + String(index)
            if let file = try stage(files[index], as: name, projectRoot: projectRoot) { staged.append(file) }
          }
          return (number, staged)
        }
      }
      for _ in 0..<max(1, workers) { startNext() }
      var results = [[File]](repeating: [], count: chunks.count)
      var done = 0
      while let (number, staged) = try await group.next() {
        results[number] = staged
        done += chunks[number].count
        progress(done)
        startNext()
      }
      return results.flatMap { $0 }
    }
  }

  /// The file as it should be, in the staging folder; `nil` where it stands in its place already.
  private func stage(_ file: PublishedFile, as temporary: String, projectRoot: String) throws -> File? {
    guard OutputFiles.isInside(file.path) else {
      throw OutputError("Le chemin « \(file.path) » sort du dossier du site : rien n’a été écrit.")
    }
    let destination = folder + "/" + file.path
    switch file.content {
    case .rendered(let render):
      let bytes = try render()
      if OutputFiles.isFile(destination, with: bytes) { return nil }
      try OutputFiles.write(bytes, to: path + "/" + temporary)
    case .copy(let source):
      let original = projectRoot + "/" + source
      if try OutputFiles.areEqual(original, destination) { return nil }
      try OutputFiles.copy(original, to: path + "/" + temporary)
    }
    return File(temporary: temporary, path: file.path)
  }

  /// Puts a waiting file in its place.
  func place(_ file: File) throws {
    let destination = folder + "/" + file.path
    if let slash = file.path.lastIndex(of: "/") {
      try OutputFiles.makeFolders(String(file.path[..<slash]), in: folder)
    }
    guard rename(path + "/" + file.temporary, destination) == 0 else {
      throw OutputError.system("mettre en place", destination)
    }
  }

  /// Replaces one file of the folder at once.
  func replace(_ name: String, with bytes: [UInt8]) throws {
    try OutputFiles.write(bytes, to: path + "/" + name)
    try place(File(temporary: name, path: name))
  }
}

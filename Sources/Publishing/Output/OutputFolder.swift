import Foundation

/// The folder that the site is written to.
///
/// What stands in it already is touched as little as possible: a file whose bytes are right is left alone, and nothing
/// that the program did not make is ever overwritten or removed; a hidden manifest (``OutputManifest``) says what is
/// ours. A build is prepared beside the published files and put in place only when all of it is there, file by file, each
/// with one `rename`: a build that fails leaves the last good site as it was, and whenever the program is killed every
/// file is whole and the next build puts right what is missing.
package struct OutputFolder: Sendable {
  /// Where it is.
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Writes `publication`, then removes what an earlier build made and this one does not.
  ///
  /// - Parameters:
  ///   - projectRoot: the folder that the sources of copied files are relative to.
  ///   - workers: how many files are made at the same time, at least 1.
  ///   - waiting: called once when another build is writing here; this one then waits for it.
  ///   - progress: called from time to time with the number of files looked at, from any thread.
  /// - Throws: `OutputError`, or what rendering a file throws; nothing published has been changed then, unless the fault
  ///   came while files were put in place.
  @discardableResult
  package func write(
    _ publication: Publication, projectRoot: String, workers: Int = ProcessInfo.processInfo.activeProcessorCount,
    waiting: () -> Void = {}, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> OutputReport {
    try OutputFiles.makeFolder(path)
    let lock = try OutputLock(folder: path, waiting: waiting)
    defer { lock.release() }

    let old = try OutputManifest(folder: path)
    try old.checkOwnership(of: publication.files.map(\.path), in: path)

    let staging = OutputStaging(folder: path)
    try staging.begin()
    defer { staging.end() }
    let staged = try await staging.prepare(publication, projectRoot: projectRoot, workers: workers, progress: progress)

    let new = OutputManifest(paths: publication.files.map(\.path))
    let stale = old.paths.subtracting(new.paths)
    // Until the last file is in place both the old and the new ones are ours: killed in between, the next build may
    // replace or remove either.
    if !staged.isEmpty || !stale.isEmpty { try old.union(new).write(in: path, from: staging) }
    let (blocking, leftovers) = OutputFiles.partition(stale, blocking: new.paths)
    for file in blocking { try OutputFiles.remove(file, in: path) }
    for file in staged { try staging.place(file) }
    for file in leftovers { try OutputFiles.remove(file, in: path) }
    try new.write(in: path, from: staging)
    return OutputReport(
      written: staged.count, unchanged: publication.files.count - staged.count, removed: stale.count)
  }

  /// The paths that the last build made, sorted; empty where there was none.
  package func earlierPaths() throws -> [String] {
    try OutputManifest(folder: path).paths.sorted()
  }
}

/// What writing a site came to.
package struct OutputReport: Sendable, Hashable {
  /// Files whose bytes were new.
  package var written: Int
  /// Files that were right already.
  package var unchanged: Int
  /// Files of an earlier build that this one does not make.
  package var removed: Int
}

import Files
import Foundation
import Publishing

/// The folder that the site is written to.
///
/// What stands in it already is touched as little as possible: a file whose bytes are right is left alone, and nothing
/// that the program did not make is ever overwritten or removed; a hidden manifest (``OutputManifest``) says what is
/// ours. A build is prepared beside the published files and put in place only when all of it is there, file by file, new
/// folders as a whole, each with one `rename`: a build that fails leaves the last good site as it was, and whenever the
/// program is killed every file is whole and the next build puts right what is missing.
package struct OutputFolder: Sendable {
  /// Where it is.
  package let path: String

  /// Whether a link at ``path`` is followed.
  private let followsLink: Bool

  /// - Parameter followsLink: whether `path` may be a link to the folder: so it may where whoever runs the program named
  ///   it, not where it is found in a project that others may have filled.
  package init(path: String, followsLink: Bool = true) {
    self.path = path
    self.followsLink = followsLink
  }

  /// The folder as it stands, made where it is missing and can be; where it can't, writing says why.
  package func made() -> Confinement.Place {
    try? OutputFiles.makeFolder(path)
    return Confinement.Place(path, followsLink: followsLink)
  }

  /// Makes sure that the site is not written among what it is made of, where the next build would find it: neither into
  /// `content` nor below it, by whatever links a path leads there.
  ///
  /// - Throws: `OutputError`.
  package func requireOutside(of content: String) throws {
    let (target, source) = (OutputFiles.resolved(path), OutputFiles.resolved(content))
    guard target != source, !target.hasPrefix(source + "/") else {
      throw OutputError(
        "Le site ne peut pas être écrit dans « \(path) » : ce dossier est dans « \(content) », dont le site est fait.",
        hint: "Choisissez un autre dossier avec --output : rien n’a été touché.")
    }
  }

  /// Writes `publication`, then removes what an earlier build made and this one does not.
  ///
  /// - Parameters:
  ///   - projectRoot: the folder that the sources of copied files are relative to.
  ///   - workers: how many files are made at the same time, at least 1.
  ///   - waiting: called once when another build is writing here; this one then waits for it.
  ///   - watchdog: who watches over what each file takes; asked for when the folder is this build's alone.
  ///   - progress: called from time to time with the number of files looked at, from any thread.
  /// - Throws: `OutputError`, or what rendering a file throws; nothing published has been changed then, unless the fault
  ///   came while files were put in place.
  @discardableResult
  package func write(
    _ publication: Publication, projectRoot: String, workers: Int = ProcessInfo.processInfo.activeProcessorCount,
    waiting: () -> Void = {}, watchdog: () -> Watchdog? = { nil },
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> OutputReport {
    guard followsLink || !OutputFiles.isLink(path) else {
      throw OutputError(
        "« \(path) » est un lien vers un autre dossier : rien n’y est écrit.",
        hint: "Supprimez ce lien, ou nommez le dossier voulu avec --output.")
    }
    try OutputFiles.makeFolder(path)
    let lock = try OutputLock(folder: path, waiting: waiting)
    defer { lock.release() }

    let old = try OutputManifest(folder: path)
    try old.checkOwnership(of: publication.files.map(\.path), in: path)

    let staging = OutputStaging(folder: path)
    try staging.begin()
    defer { staging.end() }
    let staged = try await staging.prepare(
      publication, projectRoot: projectRoot, workers: workers, watchdog: watchdog(), progress: progress)

    let new = OutputManifest(paths: publication.files.map(\.path))
    let stale = old.paths.subtracting(new.paths)
    let (blocking, leftovers) = OutputFiles.partition(stale, blocking: new.paths)
    if !staged.isEmpty || !stale.isEmpty || !old.isWritten {
      // All that may want room, or a right, comes first.
      let both = try old.union(new).prepare(in: staging, as: "both")
      let last = stale.isEmpty ? nil : try new.prepare(in: staging, as: "new")
      let placement = try staging.placement(of: staged, blocked: blocking)
      // Until the last file is in place both the old and the new ones are ours: killed in between, the next build may
      // replace or remove either.
      try staging.place(both)
      for file in blocking { try OutputFiles.remove(file, in: path) }
      for file in placement { try staging.place(file) }
      for file in leftovers { try OutputFiles.remove(file, in: path) }
      if let last { try staging.place(last) }
    }
    return OutputReport(
      written: staged.count, unchanged: publication.files.count - staged.count, removed: stale.count,
      // Taken while nobody else may write here.
      state: OutputState(of: publication.files.map(\.path), in: path))
  }

  /// Removes what a build that can't go on prepared; for the process that has the folder.
  package func discardStaging() { OutputStaging(folder: path).end() }

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
  /// How the files stand there; `nil` where somebody else has removed one.
  package var state: OutputState?
}

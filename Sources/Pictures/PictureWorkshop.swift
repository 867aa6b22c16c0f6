import Files
import Foundation
import Markup

/// Makes pictures fit to publish: light, upright, in several widths, without a word of where they were taken.
package struct PictureWorkshop: Sendable {
  private let root: String
  private let searchPath: String
  private let workers: Int
  private let watchdog: Watchdog?

  /// - Parameters:
  ///   - root: the project's folder; what is made is kept in `.cache` there.
  ///   - searchPath: where to look for `vipsthumbnail`: the variable `PATH`.
  ///   - workers: how many pictures are worked on at a time.
  ///   - watchdog: who watches over what looking at each takes; the program that makes files has limits of its own.
  package init(
    root: String, searchPath: String, workers: Int = ProcessInfo.processInfo.activeProcessorCount,
    watchdog: Watchdog? = nil
  ) {
    self.root = URL(fileURLWithPath: root).path
    self.searchPath = searchPath
    self.workers = max(1, workers)
    self.watchdog = watchdog
  }

  /// Prepares the files named (paths from the root, each once or more). Nothing is thrown: what can't be prepared is in
  /// ``PreparedPictures/failures``.
  ///
  /// `progress` hears how many of the pictures that have to be made are done, and of how many; it is not called where
  /// all were made before.
  package func prepare(
    _ sources: [String], progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async -> PreparedPictures {
    var (result, read) = await lookedAt(sources)
    guard !read.isEmpty else { return result }

    // A site that has drawings alone needs no program.
    let program = read.contains { $0.drawing == nil } ? VipsThumbnail(searchPath: searchPath) : nil
    let cache = PictureCache(root: root)
    var missing: [String: PictureSource] = [:]
    for source in read where source.drawing == nil {
      guard let program else {
        result.failures[source.path] = .programMissing
        continue
      }
      let key = PictureCache.key(source, program)
      if missing[key] == nil, cache.files(key, stem: "") == nil { missing[key] = source }
    }
    if let program, !missing.isEmpty {
      cache.sweep()
      let work = missing.sorted { $0.key < $1.key }
      progress(0, work.count)
      let outcomes = await inParallel(
        work, { (key, source) in (source.digest, make(source, key, program)) }, done: { progress($0, work.count) })
      result.decoded = work.count
      let faults = Dictionary(outcomes) { first, _ in first }
      for source in read {
        if let fault = faults[source.digest] ?? nil { result.failures[source.path] = fault }
      }
    }
    var files: Set<PreparedPictures.File> = []
    for source in read where result.failures[source.path] == nil {
      guard let (picture, sources) = published(source, cache, program) else {
        result.failures[source.path] = .cache(PictureCache.folder, "")
        continue
      }
      result.pictures[source.path] = picture
      files.formUnion(sources)
    }
    result.files = files.sorted { ($0.path, $0.source) < ($1.path, $1.source) }
    return result
  }

  /// What can be said of the files without decoding any: failures and headers. The pictures have no file but the original's
  /// place, and are not to be published.
  package func inspect(_ sources: [String]) async -> PreparedPictures {
    var (result, read) = await lookedAt(sources)
    for source in read {
      let isTurned = source.header.orientation >= 5
      let size = (source.drawing?.width ?? source.header.width, source.drawing?.height ?? source.header.height)
      let (width, height) = isTurned ? (size.1, size.0) : size
      let format: Picture.Variant.Format = source.drawing == nil ? .jpeg : .svg
      let variant = Picture.Variant(format: format, width: width, height: height, path: source.publishedStem)
      result.pictures[source.path] = Picture(width: width, height: height, variants: [variant])
    }
    return result
  }

  private func lookedAt(_ sources: [String]) async -> (PreparedPictures, [PictureSource]) {
    var result = PreparedPictures()
    var read: [PictureSource] = []
    for (path, look) in await inParallel(Set(sources).sorted(), { ($0, look(at: $0)) }, done: { _ in }) {
      switch look {
      case .success(let source):
        read.append(source)
        result.headers[path] = source.header
      case .failure(let failure): result.failures[path] = failure
      }
    }
    return (result, read)
  }

  private func look(at path: String) -> Result<PictureSource, PictureFailure> {
    Result { () throws(PictureFailure) in
      try watchdog.watching(path) { () throws(PictureFailure) in try PictureSource(path: path, root: root) }
    }
  }

  /// `nil` where all went well.
  private func make(_ source: PictureSource, _ key: String, _ program: VipsThumbnail) -> PictureFailure? {
    do throws(PictureFailure) {
      let bytes = try PictureSource.bytes(of: source.path, root: root)
      // Somebody saved the file between the two readings: what is kept must be of the bytes it is kept under.
      guard PictureSource.digest(bytes) == source.digest else { throw .unreadable }
      try PictureCache(root: root).keep(key) { folder throws(PictureFailure) in
        try PictureMaking(program: program, folder: folder).files(source, bytes)
      }
      return nil
    } catch {
      return error
    }
  }

  private func published(
    _ source: PictureSource, _ cache: PictureCache, _ program: VipsThumbnail?
  ) -> (Picture, [PreparedPictures.File])? {
    let stem = source.publishedStem
    if let drawing = source.drawing {
      let variant = Picture.Variant(format: .svg, width: drawing.width, height: drawing.height, path: stem + ".svg")
      return (
        Picture(width: drawing.width, height: drawing.height, variants: [variant]),
        [PreparedPictures.File(path: variant.path, source: source.path)]
      )
    }
    guard let program, let files = cache.files(PictureCache.key(source, program), stem: stem),
      let largest = files.max(by: { $0.variant.width < $1.variant.width })?.variant
    else { return nil }
    return (
      Picture(width: largest.width, height: largest.height, variants: files.map(\.variant)),
      files.map { PreparedPictures.File(path: $0.variant.path, source: $0.source) }
    )
  }

  /// `work` on each of `items`, as many at a time as there are workers; the results in the order of `items`.
  private func inParallel<Item: Sendable, Output: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item) -> Output, done: (Int) -> Void
  ) async -> [Output] {
    await withTaskGroup(of: (Int, Output).self) { group in
      var waiting = items.indices.makeIterator()
      func startNext() {
        guard let index = waiting.next() else { return }
        group.addTask {
          // Waiting for the program would hold a thread that all other tasks need.
          await withCheckedContinuation { done in
            DispatchQueue.global().async { done.resume(returning: (index, work(items[index]))) }
          }
        }
      }
      for _ in 0..<workers { startNext() }
      var results: [(Int, Output)] = []
      for await result in group {
        results.append(result)
        done(results.count)
        startNext()
      }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}

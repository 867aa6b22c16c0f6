import Files
import Foundation
import Markup

/// Makes pictures fit to publish: light, upright, in several widths, without a word of where they were taken.
package struct PictureWorkshop: Sendable {
  private let root: String
  private let searchPath: String
  private let workers: Int
  private let watchdog: Watchdog?
  private let memory: PictureMemory

  /// - Parameters:
  ///   - root: the project's folder; what is made is kept in `.cache` there.
  ///   - searchPath: where to look for `vipsthumbnail`: the variable `PATH`.
  ///   - workers: how many pictures are worked on at a time.
  ///   - watchdog: who watches over what looking at each takes; the program that makes files has limits of its own.
  ///   - memory: what earlier workshops saw of these pictures.
  package init(
    root: String, searchPath: String, workers: Int = ProcessInfo.processInfo.activeProcessorCount,
    watchdog: Watchdog? = nil, memory: PictureMemory = PictureMemory()
  ) {
    self.root = URL(fileURLWithPath: root).path
    self.searchPath = searchPath
    self.workers = max(1, workers)
    self.watchdog = watchdog
    self.memory = memory
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

    var files: Set<PreparedPictures.File> = []
    let photographs = read.filter { $0.drawing == nil }
    var made: [String: [PictureCache.File]] = [:]
    // A site that has drawings alone needs no program.
    if !photographs.isEmpty {
      if let program = VipsThumbnail(searchPath: searchPath) {
        made = await prepare(photographs, program, &result, progress)
      } else {
        for source in photographs { result.failures[source.path] = .programMissing }
      }
    }
    for source in read where result.failures[source.path] == nil {
      let (picture, sources) =
        source.drawing.map { published(source, $0) } ?? published(source, made[source.digest] ?? [])
      result.pictures[source.path] = picture
      files.formUnion(sources)
    }
    result.files = files.sorted { ($0.path, $0.source) < ($1.path, $1.source) }
    return result
  }

  /// The files of `sources`, by their digests; what can't be made is noted in `result`. Nothing is started where all were
  /// made before.
  private func prepare(
    _ sources: [PictureSource], _ program: VipsThumbnail, _ result: inout PreparedPictures,
    _ progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
  ) async -> [String: [PictureCache.File]] {
    let caches = [PictureCache(root: root)] + (PictureCache.temporary(for: root).map { [$0] } ?? [])
    func lookUp(_ version: String) -> [String: [PictureCache.File]] {
      let found = sources.compactMap { source in
        let key = PictureCache.key(source, version)
        return caches.lazy.compactMap { $0.files(key) }.first.map { (source.digest, $0) }
      }
      return Dictionary(found) { first, _ in first }
    }
    let known = caches.lazy.compactMap { KnownVersion(of: program, root: $0.root) }.first
    var found = known.map { lookUp($0.version) } ?? [:]
    if found.count < Set(sources.map(\.digest)).count {
      var known = known
      if known?.isFresh() != true {
        known = KnownVersion(asking: program, caches)
        if let known { found = lookUp(known.version) }
      }
      guard let version = known?.version else {
        for source in sources { result.failures[source.path] = .programFailed(program.path) }
        return [:]
      }
      let missing = Dictionary(
        sources.filter { found[$0.digest] == nil }.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
      let work = missing.values.sorted { $0.digest < $1.digest }
      if !work.isEmpty { progress(0, work.count) }
      let outcomes = await inParallel(
        work, { source in (source.digest, make(source, version, program, caches)) },
        done: { progress($0, work.count) })
      result.decoded = work.count
      for (digest, outcome) in outcomes {
        switch outcome {
        case .made(let files, let fault):
          found[digest] = files
          if let fault { result.keptElsewhere = fault }
        case .failed(let failure):
          for source in sources where source.digest == digest { result.failures[source.path] = failure }
        }
      }
    }
    for cache in caches { cache.sweepDaily() }
    return found
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
      try watchdog.watching(path) { () throws(PictureFailure) in try memory.source(path, root: root) }
    }
  }

  private enum Outcome: Sendable {
    /// `fault` is why the project's own cache does not hold the files.
    case made([PictureCache.File], fault: PictureFailure?)
    case failed(PictureFailure)
  }

  private func make(
    _ source: PictureSource, _ version: String, _ program: VipsThumbnail, _ caches: [PictureCache]
  ) -> Outcome {
    var fault: PictureFailure?
    for cache in caches {
      do throws(PictureFailure) {
        let bytes = try PictureSource.bytes(of: source.path, root: root)
        // Somebody saved the file between the two readings: what is kept must be of the bytes it is kept under.
        guard PictureSource.digest(bytes) == source.digest else { throw .unreadable }
        let key = PictureCache.key(source, version)
        try cache.keep(key) { folder throws(PictureFailure) in
          try PictureMaking(program: program, folder: folder).files(source, bytes)
        }
        guard let files = cache.files(key) else { throw .cache(cache.root + "/" + PictureCache.folder, "") }
        return .made(files, fault: fault)
      } catch {
        guard case .cache = error else { return .failed(error) }
        fault = fault ?? error
      }
    }
    return .failed(fault ?? .unreadable)
  }

  private func published(_ source: PictureSource, _ drawing: SVGDrawing) -> (Picture, [PreparedPictures.File]) {
    let variant = Picture.Variant(
      format: .svg, width: drawing.width, height: drawing.height, path: source.publishedStem + ".svg")
    return (
      Picture(width: drawing.width, height: drawing.height, variants: [variant]),
      [PreparedPictures.File(path: variant.path, source: source.path, folder: root)]
    )
  }

  /// - Parameter files: at least one.
  private func published(
    _ source: PictureSource, _ files: [PictureCache.File]
  ) -> (Picture, [PreparedPictures.File]) {
    let stem = source.publishedStem
    let largest = files.max { $0.variant.width < $1.variant.width }?.variant
    let variants = files.map { file in
      var variant = file.variant
      variant.path = "\(stem)-\(PictureCache.name(variant.format, width: variant.width))"
      return variant
    }
    return (
      Picture(width: largest?.width ?? 0, height: largest?.height ?? 0, variants: variants),
      zip(variants, files).map { PreparedPictures.File(path: $0.path, source: $1.source, folder: $1.folder) }
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

/// What became of the pictures that a site refers to. Files are named by their path from the project's root.
package struct PreparedPictures: Sendable {
  /// A file to publish.
  package struct File: Sendable, Hashable {
    /// Its address on the site, from the root: `/images/table-3f0c2a91b5de-960.webp`.
    package var path: String
    /// The file to copy, from ``folder``.
    package var source: String
    /// The project's root, else where what it can't keep stands.
    package var folder: String
  }

  /// What shows each picture, by the file it is made of.
  package var pictures: [String: Picture] = [:]
  /// Why a picture is not published, by its file.
  package var failures: [String: PictureFailure] = [:]
  /// What each of them says of itself; for those too that are not published, where it is known.
  package var headers: [String: ImageHeader] = [:]
  /// Every file of ``pictures``, by address, each once.
  package var files: [File] = []
  /// How many pictures were decoded; those made before are not.
  package var decoded = 0
  /// Why what was made is not kept in the project, where it is not: then it stands in a folder for what is temporary.
  package var keptElsewhere: PictureFailure?
}

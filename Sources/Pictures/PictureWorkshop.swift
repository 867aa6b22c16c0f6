import Files
import Foundation
import Markup

/// Makes pictures fit to publish: light, upright, in several widths, without a word of where they were taken.
package struct PictureWorkshop: Sendable {
  let root: String
  let searchPath: String
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
  /// ``PreparedPictures/failures``. `cuts` are made of those that can, by their paths; one that can't be made is left out.
  ///
  /// `progress` hears how many of the pictures that have to be made are done, and of how many; it is not called where
  /// all were made before.
  package func prepare(
    _ sources: [String], cuts: [String: Set<PictureCut>] = [:],
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async -> PreparedPictures {
    var (result, read) = await lookedAt(sources)
    guard !read.isEmpty else { return result }

    var files: Set<PreparedPictures.File> = []
    let work = read.map { PictureWork($0, cuts[$0.path] ?? []) }.filter { !$0.parts.isEmpty }
    var made: [PictureWork.Part: [PictureCache.File]] = [:]
    // A site that has drawings alone needs no program.
    if !work.isEmpty {
      if let program = VipsThumbnail(searchPath: searchPath) {
        made = await prepare(work, program, &result, progress)
      } else {
        for source in read where source.drawing == nil { result.failures[source.path] = .programMissing }
      }
    }
    for source in read where result.failures[source.path] == nil {
      var (picture, sources) =
        source.drawing.map { published(source, $0) } ?? published(source, made[.pages(source)] ?? [])
      for cut in cuts[source.path] ?? [] {
        guard let file = made[PictureWork.Part(source, cut)]?.first else { continue }
        var variant = file.variant
        variant.path = source.publishedStem(by: cut.recipe) + cut.ending
        cut.show(variant, in: &picture)
        sources.append(PreparedPictures.File(path: variant.path, source: file.source, folder: file.folder))
      }
      result.pictures[source.path] = picture
      files.formUnion(sources)
    }
    result.files = files.sorted { ($0.path, $0.source) < ($1.path, $1.source) }
    return result
  }

  /// The files of `works`; what can't be made is noted in `result`. Nothing is started where all were made before.
  private func prepare(
    _ works: [PictureWork], _ program: VipsThumbnail, _ result: inout PreparedPictures,
    _ progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
  ) async -> [PictureWork.Part: [PictureCache.File]] {
    let caches = caches
    let parts = Set(works.flatMap(\.parts))
    func lookUp(_ version: String) -> [PictureWork.Part: [PictureCache.File]] {
      var found: [PictureWork.Part: [PictureCache.File]] = [:]
      for part in parts {
        found[part] = caches.lazy.compactMap { memory.files(part.key(version), in: $0) }.first
      }
      return found
    }
    let known = caches.lazy.compactMap { KnownVersion(of: program, root: $0.root) }.first
    var found = known.map { lookUp($0.version) } ?? [:]
    if found.count < parts.count {
      var known = known
      if known?.isFresh() != true {
        known = KnownVersion(asking: program, caches)
        if let known { found = lookUp(known.version) }
      }
      guard let version = known?.version else {
        for work in works { result.failures[work.source.path] = .programFailed(program.path) }
        return [:]
      }
      // Files of the same bytes are worked on once.
      let missing = Dictionary(
        works.map { ($0.source.digest, $0) }, uniquingKeysWith: { $0.joined(with: $1) }
      ).values.map { $0.lacking(found) }.filter { !$0.parts.isEmpty }
      let work = missing.sorted { $0.source.digest < $1.source.digest }
      if !work.isEmpty { progress(0, work.count) }
      let outcomes = await inParallel(
        work, { (one: PictureWork) in (one, make(one, version, program, caches)) },
        done: { progress($0, work.count) })
      result.decoded = work.count
      for (work, outcome) in outcomes {
        found.merge(outcome.files) { first, _ in first }
        if let fault = outcome.fault { result.keptElsewhere = fault }
        guard let failure = outcome.failure else { continue }
        for other in works where other.source.digest == work.source.digest {
          result.failures[other.source.path] = failure
        }
      }
    }
    for cache in caches { cache.sweepDaily() }
    return found
  }

  /// Where what is made is kept: in the project, else among what is temporary.
  var caches: [PictureCache] {
    [PictureCache(root: root)] + (PictureCache.temporary(for: root).map { [$0] } ?? [])
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

  private struct Outcome: Sendable {
    var files: [PictureWork.Part: [PictureCache.File]] = [:]
    /// Why the project's own cache does not hold the files.
    var fault: PictureFailure?
    /// Why the picture is not published.
    var failure: PictureFailure?
  }

  private func make(
    _ work: PictureWork, _ version: String, _ program: VipsThumbnail, _ caches: [PictureCache]
  ) -> Outcome {
    var outcome = Outcome()
    for part in work.parts {
      do throws(PictureFailure) {
        outcome.files[part] = try make(part, of: work.source, version, program, caches, &outcome.fault)
      } catch {
        // A picture is shown without its cut, unless the machine is at fault.
        guard part.cut == nil || error.isOfMachine else { continue }
        outcome.failure = error
        return outcome
      }
    }
    return outcome
  }

  private func make(
    _ part: PictureWork.Part, of source: PictureSource, _ version: String, _ program: VipsThumbnail,
    _ caches: [PictureCache], _ fault: inout PictureFailure?
  ) throws(PictureFailure) -> [PictureCache.File] {
    for cache in caches {
      do throws(PictureFailure) {
        let bytes = try PictureSource.bytes(of: source.path, root: root)
        // Somebody saved the file between the two readings: what is kept must be of the bytes it is kept under.
        guard PictureSource.digest(bytes) == source.digest else { throw .unreadable }
        let key = part.key(version)
        try cache.keep(key) { folder throws(PictureFailure) in
          guard let cut = part.cut else {
            return try PictureMaking(program: program, folder: folder).files(source, bytes)
          }
          return try CutMaking(program: program, folder: folder).files(source, bytes, cut)
        }
        guard let files = cache.files(key) else { throw .cache(cache.root + "/" + PictureCache.folder, "") }
        return files
      } catch {
        guard case .cache = error else { throw error }
        fault = fault ?? error
      }
    }
    throw fault ?? .unreadable
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

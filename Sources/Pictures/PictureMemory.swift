import Files
import Foundation
import Threads

/// What was seen of pictures when they were last looked at, for a program that looks at them again after each edit: those
/// that have not changed since are neither read nor hashed again. It changes nothing in what is found.
package final class PictureMemory: Sendable {
  private struct Seen: Sendable {
    var stamp: FileStamp
    var source: PictureSource
  }

  private struct Kept: Sendable {
    /// Of the folder: files that come or go change it.
    var stamp: FileStamp
    var files: [PictureCache.File]
  }

  /// By path from the project's root.
  private let seen = Locked<[String: Seen]>([:])
  /// What was made of pictures, by the path of its folder.
  private let kept = Locked<[String: Kept]>([:])

  package init() {}

  /// The picture at `path` of the project at `root`, as ``PictureSource/init(path:root:)`` has it.
  func source(_ path: String, root: String) throws(PictureFailure) -> PictureSource {
    let (moment, status) = (FileStamp.now(), stat(at: root + "/" + path))
    let stamp = status.map { FileStamp($0) }
    if let stamp, let known = seen.withLock({ $0[path] }), known.stamp == stamp { return known.source }
    let source = try PictureSource(path: path, root: root)
    // What was written just now may be written once more without its stamp showing it.
    if let stamp, stamp.isSettled(at: moment) { seen.withLock { $0[path] = Seen(stamp: stamp, source: source) } }
    return source
  }
  /// The files that `cache` keeps under `key`, as ``PictureCache/files(_:)`` has them.
  func files(_ key: String, in cache: PictureCache) -> [PictureCache.File]? {
    let folder = cache.path(of: key)
    let (moment, stamp) = (FileStamp.now(), stat(at: folder).map { FileStamp($0) })
    if let stamp, let known = kept.withLock({ $0[folder] }), known.stamp == stamp {
      cache.noteUse(of: key)
      return known.files
    }
    let files = cache.files(key)
    if let files, let stamp, stamp.isSettled(at: moment) {
      kept.withLock { $0[folder] = Kept(stamp: stamp, files: files) }
    }
    return files
  }
}

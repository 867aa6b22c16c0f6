import Foundation

/// A regular file open for reading; closed when nobody holds it any more.
package final class RegularFile {
  private let descriptor: Int32
  /// Bytes, when it was opened.
  package let size: Int

  /// Opens the file at `path`, whose last step may be no link; for where nobody else puts files.
  package convenience init(at path: String) throws(ConfinedFolder.Failure) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw ConfinedFolder.Failure(code: errno) }
    try self.init(descriptor: descriptor)
  }

  /// Takes over `descriptor`. Throws where it is that of no regular file.
  init(descriptor: Int32) throws(ConfinedFolder.Failure) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.isFile else {
      close(descriptor)
      throw .notRegular
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The next bytes, at most so many; empty at the end.
  package func read(atMost limit: Int) throws(ConfinedFolder.Failure) -> [UInt8] {
    try read(atMost: limit, endingAt: nil)
  }

  /// - Parameter end: how many bytes there are before the end, where that is known: one that is reached is not asked about again.
  private func read(atMost limit: Int, endingAt end: Int?) throws(ConfinedFolder.Failure) -> [UInt8] {
    var isBroken = false
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, limit - count)
        if got < 0, errno == EINTR { continue }
        isBroken = got < 0
        guard got > 0 else { break }
        count += got
        // It gave less than it was asked for.
        if count == end, count < limit { break }
      }
    }
    if isBroken { throw .unreadable }
    return bytes
  }

  /// All bytes from here on.
  package func bytes(limit: Int) throws(ConfinedFolder.Failure) -> [UInt8] {
    guard size <= limit else { throw .tooLarge(size) }
    // One byte more than it had: whether it grew is seen without asking again.
    var result = try read(atMost: size + 1, endingAt: size)
    while result.count > size {
      guard result.count <= limit else { throw .tooLarge(result.count) }
      let more = try read(atMost: 1 << 16)
      if more.isEmpty { break }
      result += more
    }
    return result
  }
}

import Foundation

/// Reads whole files, regular ones only, up to a size.
enum FileLoader {
  enum Failure: Error, Sendable, Hashable {
    case missing
    case unreadable
    case notRegular
    /// Bytes it has.
    case tooLarge(Int)
  }

  /// Never waits on a pipe or a device, never follows a link in the last step of the path.
  static func read(_ path: String, limit: Int) -> Result<[UInt8], Failure> {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      return .failure(errno == ENOENT ? .missing : errno == ELOOP ? .notRegular : .unreadable)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.unreadable) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notRegular) }
    let size = Int(status.st_size)
    guard size <= limit else { return .failure(.tooLarge(size)) }
    // One byte more than it had: a file that grows meanwhile is noticed at its limit.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
      if filled == bytes.count {
        guard filled <= limit else { return .failure(.tooLarge(filled)) }
        bytes += [UInt8](repeating: 0, count: min(filled, limit + 1 - filled) + 1)
      }
      let count = bytes.withUnsafeMutableBytes { buffer in
        Foundation.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(.unreadable)
      }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return .success(bytes)
  }

  /// The size in bytes of a regular file; `nil` where it is none.
  static func size(_ path: String) -> Int? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether it can be opened for reading.
  static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }
}

import Foundation

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

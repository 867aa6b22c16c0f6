import Foundation

/// A regular file while it is read or written; closed when nobody holds it any more.
final class OpenFile {
  private let descriptor: Int32
  private let path: String
  /// Bytes, when it was opened.
  let size: Int

  /// Opens a regular file; links, folders, pipes and devices are refused.
  init(reading path: String) throws {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw OutputError.system("lire", path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw OutputError("« \(path) » n’est pas un fichier ordinaire.")
    }
    self.descriptor = descriptor
    self.path = path
    size = Int(status.st_size)
  }

  /// Makes a file, or empties the one there is.
  init(creating path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    self.path = path
    size = 0
    guard descriptor >= 0 else { throw OutputError.system("écrire", path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The next bytes, at most so many; empty at the end.
  func read(atMost limit: Int) throws -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      // A regular file gives less than was asked for only at its end.
      while count < limit {
        let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, limit - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { code = errno }
        guard got > 0 else { break }
        count += got
      }
    }
    guard code == 0 else { throw OutputError.system("lire", path, code: code) }
    return bytes
  }

  func readAll() throws -> [UInt8] {
    var bytes = try read(atMost: size + 1)
    // It may have grown since it was opened.
    while bytes.count > size {
      let more = try read(atMost: 1 << 16)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
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

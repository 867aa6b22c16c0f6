import COpenBeneath
import Foundation

/// A folder that others may have filled: what is opened through it lies in it. Links on the way to the folder itself are
/// followed, since whoever runs the program chose it; below it none is, in no step of a path, not even one that is put
/// there while the path is walked (`openat2`(2); where the kernel has no such call, each step is opened in the one before,
/// by `openat`(2) with `O_NOFOLLOW`).
package struct ConfinedFolder: Sendable {
  /// Where it is.
  package let path: String

  /// Whether each step is opened in the one before, whatever the kernel knows.
  private let walks: Bool

  package init(_ path: String) { self.init(path, walks: false) }

  init(_ path: String, walks: Bool) {
    self.path = path
    self.walks = walks
  }

  /// Why something can't be had.
  package enum Failure: Error, Sendable, Hashable {
    case missing
    case unreadable
    /// A link somewhere on the path, or neither a file nor a folder where one was looked for.
    case notRegular
    /// Bytes it has.
    case tooLarge(Int)
  }

  /// Opens a regular file for reading; `name` is its path from the folder. Never waits on a pipe or a device.
  package func file(_ name: String) throws(Failure) -> RegularFile {
    try RegularFile(descriptor: open(name, O_RDONLY | O_NONBLOCK))
  }

  /// All bytes of a regular file; a file that grows meanwhile is noticed at its limit.
  package func read(_ name: String, limit: Int) throws(Failure) -> [UInt8] {
    try file(name).bytes(limit: limit)
  }

  /// Something in a folder.
  package struct Entry: Sendable {
    /// Its name as the system has it; not necessarily UTF-8.
    package var name: [UInt8]
    /// `nil` where it went away meanwhile.
    package var status: stat?
  }

  /// What stands in the folder `name` (empty: in this one), in no order.
  package func entries(of name: String) throws(Failure) -> [Entry] {
    let descriptor = try open(name, O_RDONLY | O_DIRECTORY)
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw .unreadable
    }
    defer { closedir(stream) }
    var result: [Entry] = []
    while let entry = readdir(stream) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) { name in
          var status = stat()
          let isThere = fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
          let bytes = UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
          return Entry(name: bytes, status: isThere ? status : nil)
        }
      }
      if found.name != [UInt8(ascii: ".")], found.name != Array("..".utf8) { result.append(found) }
    }
    return result
  }

  /// Whether `name` is a folder that is reached through no link.
  package func hasFolder(_ name: String) -> Bool {
    guard let descriptor = try? open(name, O_RDONLY | O_DIRECTORY) else { return false }
    close(descriptor)
    return true
  }

  /// Makes a file, to be written to, where nothing of its name is; the folder that it is to stand in must be there.
  ///
  /// - Returns: its descriptor, the caller's to close; `nil` where something of that name is there already.
  package func create(_ name: String, mode: mode_t) throws(Failure) -> Int32? {
    switch descriptor(of: name, O_WRONLY | O_CREAT | O_EXCL, mode: mode) {
    case .success(let descriptor): return descriptor
    case .failure(let reason) where reason.code == EEXIST: return nil
    case .failure(let reason): throw Failure(code: reason.code)
    }
  }

  /// A descriptor of what `name` leads to, the caller's to close.
  private func open(_ name: String, _ flags: Int32) throws(Failure) -> Int32 {
    switch descriptor(of: name, flags) {
    case .success(let descriptor): return descriptor
    case .failure(let reason): throw Failure(code: reason.code)
    }
  }

  /// Why a call failed (`errno`).
  private struct Reason: Error { var code: Int32 }

  private func descriptor(of name: String, _ flags: Int32, mode: mode_t = 0) -> Result<Int32, Reason> {
    let folder = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return .failure(Reason(code: errno)) }
    defer { close(folder) }
    if name.isEmpty { return Self.result(openat(folder, ".", flags | O_CLOEXEC)) }
    guard Self.leadsDown(name) else { return .failure(Reason(code: ENOENT)) }
    let flags = flags | O_NOFOLLOW | O_CLOEXEC
    if !walks {
      let descriptor = open_beneath(folder, name, flags, mode)
      // A filter of a container's may know no such call; and what moved meanwhile is asked for again (EAGAIN).
      if descriptor >= 0 || ![ENOSYS, EPERM, EAGAIN, EINVAL].contains(errno) { return Self.result(descriptor) }
    }
    return Self.walk(name, from: folder, flags, mode)
  }

  /// Whether a path is one of steps that each lead further down: one that leads up again was not made by us.
  private static func leadsDown(_ name: String) -> Bool {
    var (length, dots) = (0, 0)
    for byte in name.utf8 {
      switch byte {
      case 0: return false
      case UInt8(ascii: "/"):
        if length == 0 || length == 2 && dots == 2 { return false }
        (length, dots) = (0, 0)
      default:
        length += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    return length > 0 && !(length == 2 && dots == 2)
  }

  private static func walk(
    _ name: String, from folder: Int32, _ flags: Int32, _ mode: mode_t
  ) -> Result<Int32, Reason> {
    let steps = name.split(separator: "/").map(String.init)
    var current = folder
    for (index, step) in steps.enumerated() {
      let isLast = index == steps.count - 1
      let next = openat(current, step, isLast ? flags : O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, mode)
      let result = result(next)
      if current != folder { close(current) }
      guard case .success(let descriptor) = result else { return result }
      current = descriptor
    }
    return .success(current)
  }

  private static func result(_ descriptor: Int32) -> Result<Int32, Reason> {
    descriptor >= 0 ? .success(descriptor) : .failure(Reason(code: errno))
  }
}

extension ConfinedFolder.Failure {
  /// - Parameter code: what the system gave as the reason (`errno`).
  init(code: Int32) {
    switch code {
    case ENOENT: self = .missing
    // A link where a folder is looked for is « no folder », not « a link ».
    case ELOOP, ENOTDIR, ENXIO: self = .notRegular
    default: self = .unreadable
    }
  }
}

import Foundation

/// A folder that others may have filled: what is opened through it lies in it. Links on the way to the folder itself are
/// followed, since whoever runs the program chose it; below it none is, in no step of a path, not even one that is put
/// there while the path is walked: each step is opened in the one before (`openat`(2) with `O_NOFOLLOW`).
package struct ConfinedFolder: Sendable {
  /// Where it is.
  package let path: String

  package init(_ path: String) { self.path = path }

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

  /// A descriptor of what `name` leads to, the caller's to close.
  private func open(_ name: String, _ flags: Int32) throws(Failure) -> Int32 {
    var steps = Array(name.utf8) + [0]
    guard !steps.dropLast().contains(0) else { throw .missing }
    var current = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard current >= 0 else { throw Failure(code: errno) }
    if name.isEmpty {
      defer { close(current) }
      return try Self.checked(openat(current, ".", flags | O_CLOEXEC))
    }
    var start = 0
    for index in steps.indices where steps[index] == UInt8(ascii: "/") || index == steps.count - 1 {
      let isLast = index == steps.count - 1
      steps[index] = 0
      let step = steps[start..<index]
      // A path that leads up again was not made by us.
      if step.isEmpty || step.elementsEqual("..".utf8) {
        close(current)
        throw .missing
      }
      let next = steps.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { names in
          names.baseAddress.map {
            openat(current, $0 + start, (isLast ? flags : O_RDONLY | O_DIRECTORY) | O_NOFOLLOW | O_CLOEXEC)
          }
            ?? -1
        }
      }
      let code = errno
      close(current)
      guard next >= 0 else { throw Failure(code: code) }
      current = next
      start = index + 1
    }
    return current
  }

  private static func checked(_ descriptor: Int32) throws(Failure) -> Int32 {
    guard descriptor >= 0 else { throw Failure(code: errno) }
    return descriptor
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

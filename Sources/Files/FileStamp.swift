import Foundation

/// What distinguishes one state of a file from another without reading it.
package struct FileStamp: Sendable, Hashable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  /// When its bytes were written, and when anything about it was changed last; the second can't be set by programs.
  /// Nanoseconds since 1970.
  private let written: Int64
  private let changed: Int64

  package init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    written = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// All that it consists of, for comparing it with one that was kept.
  package func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    for number in [device, inode, UInt64(bitPattern: size), UInt64(bitPattern: written), UInt64(bitPattern: changed)] {
      withUnsafeBytes(of: number.littleEndian, body)
    }
  }

  /// Whether a write after `moment` (nanoseconds since 1970) would surely show: the clock of a file system stands still for
  /// some milliseconds at a time, so that two writes may bear the same time.
  package func isSettled(at moment: Int64) -> Bool { changed < moment - 100_000_000 }

  /// The clock by which ``isSettled(at:)`` counts.
  package static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

extension stat {
  /// What stands at `path`: of a link the link itself, not what it leads to. `nil` where nothing does, or it is not known.
  package init?(at path: String) {
    self.init()
    guard lstat(path, &self) == 0 else { return nil }
  }

  /// A regular file: no folder, link, pipe or device.
  package var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  package var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  /// Whether its owner may run it.
  package var isExecutable: Bool { isFile && st_mode & S_IXUSR != 0 }
  package var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}

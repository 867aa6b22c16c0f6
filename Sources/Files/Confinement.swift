import CLandlock
import Foundation

/// Which places a process may still write to: it gives up all others, and TCP, for itself and for every program that it starts.
///
/// What is rendered comes from anybody, and is read by libraries in C and by programs (git, libvips): whoever finds a hole in
/// one of them has found a process that can change nothing but what a build makes, and talks to nobody over TCP. What may be
/// read is left as it is.
package struct Confinement: Sendable {
  /// Folders in which all may be made, changed and removed. One that is missing can't be made later.
  package var folders: [Place] = []
  /// Files that may be written, and nothing beside them: they are there, and are not replaced.
  package var files: [String] = []

  /// A folder.
  package struct Place: Sendable {
    package var path: String
    /// Whether `path` may be a link to the folder.
    package var followsLink: Bool

    package init(_ path: String, followsLink: Bool) { (self.path, self.followsLink) = (path, followsLink) }
  }

  package init() {}

  /// Whether the kernel of this machine can hold a process to it. Before version 2 of Landlock (Linux 5.19) it can't: no file
  /// could be moved from one folder to another.
  package static var isAvailable: Bool { landlock_version() >= least }

  private static let least = 2

  /// Gives up all else. To be called before the process has a second thread, which would keep its rights.
  ///
  /// Nothing happens where the machine does not know how: it is one wall more, behind those that hold everywhere.
  package func begin() {
    let version = landlock_version()
    guard version >= Self.least else { return }
    let all = Rights.changing.union(version >= 3 ? .truncate : [])
    let rules = landlock_rules(all.rawValue, version >= 4 ? Self.tcp : 0, version >= 6 ? Self.others : 0)
    guard rules >= 0 else { return }
    defer { close(rules) }
    func allow(_ path: String, _ flags: Int32, _ rights: Rights) {
      let place = landlock_place(path, flags)
      guard place >= 0 else { return }
      defer { close(place) }
      _ = landlock_allow(rules, place, rights.intersection(all).rawValue)
    }
    let temporary = [WorkingFolder.parent, "/tmp"].map { Place($0, followsLink: true) }
    for folder in folders + temporary {
      allow(folder.path, O_DIRECTORY | (folder.followsLink ? 0 : O_NOFOLLOW), .folder)
    }
    for file in files + ["/dev/null", "/dev/tty"] { allow(file, O_NOFOLLOW, .file) }
    _ = landlock_restrict(rules)
  }

  /// Binding and connecting.
  private static let tcp: UInt64 = 3
  /// Sockets without a file, and signals, of processes that are not held to the same.
  private static let others: UInt64 = 3

  /// `LANDLOCK_ACCESS_FS_…` of linux/landlock.h, without those of reading.
  private struct Rights: OptionSet {
    let rawValue: UInt64

    static let write = Rights(rawValue: 1 << 1)
    static let removeFolder = Rights(rawValue: 1 << 4)
    static let removeFile = Rights(rawValue: 1 << 5)
    static let makeFolder = Rights(rawValue: 1 << 7)
    static let makeFile = Rights(rawValue: 1 << 8)
    static let makeLink = Rights(rawValue: 1 << 12)
    /// To move from one folder to another.
    static let move = Rights(rawValue: 1 << 13)
    static let truncate = Rights(rawValue: 1 << 14)
    /// Devices, sockets and pipes, which nothing of ours makes.
    static let makeSpecial = Rights(rawValue: 1 << 6 | 1 << 9 | 1 << 10 | 1 << 11)

    static let folder: Rights = [
      .write, .removeFolder, .removeFile, .makeFolder, .makeFile, .makeLink, .move, .truncate,
    ]
    static let file: Rights = [.write, .truncate]
    static let changing: Rights = folder.subtracting(.truncate).union(makeSpecial)
  }
}

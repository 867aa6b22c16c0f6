import Foundation

extension stat {
  /// What stands at `path`: of a link the link itself, not what it leads to. `nil` where nothing does, or it is not known.
  package init?(at path: String) {
    self.init()
    guard lstat(path, &self) == 0 else { return nil }
  }

  /// A regular file: no folder, link, pipe or device.
  package var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  package var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  package var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}

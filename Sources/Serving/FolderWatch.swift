import Foundation
import Synchronization

/// Sees that something changed in a folder or anywhere below it: files written, saved by renaming, made, moved or removed
/// (inotify(7)). Links are not followed.
package final class FolderWatch: Sendable {
  /// How long nothing may happen before a change counts as done: an editor that saves by renaming does several things.
  private static let quietMilliseconds: Int32 = 8
  /// How long a change is waited out at most, where one follows the other.
  private static let longestMilliseconds = 250

  private let descriptor: Int32
  private let folders: [String]
  private let isOver = Atomic<Bool>(false)

  /// - Throws: `PreviewFault` where the system gives no watch.
  package init(folders: [String]) throws {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    self.folders = folders
    guard descriptor >= 0 else { throw PreviewFault.noWatch }
    watchAll()
  }

  deinit {
    close(descriptor)
  }

  /// One element for each change, or several changes at once; begins with the first call.
  package var changes: AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      continuation.onTermination = { _ in self.isOver.store(true, ordering: .relaxed) }
      Thread.detachNewThread {
        while !self.isOver.load(ordering: .relaxed) {
          guard self.waitForEvents(milliseconds: 200) else { continue }
          self.waitForQuiet()
          // New folders have come without a watch, and what was put into them meanwhile came unseen.
          self.watchAll()
          continuation.yield()
        }
      }
    }
  }

  /// Whether something happened within so many milliseconds; takes the events off the queue.
  private func waitForEvents(milliseconds: Int32) -> Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard Foundation.poll(&poll, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while read(descriptor, &buffer, buffer.count) > 0 {}
    return true
  }

  private func waitForQuiet() {
    let end = ContinuousClock.now + .milliseconds(Self.longestMilliseconds)
    while ContinuousClock.now < end, waitForEvents(milliseconds: Self.quietMilliseconds) {}
  }

  private func watchAll() {
    for folder in folders { watch(folder) }
  }

  private func watch(_ folder: String) {
    let mask =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
      | IN_ATTRIB | IN_DONT_FOLLOW | IN_ONLYDIR
    guard inotify_add_watch(descriptor, folder, UInt32(mask)) >= 0 else { return }
    guard let listing = opendir(folder) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      guard entry.pointee.d_type == UInt8(DT_DIR) || entry.pointee.d_type == UInt8(DT_UNKNOWN) else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { watch(folder + "/" + name) }
    }
  }
}

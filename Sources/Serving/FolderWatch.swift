import Foundation
import Synchronization

/// Sees that something changed in a folder or anywhere below it: files written, saved by renaming, made, moved or removed
/// (inotify(7)), and the folder itself when it goes and comes back. Links are not followed; hidden files are nobody's, but
/// where they are asked for.
package final class FolderWatch: Sendable {
  /// How long nothing may happen before a change counts as done: an editor that saves by renaming does several things.
  private static let quietMilliseconds: Int32 = 5
  /// How long a change is waited out at most, where one follows the other.
  private static let longestMilliseconds = 250
  /// How often the folders themselves are looked for: what happens above them is not watched.
  private static let pauseMilliseconds: Int32 = 200

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB
      | IN_DONT_FOLLOW | IN_ONLYDIR)

  private let descriptor: Int32
  private let folders: [String]
  private let isOver = Atomic<Bool>(false)
  private let takesHidden: @Sendable (String) -> Bool
  /// The watches of folders of which hidden files are reported too.
  private let unhidden = Mutex<Set<Int32>>([])

  /// - Parameter takesHidden: whether hidden files directly in a folder, given by its path, are somebody's.
  /// - Throws: `PreviewFault` where the system gives no watch, or not as many as there are folders.
  package init(folders: [String], takesHidden: @escaping @Sendable (String) -> Bool = { _ in false }) throws {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    self.folders = folders
    self.takesHidden = takesHidden
    guard descriptor >= 0, watchAll() else { throw PreviewFault.noWatch }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// One element for each change, or several changes at once; begins with the call, and is to be asked for once.
  package var changes: AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      continuation.onTermination = { _ in self.isOver.store(true, ordering: .relaxed) }
      Thread.detachNewThread {
        var there = self.folders.map(Self.identity)
        while !self.isOver.load(ordering: .relaxed) {
          var seen = self.events(within: Self.pauseMilliseconds)
          if seen != .nothing { seen = max(seen, self.eventsUntilQuiet()) }
          let now = self.folders.map(Self.identity)
          if now != there { seen = .folders }
          there = now
          // New folders have come without a watch, and what was put into them meanwhile came unseen.
          if seen == .folders { _ = self.watchAll() }
          if seen > .nothing { continuation.yield() }
        }
      }
    }
  }

  // MARK: Events

  /// What happened, from the least on.
  private enum Seen: Int, Comparable {
    case nothing, files, folders

    static func < (a: Seen, b: Seen) -> Bool { a.rawValue < b.rawValue }
  }

  /// What happened within so many milliseconds, as soon as it does; takes it off the queue.
  private func events(within milliseconds: Int32) -> Seen {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard Foundation.poll(&poll, 1, milliseconds) > 0 else { return .nothing }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    var seen = Seen.nothing
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return seen }
      seen = max(seen, self.seen(in: buffer[..<count]))
    }
  }

  private func eventsUntilQuiet() -> Seen {
    let end = ContinuousClock.now + .milliseconds(Self.longestMilliseconds)
    var seen = Seen.nothing
    while ContinuousClock.now < end {
      let more = events(within: Self.quietMilliseconds)
      if more == .nothing { break }
      seen = max(seen, more)
    }
    return seen
  }

  /// `events` holds one `inotify_event` after the other, each followed by its name.
  private func seen(in events: ArraySlice<UInt8>) -> Seen {
    let header = MemoryLayout<inotify_event>.size
    var rest = events
    var seen = Seen.nothing
    while rest.count >= header {
      let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      let name = rest.dropFirst(header).prefix(Int(event.len))
      rest = rest.dropFirst(header + Int(event.len))
      let isNobodys = name.first == UInt8(ascii: ".") && !unhidden.withLock { $0.contains(event.wd) }
      if isNobodys || event.mask & UInt32(IN_IGNORED) != 0 { continue }
      // Where the queue ran over nobody knows what was lost.
      let isOfFolder = event.mask & UInt32(IN_ISDIR | IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF) != 0
      seen = max(seen, isOfFolder ? .folders : .files)
    }
    return seen
  }

  // MARK: Folders

  /// What distinguishes a folder from another of the same name; `nil` where there is none.
  private static func identity(_ folder: String) -> [UInt64]? {
    var status = stat()
    return stat(folder, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
  }

  /// Whether every folder that is there is watched now.
  private func watchAll() -> Bool { folders.reduce(true) { watch($1) && $0 } }

  private func watch(_ folder: String) -> Bool {
    let number = inotify_add_watch(descriptor, folder, Self.mask)
    guard number >= 0 else { return errno != ENOSPC && errno != ENOMEM }
    let takesHidden = takesHidden(folder)
    if takesHidden { unhidden.withLock { _ = $0.insert(number) } }
    guard let listing = opendir(folder) else { return true }
    defer { closedir(listing) }
    var isWatched = true
    while let entry = readdir(listing) {
      guard entry.pointee.d_type == UInt8(DT_DIR) || entry.pointee.d_type == UInt8(DT_UNKNOWN) else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != "..", takesHidden || !name.hasPrefix(".") else { continue }
      if !watch(folder + "/" + name) { isWatched = false }
    }
    return isWatched
  }
}

/// Why there is no preview.
package enum PreviewFault: Error, Sendable {
  /// The system lets no more folders be watched.
  case noWatch
}

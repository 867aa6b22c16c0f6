import Foundation

/// Keeps a second build out of the folder while one is writing. The lock is the system's (`flock`) and falls with the
/// process, however it ends.
struct OutputLock {
  private let descriptor: Int32

  /// Takes the lock; calls `waiting` and waits where another process holds it.
  init(folder: String, waiting: () -> Void) throws {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError.system("ouvrir", folder) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    // Any other answer than « held by another »: the file system knows no locks, and there is nothing to wait for.
    guard errno == EWOULDBLOCK else { return }
    waiting()
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let error = OutputError.system("verrouiller", folder)
        close(descriptor)
        throw error
      }
    }
  }

  func release() {
    close(descriptor)
  }
}

import Foundation

/// A program run within limits, its words kept.
struct ChildProcess {
  /// What became of it.
  enum Outcome: Sendable, Hashable {
    case finished(status: Int32)
    /// Stopped because the time was up.
    case tookTooLong
    /// Ended by a signal: out of memory, most often, or a fault of its own.
    case killed(signal: Int32)
    /// It could not be started at all.
    case notStarted
  }

  /// Seconds it may take.
  var timeLimit: Double = 120
  /// Bytes of address space it may have.
  var memoryLimit = 2 << 30

  /// Runs `program` (a path) and waits for its end. What it writes on either stream is returned, up to 64 kB.
  func run(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) -> (outcome: Outcome, output: String) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return (.notStarted, "") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }

    // The shell sets the limits on itself, then becomes the program. A system that knows no such limit has the other ones.
    let limits = "ulimit -c 0; ulimit -v \(memoryLimit >> 10); ulimit -t \(Int(timeLimit) + 1); exec \"$0\" \"$@\""
    let started = Self.spawn(["/bin/sh", "-c", "{ \(limits); } ", program] + arguments, environment, output: ends[1])
    close(ends[1])
    guard let child = started else { return (.notStarted, "") }

    let (output, isInTime) = Self.read(ends[0], seconds: timeLimit)
    if !isInTime { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    if !isInTime { return (.tookTooLong, output) }
    let signal = status & 0x7F
    return (signal == 0 ? .finished(status: status >> 8 & 0xFF) : .killed(signal: signal), output)
  }

  private static func spawn(_ words: [String], _ environment: [String: String], output: Int32) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child: pid_t = 0
    return posix_spawn(&child, words[0], &actions, nil, arguments, variables) == 0 ? child : nil
  }

  /// Reads to the end, which comes when the child ends; `false` when time is up before.
  private static func read(_ descriptor: Int32, seconds: Double) -> (String, Bool) {
    let end = ContinuousClock.now + .seconds(seconds)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      if left <= 0 { return (String(decoding: bytes, as: UTF8.self), false) }
      var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let answer = poll(&question, 1, Int32(left.rounded(.up)))
      if answer < 0, errno != EINTR { break }
      if answer <= 0 { continue }
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      if bytes.count < 65_536 { bytes += buffer[..<count] }
    }
    return (String(decoding: bytes, as: UTF8.self), true)
  }
}

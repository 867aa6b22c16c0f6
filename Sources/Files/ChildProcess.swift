import Foundation

/// Another program, run within limits until it ends.
package struct ChildProcess: Sendable {
  /// What became of it.
  package enum Outcome: Sendable, Hashable {
    case finished(status: Int32)
    /// Stopped because the time was up.
    case tookTooLong
    /// Stopped because it wrote more than ``outputLimit``.
    case wroteTooMuch
    /// Stopped because what it writes can't be read.
    case unreadable
    /// Ended by a signal: out of memory, most often, or a fault of its own.
    case killed(signal: Int32)
    /// It could not be started at all.
    case notStarted
  }

  /// What becomes of the words it has for people.
  package enum Errors: Sendable, Hashable { case dropped, keptWithOutput }

  /// Seconds it may take.
  package var timeLimit: Double
  /// Bytes of address space it may have; `nil` for as many as there are.
  package var memoryLimit: Int?
  /// Bytes of output that are kept.
  package var outputLimit: Int
  /// Whether it is stopped where it writes more, rather than that the rest is dropped.
  package var endsAtOutputLimit: Bool
  package var errors: Errors

  package init(
    timeLimit: Double, memoryLimit: Int? = nil, outputLimit: Int, endsAtOutputLimit: Bool, errors: Errors
  ) {
    self.timeLimit = timeLimit
    self.memoryLimit = memoryLimit
    self.outputLimit = outputLimit
    self.endsAtOutputLimit = endsAtOutputLimit
    self.errors = errors
  }

  /// Runs `program` (a path, or a name to be found by `PATH`) with these variables alone, and waits for its end.
  ///
  /// - Parameter input: what it reads.
  package func run(
    _ program: String, _ arguments: [String], environment: [String: String], input: [UInt8] = []
  ) -> (outcome: Outcome, output: [UInt8]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return (.notStarted, []) }
    let (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(reading) }
    let file = input.isEmpty ? nil : Self.file(holding: input)
    defer { if let file { close(file) } }
    if !input.isEmpty, file == nil { close(writing) }
    guard input.isEmpty || file != nil else { return (.notStarted, []) }
    let started = spawn(limited([program] + arguments), environment, input: file, output: writing)
    close(writing)
    guard let child = started else { return (.notStarted, []) }

    let (output, stopped) = read(reading)
    if stopped != nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let stopped { return (stopped, output) }
    let signal = status & 0x7F
    return (signal == 0 ? .finished(status: status >> 8 & 0xFF) : .killed(signal: signal), output)
  }

  /// With a limit to its memory, a shell sets the limits on itself, then becomes the program. A system that knows no such
  /// limit has the other ones.
  private func limited(_ words: [String]) -> [String] {
    guard let memoryLimit else { return words }
    let limits = "ulimit -c 0; ulimit -v \(memoryLimit >> 10); ulimit -t \(Int(timeLimit) + 1); exec \"$0\" \"$@\""
    return ["/bin/sh", "-c", "{ \(limits); } "] + words
  }

  /// A file without a name that holds `bytes`, to be read from its start: a pipe would have to be filled while the child
  /// writes.
  private static func file(holding bytes: [UInt8]) -> Int32? {
    var name = WorkingFolder.template
    let file = mkstemp(&name)
    guard file >= 0 else { return nil }
    unlink(name)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else {
        close(file)
        return nil
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private func spawn(
    _ words: [String], _ environment: [String: String], input: Int32?, output: Int32
  ) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals that we ignore end it as they end any program.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    switch errors {
    case .dropped: posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    case .keptWithOutput: posix_spawn_file_actions_adddup2(&actions, output, 2)
    }
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child = pid_t()
    return posix_spawnp(&child, words[0], &actions, &attributes, arguments, variables) == 0 ? child : nil
  }

  /// Reads to the end, which comes when the child ends; with why it is to be stopped, where it is.
  private func read(_ descriptor: Int32) -> (output: [UInt8], stopped: Outcome?) {
    let end = ContinuousClock.now + .seconds(timeLimit)
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
      if left <= 0 { return (result, .tookTooLong) }
      var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let answer = poll(&question, 1, Int32(clamping: Int(left.rounded(.up))))
      if answer < 0, errno != EINTR { return (result, .unreadable) }
      if answer <= 0 { continue }
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return (result, .unreadable) }
      if count == 0 { return (result, nil) }
      let room = outputLimit - result.count
      if count > room, endsAtOutputLimit { return (result, .wroteTooMuch) }
      result += buffer[..<min(count, room)]
    }
  }
}

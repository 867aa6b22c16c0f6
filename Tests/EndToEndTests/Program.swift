import Foundation
import Testing

/// The compiled program, run as its users run it.
struct Program {
  struct Result: Sendable {
    var status: Int32
    var output: String
    var errors: String
    /// How long it ran, waiting for its turn left out.
    var duration: Duration
  }

  /// The project's own folder.
  static let projectRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Whether a sanitizer watches the program: it takes many times as long then, and files of its own.
  static let isInstrumented = ProcessInfo.processInfo.environment["GAZETTE_SANITIZING"] != nil

  /// SwiftPM puts the program beside the tests.
  private static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("gazette")

  /// The program with these arguments, not yet begun; see ``run(_:input:environment:in:launcher:)``.
  static func process(
    _ arguments: [String], environment: [String: String] = [:], in folder: String = projectRoot,
    launcher: [String] = []
  ) -> Process {
    let process = Process()
    let command = launcher + [executable.path] + arguments
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
      .filter { !$0.value.isEmpty }
    return process
  }

  /// What runs the program without the rights of root, to whom everything is allowed; `nil`, reported as a known issue, where it
  /// can't be run so. Empty where it runs without them already.
  static var nobody: [String]? {
    if getuid() != 0 { return [] }
    let launcher = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    if status(of: launcher[0], launcher.dropFirst() + ["/usr/bin/test", "-x", executable.path]) == 0 {
      return launcher
    }
    withKnownIssue("nobody can't run the program here: the test is skipped") { Issue.record("skipped") }
    return nil
  }

  /// What another program ends with, whatever it says; -1 where it can't be run.
  static func status(of program: String, _ arguments: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Where what blocks a thread is done, a few at a time: it must not take the threads that all the tests share, or those
  /// that wait for something wait in vain.
  private static let desk = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = max(2, ProcessInfo.processInfo.activeProcessorCount)
    return queue
  }()

  /// Does what blocks a thread, such as waiting for a program.
  static func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      desk.addOperation { continuation.resume(with: Swift.Result(catching: body)) }
    }
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - environment: variables to set, besides those of the tests; an empty value removes one.
  ///   - launcher: a program that runs this one, and its arguments.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], in folder: String = projectRoot,
    launcher: [String] = []
  ) async throws -> Result {
    try await blocking {
      try runToEnd(process(arguments, environment: environment, in: folder, launcher: launcher), input: input)
    }
  }

  private static func runToEnd(_ process: Process, input: String) throws -> Result {
    // Files rather than pipes: whatever is said, nobody waits for a full pipe.
    let scratch = try ScratchFolder()
    let names = ["input", "output", "errors"].map { scratch.path + "/" + $0 }
    for name in names { _ = FileManager.default.createFile(atPath: name, contents: nil) }
    try Data(input.utf8).write(to: URL(fileURLWithPath: names[0]))
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    let duration = start.duration(to: .now)
    return Result(
      status: process.terminationStatus,
      output: String(decoding: FileManager.default.contents(atPath: names[1]) ?? Data(), as: UTF8.self),
      errors: String(decoding: FileManager.default.contents(atPath: names[2]) ?? Data(), as: UTF8.self),
      duration: duration)
  }
}

/// A folder of a test, removed with it.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "gazette-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  /// Every file below `folder`, by its path from there.
  func files(in folder: String) -> [String: Data] {
    let root = path + "/" + folder
    var result: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      if let data = FileManager.default.contents(atPath: root + "/" + name) { result[name] = data }
    }
    return result
  }
}

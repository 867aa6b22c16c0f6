import Foundation

/// The compiled program, run as its users run it.
struct Program {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The project's own folder.
  static let projectRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

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

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - environment: variables to set, besides those of the tests; an empty value removes one.
  ///   - launcher: a program that runs this one, and its arguments.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], in folder: String = projectRoot,
    launcher: [String] = []
  ) throws -> Result {
    let process = process(arguments, environment: environment, in: folder, launcher: launcher)
    // Files rather than pipes: whatever is said, nobody waits for a full pipe.
    let scratch = try ScratchFolder()
    let names = ["input", "output", "errors"].map { scratch.path + "/" + $0 }
    for name in names { _ = FileManager.default.createFile(atPath: name, contents: nil) }
    try Data(input.utf8).write(to: URL(fileURLWithPath: names[0]))
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: FileManager.default.contents(atPath: names[1]) ?? Data(), as: UTF8.self),
      errors: String(decoding: FileManager.default.contents(atPath: names[2]) ?? Data(), as: UTF8.self))
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

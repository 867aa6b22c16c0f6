import Foundation
import Serving
import Testing

/// `gazette serve` as it runs, ended with the test.
final class PreviewProgram {
  let port: UInt16
  let process: Process
  private let log: String

  /// Begins it and waits until it listens. A port that is free may be taken before it comes to it: then another one is tried.
  static func begin(
    root: String, scratch: ScratchFolder, _ arguments: [String] = [], environment: [String: String] = [:]
  ) async throws -> PreviewProgram {
    for _ in 0..<20 {
      let program = try await PreviewProgram(root: root, scratch: scratch, arguments, environment)
      func listens() -> Bool { program.said.contains("http://127.0.0.1:\(program.port)/") }
      try await program.wait("the server begins") { listens() || !program.process.isRunning }
      if listens() { return program }
      try #require(program.said.contains("est déjà pris par un autre programme"), "\(program.said)")
    }
    throw NoPort()
  }

  /// Whatever port was tried was taken.
  struct NoPort: Error {}

  private init(
    root: String, scratch: ScratchFolder, _ arguments: [String], _ environment: [String: String]
  ) async throws {
    port = try #require(await PreviewServer.freePort(after: UInt16.random(in: 20_000...40_000)))
    log = scratch.path + "/serve-\(port).log"
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    process = Program.process(
      [
        "serve", "--root", root, "--themes", Program.projectRoot + "/Themes", "--date", "2026-03-15", "--port",
        String(port),
      ] + arguments, environment: environment)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: log)
    try process.run()
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// What it wrote in the terminal.
  var said: String { String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self) }

  func get(_ path: String) throws -> HTTPExchange {
    try #require(HTTPExchange("GET", path, port: port), "nobody answers: \(said)")
  }

  /// Waits until `condition` holds.
  func wait(_ what: String, until condition: () throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(300)
    while try !condition() {
      guard ContinuousClock.now < end else {
        Issue.record("\(what): waited in vain. \(said)")
        return
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}

import Files
import Foundation
import Writing

/// By rsync, over ssh or within this machine.
struct RsyncTransport: Transport {
  /// As rsync writes it, with `/` at its end.
  let destination: String
  let environment: [String: String]
  /// A folder of ours, for what is handed to rsync.
  let scratch: WorkingFolder

  func list() throws -> [UInt8]? {
    let copy = scratch.path + "/list"
    try? FileManager.default.removeItem(atPath: copy)
    let (status, words) = try rsync([destination + HostList.name, copy])
    // Not all could be had: it is not there, nor perhaps its folder.
    if status == 23, words.contains("No such file") { return nil }
    if status == 3, words.contains("No such file") { return nil }
    try require(status, words)
    return FileManager.default.contents(atPath: copy).map(Array.init)
  }

  func send(_ paths: [String], from source: String) throws {
    let (status, words) = try rsync(
      Self.fromList + ["--checksum", "--perms", "--chmod=D755,F644", source + "/", destination], input: paths)
    try require(status, words)
  }

  /// Of an empty folder these are asked for: what is missing here is removed there, by its name and nothing else by a pattern.
  /// Then the folders that held them, the innermost first, unless they hold something.
  func remove(_ paths: [String]) throws {
    let empty = scratch.path + "/empty"
    try? FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
    let folders = Dictionary(grouping: Set(paths.flatMap(OutputFiles.folders(of:)))) { $0.count { $0 == "/" } }
    for names in [paths] + folders.sorted(by: { $0.key > $1.key }).map({ $0.value.sorted() }) {
      let (status, words) = try rsync(
        Self.fromList + ["--delete-missing-args", empty + "/", destination], input: names)
      // « Some files vanished before they could be transferred. »
      if status != 24 { try require(status, words) }
    }
  }

  /// Paths come one behind the other, each ended by a zero; begun so, no sign of theirs means anything.
  private static let fromList = ["--from0", "--files-from=-"]

  private func rsync(_ arguments: [String], input: [String] = []) throws -> (status: Int32, words: String) {
    var environment = environment
    if environment["RSYNC_RSH"] == nil {
      environment["RSYNC_RSH"] =
        "ssh -o ConnectTimeout=20 -o ServerAliveInterval=15"
    }
    environment["LC_ALL"] = "C"
    let process = ChildProcess(
      timeLimit: Upload.timeLimit, outputLimit: 1 << 16, endsAtOutputLimit: false, errors: .keptWithOutput)
    let (outcome, output) = process.run(
      "rsync", ["--timeout=60"] + arguments, environment: environment,
      input: Array(input.map { "./\($0)\0" }.joined().utf8))
    guard case .finished(let status) = outcome else {
      if outcome == .notStarted { throw TransportFault.noProgram("rsync") }
      throw TransportFault.failed("rsync")
    }
    if status == 127 { throw TransportFault.noProgram("rsync") }
    return (status, String(decoding: output, as: UTF8.self))
  }

  private func require(_ status: Int32, _ words: String) throws {
    if status == 0 { return }
    if words.contains("rsync: command not found") || words.contains("rsync: not found") {
      throw TransportFault.noAnswerer
    }
    throw TransportFault.failed(words)
  }
}

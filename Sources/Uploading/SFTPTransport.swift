import Files
import Foundation
import Writing

/// By SFTP, with OpenSSH's own program: it alone puts a file in the place of another in one step (`posix-rename@openssh.com`).
struct SFTPTransport: Transport {
  let account: String
  let port: Int?
  let folder: String
  let environment: [String: String]
  /// A folder of ours, for what comes from the host.
  let scratch: WorkingFolder

  func list() throws -> [UInt8]? {
    let copy = scratch.path + "/list"
    try? FileManager.default.removeItem(atPath: copy)
    do {
      try sftp(["get \(Self.quoted(path(HostList.name))) \(Self.quoted(copy))"])
    } catch TransportFault.failed(let words) where words.contains("not found") || words.contains("No such file") {
      return nil
    }
    return FileManager.default.contents(atPath: copy).map(Array.init)
  }

  /// Each file comes under another name and takes its place when it is whole; its mode does not depend on the host's habits.
  func send(_ paths: [String], from source: String) throws {
    do {
      try sftp(sending(paths, from: source))
    } catch TransportFault.failed(let words) where words.contains("rename") {
      // A server that never puts one file in the place of another.
      try sftp(sending(paths, from: source, removesFirst: true))
    }
  }

  private func sending(_ paths: [String], from source: String, removesFirst: Bool = false) -> [String] {
    var lines = ["-mkdir \(Self.quoted(folder))"]
    for folder in Set(paths.flatMap(OutputFiles.folders(of:))).sorted() {
      lines += ["-mkdir \(Self.quoted(path(folder)))", "-chmod 755 \(Self.quoted(path(folder)))"]
    }
    for path in paths {
      let target = Self.quoted(self.path(path))
      let part = Self.quoted(self.path(path) + ".gazette-part")
      lines += ["put \(Self.quoted("\(source)/\(path)")) \(part)", "chmod 644 \(part)"]
      if removesFirst { lines.append("-rm \(target)") }
      lines.append("rename \(part) \(target)")
    }
    return lines
  }

  /// A folder that holds something else stays.
  func remove(_ paths: [String]) throws {
    let folders = Set(paths.flatMap(OutputFiles.folders(of:))).sorted { ($0.count, $0) > ($1.count, $1) }
    try sftp(
      paths.map { "-rm \(Self.quoted(path($0)))" } + folders.map { "-rmdir \(Self.quoted(path($0)))" })
  }

  private func path(_ path: String) -> String { folder + "/" + path }

  /// A word of the program's own language, in which no sign is a pattern.
  static func quoted(_ text: String) -> String {
    "\"" + text.flatMap { "\"\\".contains($0) ? ["\\", $0] : [$0] } + "\""
  }

  private func sftp(_ lines: [String]) throws {
    var environment = environment
    environment["LC_ALL"] = "C"
    let process = ChildProcess(
      timeLimit: Upload.timeLimit, outputLimit: 1 << 16, endsAtOutputLimit: false, errors: .keptWithOutput)
    let (outcome, output) = process.run(
      "sftp",
      ["-q", "-b", "-", "-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=15"]
        + (port.map { ["-P", String($0)] } ?? []) + ["--", account],
      environment: environment, input: Array((lines.joined(separator: "\n") + "\n").utf8))
    switch outcome {
    case .finished(status: 0): return
    case .notStarted, .finished(status: 127): throw TransportFault.noProgram("openssh-client")
    case .finished: throw TransportFault.failed(Self.words(output))
    default: throw TransportFault.failed("sftp")
    }
  }

  /// What went wrong, without the lines that were tried (« sftp> … ») and what need not have worked.
  private static func words(_ output: [UInt8]) -> String {
    String(decoding: output, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("sftp> ") && !$0.contains("create directory") }.joined(separator: "\n")
  }
}

import Building
import Digests
import Files
import Foundation
import Text
import Time
import Writing

/// Puts the files of a built site where its visitors find them.
package struct Upload {
  /// Seconds that one stage may take.
  static let timeLimit = 6.0 * 3600

  /// The folder of the built site.
  let site: String
  let destination: Destination
  /// The variables of the process.
  let environment: [String: String]
  /// Days since 1970.
  let today: Int
  var sendsAll = false

  package init(
    site: String, to destination: Destination, environment: [String: String], today: Int, sendsAll: Bool = false
  ) {
    self.site = site
    self.destination = destination
    self.environment = environment
    self.today = today
    self.sendsAll = sendsAll
  }

  /// - Parameters:
  ///   - isDry: whether only to say what would be done.
  ///   - report: called with a sentence before each stage.
  /// - Throws: `Fault`, `OutputError`.
  package func run(isDry: Bool, report: (String) -> Void) throws -> UploadPlan {
    let digests = try self.digests()
    let scratch = try Self.scratch()
    var ways = transports(scratch)[...]
    while let way = ways.popFirst() {
      do {
        let plan = UploadPlan(
          digests: digests, host: HostList(text: String(decoding: try way.list() ?? [], as: UTF8.self)), today: today,
          sendsAll: sendsAll)
        if !isDry { try send(plan, by: way, scratch, report) }
        return plan
      } catch TransportFault.noProgram where !ways.isEmpty {
        continue
      } catch TransportFault.noAnswerer where !ways.isEmpty {
        continue
      } catch let fault as TransportFault {
        throw Fault(fault, to: destination)
      }
    }
    throw Fault(.noProgram("rsync"), to: destination)
  }

  /// Does what `plan` says. The host's list is right before anything changes, and after all has.
  func send(_ plan: UploadPlan, by way: any Transport, _ scratch: WorkingFolder, _ report: (String) -> Void) throws {
    if plan.isDone, plan.before == plan.after { return }
    try put(plan.before, by: way, scratch)
    if !plan.blocking.isEmpty { try way.remove(plan.blocking) }
    for stage in UploadPlan.Stage.allCases {
      guard let paths = plan.stages[stage] else { continue }
      report("\(stage.words) : \(French.count(paths.count, "fichier"))…")
      try way.send(paths, from: site)
    }
    if !plan.removed.isEmpty {
      report("Ce que le site n’a plus : \(French.count(plan.removed.count, "fichier"))…")
      try way.remove(plan.removed)
    }
    try put(plan.after, by: way, scratch)
  }

  private func put(_ list: HostList, by way: any Transport, _ scratch: WorkingFolder) throws {
    try Data(list.text.utf8).write(to: URL(fileURLWithPath: "\(scratch.path)/\(HostList.name)"))
    try way.send([HostList.name], from: scratch.path)
  }

  /// In the order in which they are tried.
  private func transports(_ scratch: WorkingFolder) -> [any Transport] {
    func rsync(_ destination: String) -> RsyncTransport {
      RsyncTransport(destination: destination, environment: environment, scratch: scratch)
    }
    func sftp(_ account: String, _ port: Int?, _ folder: String) -> SFTPTransport {
      SFTPTransport(account: account, port: port, folder: folder, environment: environment, scratch: scratch)
    }
    switch destination {
    case .folder(let folder): return [rsync(Self.asFolder(folder.hasPrefix("/") ? folder : "./" + folder))]
    case .sftp(let account, let port, let folder): return [sftp(account, port, folder.asFolderPath)]
    case .shell(let account, let folder):
      let home = folder.hasPrefix("~/") ? String(folder.dropFirst(2)) : folder
      return [rsync("\(account):\(Self.asFolder(home))"), sftp(account, nil, home.asFolderPath)]
    }
  }

  private static func asFolder(_ folder: String) -> String { folder.asFolderPath + "/" }

  /// For what is handed to the programs, and what comes back from them.
  static func scratch() throws -> WorkingFolder {
    if let folder = WorkingFolder() { return folder }
    throw Fault(
      "Impossible de créer un dossier dans « \(WorkingFolder.parent) ».", hint: "Vérifiez la place.",
      status: Fault.inputOutput)
  }

  // MARK: What there is

  /// The files of the site that was built into `folder`.
  ///
  /// - Throws: `Fault` where none was.
  static func paths(of folder: String) throws -> [String] {
    let paths = try OutputFolder(path: folder).earlierPaths()
    guard paths.contains("index.html") else {
      throw Fault(
        "« \(folder) » ne contient pas de site.", hint: "Fabriquez-le d’abord : gazette build",
        status: Fault.inputOutput)
    }
    return paths
  }

  /// Of each file of the site, and nothing else that lies in its folder.
  private func digests() throws -> [String: String] {
    var digests: [String: String] = [:]
    for path in try Self.paths(of: site) { digests[path] = try digest(of: path) }
    return digests
  }

  private func digest(of path: String) throws -> String {
    guard stat(at: "\(site)/\(path)")?.isFile == true, let file = FileHandle(forReadingAtPath: "\(site)/\(path)") else {
      throw Fault(
        "« \(site)/\(path) » manque, ou ne peut pas être lu.", hint: "Fabriquez le site de nouveau : gazette build",
        status: Fault.inputOutput)
    }
    defer { try? file.close() }
    var hash = SHA256()
    while let part = try? file.read(upToCount: 1 << 20), !part.isEmpty { hash.update(part) }
    return Hexadecimal.text(of: hash.finish())
  }
}

import Building
import Files
import Foundation
import Publishing
import TestSupport

extension MadeUpProject {
  /// Builds it, and looks into every file of the result.
  func check(_ checks: inout Checks) async {
    let project: Project
    do { project = try await read() } catch {
      return checks.expect(error is Fault, "nothing is built, without a word for people: \(error)")
    }
    for fault in SoundOutput.faults(inMessages: project.report.text()) { checks.expect(false, "the report \(fault)") }
    let hasErrors = project.report.errors > 0
    guard let publication = project.publication else {
      return checks.expect(hasErrors, "nothing is published, and nothing reported")
    }
    var files: [String: [UInt8]] = [:]
    for file in publication.files {
      // What somebody puts there stands there as it is.
      if case .file(let source) = file.owner, source.lowercased().hasPrefix("content/racine/") { continue }
      Self.check(file, &checks)
      files[file.path] = bytes(of: file, &checks)
    }
    let folded = publication.files.map { $0.path.precomposedStringWithCanonicalMapping.lowercased() }
    checks.expect(Set(folded).count == folded.count, "two files at one address")
    // What is byte for byte as without them has been looked at.
    let untouched = await Self.untouched.value
    for fault in SoundOutput.faults(in: files.filter { untouched[$0.key] != $0.value }) { checks.expect(false, fault) }
    for (path, bytes) in files where path.hasSuffix("atom.xml") {
      let ids = StrictXML(String(decoding: bytes, as: UTF8.self)).texts["id"] ?? []
      checks.expect(Set(ids).count == ids.count, "\(path): an id twice")
    }
    for (path, bytes) in files where path.hasSuffix(".ics") && path.hasPrefix("agenda") {
      let names = CalendarText(bytes).events.map { fields in
        fields.filter { $0.name == "UID" || $0.name.hasPrefix("RECURRENCE-ID") }.map(\.value)
      }
      checks.expect(Set(names).count == names.count, "\(path): a UID twice")
    }
  }

  /// What is made of the project when nothing is put into it, as far as it is sound.
  private static let untouched = Task<[String: [UInt8]], Never> {
    guard let project = try? MadeUpProject(), let publication = try? await project.read().publication else {
      return [:]
    }
    var checks = Checks()
    let files = Dictionary(uniqueKeysWithValues: publication.files.map { ($0.path, project.bytes(of: $0, &checks)) })
    return checks.faults + SoundOutput.faults(in: files) == [] ? files : [:]
  }

  private static func check(_ file: PublishedFile, _ checks: inout Checks) {
    let steps = file.path.split(separator: "/", omittingEmptySubsequences: false)
    checks.expect(
      steps.allSatisfy { !$0.isEmpty && $0 != ".." && $0 != "." }
        && file.path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "published at \(file.path)")
    checks.expect(
      steps.last.map { !$0.hasPrefix(".") || $0 == ".htaccess" } ?? false, "hidden from people: \(file.path)")
  }

  private func bytes(of file: PublishedFile, _ checks: inout Checks) -> [UInt8] {
    switch file.content {
    case .rendered(let render):
      do { return try render() } catch { checks.expect(false, "\(file.path): \(error)") }
    case .copy(let source):
      checks.expect(file.type.origin == .attachment, "\(file.path): copied as it is")
      guard let bytes = try? ConfinedFolder(root).read(source, limit: 1 << 20) else {
        checks.expect(false, "\(file.path): \(source) can't be read")
        return []
      }
      checks.expect(file.type.agrees(with: bytes), "\(file.path) is none of \(file.type.name)")
      // Anybody's text: how browsers show it is for the server to say.
      return file.path.hasSuffix(".txt") || file.path.hasSuffix(".ics") ? [] : bytes
    }
    return []
  }
}

import Digests
import Files
import Foundation
import Text

/// What the last build of a project was made of, what it made and what it said: where all of it is as it was, a build need
/// not be done again.
///
/// It stands in the project's cache, not among what is published, and may be removed at any time. Nothing in it is
/// trusted beyond what it is compared with: whoever could make it fit could as well write the site.
package struct BuildRecord: Codable, Sendable, Hashable {
  /// The state of all that a build is made of; see ``SourcesState``.
  package var sources: String
  /// The newest commit of the project, by whose history pages are dated; empty where there is none.
  package var revision: [UInt8]
  /// Seconds since 1970 between which the site stays the same of itself (the second not included); `nil` where it was
  /// built as of a given date.
  package var times: Range<Int>?
  /// The state of what was made, and how many files that is.
  package var output: String
  package var fileCount: Int
  /// What was said.
  package var words: Words

  package struct Words: Codable, Sendable, Hashable {
    /// What was to be reported, in the form that was asked for.
    package var report: String
    /// What stood before the line about the files, and behind it.
    package var opening: String
    package var closing: String

    package init(report: String, opening: String, closing: String) {
      self.report = report
      self.opening = opening
      self.closing = closing
    }
  }

  package init(sources: String, revision: [UInt8], times: Range<Int>?, output: OutputState, words: Words) {
    self.sources = sources
    self.revision = revision
    self.times = times
    self.output = output.digest
    fileCount = output.count
    self.words = words
  }

  /// Whether the site in `folder` is still what it was made then, as far as the clock and the files there show.
  package func holds(at seconds: Int, in folder: OutputFolder) -> Bool {
    times?.contains(seconds) != false && folder.state()?.digest == output
  }

  // MARK: Keeping it

  private static let folder = WorkingFolder.cache
  private static let name = "\(folder)/build.json"
  private static let largest = 16 << 20

  /// The record of the project at `root`; `nil` where there is none that can be read.
  package static func read(root: String) -> BuildRecord? {
    guard let bytes = try? ConfinedFolder(root).read(name, limit: largest) else { return nil }
    return try? JSONDecoder().decode(BuildRecord.self, from: Data(bytes))
  }

  /// Keeps the record. Where it can't be kept the next build takes as long as this one.
  package func write(root: String) {
    guard let data = try? JSONEncoder().encode(self) else { return }
    let folder = root + "/" + Self.folder
    mkdir(folder, 0o777)
    guard OutputFiles.isFolder(folder) else { return }
    let temporary = "\(folder)/.build-\(getpid())"
    do {
      try OpenFile(creating: temporary).write(Array(data))
      if rename(temporary, root + "/" + Self.name) == 0 { return }
    } catch {}
    unlink(temporary)
  }
}

/// The states of many files, and what else may differ, as one word.
private struct StateHash {
  private var hash = SHA256()

  mutating func add(_ name: String, _ stamp: FileStamp? = nil) {
    hash.update("\(name)\0".utf8)
    stamp?.withBytes { hash.update($0) }
  }

  var digest: String { Hexadecimal.text(of: hash.finish()) }
}

/// The state of all that a build is made of, taken before anything is read: a change that comes later shows the next time.
package struct SourcesState {
  private var hash = StateHash()
  private let moment = FileStamp.now()
  private let whole: String
  /// Whether each change after this moment would show; see `FileStamp.isSettled(at:)`.
  private var isSettled = true

  /// - Parameters:
  ///   - folders: what is read, at any depth; hidden files are none of it but for those that are published.
  ///   - whole: what the folder is called within them of which hidden files are read too, in small letters.
  ///   - files: single files besides.
  ///   - words: all else that the outcome depends on.
  package init(folders: [String], whole: String, files: [String], words: [String]) {
    self.whole = whole
    for word in words { hash.add("word \(word)") }
    for file in files { add(file) }
    addProgram()
    for folder in folders { add(ConfinedFolder(folder), "", depth: 0) }
  }

  /// `nil` where it can't be distinguished from another.
  package var digest: String? { isSettled ? hash.digest : nil }

  /// The program itself with the libraries it runs on: another version may make something else.
  private mutating func addProgram() {
    guard let maps = try? RegularFile(at: "/proc/self/maps").bytes(limit: 4 << 20) else {
      isSettled = false
      return
    }
    // Only what holds code (proc(5): `address perms offset device inode path`); the order differs each time.
    let paths = maps.split(separator: UInt8(ascii: "\n")).compactMap { line -> ArraySlice<UInt8>? in
      guard let space = line.firstIndex(of: UInt8(ascii: " ")),
        line[space...].prefix(5).contains(UInt8(ascii: "x")),
        let path = line.firstIndex(of: UInt8(ascii: "/"))
      else { return nil }
      return line[path...]
    }
    for path in Set(paths.map { String(decoding: $0, as: UTF8.self) }).sorted() { add(path) }
  }

  private mutating func add(_ file: String) {
    var status = stat()
    add(file, stat(file, &status) == 0 ? FileStamp(status) : nil)
  }

  private mutating func add(_ folder: ConfinedFolder, _ name: String, depth: Int) {
    guard depth < 32, let entries = try? folder.entries(of: name) else {
      isSettled = false
      return
    }
    hash.add("folder \(name.isEmpty ? folder.path : name)")
    let isWhole = name.lowercased().hasPrefix(whole)
    let read = entries.filter { isWhole || $0.name.first != UInt8(ascii: ".") }
    for entry in read.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      guard let status = entry.status else {
        isSettled = false
        continue
      }
      let path = (name.isEmpty ? "" : name + "/") + String(decoding: entry.name, as: UTF8.self)
      if status.isFolder {
        add(folder, path, depth: depth + 1)
      } else {
        add(path, FileStamp(status))
      }
    }
  }

  private mutating func add(_ file: String, _ stamp: FileStamp?) {
    hash.add("file \(file)", stamp)
    if stamp?.isSettled(at: moment) == false { isSettled = false }
  }
}

/// The state of what a build has made.
package struct OutputState: Sendable, Hashable {
  package let digest: String
  /// How many files there are.
  package let count: Int

  /// The state of the files `paths` (sorted) in `folder`; `nil` where one is not there.
  init?(of paths: [String], in folder: String) {
    var hash = StateHash()
    for path in paths + [OutputManifest.name] {
      guard let status = stat(at: folder + "/" + path) else { return nil }
      hash.add(path, FileStamp(status))
    }
    digest = hash.digest
    count = paths.count
  }
}

extension OutputFolder {
  /// The state of what the last build made here; `nil` where something of it is missing, or a build did not come to its
  /// end.
  package func state() -> OutputState? {
    guard !OutputFiles.exists(path + "/" + OutputStaging.name), let paths = try? earlierPaths() else { return nil }
    return OutputState(of: paths, in: path)
  }
}

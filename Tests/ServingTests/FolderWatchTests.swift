import Foundation
import Testing

@testable import Serving

@Suite struct FolderWatchTests {
  private let root = NSTemporaryDirectory() + "gazette-watch-" + UUID().uuidString

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: root + "/" + name))
  }

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: root + "/" + name, withIntermediateDirectories: true)
  }

  /// Each thing that editors and people do is seen, one after the other by the same watch.
  @Test(.timeLimit(.minutes(15)))
  func `written, saved by renaming, made, moved, removed, in old folders and new`() async throws {
    try makeFolder("nouvelles")
    defer { try? FileManager.default.removeItem(atPath: root) }
    let watch = try FolderWatch(folders: [root])
    var changes = watch.changes.makeAsyncIterator()

    let steps: [() throws -> Void] = [
      { try write("a", to: "nouvelles/a.md") },
      { try write("b", to: "nouvelles/a.md") },
      {
        try write("c", to: "nouvelles/.a.md.swp")
        try FileManager.default.moveItem(atPath: root + "/nouvelles/.a.md.swp", toPath: root + "/nouvelles/b.md")
      },
      { try makeFolder("pages/sous") },
      { try write("d", to: "pages/sous/d.md") },
      { try FileManager.default.moveItem(atPath: root + "/pages", toPath: root + "/autres") },
      { try write("e", to: "autres/sous/d.md") },
      { try FileManager.default.removeItem(atPath: root + "/autres") },
    ]
    for (number, step) in steps.enumerated() {
      try step()
      #expect(await changes.next() != nil, "step \(number)")
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func `hidden files and folders are seen where they are somebody's`() async throws {
    try makeFolder("racine/.well-known")
    defer { try? FileManager.default.removeItem(atPath: root) }
    let watch = try FolderWatch(folders: [root]) { $0.contains("/racine") }
    var changes = watch.changes.makeAsyncIterator()
    let steps: [() throws -> Void] = [
      { try write("a", to: "racine/.domains") },
      { try write("b", to: "racine/.well-known/b.txt") },
      { try makeFolder("racine/.autre") },
      { try write("c", to: "racine/.autre/c.txt") },
    ]
    for (number, step) in steps.enumerated() {
      try step()
      #expect(await changes.next() != nil, "step \(number)")
    }
  }
}

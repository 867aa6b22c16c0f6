import Diagnostics
import Foundation
import Site
import Testing
import Threads

@testable import Publishing
@testable import Serving

/// What several threads share, shared by many at once: `make sanitize` sees races only where there is a crowd.
@Suite struct ContentionTests {
  private static func preview(_ version: Int) -> Preview {
    let text = Once { Array("<!doctype html><body><p>\(version)</p></body>".utf8) }
    let files = (0..<20).map {
      PublishedFile(SitePath("/\($0)/index.html")) { String(decoding: text(), as: UTF8.self) }
    }
    return Preview(
      version: version, publication: Publication(files: files), report: DiagnosticReport([]), basePath: "",
      projectRoot: "/nowhere")
  }

  @Test func `many read, wait and go away while one build follows the other`() async {
    let state = PreviewState(Self.preview(1))
    let last = 60
    let answers = await withTaskGroup(of: Int.self) { group in
      group.addTask {
        for version in 2...last {
          await state.show(Self.preview(version))
          await Task.yield()
        }
        return 0
      }
      for reader in 0..<12 {
        group.addTask {
          var (heard, good) = (1, 0)
          while heard < last {
            let router = PreviewRouter(await state.current)
            if router.answer(path: "/\(reader)/").status == 200 { good += 1 }
            let since = heard
            let waiter = Task { await state.version(after: since) }
            // Some close their page before they hear.
            if heard % 3 == reader % 3 { waiter.cancel() }
            heard = max(heard, await waiter.value)
          }
          return good
        }
      }
      return await group.reduce(0, +)
    }
    #expect(answers >= 12)
    #expect(await state.waiters == 0)
  }

  @Test(.timeLimit(.minutes(15)))
  func `a folder is watched while many write into it, and watches come and go`() async throws {
    let root = NSTemporaryDirectory() + "gazette-crowd-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: root) }
    for round in 0..<8 {
      let watch = try FolderWatch(folders: [root])
      // Asked for before anything is written: what happens from here on is seen.
      var changes = watch.changes.makeAsyncIterator()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<4 {
          group.addTask {
            let folder = root + "/\(round)-\(writer)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for number in 0..<10 {
              try Data("\(number)".utf8).write(to: URL(fileURLWithPath: folder + "/\(number).md"))
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(await changes.next() != nil)
    }
  }
}

import Publishing
import Site
import TestSupport
import Testing
import Threads
import Writing

/// What several threads share, shared by many at once: `make sanitize` sees races only where there is a crowd.
@Suite struct ContentionTests {
  @Test func `many workers ask for the same while they write`() async throws {
    let folder = try TemporaryFolder()
    let output = OutputFolder(path: folder.path + "/Output")
    for build in 0..<4 {
      let text = Once { Array("build \(build)".utf8) }
      let files = (0..<200).map { number in
        PublishedFile(SitePath("/d\(number % 9)/\(number).html")) { String(decoding: text(), as: UTF8.self) }
      }
      let report = try await output.write(Publication(files: files), projectRoot: "/", workers: 16)
      #expect(report.written == 200)
    }
    #expect(folder.files.count { $0.key.hasPrefix("Output/d") && $0.value == "build 3" } == 200)
  }
}

import Foundation
import Testing

@Suite struct ReadmeTests {
  @Test func `every file that the README names is there`() throws {
    let root = Program.projectRoot
    let text = try String(contentsOfFile: root + "/README.md", encoding: .utf8)
    let names = text.matches(of: /`([A-Za-z0-9\/+._-]+\.(?:swift|md))`/).map { String($0.output.1) }
    var folder = ""
    var checked = 0
    for name in names where name != "Package.swift" {
      let parts = name.split(separator: "/")
      if ["Sources", "Themes", "Content"].contains(parts.first) {
        // A name without folder stands « beside it »: beside the last one with a folder.
        folder = parts.dropLast().joined(separator: "/")
      } else if parts.count > 1 || !name.hasSuffix(".swift") {
        continue
      }
      let path = parts.count > 1 ? name : folder + "/" + name
      #expect(FileManager.default.fileExists(atPath: root + "/" + path), "\(path)")
      checked += 1
    }
    #expect(checked > 20)
  }
}

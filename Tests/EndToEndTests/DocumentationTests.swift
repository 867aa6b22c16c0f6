import Foundation
import Testing

/// What is written for those who carry the program on, held against what is there.
@Suite struct DocumentationTests {
  private static let root = Program.projectRoot
  private static let catalogue = "Sources/gazette/gazette.docc"

  private static func text(_ file: String) throws -> String {
    try String(contentsOfFile: root + "/" + file, encoding: .utf8)
  }

  private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }

  /// The names of the pages of the catalogue.
  private static func pages() throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(atPath: root + "/" + catalogue)
    return Set(files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) })
  }

  private static func files() throws -> [String] {
    ["README.md", "CHANGELOG.md", ".github/CONTRIBUTING.md", "Tests/README.md"]
      + (try pages().sorted().map { "\(catalogue)/\($0).md" })
  }

  @Test func `every file that is named is there`() throws {
    var checked = 0
    for file in try Self.files() {
      var folder = ""
      for match in try Self.text(file).matches(of: /`([A-Za-z0-9\/+._-]+\.(?:swift|md|yml|js|css))`/) {
        let name = String(match.output.1)
        let parts = name.split(separator: "/")
        if name.contains("<") || ["Package.swift", "style.css", "site.yml"].contains(name) {
          continue
        }
        if ["Sources", "Themes", "Content", "Tests", ".ci", ".github", ".forgejo"].contains(parts.first) {
          // A name without folder stands « beside it »: beside the last one with a folder.
          folder = parts.dropLast().joined(separator: "/")
        } else if parts.count > 1 || !name.hasSuffix(".swift") {
          continue
        }
        // In the examples of a new output and a new kind, files that are not there yet.
        if name.hasSuffix("/Posters.swift") || name.hasSuffix("/Resource.swift") { continue }
        let paths =
          parts.count > 1 ? [name] : [folder + "/" + name, (file as NSString).deletingLastPathComponent + "/" + name]
        #expect(paths.contains(where: Self.exists), "\(file): \(name)")
        checked += 1
      }
    }
    #expect(checked > 60)
  }

  @Test func `every link leads somewhere`() throws {
    let pages = try Self.pages()
    var linked: Set<String> = ["gazette"]
    for file in try Self.files() {
      let text = try Self.text(file)
      for match in text.matches(of: /<doc:([A-Za-z]+)>/) {
        linked.insert(String(match.output.1))
        #expect(pages.contains(String(match.output.1)), "\(file): \(match.output.1)")
      }
      for match in text.matches(of: /\]\(([^)#]+)\)/) where !match.output.1.contains("://") {
        let path = (file as NSString).deletingLastPathComponent + "/" + match.output.1
        #expect(Self.exists(path), "\(file): \(match.output.1)")
      }
    }
    #expect(linked == pages)
  }

  @Test func `the README can be read at one sitting`() throws {
    #expect(try Self.text("README.md").split(separator: "\n", omittingEmptySubsequences: false).count <= 150)
  }

  @Test func `the architecture names every module`() throws {
    let text = try Self.text(Self.catalogue + "/Architecture.md")
    let modules = try FileManager.default.contentsOfDirectory(atPath: Self.root + "/Sources")
    #expect(modules.count > 20)
    for module in modules { #expect(text.contains("`\(module)`"), "\(module)") }
  }

  @Test func `every dependency stands in the README with its version`() throws {
    let text = try Self.text("README.md")
    let dependencies = try Self.text("Package.swift").matches(of: /\.package\(url: "([^"]+)", exact: "([^"]+)"\)/)
    #expect(dependencies.count > 3)
    for match in dependencies { #expect(text.contains("(\(match.output.1)) \(match.output.2)"), "\(match.output.1)") }
  }

  @Test func `the newest changes are those of this version`() async throws {
    let version = try await Program.run(["--version"]).output.trimmingCharacters(in: .whitespacesAndNewlines)
    let newest = try #require(try Self.text("CHANGELOG.md").firstMatch(of: /\n## (.+)/)?.output.1)
    #expect(version == newest)
  }
}

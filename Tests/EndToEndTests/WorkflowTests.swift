import Foundation
import Testing
import Yams

/// The workflows of the forges: what they name is there, what they promise they do.
@Suite struct WorkflowTests {
  private static let root = Program.projectRoot
  static let files = [
    ".github/workflows/check.yml", ".github/workflows/site.yml", ".forgejo/workflows/check.yml",
    ".forgejo/workflows/site.yml", ".gitlab-ci.yml",
  ]

  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: Self.root + "/" + file, encoding: .utf8)
  }

  private func workflow(_ file: String) throws -> [String: Any] {
    let value = try Yams.load(yaml: try text(file))
    return try #require(value as? [String: Any], "\(file)")
  }

  /// Every step of every job.
  private func steps(_ file: String) throws -> [[String: Any]] {
    let jobs = try #require(try workflow(file)["jobs"] as? [String: [String: Any]], "\(file)")
    return jobs.values.flatMap { $0["steps"] as? [[String: Any]] ?? [] }
  }

  private var actions: [String] { Self.files.filter { $0.contains("workflows") } }

  @Test(arguments: files)
  func `scripts and targets that a workflow names are there`(file: String) throws {
    let text = try text(file)
    let scripts = text.matches(of: /\.ci\/[a-z-]+/).map { String($0.output) }
    #expect(scripts.contains(".ci/prepare"))
    for script in scripts {
      #expect(FileManager.default.isExecutableFile(atPath: Self.root + "/" + script), "\(script)")
    }
    for match in text.matches(of: /make ([a-z]+)/) {
      #expect(try self.text("Makefile").contains("\n\(match.output.1):"), "make \(match.output.1)")
    }
  }

  @Test func `a step is one command or one action`() throws {
    for file in actions {
      let steps = try steps(file)
      #expect(steps.count >= 5, "\(file)")
      for step in steps {
        let kinds = ["run", "uses"].compactMap { step[$0] as? String }
        #expect(kinds.count == 1, "\(file): \(step)")
        if let action = step["uses"] as? String { #expect(action.contains("@v"), "\(file): \(action) has no version") }
      }
    }
  }

  @Test func `every checkout brings the whole history`() throws {
    for file in actions {
      let checkouts = try steps(file).filter { ($0["uses"] as? String)?.hasPrefix("actions/checkout@") == true }
      #expect(!checkouts.isEmpty)
      for checkout in checkouts {
        #expect((checkout["with"] as? [String: Any])?["fetch-depth"] as? Int == 0, "\(file)")
      }
    }
    let variables = try workflow(".gitlab-ci.yml")["variables"] as? [String: Any]
    #expect(variables?["GIT_DEPTH"] as? String == "0")
  }

  @Test func `no workflow asks for a secret, none runs what a stranger proposes with rights`() throws {
    for file in Self.files {
      let text = try text(file)
      #expect(!text.contains("secrets."), "\(file)")
      #expect(!text.contains("pull_request_target"), "\(file)")
      // What others write (titles, names of branches) never becomes part of a command.
      for step in actions.contains(file) ? try steps(file) : [] {
        #expect((step["run"] as? String)?.contains("${{") != true, "\(file): \(step)")
      }
    }
  }

  @Test func `the site is built anew each day`() throws {
    for file in actions where file.hasSuffix("site.yml") {
      let triggers = try #require(
        try workflow(file)["on"] as? [String: Any] ?? workflow(file)["true"] as? [String: Any])
      let schedule = try #require(triggers["schedule"] as? [[String: String]], "\(file)")
      #expect(schedule.first?["cron"]?.wholeMatch(of: /\d+ \d+ \* \* \*/) != nil, "\(file)")
    }
  }

  @Test func `the compiled program is kept by a hash of its sources`() throws {
    for file in actions {
      for step in try steps(file) where (step["uses"] as? String)?.hasPrefix("actions/cache@") == true {
        let with = try #require(step["with"] as? [String: String])
        let key = try #require(with["key"])
        for part in ["Package.swift", "Sources/**", "Themes/*/Templates/**"] { #expect(key.contains("'\(part)'")) }
        #expect(with["path"] == ".cache")
      }
    }
    let script = try text(".ci/program-key")
    for part in ["Package.swift", "Sources", "'Themes/*/Templates'"] { #expect(script.contains(" \(part)")) }
  }

  @Test func `files that a workflow hands on are those that its scripts write`() throws {
    for file in Self.files where file.contains("check") {
      let text = try text(file)
      #expect(text.contains(".ci/review \"$BASE\" Output summary.md github"))
      #expect(text.contains("path: Output"))
    }
    #expect(try text(".gitlab-ci.yml").contains("Output summary.md gitlab > gl-code-quality-report.json"))
  }
}

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
        guard let action = step["uses"] as? String else { continue }
        let parts = action.split(separator: "@v").map(String.init)
        #expect(parts.count == 2, "\(file): \(action) has no version")
        // GitHub's machines run no action on Node 20 or older any more: the first versions on Node 24.
        if file.hasPrefix(".github"), let name = parts.first, let version = parts.last.flatMap({ Int($0) }) {
          #expect(version >= Self.firstOnNode24[name] ?? .max, "\(file): \(action)")
        }
      }
    }
  }

  private static let firstOnNode24 = [
    "actions/checkout": 5, "actions/cache": 5, "actions/cache/restore": 5, "actions/cache/save": 5,
    "actions/upload-artifact": 6, "actions/configure-pages": 6, "actions/upload-pages-artifact": 5,
    "actions/deploy-pages": 5,
  ]

  @Test func `a proposal saves nothing that the branch reads`() throws {
    // GitHub keeps what a proposal saves for that proposal alone; Forgejo and GitLab do not.
    let uses = try steps(".forgejo/workflows/check.yml").compactMap { $0["uses"] as? String }
    #expect(uses.filter { $0.contains("cache") }.allSatisfy { $0.contains("actions/cache/restore@") }, "\(uses)")
    let review = try #require(try workflow(".gitlab-ci.yml")["review"] as? [String: Any])
    #expect((review["cache"] as? [String: Any])?["policy"] as? String == "pull")
  }

  @Test func `a slip is published around, and stays red`() throws {
    #expect(try text(".ci/site").contains("--keep-going"))
    #expect(try !text(".ci/review").contains("--format \"$format\" --keep-going"))
    for file in actions where file.hasSuffix("site.yml") {
      let site = try text(file)
      #expect(site.contains("outputs.status != '0'"), "\(file)")
    }
    let content = try #require(try workflow(".gitlab-ci.yml")["contenu"] as? [String: Any])
    #expect((content["script"] as? [String])?.contains { $0.contains("check") } == true)
  }

  @Test func `every forge has the same compiler`() throws {
    let image = try text(".ci/compiler-image").trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(image.wholeMatch(of: /swift:\d+\.\d+\.\d+-bookworm/) != nil)
    #expect(try workflow(".gitlab-ci.yml")["image"] as? String == image)
    #expect(try text(".ci/Containerfile").contains("\nFROM docker.io/library/\(image) AS compiled\n"))
    for file in actions {
      let jobs = try #require(try workflow(file)["jobs"] as? [String: [String: Any]])
      for (name, job) in jobs {
        let container = job["container"] as? [String: Any]
        #expect(container?["image"] as? String == (file.hasPrefix(".forgejo") ? image : nil), "\(file): \(name)")
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
      // Where strangers' proposals run, nothing can be written.
      if file.hasPrefix(".github") {
        #expect((try workflow(file)["permissions"] as? [String: String]) == ["contents": "read"], "\(file)")
      }
      // What others write (titles, names of branches) never becomes part of a command.
      for step in actions.contains(file) ? try steps(file) : [] {
        #expect((step["run"] as? String)?.contains("${{") != true, "\(file): \(step)")
      }
    }
  }

  @Test func `a version that is published gets the program, and nothing else may write`() throws {
    let file = ".github/workflows/release.yml"
    #expect(try workflow(file)["permissions"] as? [String: String] == ["contents": "read"])
    let jobs = try #require(try workflow(file)["jobs"] as? [String: [String: Any]])
    #expect(jobs.values.map { $0["permissions"] as? [String: String] } == [["contents": "write"]])
    let commands = try steps(file).compactMap { $0["run"] as? String }
    #expect(commands.first == ".ci/container .ci/bundle .cache/bundle")
    #expect(commands.allSatisfy { !$0.contains("${{") })
    #expect(try !text(file).contains("secrets."))
    // Nobody's proposal begins it.
    let triggers = try #require(try workflow(file)["on"] as? [String: Any] ?? workflow(file)["true"] as? [String: Any])
    #expect(Array(triggers.keys) == ["push"])
  }

  @Test func `made-up inputs are tried each night, for longer than before a change, by what may write nothing`() throws
  {
    let file = ".github/workflows/fuzz.yml"
    #expect(try workflow(file)["permissions"] as? [String: String] == ["contents": "read"])
    let commands = try steps(file).compactMap { $0["run"] as? String }
    #expect(commands.count == 1 && commands[0].contains("make fuzz SECONDS=3600"), "\(commands)")
    #expect(
      try text(file).contains("path: .build-fuzz/findings")
        && text("Tests/Fuzzing/run").contains(".build-fuzz/findings"))
    #expect(try !text(file).contains("secrets."))
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
      var paths: Set<String> = []
      for step in try steps(file) where (step["uses"] as? String)?.hasPrefix("actions/cache") == true {
        let with = try #require(step["with"] as? [String: String])
        let (path, key) = try (#require(with["path"]), #require(with["key"]))
        paths.insert(path)
        // Nothing but the program of these sources will do; any pictures are better than none.
        #expect(
          key.hasPrefix(path == ".cache/program" ? "program-${{ steps.program.outputs.key }}" : "images-${{ hash"))
        #expect(with["restore-keys"] == (path == ".cache/program" ? nil : "images-"), "\(file)")
      }
      #expect(paths == [".cache/program", ".cache/images"], "\(file)")
    }
    for file in actions {
      let key = try steps(file).filter { $0["id"] as? String == "program" }.compactMap { $0["run"] as? String }
      #expect(key == [#"echo "key=$(.ci/program-key)" >> "$GITHUB_OUTPUT""#], "\(file)")
    }
  }

  @Test func `the key is that of the sources, wherever they are`() throws {
    let scratch = try ScratchFolder()
    for script in ["program", "program-key", "build-options", "compiler-image"] {
      try scratch.write(try text(".ci/" + script), to: ".ci/" + script)
    }
    func key() throws -> String {
      let process = Process()
      let pipe = Pipe()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = [scratch.path + "/.ci/program-key"]
      process.standardOutput = pipe
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return String(decoding: output, as: UTF8.self)
    }
    let files = [
      "Package.swift", "Sources/A/a b.swift", "Sources/B.swift", "Sources/Diagnostics/Output/A.swift",
      "Themes/T/Templates/T.swift", ".ci/compiler-image",
      ".ci/build-options",
    ]
    for file in files.dropLast(2) { try scratch.write("1", to: file) }
    let first = try key()
    #expect(first.wholeMatch(of: /[0-9a-f]{64}\n/) != nil)
    try scratch.write("2", to: "Content/nouvelles/a.md")
    try scratch.write("2", to: "Themes/T/assets/t.css")
    // An example that somebody built where it lies.
    try scratch.write("2", to: "Sources/Building/Starter/example/.cache/images/a")
    try scratch.write("2", to: "Sources/Building/Starter/example/Output/index.html")
    #expect(try key() == first)
    var keys: Set<String> = [first]
    for file in files {
      try scratch.write("2", to: file)
      #expect(keys.insert(try key()).inserted, "\(file)")
    }
    try scratch.write("2", to: "Sources/C.swift")
    #expect(keys.insert(try key()).inserted)
  }

  @Test func `what stands committed in the folder of the site is reported, and published nowhere`() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(atPath: scratch.path + "/.ci", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Program.projectRoot + "/.ci/fresh-folder", toPath: scratch.path + "/.ci/fresh-folder")
    for name in ["concours/index.html", ".gazette", "un fichier.html", ".gitkeep"] {
      try scratch.write("concours/index.html\n", to: "Output/" + name)
    }
    func run(_ arguments: [String]) throws -> String {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
      let pipe = Pipe()
      process.standardError = pipe
      try process.run()
      let errors = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return String(decoding: errors, as: UTF8.self)
    }
    _ = try run(["git", "init", "--quiet"])
    _ = try run(["git", "add", "--force", "."])
    let words = try run([".ci/fresh-folder", "Output"])
    #expect(words.contains("Output/concours/index.html") && words.contains("un fichier") && !words.contains("gitkeep"))
    #expect(scratch.files(in: "Output").keys.sorted() == [".gitkeep"])
    // A link in its place is no way out of the project.
    try scratch.write("x", to: "ailleurs/x")
    try FileManager.default.removeItem(atPath: scratch.path + "/Output")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/Output", withDestinationPath: "ailleurs")
    _ = try run([".ci/fresh-folder", "Output"])
    #expect(scratch.files(in: "ailleurs").keys.sorted() == ["x"])
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/Output"))
  }

  @Test func `files that a workflow hands on are those that its scripts write`() throws {
    for file in Self.files where file.contains("check") {
      let text = try text(file)
      #expect(text.contains(".ci/review \"$BASE\" Output summary.md github"))
      #expect(
        text.contains("BASE: " + (file.hasPrefix(".github") ? "HEAD^1" : "${{ github.event.pull_request.base.sha }}")))
      #expect(text.contains("path: Output"))
    }
    #expect(try text(".gitlab-ci.yml").contains("Output summary.md gitlab > gl-code-quality-report.json"))
  }
}

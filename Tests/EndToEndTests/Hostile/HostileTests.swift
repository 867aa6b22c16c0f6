import Foundation
import TestSupport
import Testing

/// Whatever stands in `Content`: the program ends by itself, says what it says in plain signs, writes nowhere but into
/// Output, and what stands there is sound.
@Suite struct HostileTests {
  /// Attacks that are one file each stand in one project, so many at a time: each is reported by its own path.
  private static let batches: [[Attack]] = {
    let files = Attack.all.filter { $0.file != nil }
    return stride(from: 0, to: files.count, by: 40).map { Array(files[$0..<min($0 + 40, files.count)]) }
  }()

  /// How many of these hold more than texts that only take time.
  private static let quickBatches = 3

  @Test(arguments: Program.isInstrumented ? 0..<quickBatches : batches.indices)
  func `no file of the content breaks the site`(batch: Int) async throws {
    let project = try HostileProject()
    var paths: [(attack: Attack, path: String)] = []
    for (number, attack) in Self.batches[batch].enumerated() {
      guard let file = attack.file else { continue }
      let path = "Content/" + file.path.replacing("#", with: "\(batch)-\(number)")
      try project.write(file.text, to: path)
      paths.append((attack, path))
    }
    let before = project.surroundings
    let result = try await project.build(["--keep-going", "--format", "json"])
    #expect(result.status == 0 || result.status == 1, "\(result.errors)")
    if result.status > 1 { try await findBreaking(Self.batches[batch]) }
    let remarks = result.remarks
    for (attack, path) in paths {
      var own = remarks.filter { $0.file == path }
      // A name that can't be shown is reported at its folder.
      if own.isEmpty, case .refused = attack.outcome {
        own = remarks.filter { $0.file.map { path.hasPrefix($0 + "/") } ?? false }
      }
      #expect(attack.outcome.isMet(by: own), "\(attack.name): \(own)")
    }
    #expect(before == project.surroundings, "something was written outside of Output")
    #expect(project.made["index.html"] != nil)
    #expect(SoundOutput.faults(inMessages: result.output + result.errors) == [])
    // The same for people; texts that only take time need not be read again.
    if batch < Self.quickBatches {
      let again = try await project.build()
      #expect(again.status == result.status)
      #expect(SoundOutput.faults(inMessages: again.output + again.errors) == [])
    }
    let untouched = try await Self.untouched.value
    #expect(SoundOutput.faults(in: project.made.filter { untouched[$0.key] != $0.value }) == [])
  }

  @Test(arguments: Attack.all.filter { $0.file == nil })
  func `nothing else in the project breaks the site`(attack: Attack) async throws {
    let project = try HostileProject()
    try attack.make(project)
    let before = project.surroundings
    let result = try await project.build()
    let messages = result.output + result.errors
    let (status, words) = attack.outcome.reported
    #expect(result.status == status, "\(messages)")
    #expect(words.isEmpty || messages.replacing("\u{A0}", with: " ").contains(words), "\(messages)")
    if case .harmless = attack.outcome { #expect(!messages.contains(" : erreur : "), "\(messages)") }
    #expect(before == project.surroundings, "something was written outside of Output")
    // What is byte for byte as in the site without the attack is looked at once.
    let untouched = try await Self.untouched.value
    let made = project.made.filter { untouched[$0.key] != $0.value }
    #expect(SoundOutput.faults(in: made) + SoundOutput.faults(inMessages: messages) == [])
    if result.status == 0 { #expect(made.count < project.made.count) }
  }

  @Test func `the site without an attack is sound`() async throws {
    let untouched = try await Self.untouched.value
    #expect(untouched.count > 50)
    #expect(SoundOutput.faults(in: untouched) == [])
  }

  @Test func `there are at least 150 attacks, each with a name of its own`() async {
    #expect(Attack.all.count >= 150)
    #expect(Set(Attack.all.map(\.name)).count == Attack.all.count)
  }

  /// What is made of the project when nothing hostile is in it.
  private static let untouched = Task {
    let project = try HostileProject()
    try #require(try await project.build().status == 0)
    return project.made
  }

  /// Names the attacks that break the program by themselves.
  private func findBreaking(_ attacks: [Attack]) async throws {
    for attack in attacks {
      let project = try HostileProject()
      try attack.make(project)
      let result = try await project.build()
      #expect(result.status <= 1, "\(attack.name): \(result.errors.suffix(400))")
    }
  }
}

/// A remark as `--format json` has it.
struct Remark: Decodable {
  var severity: String
  var file: String?
  var message: String
  var hint: String?

  func contains(_ words: String) -> Bool {
    words.isEmpty || (message + " " + (hint ?? "")).replacing("\u{A0}", with: " ").contains(words)
  }
}

extension Attack.Outcome {
  /// The program's status, and words of what it says.
  var reported: (status: Int32, words: String) {
    switch self {
    case .harmless: return (0, "")
    case .warned(let words): return (0, words)
    case .refused(let words): return (1, words)
    case .failed(let words): return (74, words)
    }
  }

  /// Whether what was reported of a file is what was expected.
  func isMet(by remarks: [Remark]) -> Bool {
    switch self {
    case .harmless: return !remarks.contains { $0.severity == "error" }
    case .warned(let words): return remarks.contains { $0.severity == "warning" && $0.contains(words) }
    case .refused(let words): return remarks.contains { $0.severity == "error" && $0.contains(words) }
    case .failed: return false
    }
  }
}

extension Attack {
  static let all: [Attack] =
    markup + addresses + frontMatter + lines + yaml + markdown + dates + letters + settings + names + files + machine
    + meetings
}

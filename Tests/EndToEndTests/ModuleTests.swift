import Foundation
import Testing

/// What `Package.swift` says of the modules, held against the `import` lines.
@Suite struct ModuleTests {
  /// A target of `Package.swift` with what it may import.
  private struct Target {
    var name: String
    var folder: String
    var dependencies: Set<String>
  }

  /// In the order of `Package.swift`; the fuzzer's, which is declared apart, is left out.
  private let targets: [Target]

  init() throws {
    let text = try String(contentsOfFile: Program.projectRoot + "/Package.swift", encoding: .utf8)
    let list = text[(try #require(text.range(of: "\n  targets: ["))).upperBound...]
    targets = list.split(separator: /\n    (?=module\(|tests\(|\.executableTarget\(|fuzzing)/).compactMap { entry in
      let code = entry.replacing(/\/\/.*/, with: "")
      guard let kind = code.prefixMatch(of: /module|tests|\.executableTarget/),
        let name = code.firstMatch(of: /"([^"]+)"/)?.output.1
      else { return nil }
      let folder = code.firstMatch(of: /path: "([^"]+)"/)?.output.1
      let lists = code.replacing(/exclude: \[[^\]]*\]/, with: "").matches(of: /\[([^\]]*)\]/)
      let named = lists.flatMap { $0.output.1.matches(of: /"([^"]+)"/).map { String($0.output.1) } }
      let words = Set(code.split { !$0.isLetter }.map(String.init))
      let products = Self.products.filter { words.contains($0.key) }
      return Target(
        name: String(name), folder: folder.map(String.init) ?? (kind.output == "tests" ? "Tests/" : "Sources/") + name,
        dependencies: Set(named + products.flatMap(\.value)))
    }
  }

  /// The constants of `Package.swift` for what is not ours.
  private static let products = [
    "argumentParser": ["ArgumentParser"], "nio": ["NIOCore", "NIOHTTP1", "NIOPosix"],
    "yams": ["Yams"],
  ]

  /// The names of what is C: libraries of Debian, calls of the kernel, what is done before the program begins.
  private static let libraries: Set<String> = [
    "CCmarkGFM", "CICUData", "CLandlock", "CLibXML2", "CMessageDigest", "COpenBeneath", "CRoom",
  ]

  /// What the toolchain brings.
  private static let system: Set<String> = [
    "Dispatch", "Foundation", "FoundationXML", "Synchronization", "Testing",
  ]

  private func imports(in folder: String) throws -> Set<String> {
    let path = Program.projectRoot + "/" + folder
    let files = try #require(FileManager.default.enumerator(atPath: path)).compactMap { $0 as? String }
    return try files.filter { $0.hasSuffix(".swift") }.reduce(into: []) { names, file in
      let text = try String(contentsOfFile: path + "/" + file, encoding: .utf8)
      names.formUnion(
        text.matches(of: /(?m)^ *(?:@testable |package |public )?import (\w+)/).map { String($0.output.1) })
    }
  }

  @Test func `every module is listed, and every folder is a module`() throws {
    let listed = Set(targets.map(\.folder).filter { $0.hasPrefix("Sources/") })
    let folders = try FileManager.default.contentsOfDirectory(atPath: Program.projectRoot + "/Sources")
    #expect(listed == Set(folders.filter { !Self.libraries.contains($0) }.map { "Sources/" + $0 }))
    #expect(targets.count > 30)
  }

  @Test func `what is imported is listed, and what is listed is imported`() throws {
    for target in targets {
      let imported = try imports(in: target.folder).subtracting(Self.system)
      // What is done before the program begins, or stands in the place of something else, is linked and not imported.
      #expect(imported == target.dependencies.subtracting(["CICUData", "CRoom"]), "\(target.name)")
    }
  }

  @Test func `imports go one way: each module uses only modules listed above it`() {
    var above = Self.libraries.union(Self.products.values.joined())
    for target in targets {
      #expect(target.dependencies.subtracting(above) == [], "\(target.name)")
      above.insert(target.name)
    }
  }

  /// What Foundation can't do in a program that has none of ICU's data (`CICUData`).
  private var asksOfLanguages: Regex<Substring> {
    /\b(?:Calendar|Date(?:Components)?Formatter|Locale|NSRegularExpression|NumberFormatter|TimeZone)\b|\.(?:applyingTransform|capitalized|(?:case|diacritic)Insensitive|folding|formatted|localized\w*|regularExpression)\b/
  }

  @Test func `nothing asks Foundation for what depends on a language`() throws {
    let sources = Program.projectRoot + "/Sources"
    for case let file as String in try #require(FileManager.default.enumerator(atPath: sources))
    where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      guard text.contains("import Foundation\n") else { continue }
      for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        #expect(line.firstMatch(of: asksOfLanguages) == nil, "\(file): \(line)")
      }
    }
  }
}

import Foundation
import Markdown
import Markup
import Testing

/// The examples of CommonMark 0.29, 0.30, 0.31.2, of GFM 0.29 and of cmark-gfm's own tests, beside what cmark-gfm
/// 0.29.0.gfm.6 writes for each with raw HTML off. They stand in the folder that `GAZETTE_MARKDOWN_SPEC` names.
@Suite(.enabled(if: Specification.folder != nil, "GAZETTE_MARKDOWN_SPEC ne désigne aucun dossier"))
struct ConformanceTests {
  @Test(arguments: [
    ("commonmark-0.29", 649), ("commonmark-0.30", 652), ("commonmark-0.31.2", 652), ("gfm-0.29", 673),
    ("gfm-extensions", 30), ("gfm-regression", 25),
  ])
  func `every example gives the bytes that cmark-gfm writes`(name: String, count: Int) throws {
    let examples = try Specification.examples(name)
    #expect(examples.count == count)
    for example in examples {
      let document = try MarkdownParser().parse(example.markdown)
      let html = HTMLRenderer(flavour: .gfm).render(document).text
      #expect(html == example.reference, "\(name) n° \(example.number): \(example.markdown.debugDescription)")
    }
  }
}

enum Specification {
  struct Example {
    var number: Int
    var markdown: String
    var reference: String
  }

  private struct File: Decodable {
    struct Example: Decodable {
      var example: Int
      var markdown: String
    }
    var examples: [Example]
  }

  static var folder: String? { ProcessInfo.processInfo.environment["GAZETTE_MARKDOWN_SPEC"] }

  static func examples(_ name: String) throws -> [Example] {
    let folder = URL(fileURLWithPath: try #require(folder))
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: folder.appending(path: name + ".json")))
    let reference = try JSONDecoder().decode(
      [String: String].self, from: Data(contentsOf: folder.appending(path: "reference/\(name).safe.json")))
    return try file.examples.map {
      Example(number: $0.example, markdown: $0.markdown, reference: try #require(reference[String($0.example)]))
    }
  }
}

import Testing

@testable import Importing

/// HTML as other programs write it, and the Markdown that is made of it. Each case is read back to the same tree.
@Suite struct HTMLTextTests {
  @Test(arguments: HTMLCases.all)
  func `HTML becomes the Markdown that was meant`(_ example: HTMLCase) throws {
    var options = HTMLTextOptions(title: "Le titre")
    options.breaksAtLineEnds = example.isClassic
    let (document, remarks) = HTMLText.document(example.html, options)
    let proved = ProvedMarkdown(document, place: options.place)
    #expect(proved.text == (example.markdown.isEmpty ? "" : example.markdown + "\n"), "\(example.html)")
    #expect((remarks + proved.remarks).map(\.code) == example.remarks, "\(example.html)")
    #expect(ProvedMarkdown.isRead(proved.text, as: document))
  }

  @Test func `there are at least one hundred and fifty cases`() { #expect(HTMLCases.all.count >= 150) }
}

struct HTMLCase: CustomTestStringConvertible, Sendable {
  var html: String
  var markdown: String
  var remarks: [String] = []
  var isClassic = false

  init(_ html: String, _ markdown: String, _ remarks: String..., classic: Bool = false) {
    self.html = html
    self.markdown = markdown
    self.remarks = remarks.map { "import-" + $0 }
    isClassic = classic
  }

  var testDescription: String { html }
}

import Diagnostics
import Files
import Foundation
import Site
import TestSupport
import Testing
import Time

@testable import Reading

/// Texts that were read before their files were.
@Suite struct SoundTextTests {
  @Test(arguments: [
    "Un texte.\n\n- *un*\n- [deux](https://exemple.fr/)\n", "", "# Un titre\n\nUn texte[^1].\n\n[^1]: Note.\n",
  ])
  func `a file gives the same whether its text was read before or not`(_ text: String) throws {
    let known = try #require(SoundText(text))
    let (first, second) = (try Self.draft(text, nil), try Self.draft(text, known))
    #expect(first.body == second.body && first.anchors == second.anchors && first.diagnostics == second.diagnostics)
  }

  @Test func `a file whose text is another one by now is read`() throws {
    let (before, now) = ("Le texte.\n", "Le texte [corrigé] (https://exemple.fr/).\n")
    let known = SoundText(before)
    #expect(known != nil)
    let draft = try Self.draft(now, known)
    #expect(try draft.body == Self.draft(now, nil).body)
    #expect(draft.diagnostics.count == 1)
  }

  @Test(arguments: ["Un texte.\n\n[^note]: Une note.\n", "Voyez [ici] (https://exemple.fr/).\n"])
  func `a text of which there is something to report is none`(_ text: String) {
    #expect(SoundText(text) == nil)
  }

  @Test func `each is given away once`() throws {
    let texts = SoundTexts()
    texts.add(try #require(SoundText("Un texte.\n")), path: "Content/nouvelles/un.md")
    #expect(texts.take("Content/nouvelles/deux.md") == nil)
    #expect(texts.take("Content/nouvelles/un.md") != nil)
    #expect(texts.take("Content/nouvelles/un.md") == nil)
  }

  private struct NoDraft: Error {}

  private static func draft(_ text: String, _ known: SoundText?) throws -> EntryDraft {
    let file = ContentFile(path: "nouvelles/un.md")
    let entry = ContentTree.EntryFile(
      file: file, key: EntryKey(kind: .news, slug: "un"), stamp: FileStamp(stat()))
    let source = SourceText(path: file.shownPath, bytes: Array("---\ntitre: Un\ndate: 2026-03-01\n---\n\(text)".utf8))
    guard case .draft(let draft) = EntryDraft.read(source, entry, zone: .utc, text: known) else { throw NoDraft() }
    return draft
  }
}

import Foundation
import Reading
import Site
import Text

@testable import Importing

/// Messages as they come by mail, and the entries that stand in them.
enum MailTarget {
  static func check(_ input: [UInt8], _ checks: inout Checks) {
    let finder: ProposalFinder
    if let part = try? MessagePart(message: input) {
      let message = ReceivedMessage(part)
      check(message, ofSize: input.count, &checks)
      finder = ProposalFinder(message)
    } else {
      finder = ProposalFinder(text: MessageCharset.text(input, nil), name: "essai.md")
    }
    checks.expect(finder.found.count <= 20, "\(finder.found.count) entries")
    for found in finder.found {
      checks.expect(!found.lines.contains { $0.contains(where: \.isNewline) }, "a line of two")
      for kind in [EntryKind.news, .event] { check(MailedEntry(found, kind: kind).text, of: found, kind, &checks) }
    }
  }

  private static func check(_ message: ReceivedMessage, ofSize size: Int, _ checks: inout Checks) {
    let lines = message.texts.joined().flatMap(\.lines)
    let bytes = lines.reduce(message.files.reduce(0) { $0 + $1.bytes.count }) { $0 + $1.utf8.count + 1 }
    // A sign of another charset takes three bytes; a reference of HTML is longer than what it stands for.
    checks.expect(bytes <= 8 * size + 1024, "\(size) bytes became \(bytes)")
    for words in [message.sender, message.subject] {
      checks.expect(words?.contains(where: \.isNewline) != true, "a field of two lines: \(words ?? "")")
    }
  }

  private static func check(
    _ text: String, of found: ProposalFinder.Found, _ kind: EntryKind, _ checks: inout Checks
  ) {
    if found.isFile { checks.expect(text == found.lines.joined(separator: "\n"), "a file was changed") }
    let again = ProposalFinder.Found(path: found.path, lines: text.lines, isExact: true)
    let once = MailedEntry(again, kind: kind).text
    let twice = MailedEntry(ProposalFinder.Found(path: "", lines: once.lines, isExact: true), kind: kind).text
    checks.expect(once == twice, "exact lines change once more: \(once.debugDescription) \(twice.debugDescription)")
    if !found.isFile {
      checks.expect(text == once, "exact lines change: \(text.debugDescription) \(once.debugDescription)")
    }

    let draft = DraftLine.added(to: text)
    checks.expect(DraftLine.removed(from: draft) == DraftLine.removed(from: text), "the line of drafts stays")
    checks.expect(DraftLine.added(to: draft) == draft, "the line of drafts comes twice")
    for reference in FileReferences.all(in: text) {
      let target = FileReferences.target(of: reference, from: "Content/\(kind.folder)/essai.md")
      checks.expect(!target.split(separator: "/").contains("..") && !target.hasPrefix("/"), "\(target) leads out")
    }
    checkReturn(of: once, &checks)
  }

  /// An entry that is sent as a file comes out as it is.
  private static func checkReturn(of text: String, _ checks: inout Checks) {
    let head = "From: a@example.org\r\nSubject: x\r\nContent-Type: text/markdown; charset=utf-8; name=essai.md\r\n"
    let body = Data(text.utf8).base64EncodedString()
    let message = Array((head + "Content-Transfer-Encoding: base64\r\n\r\n" + body).utf8)
    guard let part = try? MessagePart(message: message) else { return checks.expect(false, "our own message is none") }
    let found = ProposalFinder(ReceivedMessage(part)).found
    // What has no title between its fences is no entry; marks within it begin others.
    guard found.count == 1, found[0].isFile else { return }
    checks.expect(found[0].lines == text.lines, "another file comes out: \(text.debugDescription)")
  }
}

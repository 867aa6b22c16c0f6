import Site
import TestSupport
import Testing

@testable import Importing

/// What mail programs do to a text, undone.
@Suite struct MailTextTests {
  @Test(arguments: [
    ("=?UTF-8?Q?Soir=C3=A9e_jeux?=", "Soirée jeux"), ("=?utf-8?B?U29pcsOpZQ==?=", "Soirée"),
    ("=?iso-8859-1?Q?=E9t=E9?= =?iso-8859-1?Q?_2026?=", "été 2026"), ("=?UTF-8?Q?=C3?= =?UTF-8?Q?=A9?=", "é"),
    ("Re: =?UTF-8?Q?=C3=A9?= x", "Re: é x"), ("=?x?Q?a", "=?x?Q?a"), ("a =?utf-8?B?!?= b", "a  b"),
  ])
  func `encoded words`(written: String, meant: String) { #expect(EncodedWords.decoded(written) == meant) }

  @Test(arguments: [
    ("text/plain; charset=\"utf-8\"", "charset", "utf-8"), ("a/b; name=\"x;y.jpg\"", "name", "x;y.jpg"),
    ("a/b; name*=utf-8''%C3%A9t%C3%A9.jpg", "name", "été.jpg"), ("a/b; n*0=ab; n*1=cd", "n", "abcd"),
    ("a/b; name=\"=?UTF-8?Q?=C3=A9.jpg?=\"", "name", "é.jpg"), ("a/b; name=\"a\\\"b\"", "name", "a\"b"),
  ])
  func `parameters`(field: String, name: String, value: String) { #expect(ParameterizedValue(field)[name] == value) }

  @Test(arguments: [
    (["un ", "deux", "trois"], false, ["un deux", "trois"]), (["mu ", " tation"], false, ["mu tation"]),
    (["mu ", "tation"], true, ["mutation"]), (["> a ", "> b", "c"], false, ["> a b", "c"]),
    ([" > cité", "-- ", "Zoé"], false, ["> cité", "-- ", "Zoé"]),
  ])
  func `flowed text`(lines: [String], deletesSpace: Bool, meant: [String]) {
    #expect(FlowedText.lines(lines, deletesSpace: deletesSpace) == meant)
  }

  @Test(arguments: [
    ("<div>a</div><div><br></div><div>b</div>", ["a", "", "b"]), ("a<br>b<br><br>c", ["a", "b", "", "c"]),
    ("<p>a</p><p>b</p>", ["a", "", "b"]), ("<p class=MsoNormal>a</p><p class=MsoNormal>b</p>", ["a", "b"]),
    ("<p class=MsoNormal>a<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>", ["a", "\u{A0}"]),
    ("<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>", ["- a", "- b", "1. c"]), ("<hr>x", ["---", "x"]),
    ("a\n  b   c", ["a b c"]), ("<pre>a\n  b</pre>", ["a", "  b"]), ("a<style>p{}</style><script>x</script>", ["a"]),
    ("<a href='https://x.example/'>ici</a>", ["[ici](https://x.example/)"]),
    ("<a href='https://garde.example/?u=x'>https://x.example/</a>", ["https://x.example/"]),
    ("[ici](<a href='https://x.example/'>https://x.example/</a>)", ["[ici](https://x.example/)"]),
  ])
  func `lines of HTML`(html: String, lines: [String]) { #expect(HTMLLines(html).lines == lines) }

  @Test(arguments: [
    ("=== PROPOSITION evenements/x.md ===", ProposalMarks.Line.first(path: "evenements/x.md", quotes: 0)),
    ("> > === Proposition nouvelles/x.md ==", .first(path: "nouvelles/x.md", quotes: 2)), ("=== FIN ===", .last),
    (" >>=== fin ==", .last), ("=== PROPOSITION", .first(path: "", quotes: 0)),
  ])
  func `marks are found in what quotes them`(line: String, meant: ProposalMarks.Line) {
    #expect(ProposalMarks.line(line) == meant)
  }

  @Test(arguments: ["FIN", "== FINALE ==", "=== PROPOSITIONS ===", "a === FIN ===", "", "= FIN ="])
  func `other lines are no marks`(line: String) { #expect(ProposalMarks.line(line) == nil) }

  @Test(arguments: [
    "=== PROPOSITION\n… ===", "=== PROPOSITION …\n===", "=== PROPOSITION\n…\n===", "> === PROPOSITION …\n> ===",
  ])
  func `a mark that was cut is whole again`(mark: String) {
    let name = "evenements/2026-03-05-" + String(repeating: "tres-", count: 12) + "long.md"
    let text = mark.replacing("…", with: name) + "\n---\ntitre: x\ndebut: 2026\n---\n=== FIN ==="
    let found = ProposalFinder(text: text, name: "").found
    #expect(found.map(\.path) == [name] && found.first?.lines.first == "---")
  }

  /// What programs cut at 72 to 78 characters is read as it was written, whatever the words are.
  @Test func `random entries come back from lines that were cut`() {
    var random = SeededGenerator(seed: 20_260_305)
    let words = [
      "le", "jardin", "à", "l'école", "partagé", "2026", "c'est", "après-midi", ":", "« oui »",
      "https://example.org/un/lieu",
      "Champigny-sur-Marne", "et", "tous", "-", "18h", "1er", "(gratuit)", "participation", "note:", "ici",
    ]
    func line(_ count: Int) -> String {
      let first = ["Venez", "Nous", "Après", "L'atelier"].randomElement(using: &random) ?? ""
      return ([first] + (0..<count).map { _ in words.randomElement(using: &random) ?? "" }).joined(separator: " ")
    }
    for _ in 0..<500 {
      var front = ["---", "titre: " + line(.random(in: 0...25, using: &random)), "debut: 2026-03-05 19:00"]
      if Bool.random(using: &random) { front.append("resume: " + line(.random(in: 0...40, using: &random))) }
      front += [
        "seances:", "  - 2026-03-05 18:30 - 20:30", "lieu: " + line(.random(in: 0...12, using: &random)), "---",
      ]
      var body: [String] = []
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        if Bool.random(using: &random) {
          // A dash at the head of a line in a list is an item, wherever it came from.
          let items = (0..<3).map { _ in "- " + line(.random(in: 0...30, using: &random)).replacing(" -", with: "") }
          body += items + [""]
        } else {
          body += [line(.random(in: 0...60, using: &random)), ""]
        }
      }
      let entry = front + body
      let width = [72, 74, 76, 78].randomElement(using: &random) ?? 76
      let quotes = Int.random(in: 0...2, using: &random)
      let mail = entry.flatMap { cut($0, width) }.map { String(repeating: "> ", count: quotes) + $0 }
      let mark = String(repeating: "> ", count: quotes)
      let lines = [mark + ProposalMarks.first("evenements/x.md")] + mail + [mark + ProposalMarks.last]
      var finder = [ProposalFinder.Found]()
      let message = "From: a@example.org\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n"
      if let part = try? MessagePart(message: Array((message + lines.joined(separator: "\n")).utf8)) {
        finder = ProposalFinder(ReceivedMessage(part)).found
      }
      let text = finder.first.map { MailedEntry($0, kind: .event).text }
      #expect(text == entry.dropLast().joined(separator: "\n") + "\n", "cut at \(width)")
    }
  }

  private func cut(_ line: String, _ width: Int) -> [String] {
    guard line.count > width else { return [line] }
    var result = [""]
    for word in line.split(separator: " ") {
      let last = result[result.count - 1]
      if !last.isEmpty, last.count + 1 + word.count > width {
        result.append(String(word))
      } else {
        result[result.count - 1] = last.isEmpty ? String(word) : last + " " + word
      }
    }
    return result
  }
}

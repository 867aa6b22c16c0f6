import Testing

@testable import Importing

/// Instructions between brackets, in the middle of what looks like them.
@Suite struct ShortcodesTests {
  @Test(arguments: [
    // What is code is shown as it is, whatever the case of its tags, also where nothing ends it.
    ("<PRE>[gallery ids=\"1\"]</PRE>[embed]x[/embed]", "<PRE>[gallery ids=\"1\"]</PRE><gz-embed>x</gz-embed>"),
    ("<code>[embed]</code> <code>[embed]", "<code>[embed]</code> <code><gz-embed>"),
    ("<prefix>[embed]x[/embed]</prefix>", "<prefix><gz-embed>x</gz-embed></prefix>"),
    // What nothing closes is text; what follows it is read.
    ("[gallery ids=\"1\" [embed]x[/embed]", "[gallery ids=\"1\" <gz-embed>x</gz-embed>"),
    ("É [[embed]] [embed", "É [[embed]] [embed"),
  ])
  func `an instruction is what the editor meant as one`(_ html: String, _ expected: String) {
    #expect(Shortcodes.marked(html).html == expected)
  }

  /// Each would take hours if what follows were looked through again for each beginning.
  @Test(arguments: ["[a ", "[gallery ids=\"1\" ", "[/a ", "<code>", "<pre><code>"])
  func `a long text full of beginnings is gone through once`(_ beginning: String) {
    let html = "[x] " + String(repeating: beginning, count: 100_000)
    #expect(Shortcodes.marked(html).html == html)
  }
}

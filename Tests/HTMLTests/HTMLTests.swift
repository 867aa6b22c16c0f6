import HTML
import Testing

@Suite struct HTMLTests {
  @Test func `text is escaped, HTML goes in as it is`() {
    let name = "<Champy'Soupe> & \"co\""
    let page: HTML = "<p>\(name) \(HTML(raw: "<b>!</b>"))</p>"
    #expect(page.text == "<p>&lt;Champy&#39;Soupe&gt; &amp; &quot;co&quot; <b>!</b></p>")
  }
}

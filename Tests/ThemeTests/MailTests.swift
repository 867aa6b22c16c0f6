import HTML
import Presenting
import Site
import Testing

@testable import ThemeChampigny

@Suite struct MailTests {
  let mail = Champigny().mail(Sample.letter)

  /// Without what Outlook alone reads, and without the style block.
  private var styles: [String] { mail.tags.compactMap { $0.attributes["style"] } }

  /// Without what Outlook alone reads.
  private var visible: HTML {
    HTML(raw: mail.text.replacing(/<!--\[if mso\]>.*?<!\[endif\]-->/.dotMatchesNewlines(), with: ""))
  }

  @Test func `its template is sound and its elements are balanced`() {
    #expect(mail.faults == [])
    // What stands in Outlook's comments opens before and closes after the rest.
    #expect(visible.unbalanced == [])
  }

  /// WebKit, which iPhones read mail with, takes the width of a table in pixels for its least width, whatever limit it has.
  @Test func `no table is given a width that a telephone does not have`() throws {
    let tables = visible.tags("table") + visible.tags("td")
    #expect(tables.contains { $0.attributes["style"]?.contains("width:100%;max-width:600px") == true })
    for table in tables {
      #expect(table.attributes["width"].flatMap { Int($0) } ?? 0 <= 120)
      for width in (table.attributes["style"] ?? "").matches(of: /(?:^|;)(?:min-)?width:(\d+)px/) {
        #expect(try #require(Int(width.1)) <= 120)
      }
    }
  }

  @Test func `no inline style uses what mail programs do not know`() {
    let unknown = ["flex", "grid", "float", "position", "rem", "calc(", "var(", "rgba(", "clamp(", "gap:"]
    for style in styles {
      for word in unknown { #expect(!style.contains(word), "\(word) in \(style)") }
      #expect(!style.contains("\""))
    }
    #expect(!mail.text.contains("&apos;"))
  }

  @Test func `the style block holds no comment and no tab, and everything in it prevails`() throws {
    let block = try #require(mail.text.firstMatch(of: /<style>(.*?)<\/style>/.dotMatchesNewlines())).1
    #expect(!block.contains("/*"))
    #expect(!block.contains("\t"))
    for declaration in block.matches(of: /\{ ([^{}]+) \}/) {
      for part in declaration.1.split(separator: ";") where part.contains(":") {
        #expect(part.contains("!important"), "\(part)")
      }
    }
    #expect(block.contains("@media (prefers-color-scheme: dark)"))
    #expect(block.contains("[data-ogsc] .paper"))
  }

  @Test func `text is at least 14 pixels high`() {
    let sizes = styles.flatMap { $0.matches(of: /font-size:(\d+)px/).compactMap { Int($0.1) } }
    #expect(sizes.contains(14))
    // One pixel: what is hidden, and cells that only show a colour.
    for size in sizes { #expect(size == 1 || size >= 14) }
  }

  @Test func `it has one first heading, says its language twice, and lays out by tables alone`() {
    #expect(mail.tags("h1").count == 1)
    #expect(mail.tags("html").first?.attributes["lang"] == "fr")
    #expect(mail.tags("div").contains { $0.attributes["lang"] == "fr" })
    #expect(mail.tags("table").allSatisfy { $0.attributes["role"] == "presentation" })
    #expect(mail.tags("img").isEmpty)
  }

  @Test func `every link is absolute and has words and a colour of its own`() {
    #expect(mail.links.count > 10)
    for link in mail.links {
      #expect(link.address.hasPrefix("https://") || link.address.hasPrefix("mailto:"), "\(link)")
      #expect(!link.words.isEmpty)
    }
    for tag in mail.tags("a") { #expect(tag.attributes["style"]?.contains("color:") == true) }
  }

  @Test func `the preheader comes first and nothing leaks in after it`() throws {
    let body = try #require(mail.text.firstRange(of: "<body")).lowerBound
    let first = try #require(mail.text[body...].firstRange(of: Sample.issue.preheader)).upperBound
    let filling = mail.text[first...].prefix { $0 != "<" }
    #expect(Sample.issue.preheader.count + filling.matches(of: /&nbsp;/).count * 2 >= 190)
  }

  @Test func `the links of the letter are where readers look for them`() {
    #expect(mail.links.first?.words == "Lire en ligne")
    #expect(mail.links.first?.address == Sample.letter.links.readOnline)
    #expect(mail.links.last?.words == "Se désinscrire")
    #expect(mail.links.last?.address == Sample.letter.links.unsubscribe)
  }

  @Test func `no unsubscribe link is shown where the list adds its own`() {
    var letter = Sample.letter
    letter.links.unsubscribe = nil
    #expect(!Champigny().mail(letter).text.contains("Se désinscrire"))
  }

  @Test func `only what takes place on a known day can be added to an agenda`() {
    let additions = mail.links.filter { $0.words.hasPrefix("Ajouter") }
    // Of six: one is cancelled, one postponed, one known by its month alone.
    #expect(additions.count == 3)
    #expect(additions.allSatisfy { $0.address.hasSuffix("/evenement.ics") })
  }

  @Test func `a letter without news, dates and partners is whole all the same`() {
    let bare = Issue(
      entry: Sample.entry(.issue, "x", "Lettre"), sendDate: Sample.day(2019, 7, 31), subject: "Lettre", preheader: "")
    let letter = Letter(
      site: Sample.site, issue: bare, news: [], agenda: [], groups: EventGroups(), partners: [],
      links: LetterLinks(readOnline: "https://example.org/", unsubscribe: nil))
    let mail = Champigny().mail(letter)
    #expect(mail.faults == [])
    #expect(mail.tags("h2").isEmpty)
    #expect(!mail.text.contains("Merci"))
  }

  @Test func `a letter of thirty news and thirty dates is not clipped`() {
    var letter = Sample.letter
    letter.news = (0..<30).map { _ in Sample.news[0] }
    letter.agenda = (0..<30).map { _ in Sample.upcoming[0] }
    #expect(Champigny().mail(letter).text.utf8.count < 92_000)
  }
}

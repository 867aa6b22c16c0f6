import Diagnostics
import Markup
import Publishing
import Site
import Testing
import Time

@testable import Review

/// A site, what is done to it, what the one who reviews it sees.
@Suite struct ReviewSummaryTests {
  /// What a site is made of, to be changed.
  private struct Story {
    var settings = Sample.settings
    var news = [Sample.news("un", .day(Sample.day(2019, 7, 2))), Sample.news("deux", .day(Sample.day(2019, 7, 1)))]
    var events = [
      Sample.event(
        "bal",
        Sample.once(
          .minute(CivilDateTime(day: Sample.day(2019, 7, 19), minuteOfDay: 20 * 60)),
          .minute(CivilDateTime(day: Sample.day(2019, 7, 19), minuteOfDay: 23 * 60))), title: "Le bal")
    ]
    var issues = Sample.noIssues
  }

  private func site(change: (inout Story) -> Void = { _ in }) -> Site {
    var story = Story()
    change(&story)
    return Site(settings: story.settings, news: story.news, events: story.events, issues: story.issues)
  }

  private func publication(_ site: Site) -> Publication {
    Publishing.publication(of: site, theme: PlainTheme(), assets: [], today: Sample.today).0
  }

  private func summary(
    from before: Site?, to after: Site, _ diagnostics: [Diagnostic] = []
  ) throws -> String {
    try ReviewSummary(
      of: publication(after), site: after, before: before.map { try publication($0).builtPages() },
      report: DiagnosticReport(diagnostics)
    ).markdown
  }

  @Test func `nothing changes`() throws {
    let text = try summary(from: site(), to: site())
    #expect(text.contains("Aucune page ne change."))
    #expect(text.contains("Aucune erreur, aucun avertissement."))
    #expect(!text.contains("Dates des événements"))
  }

  @Test func `a news item is added, another goes`() throws {
    let after = site {
      $0.news[1] = Sample.news("trois", .day(Sample.day(2019, 7, 3)), title: "Un *nouveau* [toit]")
    }
    let text = try summary(from: site(), to: after)
    #expect(
      text.contains(
        "### Pages ajoutées (1)\n\n- [Un \\*nouveau\\* \\[toit\\]]"
          + "(https://example.org/champigny/nouvelles/trois/) `/nouvelles/trois/`\n"), "\(text)")
    #expect(text.contains("### Pages supprimées (1)\n\n- Nouvelle deux `/nouvelles/deux/`\n"), "\(text)")
    #expect(text.contains("`/nouvelles/`"), "the list has changed")
    #expect(!text.contains("`/agenda/bal/`"))
  }

  @Test func `the new date of an event is said in words`() throws {
    let after = site {
      $0.events = [Sample.event("bal", Sample.once(.day(Sample.day(2019, 7, 20))), title: "Le bal")]
    }
    let text = try summary(from: site(), to: after)
    #expect(text.contains("### Dates des événements (1)\n\n- **Le bal**\u{A0}: samedi 20\u{A0}juillet 2019"), "\(text)")
  }

  @Test func `the mails of an issue are linked for each provider`() throws {
    let after = site {
      $0.settings.newsletter.providers = [.brevo, .sympa]
      $0.issues = [Sample.issue("2019-07", sent: Sample.day(2019, 7, 31))]
    }
    let text = try summary(from: nil, to: after)
    for provider in ["brevo", "sympa"] {
      let address = "https://example.org/champigny/infolettres/2019-07/courriel.\(provider).html"
      #expect(text.contains("[`courriel.\(provider).html`](\(address))"), "\(text)")
    }
    #expect(!text.contains("courriel.html"))
    #expect(text.contains("Il n’y a pas de site précédent"))
  }

  @Test func `a letter still to be sent is led to, whether the proposal changes it or not`() throws {
    let coming: (inout Story) -> Void = { $0.issues = [Sample.issue("2019-07", sent: Sample.day(2019, 7, 31))] }
    let link = "(https://example.org/champigny/infolettres/2019-07/a-relire/)"
    let same = try summary(from: site(change: coming), to: site(change: coming))
    #expect(same.contains("### À relire avant l’envoi (1)") && same.contains(link + "\n"), "\(same)")
    #expect(try summary(from: site(), to: site(change: coming)).contains(link + ", telle que cette proposition"))
    let sent = site { $0.issues = [Sample.issue("2019-06", sent: Sample.day(2019, 6, 30))] }
    #expect(!(try summary(from: nil, to: sent).contains("À relire")))
  }

  @Test func `remarks name their line and call nobody`() throws {
    let place = Diagnostics.SourceLocation(file: "Content/nouvelles/un.md", line: 3)
    let reported = [
      Diagnostic(code: "a", severity: .warning, place: place, message: "Ceci\net <b>cela</b> @equipe"),
      Diagnostic(code: "b", severity: .placeholder, place: place, message: "À compléter."),
    ]
    let text = try summary(from: site(), to: site(), reported)
    #expect(
      text.contains(
        "### Avertissements (1)\n\n- `Content/nouvelles/un.md:3` Ceci et \\<b\\>cela\\</b\\> @\u{200B}equipe"),
      "\(text)")
    #expect(text.contains("### Valeurs à compléter (1)"))
    let failed = ReviewSummary.markdown(
      ofFailure: DiagnosticReport([Diagnostic(code: "c", severity: .error, place: nil, message: "Non.")]))
    #expect(failed.contains("### Erreurs (1)\n\n- Non."))
  }

  @Test func `who proposed is thanked, and hears what happens next; a site that is published thanks nobody`() throws {
    let thanks = "Merci pour cette proposition"
    let sound = try summary(from: site(), to: site())
    #expect(sound.contains("\n\n\(thanks)\u{A0}! Quelqu’un de l’équipe la relit"))
    let error = Diagnostic(code: "c", severity: .error, place: nil, message: "Non.")
    #expect(try summary(from: site(), to: site(), [error]).contains("sous «\u{A0}Erreurs\u{A0}»"))
    #expect(try !summary(from: nil, to: site()).contains(thanks))
    let failure = DiagnosticReport([error])
    #expect(ReviewSummary.markdown(ofFailure: failure, isProposal: true).contains("\n\n\(thanks)"))
    #expect(!ReviewSummary.markdown(ofFailure: failure).contains(thanks))
  }

  @Test func `texts that anybody may write inject nothing`() throws {
    let titles = [
      "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "![x](https://exemple.org/x.png)", "a | b", "`code`",
      "@equipe et #12", "- liste", "1. liste", "# titre", "ligne\nsuivante\r\n## fin",
      "&lt;b&gt; $x$ ~~y~~ **z** __w__",
      "caché \u{202E}envers",
    ]
    let after = site {
      $0.news = titles.indices.map {
        Sample.news("n\($0)", .day(Sample.day(2019, 6, 1)), title: titles[$0])
      }
    }
    // Added, and removed: with links and without.
    for text in [
      try summary(from: site { $0.news = [] }, to: after), try summary(from: after, to: site { $0.news = [] }),
    ] {
      let lines = text.split(separator: "\n")
      #expect(
        lines.allSatisfy { ["#", "-", "L", "A", "M"].contains($0.first) || $0.contains("ne changent que") }, "\(text)")
      #expect(
        !text.replacing("\\<", with: "").contains("<") && !text.contains("[x](javascript") && !text.contains("@equipe"),
        "\(text)")
      #expect(!text.contains("#12") && !text.contains("\n## fin") && !text.contains("\u{202E}"), "\(text)")
      #expect(text.contains("\\- liste") && text.contains("1\\. liste") && text.contains("\\`code\\`"), "\(text)")
      #expect(text.contains("&lt;b&gt;") == false && text.contains("\\&lt;b\\&gt;"), "\(text)")
    }
    #expect(ReviewMarkdown.text("reporte_au _a_ __b__") == #"reporte_au \_a\_ \_\_b\_\_"#)
    #expect(ReviewMarkdown.text("*\u{301}a*\u{301} `\u{301}") == "\\*\u{301}a\\*\u{301} \\`\u{301}")
    #expect(ReviewMarkdown.code("a`b``c") == "```a`b``c```")
    #expect(ReviewMarkdown.code("`a") == "`` `a ``")
    #expect(ReviewMarkdown.text(String(repeating: "é", count: 5_000)).count == 301)
    #expect(
      ReviewMarkdown.link("x", to: "https://exemple.org/a(b) <c>") == "[x](https://exemple.org/a%28b%29%20%3Cc%3E)")
  }

  @Test func `a page that has moved is said to have moved`() throws {
    let after = site {
      $0.news[1] = Sample.news("trois", .day(Sample.day(2019, 7, 1)), title: "Nouvelle deux")
      $0.news[1].entry.aliases = [SitePath("/nouvelles/deux/")]
    }
    let text = try summary(from: site(), to: after)
    #expect(
      text.contains(
        "### Adresses qui mènent désormais ailleurs (1)\n\n- `/nouvelles/deux/` → "
          + "[Nouvelle deux](https://example.org/champigny/nouvelles/trois/)\n"), "\(text)")
    #expect(!text.contains("Pages supprimées"))
    #expect(try summary(from: after, to: after).contains("Aucune page ne change."))
    #expect(try summary(from: after, to: site()).contains("`/nouvelles/deux/`"))
  }

  @Test func `what every page has in common is said once`() throws {
    let many = { (story: inout Story) in
      story.news = (1...30).map { Sample.news("n\($0)", .day(Sample.day(2019, 6, 1))) }
    }
    let before = site(change: many)
    let after = site {
      many(&$0)
      $0.settings.title = "Un autre nom"
      $0.news[3].entry.body = Document(blocks: [.paragraph([.text("Un autre texte")])])
    }
    let text = try summary(from: before, to: after)
    #expect(text.contains("pages ne changent que par ce qu’elles ont en commun"), "\(text)")
    #expect(text.contains("`/nouvelles/n4/`") && !text.contains("`/nouvelles/n5/`"), "\(text)")
    #expect(!text.contains("### Dates des événements"), "\(text)")
  }

  @Test func `what waits is reported`() throws {
    let text = try ReviewSummary(
      of: publication(site()), site: site(), before: nil, report: DiagnosticReport([]),
      waiting: ["Brouillon, non publié : « Le *bal* » (Content/evenements/bal.md)"]
    ).markdown
    #expect(text.contains("### Pas encore publié (1)\n\n- Brouillon, non publié : « Le \\*bal\\* »"), "\(text)")
  }

  @Test func `long lists are cut`() throws {
    let after = site {
      $0.news = (1...50).map { Sample.news("n\($0)", .day(Sample.day(2019, 6, 1))) }
    }
    let text = try summary(from: site { $0.news = [] }, to: after)
    #expect(text.contains("### Pages ajoutées (51)") && text.contains("- … et 11 de plus"), "\(text)")
  }
}

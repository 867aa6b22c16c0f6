import Diagnostics
import Site
import Testing

@testable import Publishing

/// A site, what is done to it, what the one who reviews it is told.
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

  @Test func `the new date of an event is told in words`() throws {
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

  @Test func `remarks name their line and call nobody`() throws {
    let place = SourcePlace(file: "Content/nouvelles/un.md", line: 3)
    let told = [
      Diagnostic(code: "a", severity: .warning, place: place, message: "Ceci\net <b>cela</b> @equipe"),
      Diagnostic(code: "b", severity: .placeholder, place: place, message: "À compléter."),
    ]
    let text = try summary(from: site(), to: site(), told)
    #expect(
      text.contains(
        "### Avertissements (1)\n\n- `Content/nouvelles/un.md:3` Ceci et \\<b\\>cela\\</b\\> &#64;equipe"), "\(text)")
    #expect(text.contains("### Valeurs à compléter (1)"))
    let failed = ReviewSummary.markdown(
      ofFailure: DiagnosticReport([Diagnostic(code: "c", severity: .error, place: nil, message: "Non.")]))
    #expect(failed.contains("### Erreurs (1)\n\n- Non."))
  }

  @Test func `long lists are cut`() throws {
    let after = site {
      $0.news = (1...50).map { Sample.news("n\($0)", .day(Sample.day(2019, 6, 1))) }
    }
    let text = try summary(from: site { $0.news = [] }, to: after)
    #expect(text.contains("### Pages ajoutées (51)") && text.contains("- … et 11 de plus"), "\(text)")
  }
}

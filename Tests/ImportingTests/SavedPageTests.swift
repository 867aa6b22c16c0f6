import Foundation
import Testing

@testable import Importing

/// Pages as browsers save them, and what they say to machines.
@Suite struct SavedPageTests {
  private func imported(
    _ said: String, _ body: String = "<p>Mars</p>", head: String = ""
  ) async throws -> [String: String] {
    let project = try ImportProject()
    let outcome = try await project.run(
      project.source(
        """
        <!doctype html><html lang="fr"><head><title>Agenda</title>\(head)
        <link rel="canonical" href="https://lieu.exemple.org/agenda/">
        <script type="application/ld+json">\(said)</script></head><body><main><h1>Agenda</h1>\(body)</main></body></html>
        """, named: "source.html"))
    #expect(outcome.check.errors == 0)
    return project.files.mapValues { text in
      text.split(separator: "\n").filter { $0 != "---" && !$0.hasPrefix("# Importé") }.joined(separator: "\n")
    }
  }

  private static func event(_ name: String, _ page: String, _ day: String, _ more: String = "") -> String {
    """
    {"@type": "Event", "name": "\(name)", "url": "https://lieu.exemple.org/evenement/\(page)/",
    "startDate": "\(day)T18:30:00+01:00", "endDate": "\(day)T20:30:00+01:00"\(more)}
    """
  }

  @Test func `a page that lists events gives each, with all its dates`() async throws {
    let place = """
      , "location": {"@type": "Place", "name": "La Fabrique", "address": {"streetAddress": "12 rue du Port", "postalCode": "94500", "addressLocality": "Champigny"}}
      """
    let files = try await imported(
      "["
        + [
          Self.event(
            "Repair caf&#233;", "repair", "2026-03-14",
            """
            , "description": "&lt;p&gt;R&eacute;parons &lt;b&gt;ensemble&lt;/b&gt;.&lt;/p&gt;\\n", "offers": {"price": "0", "url": "https://lieu.exemple.org/evenement/repair/"}
            """),
          Self.event("Chorale", "chorale/2026-03-25", "2026-03-25", place),
          Self.event(
            "Chorale", "chorale/2026-03-18", "2026-03-18",
            place + #", "eventStatus": "https://schema.org/EventCancelled""#),
          Self.event(
            "Bal", "bal", "2026-03-20",
            #", "eventStatus": "EventPostponed", "offers": {"price": "5.50", "url": "https://x.fr/bal"}"#),
        ].joined(separator: ",") + "]")
    #expect(
      files["Content/evenements/repair-cafe.md"] == """
        titre: Repair café
        debut: 2026-03-14 18:30
        fin: 2026-03-14 20:30
        prix: Gratuit
        alias:
          - /evenement/repair/
        Réparons **ensemble**.
        """)
    #expect(
      files["Content/evenements/chorale.md"] == """
        titre: Chorale
        debut: 2026-03-18 18:30
        fin: 2026-03-18 20:30
        repetition:
          dates:
            - 2026-03-18
            - 2026-03-25
          annulees: [2026-03-18]
        lieu: La Fabrique, 12 rue du Port, 94500 Champigny
        alias:
          - /evenement/chorale/2026-03-18/
          - /evenement/chorale/2026-03-25/
        """)
    #expect(
      files["Content/evenements/bal.md"] == """
        titre: Bal
        debut: 2026-03-20 18:30
        fin: 2026-03-20 20:30
        etat: reporté
        prix: 5,50 €
        inscription: https://x.fr/bal
        alias:
          - /evenement/bal/
        """)
    #expect(files.keys.filter { $0.hasPrefix("Content/") }.count == 3)
  }

  @Test func `a page about one event is that, with its own text`() async throws {
    let files = try await imported(Self.event("Bal", "bal", "2026-03-20"), "<p>Un bal, avec un orchestre.</p>")
    #expect(
      files["Content/evenements/bal.md"]?.hasSuffix("\nUn bal, avec un orchestre.") == true, "\(files)")
  }

  @Test func `the picture that a page is shared with is that of a text without any`() async throws {
    let head = "<meta property=\"og:image\" content=\"https://lieu.exemple.org/bal.jpg\">"
    for (body, isFetched) in [("<p>Un bal.</p>", true), ("<p>Un bal.</p><img src='/autre.jpg' alt='Autre'>", false)] {
      let report = try await imported("{}", body, head: head)["IMPORT.md"] ?? ""
      #expect(report.contains("'https://lieu.exemple.org/bal.jpg'") == isFetched, "\(report)")
    }
  }

  @Test func `pages of a folder lead to each other, however they were saved`() async throws {
    let project = try ImportProject()
    let pages = [
      "Contact.html": """
      <!DOCTYPE html>
      <!-- saved from url=(0031)https://www.lieu.exemple.org/contact -->
      <html><head><title>Contact | Le lieu</title><meta property="og:site_name" content="Le lieu"></head>
      <body><nav>Menu</nav><div><p>12 rue du Port. <a href="https://www.lieu.exemple.org/qui/">Qui</a>,
      <a href="./Contact_files/plan.txt">plan</a>, <a href="https://lieu.exemple.org/">accueil</a></p></div></body></html>
      """,
      "Contact_files/plan.txt": "Le plan.\n", "Contact_files/saved_resource.html": "<html><body>Un cadre</body></html>",
      "www.lieu.exemple.org/index.htm": """
      <html><!-- Mirrored from www.lieu.exemple.org/ by HTTrack Website Copier/3.x -->
      <body><h1>Bienvenue</h1><p><a href="qui/index.htm">Qui</a> <a href="tarifs/prix.txt">prix</a></p></body></html>
      """,
      "www.lieu.exemple.org/tarifs/prix.txt": "Les prix.\n",
      "www.lieu.exemple.org/qui/index.htm": """
      <html><!-- Mirrored from www.lieu.exemple.org/qui/ by HTTrack Website Copier/3.x -->
      <body><h1>Qui sommes-nous ?</h1><p>Une association. <a href="../index.htm">Accueil</a></p></body></html>
      """,
      "vide.html": "<html></html>",
    ]
    for (path, text) in pages { try project.folder.write(text, to: "source/" + path) }
    let outcome = try await project.run(project.root + "/source")
    #expect(outcome.check.errors == 0)
    let texts = project.files.filter { $0.key.hasPrefix("Content/pages/") }.mapValues { text in
      text.split(separator: "\n").filter { $0 != "---" && !$0.hasPrefix("# Importé") }.joined(separator: "\n")
    }
    #expect(
      texts == [
        "Content/pages/contact.md": """
        titre: Contact
        12 rue du Port. [Qui](qui-sommes-nous.md), [plan](../fichiers/contact-files/plan.txt), [accueil](accueil.md)
        """,
        "Content/pages/accueil.md":
          "titre: Bienvenue\n[Qui](qui-sommes-nous.md) [prix](../fichiers/www-lieu-exemple-org/tarifs/prix.txt)",
        "Content/pages/qui-sommes-nous.md":
          "titre: Qui sommes-nous ?\nalias:\n  - /qui/\nUne association. [Accueil](accueil.md)",
      ])
    #expect(outcome.leftOut.map(\.count) == [1])
  }

  // MARK: What programs give out that publish for others

  /// Imports these files of a folder.
  private func folder(_ files: [String: String]) async throws -> (files: [String: String], outcome: ImportOutcome) {
    let project = try ImportProject()
    for (name, text) in files { _ = try project.source(text, named: "export/" + name) }
    let outcome = try await project.run(project.root + "/export")
    #expect(outcome.check.errors == 0)
    return (project.files.filter { !$0.key.hasPrefix("export/") }, outcome)
  }

  @Test func `of Substack's export only what everybody could read is published, under its title and day`() async throws
  {
    let (files, outcome) = try await folder([
      "posts.csv": """
      post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url
      1001.la-fete,2024-05-02T10:00:00.000Z,true,,,newsletter,everyone,"La fête, enfin",Le programme,
      1002.secret,,false,,,newsletter,everyone,Un secret,,
      1003.payant,2024-06-02T10:00:00.000Z,true,,,newsletter,only_paid,Pour les abonnés,,

      """,
      "email_list.csv": "email,plan\nmarie@exemple.net,other\n",
      "posts/1001.la-fete.html": "<p>Un bal.</p>", "posts/1002.secret.html": "<p>Deux</p>",
      "posts/1003.payant.html": "<p>Trois</p>", "posts/1004.oublie.html": "<p>Personne ne le connaît.</p>",
    ])
    let news = files.filter { $0.key.hasPrefix("Content/nouvelles/") }
    #expect(
      Set(news.keys) == [
        "Content/nouvelles/2024-05-la-fete-enfin.md", "Content/nouvelles/un-secret.md",
        "Content/nouvelles/2024-06-pour-les-abonnes.md", "Content/nouvelles/personne-ne-le-connait.md",
      ])
    let text = try #require(news["Content/nouvelles/2024-05-la-fete-enfin.md"])
    #expect(text.contains("titre: La fête, enfin\ndate: 2024-05-02\nresume: Le programme\nalias:\n  - /p/la-fete\n"))
    #expect(!text.contains("brouillon"))
    #expect(news.filter { $0.value.contains("brouillon: oui") }.count == 3)
    #expect(news["Content/nouvelles/un-secret.md"]?.contains("alias") == false)
    #expect(outcome.written.count == 4 && !files.values.contains { $0.contains("@exemple.net") })
  }

  @Test func `of Medium's export the texts are brought, drafts as drafts, and nothing of the account`() async throws {
    func post(_ title: String, _ published: String) -> String {
      """
      <!DOCTYPE html><html><head><title>\(title)</title></head><body><article class="h-entry"><header>
      <h1 class="p-name">\(title)</h1></header><section data-field="subtitle" class="p-summary">Le programme.</section>
      <section data-field="body" class="e-content"><h3 class="graf--title">\(title)</h3><p>Un bal.</p></section>
      <footer>\(published)<p>Exported from <a href="https://medium.com">Medium</a> on March 1, 2026.</p></footer>
      </article></body></html>
      """
    }
    let (files, outcome) = try await folder([
      "posts/2024-05-02_La-fete-abc.html": post(
        "La fête",
        """
        <p>By <a href="https://medium.com/@x" class="p-author">Marie</a> on
        <time class="dt-published" datetime="2024-05-02T10:00:00.000Z">May 2</time></p>
        <p><a href="https://medium.com/@x/la-fete-abc" class="p-canonical">Canonical link</a></p>
        """),
      "posts/draft_Plus-tard-def.html": post(
        "Plus tard", "<p><a href=\"https://medium.com/p/def\">View original.</a></p>"),
      "profile/profile.html": "<html><head><title>Profile</title></head><body><p>marie@exemple.net</p></body></html>",
      "ips/ips-0001.html": "<html><body><p>203.0.113.9</p></body></html>",
    ])
    let news = files.filter { $0.key.hasPrefix("Content/") && $0.key.hasSuffix(".md") }
    #expect(Set(news.keys) == ["Content/nouvelles/2024-05-la-fete.md", "Content/nouvelles/plus-tard.md"])
    let text = try #require(news["Content/nouvelles/2024-05-la-fete.md"])
    #expect(
      text.contains("titre: La fête\ndate: 2024-05-02\nresume: Le programme.\n") && text.hasSuffix("---\nUn bal.\n"),
      "\(text)")
    #expect(news["Content/nouvelles/plus-tard.md"]?.contains("brouillon: oui\n") == true)
    #expect(outcome.leftOut.map(\.count) == [2])
  }

  @Test func `a page without a title is called by its first words`() async throws {
    let (files, outcome) = try await folder(["a.html": "<p>Le four est chaud. Venez.</p>"])
    #expect(files["Content/pages/le-four-est-chaud-venez.md"] != nil, "\(files.keys)")
    #expect(outcome.remarks.map(\.code) == ["import-title-made"])
  }

  // MARK: Sites that were copied

  /// A page of SPIP as HTTrack saves it: what was asked for stands behind the name of each file.
  private func spip(_ number: Int, _ title: String, _ text: String) -> String {
    """
    <!DOCTYPE html><html lang="fr"><!-- Mirrored from www.amis.exemple.org/spip.php?article\(number) by HTTrack Website Copier/3.x -->
    <head><meta charset="utf-8"><title>\(title) - Les amis</title></head><body><nav><a href="index.html">Accueil</a></nav>
    <main><article><header class="cartouche"><h1>\(title)</h1><p class="info-publi"><abbr class="published"
    title="2025-06-1\(number)T09:00:00Z">juin 2025</abbr>, par <span class="vcard author">Marie Durand</span></p></header>
    <div class="texte"><p>\(text)</p></div><section id="comments"><h2>Messages</h2><p>Jean : bravo !</p></section>
    </article></main><footer>Les amis</footer></body></html>
    """
  }

  @Test func `texts of a site that was copied have their days, lead to each other, and say no more than their words`()
    async throws
  {
    let (files, outcome) = try await folder([
      "www.amis.exemple.org/spipf3c5.html": spip(
        2, "La fête", "Voir <a href=\"spipbbbb.html?article3\">la suite</a>."),
      "www.amis.exemple.org/spipbbbb.html": spip(3, "La suite", "Fin."),
      "index.html":
        "<html><head><title>Local index - HTTrack Website Copier</title></head><body><p>Index</p></body></html>",
      "www.amis.exemple.org/ancien.html":
        "<HTML><HEAD><TITLE>Page has moved</TITLE><META HTTP-EQUIV=\"Refresh\" CONTENT=\"0; URL=spipf3c5.html\"></HEAD><BODY><A HREF=\"spipf3c5.html\">Click here...</A></BODY></HTML>",
    ])
    #expect(outcome.written.count == 2 && outcome.leftOut.map(\.count) == [2])
    let text = try #require(files["Content/nouvelles/2025-06-la-fete.md"], "\(files.keys)")
    #expect(text.contains("date: 2025-06-12\n") && text.contains("- '/spip.php?article2'\n"))
    #expect(text.hasSuffix("---\nVoir [la suite](2025-06-la-suite.md).\n"), "\(text)")
    #expect(files["Content/nouvelles/2025-06-la-suite.md"]?.hasSuffix("---\nFin.\n") == true)
    #expect(outcome.remarks.filter { $0.code != "import-title-made" }.map(\.code) == [])
  }

  @Test func `a page that lists texts with their days is no news`() async throws {
    let list = (1...3).map { "<li><abbr class=\"published\" title=\"2025-06-1\($0)T09:00:00Z\">juin</abbr> Un</li>" }
    let (files, _) = try await folder([
      "liste.html": "<html><body><main><h1>Tout</h1><ul>\(list.joined())</ul></main></body></html>"
    ])
    #expect(files["Content/pages/tout.md"] != nil, "\(files.keys)")
  }

  @Test func `what readers wrote below a page, and when, is not its own`() async throws {
    let (files, _) = try await folder([
      "a.html": """
      <html><body><main><h1>Nous écrire</h1><p>Un texte.</p><div id="comments"><p>Jean, <time datetime="2020-01-02">le 2</time> :
      bravo</p></div></main></body></html>
      """
    ])
    #expect(files["Content/pages/nous-ecrire.md"]?.hasSuffix("---\nUn texte.\n") == true, "\(files.keys)")
  }
}

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
}

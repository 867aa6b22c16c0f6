import Foundation
import Testing

/// The whole way, from a folder of Markdown to the files of a site, as the program goes it.
@Suite struct BuildTests {
  private struct Build {
    var status: Int32
    var messages: String
    var folder: ScratchFolder
    var files: [String: Data]

    /// The lines that begin a warning or an error. Whether there is a Git history, of which the content knows nothing,
    /// does not count.
    var complaints: [Substring] {
      messages.split(separator: "\n")
        .filter { $0.contains(" : erreur : ") || $0.contains("attention : ") }
        .filter { !$0.contains("historique Git") }
    }

    func text(_ path: String) -> String { String(decoding: files[path] ?? Data(), as: UTF8.self) }
  }

  private func build(_ root: String, date: String, _ options: [String]) async throws -> Build {
    let folder = try ScratchFolder()
    let result = try await Program.run(
      ["build", "--root", root, "--themes", Program.projectRoot + "/Themes", "--date", date]
        + ["--output", folder.path + "/Output"] + options)
    return Build(
      status: result.status, messages: result.output + result.errors, folder: folder,
      files: folder.files(in: "Output"))
  }

  @Test func `our own site is built with nothing to report but what is still to be filled in`() async throws {
    let built = try await build(Program.projectRoot, date: "2019-07-31", [])
    #expect(built.status == 0)
    #expect(built.complaints == [])
    #expect(built.messages.contains("à compléter : "))
    for page in [
      "index.html", "nouvelles/2018-12-etude-de-faisabilite/index.html", "agenda/soiree-reconomie/index.html",
      "agenda/series/champysoupe/index.html", "lieux/l-atelier/index.html", "partenaires/france-active/index.html",
      "etat-d-avancement/index.html", "infolettres/2019-07/courriel.eml", "agenda.ics", "nouvelles/atom.xml",
    ] {
      #expect(built.files[page] != nil, "\(page)")
    }
    #expect(built.text("nouvelles/2018-12-etude-de-faisabilite/index.html").contains("datetime=\"2018-12\""))
    #expect(!built.text("agenda.ics").contains("20170601"), "a month is no day")
  }

  @Test func `what is still to be filled in stops a strict build, and nothing is written`() async throws {
    let built = try await build(Program.projectRoot, date: "2019-07-31", ["--strict"])
    #expect(built.status == 1)
    #expect(built.messages.contains("editeur.nom"))
    #expect(built.files.isEmpty)
  }

  @Test func `the letter of July 2019 holds two news and the meetings`() async throws {
    let letter = try await build(Program.projectRoot, date: "2019-07-31", []).text("infolettres/2019-07/courriel.txt")
      .replacing("\u{A0}", with: " ")
    for words in [
      "présélectionné par la Région", "rendez-vous mensuel", "un vendredi après-midi par mois", "L’Atelier", "Apéritif",
    ] {
      #expect(letter.contains(words), "\(words)")
    }
    // Which Friday, nobody knows.
    for words in ["Emergence", "2 août 2019", "6 septembre 2019"] { #expect(!letter.contains(words), "\(words)") }
  }

  @Test(arguments: [("complet", "/halle/brume"), ("minimal", ""), ("anglais", "")])
  func `no link of a fixture leads nowhere`(name: String, base: String) async throws {
    let built = try await build(CompleteFixtureTests.root(name), date: "2026-03-15", [])
    #expect(built.status == 0)
    #expect(built.complaints == [])
    let pages = built.files.filter { $0.key.hasSuffix(".html") && !$0.key.contains("courriel") }
    #expect(!pages.isEmpty)
    for page in pages.keys.sorted() {
      for match in built.text(page).matches(of: /(?:href|src)="(\/[^"]*)"/) {
        let address = String(match.output.1).replacing("&amp;", with: "&")
        #expect(address.hasPrefix(base + "/"), "\(page): \(address)")
        let path = address.dropFirst(base.count + 1).prefix { $0 != "#" && $0 != "?" }
        let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        #expect(built.files[String(file).removingPercentEncoding ?? ""] != nil, "\(page): \(address)")
      }
    }
  }

  @Test func `the complete fixture shows what it was made for`() async throws {
    let built = try await build(CompleteFixtureTests.root("complet"), date: "2026-03-15", [])
    let news = built.text("nouvelles/2026-01-12-marche-d-hiver/index.html")
    #expect(news.contains("/halle/brume/agenda/marche-du-samedi/"))
    #expect(news.contains("<table"))
    #expect(built.files.keys.contains { $0.hasSuffix("programme-du-marche.pdf") })
    #expect(built.text("actualites/marche-hiver/index.html").contains("2026-01-12-marche-d-hiver"))
    #expect(built.files["a-propos/equipe/benevoles/index.html"] != nil)
    #expect(built.files["nouvelles/brouillon-secret/index.html"] == nil)
    #expect(built.text("agenda/balade/index.html").contains("Annulé"))
    for provider in ["brevo", "mailjet", "mailchimp", "listmonk", "phplist"] {
      #expect(built.files["infolettres/2026-03/courriel.\(provider).html"] != nil, "\(provider)")
    }
  }
}

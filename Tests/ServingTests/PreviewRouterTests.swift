import Diagnostics
import Foundation
import Site
import Testing

@testable import Publishing
@testable import Serving

private let policy =
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; img-src 'self'\">"
private let page = "<!doctype html><html><head>\(policy)</head><body><p>Bonjour</p></body></html>"

private func preview(basePath: String = "", diagnostics: [Diagnostic] = [], isEmpty: Bool = false) -> Preview {
  let files = [
    "index.html": page, "agenda/index.html": page, "agenda.ics": "BEGIN:VCALENDAR\r\n", "404.html": page,
    "theme/site.css": "a{}", "é/plan de l'été.pdf": "%PDF",
  ]
  let publication = Publication(
    files: files.map { path, text in PublishedFile(SitePath("/" + path)) { text } }
      + [PublishedFile(MachineFile(path: "fichiers/a.pdf", source: "Content/a.pdf"))])
  let first = Preview(
    version: 2, publication: isEmpty ? nil : publication, report: DiagnosticReport([]), basePath: basePath,
    projectRoot: "/nowhere")
  if diagnostics.isEmpty && !isEmpty { return preview(publication, basePath: basePath, after: nil) }
  return preview(nil, basePath: "", diagnostics: diagnostics, after: first)
}

private func preview(
  _ publication: Publication?, basePath: String, diagnostics: [Diagnostic] = [], after last: Preview?
) -> Preview {
  Preview(
    version: 3, publication: publication, report: DiagnosticReport(diagnostics), basePath: basePath,
    projectRoot: "/nowhere", after: last)
}

extension PreviewAnswer {
  fileprivate var bytes: [UInt8] {
    if case .bytes(let bytes) = body { return bytes }
    return []
  }
}

private let mistake = Diagnostic(
  code: "x", severity: .error, place: Diagnostics.SourceLocation(file: "Content/nouvelles/a.md", line: 2, column: 1),
  message: "La clé <titel> n’est pas connue.", fix: Fix(.line, "titre: A"))

@Suite struct PreviewRouterTests {
  @Test(arguments: [
    ("/", 200, "text/html; charset=utf-8"), ("/agenda/", 200, "text/html; charset=utf-8"),
    ("/agenda", 302, "text/plain; charset=utf-8"), ("/agenda.ics", 200, "text/calendar; charset=utf-8"),
    ("/theme/site.css", 200, "text/css; charset=utf-8"), ("/é/plan de l'été.pdf", 200, "application/pdf"),
    ("/nulle-part/", 404, "text/html; charset=utf-8"),
  ])
  func `what the build lists is served, at the root and in a sub-folder`(
    path: String, status: Int, type: String
  ) {
    for base in ["", "/champigny", "/a/b"] {
      let answer = PreviewRouter(preview(basePath: base)).answer(path: base + path)
      #expect(answer.status == status)
      #expect(answer.type.contentType == type)
      if status == 302 { #expect(answer.location == base + "/agenda/") }
    }
  }

  @Test(arguments: [
    "/../etc/passwd", "/agenda/../../x", "//etc/passwd", "/.gazette", "/etc/passwd", "/index.html/", "/agenda//", "",
    "/agenda/\0", "/%2e%2e/x",
  ])
  func `nothing else is ever served`(path: String) {
    let answer = PreviewRouter(preview()).answer(path: path)
    #expect(answer.status == 404)
    #expect(!String(decoding: answer.bytes, as: UTF8.self).contains("root:"))
  }

  @Test func `outside the sub-folder there is nothing`() {
    #expect(PreviewRouter(preview(basePath: "/champigny")).answer(path: "/agenda/").status == 404)
    #expect(PreviewRouter(preview(basePath: "/champigny")).answer(path: "/champigny2/").status == 404)
    #expect(PreviewRouter(preview(basePath: "/champigny")).answer(path: "/").location == "/champigny/")
    #expect(PreviewRouter(preview(basePath: "/champigny")).answer(path: "/champigny").location == "/champigny/")
  }

  @Test func `a page differs from the built one by one script and by what its policy allows`() throws {
    let sent = String(decoding: PreviewRouter(preview()).answer(path: "/").bytes, as: UTF8.self)
    let script = ReloadScript(version: 3)
    #expect(sent.contains(script.element + "</body>"))
    #expect(sent.contains("connect-src 'self'"))
    #expect(sent.contains("script-src 'sha256-"))
    let built = sent.replacingOccurrences(of: script.element, with: "")
      .replacing(/; script-src 'sha256-[^']*'; connect-src 'self'/, with: "")
      .replacingOccurrences(of: "'none'", with: "&#39;none&#39;")
    #expect(built == page)
  }

  @Test func `files that are no pages are sent as they are built`() {
    #expect(PreviewRouter(preview()).answer(path: "/agenda.ics").bytes == Array("BEGIN:VCALENDAR\r\n".utf8))
  }

  @Test(arguments: ["", "/champigny"])
  func `with an error the last good pages stay, and lead to what is wrong`(base: String) {
    let router = PreviewRouter(preview(basePath: base, diagnostics: [mistake]))
    for path in ["/", "/agenda/"] {
      let answer = router.answer(path: base + path)
      let text = String(decoding: answer.bytes, as: UTF8.self)
      #expect(answer.status == 200 && text.contains("<p>Bonjour</p>"))
      #expect(text.contains("<a href=\"/__gazette/remarques\">Une erreur à corriger</a>"))
      #expect(text.contains("style-src 'sha256-") && text.contains(ReloadScript(version: 3).element))
    }
    #expect(
      String(decoding: PreviewRouter(preview()).answer(path: "/").bytes, as: UTF8.self).contains("gazette-errors")
        == false)
    #expect(router.answer(path: base + "/theme/site.css").bytes == Array("a{}".utf8))
    let report = router.answer(path: "/__gazette/remarques")
    let text = String(decoding: report.bytes, as: UTF8.self)
    #expect(report.status == 200 && text.contains("<h1>Une erreur à corriger</h1>"))
    #expect(text.contains("La clé &lt;titel&gt; n’est pas connue."))
    #expect(text.contains("Content/nouvelles/a.md, ligne 2, colonne 1"))
    #expect(text.contains("href=\"\(base)/\""))
    #expect(text.contains(ReloadScript(version: 3).element))
    // What was not there before can only be shown once it is right.
    let new = router.answer(path: base + "/neuf/")
    #expect(new.status == 500 && String(decoding: new.bytes, as: UTF8.self).contains("La clé &lt;titel&gt;"))
  }

  @Test(arguments: [
    ("<body><h1>A</h1></body>", "<body>", "<h1>A</h1></body>"),
    // A link past what stands on every page is reached first.
    (
      "<body class=\"a\">\n<a class=\"skip\" href=\"#x\">Au contenu</a><h1>A</h1>",
      "<body class=\"a\">\n<a class=\"skip\" href=\"#x\">Au contenu</a>", "<h1>A</h1>"
    ),
    ("<body><a href=\"/\">A", "<body>", "<a href=\"/\">A"), ("<h1>A</h1>", "", "<h1>A</h1>"),
  ])
  func `the line about errors stands at the start of a page`(page: String, before: String, after: String) {
    let sent = ErrorBanner(errors: 1, address: "/x").added(to: page)
    #expect(
      sent.hasPrefix(before + "<div class=\"gazette-errors\" role=\"alert\">") && sent.hasSuffix("</div>" + after),
      "\(sent)")
  }

  @Test func `the page of remarks shows what the terminal shows`() throws {
    let source = SourceText(path: "Content/nouvelles/a.md", bytes: Array("---\ntitre: “A”, B\n---\n".utf8))
    func remark(_ line: Int, _ severity: Diagnostic.Severity, _ code: String, fix: Fix? = nil) -> Diagnostic {
      Diagnostic(
        code: code, severity: severity,
        place: Diagnostics.SourceLocation(file: source.path, line: line, column: 8, length: 3),
        message: "Remarque \(code).",
        fix: fix)
    }
    let report = DiagnosticReport(
      [remark(2, .error, "marque", fix: Fix(.marked, "A"))] + (1...13).map { remark($0, .placeholder, "vide") }
        + (1...7).map { remark($0, .warning, "sept") }, sources: [source.path: source])
    let page = DiagnosticsPage.html(report: report, version: 1, site: "/").text
    // The whole line to write, not the part of it that is another.
    #expect(page.contains("<pre><code>titre: A, B</code></pre>"))
    #expect(page.contains("à compléter : 13 valeurs (Content/nouvelles/a.md, lignes 1, 2, 3"))
    #expect(!page.contains("Remarque vide."))
    #expect(page.contains("Même remarque à 2 autres endroits"))
    let terminal = report.text()
    #expect(terminal.contains("à compléter : 13 valeurs (Content/nouvelles/a.md, lignes 1, 2, 3"))
    #expect(terminal.contains("Même remarque à 2 autres endroits") && terminal.contains("      titre: A, B\n"))
    let good = DiagnosticsPage.html(report: DiagnosticReport([]), version: 1, site: "/").text
    #expect(good.contains("Rien n’empêche la publication") && good.contains("Voir le site"))
  }

  @Test func `a page that was open when the sub-folder changed finds its new place`() {
    let old = preview(basePath: "/ancien")
    let new = preview(old.publication, basePath: "/neuf", after: old)
    #expect(PreviewRouter(new).answer(path: "/ancien/agenda/").location == "/neuf/agenda/")
    #expect(PreviewRouter(new).answer(path: "/ancien/nulle-part/").status == 404)
    let root = preview(new.publication, basePath: "", after: new)
    #expect(PreviewRouter(root).answer(path: "/neuf/agenda/").location == "/agenda/")
    let back = preview(root.publication, basePath: "/a", after: root)
    #expect(PreviewRouter(back).answer(path: "/agenda/").location == "/a/agenda/")
    #expect(PreviewRouter(back).answer(path: "/a/nulle-part/").status == 404)
  }

  @Test func `a file that went away since is reported`() {
    let answer = PreviewRouter(preview()).answer(path: "/fichiers/a.pdf")
    #expect(answer.status == 500)
    #expect(String(decoding: answer.bytes, as: UTF8.self).contains("Content/a.pdf"))
  }

  @Test func `without any good build every page shows what is wrong`() {
    let answer = PreviewRouter(preview(diagnostics: [mistake], isEmpty: true)).answer(path: "/agenda/")
    #expect(answer.status == 500)
    #expect(!String(decoding: answer.bytes, as: UTF8.self).contains("Voir le site"))
  }

  @Test(arguments: [
    ("default-src 'none'", "default-src 'none'; script-src H; connect-src 'self'"),
    ("script-src 'none'; connect-src 'none'", "script-src H; connect-src 'self'"),
    ("script-src 'self'; connect-src 'self'", "script-src 'self' H; connect-src 'self'"),
    ("", "script-src H; connect-src 'self'"),
  ])
  func `a policy is widened by no more than is needed`(policy: String, expected: String) {
    let allowed = PagePolicy.widened(policy, by: ReloadScript(version: 1).permissions).replacing(
      /'sha256-[^']*'/, with: "H")
    #expect(allowed == expected)
  }

  @Test(arguments: [
    ("127.0.0.1:8000", true), ("localhost:8000", true), ("localhost", true), ("exemple.org:8000", false), ("", false),
    ("127.0.0.1.exemple.org", false),
  ])
  func `only this machine's own names are answered`(host: String, isLocal: Bool) {
    #expect(PreviewConnection.isLocal(host) == isLocal)
  }
}

import Publishing
import Site
import Testing

@testable import Looking

/// What is said of answers; nothing is asked of anybody.
@Suite struct LookTests {
  private let look = SiteLook(
    base: "https://exemple.org/site",
    samples: [("index.html", .html), ("agenda.ics", MediaType(ofFile: "a.ics") ?? .unknown)],
    aliases: [(SitePath("/ancien/"), SitePath("/nouvelles/a/"))], style: "theme/1/style.css")

  /// A server that does all as it should.
  private var sound: [SiteLook.Topic: Curl.Answer] {
    var answers: [SiteLook.Topic: Curl.Answer] = [:]
    for (topic, _) in look.questions {
      switch topic {
      case .home:
        answers[topic] = Curl.Answer(
          status: 200,
          fields: [
            "content-type": "text/html;charset=UTF-8", "x-content-type-options": "nosniff", "cache-control": "no-cache",
            "etag": "\"1\"", "server": "nginx/1.22.1",
          ])
      case .packed: answers[topic] = Curl.Answer(status: 200, fields: ["content-encoding": "gzip"])
      case .plain: answers[topic] = Curl.Answer(status: 301, fields: ["location": "https://exemple.org/site/"])
      case .nowhere: answers[topic] = Curl.Answer(status: 404)
      case .own: answers[topic] = Curl.Answer(status: 404)
      case .folder: answers[topic] = Curl.Answer(status: 301, fields: ["location": "/site/agenda/"])
      case .style: answers[topic] = Curl.Answer(status: 200, fields: ["cache-control": "public, max-age=31536000"])
      case .alias: answers[topic] = Curl.Answer(status: 301, fields: ["location": "/site/nouvelles/a/"])
      case .file(let path):
        let type = ServerRules.feeds[path] ?? "text/calendar; charset=utf-8"
        answers[topic] = Curl.Answer(status: 200, fields: ["content-type": type])
      }
    }
    return answers
  }

  private func problems(
    _ change: (inout [SiteLook.Topic: Curl.Answer]) -> Void = { _ in }, again: Int = 304, expiry: Int = 60
  ) -> [LookFinding] {
    var answers = sound
    change(&answers)
    return look.findings(answers, again: Curl.Answer(status: again), expiry: expiry).filter { $0.severity != .good }
  }

  @Test func `of a sound site nothing is wrong`() {
    #expect(problems() == [])
    #expect(look.findings(sound, again: Curl.Answer(status: 304), expiry: 60).count >= 9)
  }

  @Test func `each thing that is not as it should be is said, with a way for this server`() {
    let cases: [(String, (inout [SiteLook.Topic: Curl.Answer]) -> Void)] = [
      (
        "/agenda.ics : application/octet-stream, et non text/calendar",
        {
          $0[.file("/agenda.ics")] = Curl.Answer(status: 200, fields: ["content-type": "application/octet-stream"])
        }
      ),
      ("/ : text/html, et non text/html; charset=utf-8", { $0[.home]?.fields["content-type"] = "text/html" }),
      ("/agenda.ics", { $0[.file("/agenda.ics")]?.status = 404 }),
      ("sûreté", { $0[.home]?.fields["x-content-type-options"] = nil }),
      ("ancienne longtemps", { $0[.home]?.fields["cache-control"] = nil }),
      ("ancienne 10 minutes", { $0[.home]?.fields["cache-control"] = "max-age=600" }),
      ("pas comprimées", { $0[.packed]?.fields = [:] }), ("au lieu de « 404 »", { $0[.nowhere]?.status = 200 }),
      ("/agenda ne mène pas", { $0[.folder]?.status = 200 }),
      (
        ".gazette, _headers",
        {
          $0[.own(".gazette")]?.status = 200
          $0[.own("_headers")]?.status = 200
        }
      ),
      ("http:// ne mène pas", { $0[.plain]?.status = 200 }), ("son style n’y est pas", { $0[.style]?.status = 404 }),
      ("Le style est redemandé", { $0[.style]?.fields = [:] }),
      ("L’ancienne adresse /ancien/", { $0[.alias(0)]?.status = 404 }),
    ]
    for (words, change) in cases {
      let found = problems(change)
      #expect(found.count == 1 && found.first?.message.contains(words) == true, "\(words): \(found)")
      #expect(found.first?.hint?.isEmpty == false, "\(words)")
    }
    #expect(problems(again: 200).map(\.message) == ["Ce qui n’a pas changé est renvoyé tout entier (200)."])
    #expect(problems(expiry: 3).first?.message.contains("3\u{A0}jours") == true)
    // A page that leads on serves as well.
    #expect(problems { $0[.alias(0)] = Curl.Answer(status: 200) } == [])
  }

  @Test(arguments: [
    (Curl.Answer(status: 500), "AllowOverride FileInfo"), (Curl.Answer(status: 403), "644"),
    (Curl.Answer(status: 301, fields: ["location": "https://ailleurs.example/"]), "site.yml"),
    (Curl.Answer(status: 0, code: 6, reason: "Could not resolve host"), "Vérifiez l’adresse"),
    (Curl.Answer(status: 0, code: 60, reason: "certificate has expired"), "certbot"),
    (Curl.Answer(status: 0, code: 7, reason: "refused"), "plus tard"),
    (Curl.Answer(status: 404), "pas à cette adresse"),
  ]) func `a site that does not answer is reported once`(home: Curl.Answer, hint: String) {
    let found = look.findings([.home: home], again: nil, expiry: nil)
    #expect(found.count == 1 && found[0].severity == .wrong && found[0].hint?.contains(hint) == true, "\(found)")
  }

  @Test func `answers of curl are read`() {
    let answer = Curl.answer(
      "{\"http_code\":200,\"exitcode\":0,\"errormsg\":null}\n{\"Content-Type\":[\"text/html\"],\"vary\":[\"a\",\"b\"]}\n"
    )
    #expect(answer.status == 200 && answer.field("content-type") == "text/html" && answer.field("vary") == "a, b")
    let none = Curl.answer("{\"http_code\":0,\"exitcode\":6,\"errormsg\":\"x\"}\n{}\n")
    #expect(none.code == 6 && none.reason == "x")
    #expect(OnlineSite.days(until: "Mar  5 12:00:00 2027 GMT", now: 1_801_656_000) == 30)
    #expect(OnlineSite.days(until: "x", now: 0) == nil)
  }

  @Test(
    arguments: [
      (nil, nil), ("no-cache", 0), ("public, max-age=0, must-revalidate", 0), ("max-age=600", 600), ("public", nil),
      ("no-store, max-age=5", 0),
    ] as [(String?, Int?)]) func `for how long something is kept`(field: String?, seconds: Int?)
  {
    #expect(SiteLook.age(field) == seconds)
  }

  @Test(arguments: [
    ("[x](https://a.fr/b).", ["https://a.fr/b"]), ("site: https://a.fr/?x=1#y", ["https://a.fr/?x=1"]),
    ("<https://a.fr/>, « https://b.fr/c »", ["https://a.fr/", "https://b.fr/c"]),
    ("(voir https://fr.wikipedia.org/wiki/A_(b))", ["https://fr.wikipedia.org/wiki/A_(b)"]),
    ("{texte: Adhérer, lien: https://a.fr/x}", ["https://a.fr/x"]), ("ftp://a.fr rien", []),
  ]) func `addresses are found where people write them`(line: String, expected: [String]) {
    #expect(ContentLinks.addresses(in: line) == expected)
  }

  @Test func `a version that is behind is reported`() {
    let tags = "a\trefs/tags/v0.9.0\nb\trefs/tags/v0.10.0\nc\trefs/tags/essai\nd\trefs/tags/v1.0-rc\n"
    #expect(YearlyReview.newest(in: tags) == "0.10.0")
    #expect(YearlyReview.newest(in: "") == nil)
    #expect(YearlyReview.remark(on: "0.9.0", "0.10.0").contains("0.10.0"))
    #expect(YearlyReview.remark(on: "0.10.0", "0.10.0") == "C’est la plus récente.")
    #expect(YearlyReview.remark(on: "0.11.0", "0.10.0") == "C’est la plus récente.")
    #expect(YearlyReview.remark(on: "0.9.0", nil).contains("publications"))
  }

  @Test func `what is gone is another thing than what does not answer today`() {
    let links = ["https://a/", "https://b/", "https://c/", "https://d/", "https://e/"].map {
      ContentLink(address: $0, places: ["Content/x.md:1"])
    }
    let lines = OutsideLinks.lines(
      links,
      [
        "https://a/": .init(status: 200), "https://b/": .init(status: 404), "https://c/": .init(status: 0, code: 6),
        "https://d/": .init(status: 503), "https://e/": .init(status: 403),
      ])
    #expect(lines.first == "N’existent plus : 2" && lines.contains("Ne répondent pas aujourd’hui : 1"))
    let text = lines.joined(separator: "\n")
    #expect(
      text.contains("  https://b/\n    Content/x.md:1") && !text.contains("https://a/") && !text.contains("https://e/"))
    let offline = OutsideLinks.lines(links, ["https://a/": .init(status: 0, code: 6)])
    #expect(offline == ["Aucune adresse ne répond : cette machine a-t-elle du réseau ?"])
    #expect(OutsideLinks.lines([], [:]).first?.hasPrefix("Aucun lien") == true)
  }
}

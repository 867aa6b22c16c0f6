import Foundation
import Testing

/// The preview, as a browser meets it.
@Suite(.timeLimit(.minutes(15))) struct ServeTests {
  private static let fixtures = Program.projectRoot + "/Tests/Fixtures/"

  private func copy(of fixture: String, in scratch: ScratchFolder) throws -> String {
    let root = scratch.path + "/projet"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Self.fixtures + fixture + "/Content", toPath: root + "/Content")
    return root
  }

  /// The sub-folder of the site's address.
  private func base(_ program: PreviewProgram) throws -> String {
    let address = try #require(program.said.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+(\S*)\//))
    return String(address.1)
  }

  /// `page` without the script and without what its policy was widened by.
  private func asBuilt(_ page: String) -> String {
    page.replacing(/<script>\(\(\)=>\{let e;.*?<\/script>/, with: "").replacing("&#39;", with: "'")
      .replacing(/(?:; script-src)? 'sha256-[A-Za-z0-9+\/=]*'/, with: "").replacing("; connect-src 'self'", with: "")
  }

  @Test func `what is sent is what build writes, but for the one script`() async throws {
    let scratch = try ScratchFolder()
    let root = try copy(of: "complet", in: scratch)
    let built = try await Program.run([
      "build", "--root", root, "--themes", Program.projectRoot + "/Themes", "--date", "2026-03-15", "--output",
      scratch.path + "/Output",
    ])
    #expect(built.status == 0, "\(built.errors)")
    let program = try await PreviewProgram.begin(root: root, scratch: scratch)
    let base = try base(program)
    var pages = 0
    for (name, data) in scratch.files(in: "Output") where !name.hasPrefix(".gazette") {
      let plain = CharacterSet(charactersIn: "/.-_~").union(.alphanumerics)
      let path = try base + "/" + #require(name.addingPercentEncoding(withAllowedCharacters: plain))
      let answer = try program.get(path)
      #expect(answer.status == 200, "\(name)")
      #expect(answer.headers["content-length"] == String(answer.body.count))
      if name.hasSuffix(".html") {
        pages += 1
        #expect(answer.text.contains("new EventSource("), "\(name)")
        let (sent, written) = (asBuilt(answer.text), asBuilt(String(decoding: data, as: UTF8.self)))
        #expect(sent == written, "\(name)")
      } else {
        #expect(answer.body == Array(data), "\(name)")
      }
      if name.hasSuffix(".ics") { #expect(answer.headers["content-type"] == "text/calendar; charset=utf-8") }
    }
    #expect(pages > 20)
  }

  @Test func `statuses, heads, other methods and other hosts`() async throws {
    let scratch = try ScratchFolder()
    let root = try copy(of: "complet", in: scratch)
    let program = try await PreviewProgram.begin(root: root, scratch: scratch)
    let base = try base(program)
    let missing = try program.get(base + "/nulle-part/")
    #expect(missing.status == 404)
    #expect(missing.text.contains("new EventSource("))
    for path in [
      "/../Content/site.yml", "/..%2f..%2fContent/site.yml", "//etc/passwd", "/%00", "/%ff", "/..", "/.gazette",
    ] {
      #expect(try program.get(base + path).status == 404, "\(path)")
    }
    #expect(try program.get(base + "/agenda").headers["location"] == base + "/agenda/")
    let page = try program.get(base + "/agenda/")
    let head = try #require(HTTPExchange("HEAD", base + "/agenda/", port: program.port))
    #expect(head.status == 200)
    #expect(head.body.isEmpty)
    #expect(head.headers["content-length"] == String(page.body.count))
    #expect(HTTPExchange("POST", base + "/", port: program.port)?.status == 405)
    #expect(HTTPExchange("GET", base + "/", port: program.port, host: "exemple.org")?.status == 403)
  }

  @Test func `one connection may carry several requests; what is no request ends it`() async throws {
    let scratch = try ScratchFolder()
    let program = try await PreviewProgram.begin(root: try copy(of: "minimal", in: scratch), scratch: scratch)
    let host = "Host: 127.0.0.1:\(program.port)\r\n"
    func statuses(_ text: String, endsSending: Bool = false) throws -> [String] {
      let answer = String(
        decoding: try #require(HTTPExchange.answer(to: text, port: program.port, endsSending: endsSending)),
        as: UTF8.self)
      return answer.matches(of: /HTTP\/1\.[01] (\d\d\d)/).map { String($0.1) }
    }
    let last = "GET /agenda/ HTTP/1.1\r\n\(host)Connection: close\r\n\r\n"
    #expect(
      try statuses("GET /nulle-part/ HTTP/1.1\r\n\(host)\r\nHEAD / HTTP/1.1\r\n\(host)\r\n" + last) == [
        "404", "200", "200",
      ])
    #expect(try statuses("POST / HTTP/1.1\r\n\(host)Content-Length: 7\r\n\r\nbonjour" + last) == ["405", "200"])
    #expect(try statuses("HEAD /__gazette/changes HTTP/1.1\r\n\(host)\r\n" + last) == ["200", "200"])
    #expect(try statuses("GET / HTTP/1.1\r\n\(host)\r\n", endsSending: true) == ["200"])
    #expect(try statuses("GET / HTTP/1.0\r\n\(host)\r\n") == ["200"])
    #expect(try statuses("GET / HTTP/1.1\r\nConnection: close\r\n\r\n") == ["403"])
    #expect(try statuses("bonjour\r\n\r\n") == ["400"])
    #expect(try statuses("GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 200_000) + "\r\n\r\n").first != "200")
    #expect(try program.get("/agenda/").status == 200)
  }

  @Test func `who reads slowly gets all of it`() async throws {
    let scratch = try ScratchFolder()
    let root = try copy(of: "minimal", in: scratch)
    let large = Array("%PDF-1.7".utf8) + (0..<4_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    try FileManager.default.createDirectory(atPath: root + "/Content/pages", withIntermediateDirectories: true)
    try Data(large).write(to: URL(fileURLWithPath: root + "/Content/pages/plan.pdf"))
    try scratch.write("---\ntitre: Plan\n---\n[Le plan](plan.pdf)\n", to: "projet/Content/pages/plan.md")
    let program = try await PreviewProgram.begin(root: root, scratch: scratch)
    let page = try program.get("/plan/").text
    let file = try #require(page.firstMatch(of: /href="([^"]*plan\.pdf)"/)).1
    let path = file.hasPrefix("/") ? String(file) : "/plan/" + file
    let request = "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    let answer = try #require(HTTPExchange.answer(to: request, port: program.port, pause: 200))
    let end = try #require(answer.firstRange(of: Array("\r\n\r\n".utf8))).upperBound
    #expect(answer.count - end == large.count)
    let isSame = answer[end...].elementsEqual(large)
    #expect(isSame)
  }

  @Test func `edits, mistakes and their mending are shown`() async throws {
    let scratch = try ScratchFolder()
    let root = try copy(of: "minimal", in: scratch)
    let program = try await PreviewProgram.begin(root: root, scratch: scratch)
    let news = "projet/Content/nouvelles/"
    func text(_ path: String) throws -> String { try program.get(path).text }
    func status(_ path: String) throws -> Int { try program.get(path).status }

    // Pages wait for the next version on a stream that stays open.
    let version = try #require(try text("/").firstMatch(of: /since=(\d+)/)).1
    let port = program.port
    async let heard = HTTPExchange("GET", "/__gazette/changes?since=\(version)", port: port, until: "data:")
    try scratch.write("---\ntitre: Neuve\ndate: 2026-03\n---\nPremier texte.\n", to: news + "neuve.md")
    try await program.wait("a new file") { try text("/nouvelles/neuve/").contains("Premier texte") }
    #expect(await heard?.headers["content-type"] == "text/event-stream")
    // A page of an earlier run hears at once.
    #expect(HTTPExchange("GET", "/__gazette/changes?since=1", port: port, until: "data:")?.status == 200)

    try scratch.write("---\ntitre: Neuve\ndate: 2026-03\n---\nDeuxième texte.\n", to: news + ".neuve.md.swp")
    try move(scratch.path + "/" + news + ".neuve.md.swp", onto: scratch.path + "/" + news + "neuve.md")
    try await program.wait("saved by renaming") { try text("/nouvelles/neuve/").contains("Deuxième texte") }

    try scratch.write("---\ntitre: Neuve\n---\nTroisième texte.\n", to: news + "neuve.md")
    try await program.wait("a mistake") { try text("/nouvelles/neuve/").contains("Une erreur à corriger") }
    #expect(try text("/nouvelles/neuve/").contains("Deuxième texte"))
    #expect(try text("/").contains("href=\"/__gazette/remarques\""))
    #expect(try text("/__gazette/remarques").contains("Content/nouvelles/neuve.md"))
    #expect(try status("/robots.txt") == 200)

    try scratch.write("---\ntitre: Neuve\ndate: 2026-03\n---\nQuatrième texte.\n", to: news + "neuve.md")
    try await program.wait("mended") { try text("/nouvelles/neuve/").contains("Quatrième texte") }

    try FileManager.default.removeItem(atPath: scratch.path + "/" + news + "neuve.md")
    try await program.wait("removed") { try status("/nouvelles/neuve/") == 404 }

    try scratch.write("---\ntitre: Profonde\n---\nTexte profond.\n", to: "projet/Content/pages/un/deux/page.md")
    try await program.wait("new folders") { try text("/un/deux/page/").contains("Texte profond") }
  }

  @Test func `the settings, a picture, the whole content: all may change and come back`() async throws {
    let scratch = try ScratchFolder()
    let root = try copy(of: "minimal", in: scratch)
    let content = root + "/Content"
    let program = try await PreviewProgram.begin(root: root, scratch: scratch)
    func answer(_ path: String) throws -> HTTPExchange { try program.get(path) }
    func isBehind(_ path: String) throws -> Bool { try answer(path).text.contains("/__gazette/remarques") }

    let settings = try String(contentsOfFile: content + "/site.yml", encoding: .utf8)
    try scratch.write(
      settings.replacing(
        /adresse: https?:\/\/[^\n]*/, with: "adresse: https://exemple.org/ailleurs/", maxReplacements: 1),
      to: "projet/Content/site.yml")
    try await program.wait("another sub-folder") { try answer("/ailleurs/agenda/").status == 200 }
    #expect(try answer("/agenda/").headers["location"] == "/ailleurs/agenda/")
    #expect(try answer("/").headers["location"] == "/ailleurs/")
    try await program.wait("its address is said") { program.said.contains("/ailleurs/ (Ctrl-C") }

    try scratch.write(settings + "\ntheme: Inconnu\n", to: "projet/Content/site.yml")
    try await program.wait("an unknown theme") { try isBehind("/ailleurs/agenda/") }
    try scratch.write(settings, to: "projet/Content/site.yml")
    try await program.wait("the settings as they were") {
      try answer("/agenda/").status == 200 && !isBehind("/agenda/")
    }

    try scratch.write("---\ntitre: Plan\n---\n[Le plan](plan.pdf)\n", to: "projet/Content/pages/plan.md")
    let large = Data(Array("%PDF-1.7".utf8) + (0..<20_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
    try await program.wait("a file that is missing") { try answer("/plan/").status == 500 }
    try large.write(to: URL(fileURLWithPath: content + "/pages/plan.pdf"))
    try await program.wait("the file is there") { try answer("/plan/").status == 200 }
    let file = try #require(try answer("/plan/").text.firstMatch(of: /href="([^"]*plan\.pdf)"/)).1
    let path = file.hasPrefix("/") ? String(file) : "/plan/" + file
    let isSame = try Data(answer(path).body) == large
    #expect(isSame)

    try FileManager.default.moveItem(atPath: content, toPath: root + "/Ailleurs")
    try await program.wait("no content") { try isBehind("/agenda/") }
    #expect(try answer("/agenda/").status == 200)
    try FileManager.default.moveItem(atPath: root + "/Ailleurs", toPath: content)
    try await program.wait("the content is back") { try !isBehind("/agenda/") }
    try scratch.write("---\ntitre: Après\n---\nEncore vu.\n", to: "projet/Content/pages/apres.md")
    try await program.wait("it is watched again") { try answer("/apres/").text.contains("Encore vu") }
  }

  @Test func `the assets of the theme are seen when they change`() async throws {
    let scratch = try ScratchFolder()
    let root = try copy(of: "minimal", in: scratch)
    let themes = scratch.path + "/Themes"
    try FileManager.default.createDirectory(atPath: themes + "/Champigny", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Program.projectRoot + "/Themes/Champigny/assets", toPath: themes + "/Champigny/assets")
    let program = try await PreviewProgram.begin(root: root, scratch: scratch, ["--themes", themes])
    func style() throws -> String {
      let page = try program.get("/").text
      let match = try #require(page.firstMatch(of: /stylesheet" href="([^"]*style[^"]*)"/))
      return try program.get(String(match.1)).text
    }
    #expect(try !style().contains("--nouvelle"))
    let file = "Themes/Champigny/assets/style.css"
    try scratch.write(try style() + "\n:root { --nouvelle: 1 }\n", to: file)
    try await program.wait("another style sheet") { try style().contains("--nouvelle:1") }
  }

  @Test(.disabled(if: Program.isInstrumented, "what is given back is kept for a while by the sanitizer"))
  func `a thousand edits leave nothing behind`() async throws {
    let scratch = try ScratchFolder()
    let root = try copy(of: "minimal", in: scratch)
    let program = try await PreviewProgram.begin(root: root, scratch: scratch)
    /// Bytes of it that are in memory.
    func memory() throws -> Int {
      let status = try String(contentsOfFile: "/proc/\(program.process.processIdentifier)/status", encoding: .utf8)
      let match = try #require(status.firstMatch(of: /VmRSS:\s+(\d+) kB/))
      return (Int(match.1) ?? 0) << 10
    }
    var before = 0
    for number in 0...1000 {
      // Other words each time, and now and then a mistake: what it reported is not kept either.
      let date = number % 50 == 49 ? "2026-02-30" : "2026-03-01"
      let text = "---\ntitre: Édition \(number)\ndate: \(date)\n---\nTexte numéro \(number).\n"
      let version = try #require(program.get("/").text.firstMatch(of: /since=(\d+)/)).1
      try scratch.write(text, to: "projet/Content/nouvelles/mille.md")
      _ = HTTPExchange("GET", "/__gazette/changes?since=\(version)", port: program.port, until: "data:")
      if number == 100 { before = try memory() }
    }
    try await program.wait("the last edit") { try program.get("/nouvelles/mille/").text.contains("numéro 1000.") }
    #expect(try memory() - before < 16 << 20)
  }

  /// Programs cost more than all else that an edit asks for.
  @Test func `an edit starts no other program, a commit does`() async throws {
    let scratch = try ScratchFolder()
    let story = try Story()
    try FileManager.default.createDirectory(atPath: story.root + "/Content/images", withIntermediateDirectories: true)
    let photo = story.root + "/Content/images/brume.jpg"
    let made = Program.status(
      of: "/usr/bin/env", ["vips", "resize", Self.fixtures + "complet/Content/images/brume.png", photo, "3"])
    try #require(made == 0)
    for hour in 17...19 {
      story.clock += 2 * 86_400
      try story.write(
        "evenements/bal",
        Story.event.replacing("19:00", with: "\(hour):30") + "image: /images/brume.jpg\nimage_alt: Le quai au matin\n")
      try story.commit()
    }
    // Each says that it was started, and is itself.
    let path = try #require(ProcessInfo.processInfo.environment["PATH"])
    for name in ["git", "vips", "vipsthumbnail", "vipsheader"] {
      try scratch.write(
        "#!/bin/sh\necho \(name) >>\(scratch.path)/started\nPATH='\(path)' exec \(name) \"$@\"\n", to: "bin/\(name)")
      chmod(scratch.path + "/bin/\(name)", 0o755)
    }
    func started() -> [String] {
      let bytes = FileManager.default.contents(atPath: scratch.path + "/started") ?? Data()
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    let program = try await PreviewProgram.begin(
      root: story.root, scratch: scratch, environment: ["PATH": scratch.path + "/bin:" + path])
    let begun = started()
    #expect(begun.contains("git") && begun.contains { $0.hasPrefix("vips") })

    try story.write(
      "evenements/bal", Story.event + "image: /images/brume.jpg\nimage_alt: Le quai au matin\n", body: "Venez danser.")
    try await program.wait("an edit") { try program.get("/agenda/bal/").text.contains("Venez danser.") }
    #expect(started() == begun)

    try story.commit()
    try story.write(
      "evenements/bal", Story.event + "image: /images/brume.jpg\nimage_alt: Le quai au matin\n", body: "Venez chanter.")
    try await program.wait("another one") { try program.get("/agenda/bal/").text.contains("Venez chanter.") }
    #expect(started().count > begun.count && started().dropFirst(begun.count).allSatisfy { $0 == "git" })
  }

  @Test func `drafts are shown when they are asked for`() async throws {
    let scratch = try ScratchFolder()
    let root = try copy(of: "complet", in: scratch)
    let program = try await PreviewProgram.begin(root: root, scratch: scratch, ["--drafts"])
    #expect(try program.get(try base(program) + "/nouvelles/brouillon-secret/").status == 200)
  }

  @Test func `a port that is taken is reported, with one that is free; Ctrl-C ends without complaint`() async throws {
    let scratch = try ScratchFolder()
    let root = try copy(of: "minimal", in: scratch)
    let program = try await PreviewProgram.begin(root: root, scratch: scratch)
    let second = try await Program.run([
      "serve", "--root", root, "--themes", Program.projectRoot + "/Themes", "--port", String(program.port),
    ])
    #expect(second.status == 74)
    #expect(second.errors.contains("Le port \(program.port) est déjà pris"))
    #expect(second.errors.contains(/gazette serve --port \d+/))
    program.process.interrupt()
    program.process.waitUntilExit()
    #expect(program.process.terminationStatus == 0)
    #expect(program.process.terminationReason == .exit)
  }

  private func move(_ old: String, onto new: String) throws {
    try #require(rename(old, new) == 0)
  }
}

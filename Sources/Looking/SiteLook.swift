import Foundation
import Publishing
import Site
import Text
import Time

/// What is asked of a site that is online, and what is to be said of its answers: both pure.
struct SiteLook: Sendable {
  /// The public address, without `/` at its end.
  let base: String
  /// A file of each kind that the site has, the shortest of its kind; paths from the site's root.
  let samples: [(path: String, type: MediaType)]
  /// Earlier addresses, and where each leads.
  let aliases: [(path: SitePath, to: SitePath)]
  /// A file that every page names and that changes with the style.
  let style: String?

  private static let mostAliases = 3
  /// Days before its end in which a certificate should have been renewed.
  private static let renewal = 14

  init(
    base: String, samples: [(path: String, type: MediaType)], aliases: [(path: SitePath, to: SitePath)], style: String?
  ) {
    (self.base, self.samples, self.aliases, self.style) = (base, samples, aliases, style)
  }

  init(base: String, publication: Publication, site: Site) {
    var base = base[...]
    while base.hasSuffix("/") { base.removeLast() }
    self.base = String(base)
    var shortest: [String: PublishedFile] = [:]
    let feeds = ServerRules.feeds
    for file in publication.files where !ServerRules.own.contains(String(file.path.split(separator: "/").last ?? "")) {
      guard file.type != .unknown, feeds["/" + file.path] == nil else { continue }
      let known = shortest[file.type.name]
      if known.map({ file.path.count < $0.path.count }) ?? true { shortest[file.type.name] = file }
    }
    samples = shortest.values.sorted { $0.path < $1.path }.map { ($0.path, $0.type) }
    aliases = site.entries.flatMap { item in
      item.entry.aliases.filter { $0.query == nil }.map { ($0, item.entry.path) }
    }.prefix(Self.mostAliases).map { $0 }
    style = publication.files.map(\.path).first { LastingFolder(of: $0) == .theme && $0.hasSuffix(".css") }
  }

  // MARK: Questions

  enum Topic: Hashable {
    case home, packed, plain, nowhere, folder
    case file(String)
    case own(String)
    case style
    case alias(Int)
  }

  var questions: [(topic: Topic, question: Curl.Question)] {
    let packed = ["Accept-Encoding: gzip"]
    var result: [(Topic, Curl.Question)] = [
      (.home, .init(address: base + "/")), (.packed, .init(address: base + "/", fields: packed)),
      (.nowhere, .init(address: base + "/cette-page-n-existe-pas-\(base.count)/")),
      (.folder, .init(address: base + "/agenda")),
    ]
    if WebScheme(of: base) == .https {
      result.append((.plain, .init(address: WebScheme.http.rawValue + WebScheme.https.rest(of: base) + "/")))
    }
    let feeds = ServerRules.feeds.keys.sorted().filter { $0 != "/agenda/changements.xml" }
    for path in samples.map({ "/" + $0.path }).filter({ !$0.hasSuffix("index.html") }) + feeds {
      result.append((.file(path), .init(address: base + path)))
    }
    if let style { result.append((.style, .init(address: base + "/" + style))) }
    result += ServerRules.own.map { (.own($0), .init(address: base + "/" + $0)) }
    result += aliases.enumerated().map { (.alias($0.offset), .init(address: base + $0.element.path.text)) }
    return result
  }

  /// The question whose answer is to be « not changed » (RFC 9110, 15.4.5).
  func again(_ home: Curl.Answer) -> Curl.Question? {
    if let tag = home.field("etag") { return .init(address: base + "/", fields: ["If-None-Match: \(tag)"]) }
    return home.field("last-modified").map { .init(address: base + "/", fields: ["If-Modified-Since: \($0)"]) }
  }

  // MARK: Findings

  /// - Parameters:
  ///   - again: what was answered to ``again(_:)``.
  ///   - expiry: days that the certificate still holds.
  func findings(_ answers: [Topic: Curl.Answer], again: Curl.Answer?, expiry: Int?) -> [LookFinding] {
    guard let home = answers[.home] else { return [] }
    if home.code != 0 || home.status != 200 { return [unreachable(home)] }
    let server = KnownServer(home.field("server"))
    var findings: [LookFinding] = []
    findings += security(answers, expiry)
    findings += types(answers, server)
    findings += caching(answers, again, server)
    findings += addresses(answers, server)
    return findings
  }

  private func unreachable(_ home: Curl.Answer) -> LookFinding {
    switch home.code {
    case 0 where (300..<400).contains(home.status):
      .wrong(
        "\(base)/ mène ailleurs : \(home.field("location") ?? "?")",
        "Donnez l’adresse qui convient, ici et dans « adresse » de site.yml.")
    case 0 where home.status == 500:
      .wrong(
        "Toutes les pages disent « 500 ».",
        "L’hébergeur n’admet pas le fichier .htaccess du site (AllowOverride FileInfo) : effacez-le chez lui, le site marche sans."
      )
    case 0 where home.status == 403:
      .wrong(
        "Le serveur refuse de montrer le site (403).",
        "Vérifiez les droits des fichiers : 644, et 755 pour les dossiers.")
    case 0: .wrong("\(base)/ répond « \(home.status) ».", "Le site n’est pas à cette adresse, ou pas encore.")
    case 6: .wrong("« \(base) » n’existe pas, ou cette machine n’a pas de réseau.", "Vérifiez l’adresse.")
    case 35, 51, 53, 58, 60, 66, 77, 83, 91:
      .wrong("Le certificat de \(base) n’est pas bon : \(home.reason)", "Renouvelez-le chez l’hébergeur (certbot).")
    default: .wrong("\(base) ne répond pas : \(home.reason)", "Réessayez plus tard, ou demandez à l’hébergeur.")
    }
  }

  private func security(_ answers: [Topic: Curl.Answer], _ expiry: Int?) -> [LookFinding] {
    guard WebScheme(of: base) == .https else {
      return [
        .doubtful(
          "Le site n’est pas en https.", "Demandez un certificat à l’hébergeur ; il est gratuit (Let’s Encrypt).")
      ]
    }
    var findings: [LookFinding] = []
    if let expiry {
      findings.append(
        expiry > Self.renewal
          ? .good("Le certificat vaut encore \(French.count(expiry, "jour")).")
          : .wrong(
            "Le certificat ne vaut plus que \(French.count(max(0, expiry), "jour")).", "Renouvelez-le (certbot renew).")
      )
    }
    if let plain = answers[.plain], plain.code == 0 {
      let isLed = (300..<400).contains(plain.status) && plain.field("location").flatMap(WebScheme.init(of:)) == .https
      findings.append(
        isLed
          ? .good("http:// mène à https://.")
          : .doubtful(
            "http:// ne mène pas à https:// (\(plain.status)).", "Demandez à l’hébergeur de toujours passer en https."))
    }
    return findings
  }

  private func types(_ answers: [Topic: Curl.Answer], _ server: KnownServer) -> [LookFinding] {
    var wrong: [String] = []
    var count = 0
    let expected = ServerRules.feeds.merging(samples.map { ("/" + $0.path, $0.type.contentType) }) { first, _ in first }
    for (topic, answer) in answers {
      guard case .file(let path) = topic, let type = expected[path], answer.status == 200 else { continue }
      count += 1
      let given = answer.field("content-type") ?? ""
      if !Self.isSame(given, type) { wrong.append("\(path) : \(given.isEmpty ? "rien" : given), et non \(type)") }
    }
    let home = answers[.home]?.field("content-type") ?? ""
    if !Self.isSame(home, MediaType.html.contentType) {
      wrong.append("/ : \(home), et non \(MediaType.html.contentType)")
    }
    let lost = answers.filter { topic, answer in
      if case .file = topic { answer.status != 200 } else { false }
    }.keys.compactMap { if case .file(let path) = $0 { path } else { nil } }.sorted()
    var findings: [LookFinding] = []
    if !lost.isEmpty {
      findings.append(
        .wrong(
          "Ces fichiers ne sont pas en ligne : \(lost.joined(separator: ", "))",
          "Remettez le site en ligne : gazette publish"))
    }
    findings.append(
      wrong.isEmpty
        ? .good("Chaque sorte de fichier est annoncée comme elle est (\(count + 1) essayées).")
        : .wrong("Mal annoncés :\n    " + wrong.sorted().joined(separator: "\n    "), server.way))
    let secured = answers[.home]?.field("x-content-type-options")?.lowercased() == "nosniff"
    findings.append(
      secured
        ? .good("Les règles de sûreté du site sont envoyées.")
        : .doubtful("Les règles de sûreté du site ne sont pas envoyées (X-Content-Type-Options…).", server.way))
    return findings
  }

  /// The same type and charset, however it is written (RFC 9110, 8.3.1); types that mean the same to every browser.
  static func isSame(_ given: String, _ wanted: String) -> Bool {
    func plain(_ text: String) -> String {
      text.lowercased().filter { !$0.isWhitespace && $0 != "\"" }
        .replacing("application/javascript", with: "text/javascript")
        .replacing("text/xml", with: "application/xml")
        .replacing("application/json;charset=utf-8", with: "application/json")
        .replacing("image/vnd.microsoft.icon", with: "image/x-icon")
    }
    return plain(given) == plain(wanted)
  }

  private func caching(
    _ answers: [Topic: Curl.Answer], _ again: Curl.Answer?, _ server: KnownServer
  ) -> [LookFinding] {
    var findings: [LookFinding] = []
    let home = Self.age(answers[.home]?.field("cache-control"))
    switch home {
    case .some(...0): findings.append(.good("Une page est redemandée à chaque visite."))
    case .some(...600):
      findings.append(
        .doubtful("Une page peut rester ancienne \((home ?? 0) / 60) minutes chez qui l’a vue.", server.way))
    default:
      findings.append(
        .doubtful(
          "Une page peut rester ancienne longtemps chez qui l’a vue : un rendez-vous annulé s’y verrait encore.",
          server.way))
    }
    if let again {
      findings.append(
        again.status == 304
          ? .good("Ce qui n’a pas changé n’est pas renvoyé.")
          : .doubtful("Ce qui n’a pas changé est renvoyé tout entier (\(again.status)).", server.way))
    }
    if let style = answers[.style] {
      if style.status != 200 {
        findings.append(
          .wrong(
            "Le site en ligne n’est pas le dernier fabriqué ici : son style n’y est pas.",
            "Remettez-le en ligne : gazette publish"))
      } else if (Self.age(style.field("cache-control")) ?? 0) < 86_400 {
        findings.append(.doubtful("Le style est redemandé sans besoin à chaque visite.", server.way))
      }
    }
    let packed = answers[.packed]?.field("content-encoding") ?? ""
    findings.append(
      ["gzip", "br", "zstd"].contains(packed)
        ? .good("Les pages sont envoyées comprimées.")
        : .doubtful(
          "Les pages ne sont pas comprimées : trois à cinq fois plus à attendre sur un téléphone.", server.way))
    return findings
  }

  /// Seconds for which something may be shown without asking (RFC 9111, 5.2.2); `nil` where nothing is said.
  static func age(_ field: String?) -> Int? {
    guard let field = field?.lowercased() else { return nil }
    if field.contains("no-cache") || field.contains("no-store") { return 0 }
    return field.firstMatch(of: /max-age=(\d+)/).flatMap { Int($0.output.1) }
  }

  private func addresses(_ answers: [Topic: Curl.Answer], _ server: KnownServer) -> [LookFinding] {
    var findings: [LookFinding] = []
    if let nowhere = answers[.nowhere] {
      findings.append(
        nowhere.status == 404
          ? .good("Une page qui n’existe pas le dit (404).")
          : .wrong("Une page qui n’existe pas répond « \(nowhere.status) » au lieu de « 404 ».", server.way))
    }
    if let folder = answers[.folder], !(300..<400).contains(folder.status) {
      findings.append(.doubtful("/agenda ne mène pas à /agenda/ (\(folder.status)).", server.way))
    }
    let shown = ServerRules.own.filter { answers[.own($0)]?.status == 200 }
    if !shown.isEmpty {
      findings.append(
        .doubtful("Des fichiers du serveur sont montrés à tous : \(shown.joined(separator: ", ")).", server.way))
    }
    for (number, alias) in aliases.enumerated() {
      guard let answer = answers[.alias(number)] else { continue }
      if (300..<400).contains(answer.status), answer.field("location")?.contains(alias.to.text) == true { continue }
      // Where the server does not, a page does.
      if answer.status == 200 { continue }
      findings.append(
        .wrong("L’ancienne adresse \(alias.path.text) ne mène plus nulle part (\(answer.status)).", server.way))
    }
    if !aliases.isEmpty, findings.allSatisfy({ !$0.message.hasPrefix("L’ancienne") }) {
      findings.append(.good("Les anciennes adresses mènent où il faut."))
    }
    return findings
  }
}

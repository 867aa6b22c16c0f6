import Foundation
import Testing

/// What may be published as a file: by its final name and its bytes, and nothing else. All cases stand in one project, each in
/// a text of its own, so that each is reported at its own path.
@Suite struct GateTests {
  private static let page = "<!doctype html><script>document.title='pris'</script>"

  private static func gpx(_ content: String) -> String {
    "<?xml version=\"1.0\"?><gpx xmlns=\"http://www.topografix.com/GPX/1/1\" version=\"1.1\">\(content)</gpx>"
  }

  /// Endings that lose a sign on their way to an address, that browsers or servers run, that nobody knows.
  private static let otherKinds = [
    "plan.html~", "liste.php~", "carte.svg~", "photo.jpg~", "plan.HTML", "plan.h t m l", "plan.ht-ml", "plan.html…",
    "z.xsd", "z.rss", "z.atom", "z.svgz", "z.rdf", "z.php5", "z.pht", "z.jar", "z.lnk", "z.xbl", "z.cafe", "z.xml",
    "z.mht", "z.hta", "z.json", "z.js", "z.wasm", "z.swf", "z.docm", "z.exe", "z.phar", "z.shtml", "z.xslt",
    "z.manifest",
    "z.appcache", "z.cgi", "z.url", "z.desktop", "z.command", "z.eml", "z.webmanifest", "z.htm", "z.pdf\u{301}",
  ]

  /// Right by their names, and a page with script by their bytes.
  private static let disguised = [
    "z.pdf", "z.zip", "z.odt", "z.docx", "z.doc", "z.epub", "z.mp3", "z.mp4", "z.ics", "z.vcf", "z.gpx", "z.rtf",
    "z.webm",
    "z.ogg", "z.flac", "z.wav", "z.m4a", "z.mov",
  ]

  private static let disguisedBytes: [(String, [UInt8])] = [
    ("photo.txt", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]), ("photo.csv", [0x89, 0x50, 0x4E, 0x47, 13, 10, 0x1A, 10, 0]),
    ("photo.mp4", [0, 0, 0, 24] + Array("ftypheic\0\0\0\0heicmif1".utf8)),
    ("photo.mov", [0, 0, 0, 24] + Array("ftypqt  \0\0\0\0mif1heic".utf8)),
    ("page.gpx", Array(gpx("<script xmlns='http://www.w3.org/1999/xhtml'>1</script>").utf8)),
    ("cachee.gpx", Array(gpx("<a xmlns='http://www.&#119;3.org/1999/xhtml'/>").utf8)),
    ("style.gpx", Array(("<?xml-stylesheet href='x.xsl'?>" + gpx("")).utf8)),
    ("entite.gpx", Array(("<!DOCTYPE gpx [<!ENTITY a 'b'>]>" + gpx("&a;")).utf8)),
    ("dessin.gpx", Array(gpx("<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>").utf8)),
    ("lien.gpx", Array(gpx("<a xmlns:x = 'https://WWW.w3.org/1999/xlink'/>").utf8)),
    ("seize.gpx", "\u{FEFF}<gpx/>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
    ("sept.gpx", Array("<?xml version='1.0' encoding='UTF-7'?><gpx/>".utf8)),
  ]

  private static let published: [(name: String, text: String, path: String)] = [
    ("plan.php.pdf", "%PDF-1.7\n", "plan-php.pdf"), ("Le Plan.PDF", "%PDF-1.7\n", "le-plan.pdf"),
    ("liste.csv", "nom;prix\nsoupe;2 €\n", "liste.csv"), ("notes.txt", page, "notes.txt"),
    ("rendez-vous.ics", "BEGIN:VCALENDAR\r\n", "rendez-vous.ics"),
    ("contact.vcf", "\u{FEFF}begin:vcard\r\n", "contact.vcf"),
    (
      "piste.gpx", gpx("<trk xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><name>Balade</name></trk>"),
      "piste.gpx"
    ),
    ("archive.zip", "PK\u{3}\u{4}", "archive.zip"), ("livre.epub", "PK\u{3}\u{4}", "livre.epub"),
    ("compte rendu.odt", "PK\u{3}\u{4}", "compte-rendu.odt"), ("affiche.docx", "PK\u{3}\u{4}", "affiche.docx"),
    ("lettre.doc", "{\\rtf1}", "lettre.doc"), ("son.mp3", "ID3", "son.mp3"), ("son.ogg", "OggS", "son.ogg"),
    ("film.mp4", "\0\0\0\u{18}ftypisom\0\0\0\0isommp42", "film.mp4"),
  ]

  private func write(_ name: String, _ bytes: [UInt8], as number: String, to project: HostileProject) throws {
    try project.write(bytes, to: "Content/nouvelles/\(number)/\(name)")
    try project.write(
      "---\ntitre: Essai \(number)\ndate: 2026-05\n---\n[Le fichier](<\(number)/\(name)>)\n",
      to: "Content/nouvelles/essai-\(number).md")
  }

  @Test func `only known kinds of files are published, by the name they are published under`() async throws {
    let project = try HostileProject()
    var refused: [String: String] = [:]
    for (number, name) in Self.otherKinds.enumerated() {
      try write(name, Array(Self.page.utf8), as: "a\(number)", to: project)
      refused["Content/nouvelles/essai-a\(number).md"] = "n’est pas publié"
    }
    let wrong = Self.disguised.map { ($0, Array(Self.page.utf8)) } + Self.disguisedBytes
    for (number, (name, bytes)) in wrong.enumerated() {
      try write(name, bytes, as: "b\(number)", to: project)
      refused["Content/nouvelles/essai-b\(number).md"] = "n’est pas ce que son nom dit"
    }
    var paths: Set<String> = []
    for (number, file) in Self.published.enumerated() {
      try write(file.name, Array(file.text.utf8), as: "c\(number)", to: project)
      paths.insert("nouvelles/essai-c\(number)/c\(number)/\(file.path)")
    }
    let result = try await project.build(["--keep-going", "--format", "json"])
    #expect(result.status == 1, "\(result.errors)")
    let remarks = result.remarks
    for (file, words) in refused {
      let own = remarks.filter { $0.file == file && $0.severity == "error" }
      #expect(own.count == 1 && own.first?.contains(words) == true, "\(file): \(own)")
    }
    #expect(!remarks.contains { $0.file?.contains("essai-c") == true && $0.severity == "error" }, "\(remarks)")
    let made = Set(project.made.keys.filter { $0.hasPrefix("nouvelles/essai-") && !$0.hasSuffix("/index.html") })
    #expect(made == paths)
  }

  @Test func `files for machines take no place of the program's`() async throws {
    let project = try HostileProject()
    let sound = ["google123.html", ".well-known/security.txt", ".domains", "admin/index.html", "lisezmoi.md"]
    let taken = [
      "robots.txt", ".htaccess", "_headers", "_redirects", "index.html", "agenda/index.html", "Agenda/x.html",
      "theme/x.js",
      ".gazette", ".GAZETTE.tmp/x", "sitemap.xml", "404.html", "agenda.ics", "nouvelles/atom.xml",
      "etiquettes/x/index.html",
      "images/x.svg", "Robots.TXT",
    ]
    for name in sound + taken { try project.write(Self.page, to: "Content/Racine/" + name) }
    for name in [".DS_Store", "x.html~"] { try project.write("x", to: "Content/Racine/" + name) }
    let result = try await project.build(["--keep-going", "--format", "json"])
    let remarks = result.remarks.filter { $0.severity == "error" }
    for name in taken {
      let place = "Content/Racine/" + name
      // What is reserved as a whole is reported once, where it begins.
      #expect(
        remarks.contains { $0.file.map { place == $0 || place.hasPrefix($0 + "/") } ?? false }, "\(name): \(remarks)")
    }
    #expect(project.made.isEmpty, "two owners of one address stop the site")
    for name in sound {
      #expect(!remarks.contains { $0.file == "Content/Racine/" + name }, "\(remarks)")
    }
    for name in Set(taken.compactMap { $0.split(separator: "/").first }) {
      try project.remove("Content/Racine/" + name)
    }
    #expect(try await project.build([]).status == 0)
    for name in sound { #expect(project.made[name] == Array(Self.page.utf8), "\(name)") }
    #expect(project.made[".DS_Store"] == nil && project.made["x.html~"] == nil)
    #expect(project.made["robots.txt"].map { String(decoding: $0, as: UTF8.self) }?.hasPrefix("User-agent") == true)
  }

  @Test func `a file for machines is named in the review`() async throws {
    let project = try HostileProject()
    try project.write(Self.page, to: "Content/racine/admin/index.html")
    _ = try await project.build(["--summary", project.output + "-resume.md"])
    let summary = try String(contentsOfFile: project.output + "-resume.md", encoding: .utf8)
    #expect(summary.contains("/admin/index.html"), "\(summary)")
  }
}

extension Program.Result {
  /// What `--format json` reports.
  var remarks: [Remark] {
    output.split(separator: "\n").compactMap { try? JSONDecoder().decode(Remark.self, from: Data($0.utf8)) }
  }
}

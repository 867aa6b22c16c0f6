import Foundation
import Testing

/// Where the tests find the library for pictures.
enum Vips {
  static let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  static let thumbnail = path.split(separator: ":").map { String($0) + "/vipsthumbnail" }
    .first { access($0, X_OK) == 0 }
  static let isInstalled = thumbnail != nil
  static let isMissing: Comment = "vipsthumbnail n’est pas installé : apt-get install libvips-tools"
}

/// Photographs, from the folder of a volunteer to the published site.
@Suite(.enabled(if: Vips.isInstalled, Vips.isMissing))
struct PictureTests {
  /// A project with one news item that shows, and leads to, photographs.
  private func project(_ body: String, _ frontMatter: String = "") throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(
      """
      titre: Essai
      adresse: https://exemple.org/essai/
      identifiant: 7b1c3a52-5d0e-4a57-9d6c-3c5b8e0f1a2b
      """, to: "Content/site.yml")
    try folder.write(
      "---\ntitre: Une photo\ndate: 2026-03-01\n\(frontMatter)---\n\(body)\n", to: "Content/nouvelles/a.md")
    return folder
  }

  /// A photograph that says where it was taken.
  private func photo() throws -> Data {
    let folder = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "vips", "copy", Program.projectRoot + "/Tests/Fixtures/complet/Content/images/brume.png", folder.path + "/a.jpg",
    ]
    try process.run()
    process.waitUntilExit()
    let plain = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.jpg"))
    // Exif: a first directory that leads to one of GPS, with a latitude.
    var exif = Array("Exif\0\0MM\0*".utf8)
    exif += [0, 0, 0, 8] as [UInt8]
    exif += [0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0] as [UInt8]
    exif += [0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 44, 0, 0, 0, 0] as [UInt8]
    exif += [UInt8](repeating: 1, count: 24)
    let secret = Array("rue-de-la-photo".utf8)
    var result = Data(plain.prefix(2))
    for (marker, content) in [(UInt8(0xE1), exif), (0xFE, secret)] {
      result += [0xFF, marker, 0, UInt8(content.count + 2)]
      result += content
    }
    return result + plain.dropFirst(2)
  }

  private func run(
    _ command: String, _ folder: ScratchFolder, _ options: [String] = [], path: String = Vips.path
  ) async throws -> Program.Result {
    try await Program.run(
      [command, "--root", folder.path, "--themes", Program.projectRoot + "/Themes", "--date", "2026-04-01"] + options,
      environment: ["PATH": path, "TMPDIR": folder.path + "/temporary"])
  }

  private func published(_ folder: ScratchFolder) -> [String: Data] {
    folder.files(in: "Output").filter { !$0.key.hasPrefix(".") }
  }

  @Test func `an original is nowhere in the site, though a text shows it and leads to it`() async throws {
    let folder = try project(
      "Avant ![petite](photo.jpg) après.\n\n![Le quai](photo.jpg \"Une légende\")\n\n![un](photo.jpg)\n![deux](photo.jpg)\n\n[En grand](photo.jpg)",
      "image: photo.jpg\nimage_alt: Le quai\n")
    let photo = try photo()
    try photo.write(to: URL(fileURLWithPath: folder.path + "/Content/nouvelles/photo.jpg"))
    try folder.write(
      "---\ntitre: Avril\ndate_envoi: 2026-04-01\ndepuis: 2026-02-01\naccroche: Ce qui se passe ce mois-ci au bord de la rivière\n---\n"
        + "![Le quai](../nouvelles/photo.jpg)", to: "Content/infolettres/2026-04.md")
    let result = try await run("build", folder)
    #expect(result.status == 0, "\(result.errors)")
    let files = published(folder)
    for (name, data) in files {
      #expect(data.range(of: Data("rue-de-la-photo".utf8)) == nil, "\(name)")
      #expect(data.range(of: Data("Exif".utf8)) == nil || !name.hasPrefix("images/"), "\(name)")
      #expect(data != photo)
    }
    let page = String(decoding: files["nouvelles/a/index.html"] ?? Data(), as: UTF8.self)
    for words in [
      "<figcaption", "Une légende", "<picture>", "type=\"image/webp\"", "srcset=", "sizes=", "loading=\"lazy\"",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(
      page.components(separatedBy: "<img").dropFirst().allSatisfy { $0.contains("width=") && $0.contains("height=") })
    // Whatever the site leads to is there.
    var addresses: Set<String> = []
    for (name, data) in files where name.hasSuffix(".html") || name.hasSuffix(".xml") || name.hasSuffix(".json") {
      let text = String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\\/", with: "/")
      for part in text.components(separatedBy: "/essai/images/").dropFirst() {
        addresses.insert("images/" + part.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." })
      }
      #expect(!text.contains("/Content/"), "\(name)")
    }
    #expect(addresses.count >= 5)
    for address in addresses { #expect(files[address] != nil, "\(address)") }
    let mail = String(decoding: files["infolettres/2026-04/courriel.html"] ?? Data(), as: UTF8.self)
    let sources = mail.matches(of: /<img src="https:\/\/exemple\.org\/essai\/images\/photo-[0-9a-f]+-600\.jpg"/)
    #expect(sources.count == 2, "the news item's and the editorial's")
    let feed = String(decoding: files["nouvelles/atom.xml"] ?? Data(), as: UTF8.self)
    #expect(feed.contains("https://exemple.org/essai/images/photo-") && feed.contains(".jpg"))
    #expect(page.contains("property=\"og:image\" content=\"https://exemple.org/essai/images/photo-"))
  }

  @Test func `the warning about a place names the command, which silences it`() async throws {
    let folder = try project("![Le quai](<la photo.jpg>)")
    let file = folder.path + "/Content/nouvelles/la photo.jpg"
    try photo().write(to: URL(fileURLWithPath: file))
    let before = try await run("check", folder)
    #expect(before.status == 0)
    #expect(before.errors.contains("Content/nouvelles/a.md:5"))
    #expect(before.errors.contains("gazette photo 'Content/nouvelles/la photo.jpg'"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.cache"))
    #expect(try await Program.run(["photo", "Content/nouvelles/la photo.jpg"], in: folder.path).status == 0)
    let after = try await run("check", folder)
    #expect(!after.errors.contains("gazette photo"), "\(after.errors)")
  }

  @Test func `a second build has nothing to prepare`() async throws {
    let folder = try project("![Le quai](photo.jpg)")
    try photo().write(to: URL(fileURLWithPath: folder.path + "/Content/nouvelles/photo.jpg"))
    #expect(try await run("build", folder).status == 0)
    let first = published(folder)
    // A program that only knows its version: whatever else is asked of it fails.
    try folder.write(
      "#!/bin/sh\n[ \"$1\" = --vips-version ] && exec \(Vips.thumbnail ?? "") --vips-version\nexit 1\n",
      to: "bin/vipsthumbnail")
    #expect(chmod(folder.path + "/bin/vipsthumbnail", 0o755) == 0)
    let second = try await run("build", folder, path: folder.path + "/bin:" + Vips.path)
    #expect(second.status == 0, "\(second.errors)")
    #expect(published(folder) == first)
  }

  @Test func `a cache that can't be written is said, and costs no picture`() async throws {
    let folder = try project("![Le quai](photo.jpg)")
    try photo().write(to: URL(fileURLWithPath: folder.path + "/Content/nouvelles/photo.jpg"))
    try folder.write("", to: ".cache")
    try folder.write("", to: "temporary/x")
    let first = try await run("build", folder)
    let said = "elles le sont dans le dossier temporaire"
    #expect(first.status == 0 && first.errors.contains(said), "\(first.errors)")
    let files = published(folder)
    #expect(files.keys.contains { $0.hasPrefix("images/photo-") })
    try FileManager.default.removeItem(atPath: folder.path + "/Output")
    let second = try await run("build", folder)
    #expect(second.status == 0 && !second.errors.contains(said), "\(second.errors)")
    #expect(published(folder) == files)
  }

  @Test func `a folder of photos is rewritten, and each reported with its weight`() async throws {
    let folder = try project("Rien.")
    for name in ["a", "b"] {
      try folder.write("", to: "album/\(name)/x")
      try photo().write(to: URL(fileURLWithPath: folder.path + "/album/\(name)/\(name).jpg"))
    }
    let before = try photo()
    let result = try await Program.run(["photo", "album", "--keep"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    for words in ["album/a/a.jpg : ", "album/b/b.jpg : ", " ko → ", "« b.original.jpg »", "En tout, 2 photos : "] {
      #expect(result.output.contains(words), "\(result.output)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/album/a/a.original.jpg")) == before)
    let again = try await Program.run(["photo", "album", "--keep"], in: folder.path)
    #expect(again.output.components(separatedBy: "rien à enlever").count == 3)
  }

  @Test func `a picture that is no good is reported at its line, and the rest can go on`() async throws {
    let folder = try project("![Le quai](cut.jpg)\n\nLe reste ![dessin](logo.svg), et un [lien](cut.jpg).")
    let photo = try photo()
    try photo.prefix(photo.count / 2).write(to: URL(fileURLWithPath: folder.path + "/Content/nouvelles/cut.jpg"))
    try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>", to: "Content/nouvelles/logo.svg")
    let strict = try await run("build", folder)
    #expect(strict.status == 1)
    #expect(
      strict.errors.contains("Content/nouvelles/a.md:5:1 : erreur : L’image Content/nouvelles/cut.jpg est incomplète"))
    #expect(strict.errors.contains("Content/nouvelles/a.md:7:10 : erreur : Le dessin Content/nouvelles/logo.svg"))
    #expect(strict.errors.contains("onload"))
    #expect(published(folder).isEmpty)
    #expect(try await run("check", folder).status == 1)
    let going = try await run("build", folder, ["--keep-going"])
    #expect(going.status == 1)
    let files = published(folder)
    #expect(files["index.html"] != nil)
    #expect(files["nouvelles/a/index.html"] == nil, "it has never been right")
    #expect(!files.keys.contains { $0.hasPrefix("images/") })
  }

  @Test func `without the program there is one message, and a site without pictures does not miss it`() async throws {
    let folder = try project("![Le quai](photo.jpg)\n\n![Le quai](b.jpg)")
    for name in ["photo", "b"] {
      try photo().write(to: URL(fileURLWithPath: folder.path + "/Content/nouvelles/\(name).jpg"))
    }
    let result = try await run("build", folder, path: "/nowhere")
    #expect(result.status == 1)
    #expect(result.errors.components(separatedBy: "vipsthumbnail").count == 2)
    #expect(result.errors.contains("apt-get install libvips-tools"))
    #expect(published(folder).isEmpty)
    #expect(try await run("build", try project("Rien à voir."), path: "/nowhere").status == 0)
  }

  @Test func `attachments are copied as they are, unless they are photographs in disguise`() async throws {
    let folder = try project("[Plan](plan.pdf), [gros](gros.pdf)")
    try folder.write("---\ntitre: B\ndate: 2019\n---\n[vue](vue.pdf)\n", to: "Content/nouvelles/b.md")
    try folder.write("%PDF-1.4 petit", to: "Content/nouvelles/plan.pdf")
    try folder.write("%PDF-1.4" + String(repeating: "0123456789", count: 600_000), to: "Content/nouvelles/gros.pdf")
    let reported = try await run("build", folder, ["--keep-going"])
    #expect(reported.errors.contains("missing") || reported.errors.contains("vue.pdf"))
    try photo().write(to: URL(fileURLWithPath: folder.path + "/Content/nouvelles/vue.pdf"))
    let result = try await run("build", folder)
    #expect(result.status == 1)
    #expect(result.errors.contains("attention : Le fichier Content/nouvelles/gros.pdf est lourd\u{A0}: 6\u{A0}Mo"))
    #expect(
      result.errors.contains(
        "Content/nouvelles/vue.pdf n’est pas ce que son nom dit\u{A0}: son contenu est celui d’un fichier JPEG"))
    #expect(try await run("build", folder, ["--keep-going"]).status == 1)
    #expect(Set(published(folder).keys).isSuperset(of: ["nouvelles/a/plan.pdf", "nouvelles/a/gros.pdf"]))
    #expect(published(folder)["nouvelles/b/vue.pdf"] == nil)
  }
}

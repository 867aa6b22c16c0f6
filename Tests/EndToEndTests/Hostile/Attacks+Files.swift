import Foundation

/// Names of files, what stands where a file should stand, and what a project can bring beside its content.
extension Attack {
  private static let entry = "---\ntitre: Essai\ndate: 2026-05\n---\nUn texte.\n"

  static let names: [Attack] = [
    .fileName("a name that Windows keeps", "nouvelles/con.md", .warned("Windows")),
    .fileName("a name of dots", "nouvelles/...md", .harmless),
    .fileName("a name that is a path in percent signs", "nouvelles/..%2f..%2fx.md", .harmless),
    .fileName("a backslash", "nouvelles/a\\..\\x.md", .refused("invisible ou interdit")),
    .fileName("the end of a line in a name", "nouvelles/a\nb.md", .refused("invisible ou interdit")),
    .fileName(
      "a name that steers terminals", "nouvelles/\u{1B}[31m\u{1B}]0;x\u{7}.md", .refused("invisible ou interdit")),
    .fileName("a name that turns the direction", "nouvelles/a\u{202E}dm.md", .refused("invisible ou interdit")),
    .fileName("a name with marks of direction", "nouvelles/a\u{200F}b.md", .refused("invisible ou interdit")),
    .fileName("a name of invisible signs", "nouvelles/\u{2060}.md", .refused("invisible ou interdit")),
    .fileName("a name that is an option", "nouvelles/--output=x.md", .harmless),
    .fileName("a name that is a command", "nouvelles/$(touch x)`id`;|&.md", .harmless),
    .fileName("a name with markup", "nouvelles/<script>alert(1)<.md", .harmless),
    .fileName("a name of signs alone", "nouvelles/😀.md", .refused("ni lettre ni chiffre")),
    .fileName("a name of 250 bytes", "nouvelles/\(String(repeating: "a", count: 247)).md", .refused("trop long")),
    .fileName("a news item named as a year", "nouvelles/2019.md", .refused("2019")),
    .fileName("an event's folder named as the program's", "pages/agenda/series.md", .harmless),
    .fileName("a page in the place of the style sheets", "pages/theme.md", .harmless),
    .fileName("a page in the place of a file", "pages/agenda-ics.md", .harmless),
    Attack("a page in a folder of another kind", .refused("base")) {
      try $0.write(entry, to: "Content/pages/nouvelles/base.md")
    },
    .fileName("the settings in capitals", "Site.yml", .harmless),
    Attack("accents in both normal forms", .refused("accents")) {
      // APFS would keep one of them only; Linux keeps both.
      try $0.write(entry, to: "Content/nouvelles/e\u{301}te.md")
      try $0.write(entry, to: "Content/nouvelles/\u{E9}te.md")
    },
    Attack("names that differ in capitals alone", .refused("essai")) {
      try $0.write(entry, to: "Content/nouvelles/essai.md")
      try $0.write(entry, to: "Content/nouvelles/ESSAI.md")
    },
    Attack("names that differ in signs alone", .refused("un-essai")) {
      try $0.write(entry, to: "Content/nouvelles/un essai.md")
      try $0.write(entry, to: "Content/nouvelles/un-essai.md")
    },
    Attack("a name that is no UTF-8", .refused("illisibles")) { project in
      let path = Array((project.root + "/Content/nouvelles/").utf8) + [0xFF, 0xFE] + Array(".md\0".utf8)
      path.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { name in
          if let name = name.baseAddress { close(open(name, O_WRONLY | O_CREAT, 0o644)) }
        }
      }
    },
    Attack("folders in folders", .refused("les uns dans les autres")) {
      try $0.write(entry, to: "Content/pages/" + String(repeating: "d/", count: 60) + "essai.md")
    },
    Attack("an attachment that a server would run", .refused("x.php")) {
      try $0.write("<?php system('id');", to: "Content/nouvelles/x.php")
      try $0.news("titre: Essai", body: "[x](x.php)")
    },
    Attack("an attachment that a browser would run", .refused("x.html")) {
      try $0.write("<script>alert(1)</script>", to: "Content/nouvelles/x.html")
      try $0.news("titre: Essai", body: "[x](x.html)")
    },
    Attack("an attachment that steers the server", .refused("htaccess")) {
      try $0.write("SetHandler x", to: "Content/nouvelles/.htaccess")
      try $0.news("titre: Essai", body: "[x](.htaccess)")
    },
    Attack("an attachment in the place of a page", .harmless) {
      try $0.write("x", to: "Content/evenements/soiree/evenement.txt")
      try $0.news("titre: Essai", body: "[x](../evenements/soiree/evenement.txt)")
    },
    Attack("a photograph under another name", .refused("x.pdf")) {
      try $0.write([0xFF, 0xD8, 0xFF, 0xE1, 0, 8, 0x45, 0x78, 0x69, 0x66, 0, 0], to: "Content/nouvelles/x.pdf")
      try $0.news("titre: Essai", body: "[x](x.pdf)")
    },
  ]

  static let files: [Attack] = [
    Attack("Content is a link out of the project", .refused("lien")) { project in
      try project.link("Content", to: (project.outside as NSString).deletingLastPathComponent)
    },
    Attack("Content is a link within the project", .refused("lien")) {
      try FileManager.default.moveItem(atPath: $0.root + "/Content", toPath: $0.root + "/ailleurs")
      try $0.link("Content", to: "ailleurs")
    },
    Attack("Content is a file", .refused("dossier")) {
      try $0.remove("Content")
      try $0.write("x", to: "Content")
    },
    Attack("a folder of entries is a link", .refused("lien")) { project in
      try project.link("Content/nouvelles", to: (project.outside as NSString).deletingLastPathComponent)
    },
    Attack("a folder within is a link that turns round", .refused("lien")) {
      try $0.link("Content/pages/rond", to: "..")
    },
    Attack("an entry is a link to a file of the machine", .refused("lien")) {
      try $0.link("Content/nouvelles/essai.md", to: "/etc/passwd")
    },
    Attack("an entry is a link to what is outside", .refused("lien")) {
      try $0.link("Content/nouvelles/essai.md", to: "../../../dehors/secret.md")
    },
    Attack("an entry is a link to another", .refused("lien")) {
      try $0.link("Content/nouvelles/essai.md", to: "base.md")
    },
    Attack("a link that leads nowhere", .refused("lien")) { try $0.link("Content/nouvelles/essai.md", to: "rien") },
    Attack("a link to itself", .refused("lien")) { try $0.link("Content/nouvelles/essai.md", to: "essai.md") },
    Attack("a link to the memory of the process", .refused("lien")) {
      try $0.link("Content/nouvelles/essai.md", to: "/proc/self/environ")
    },
    Attack("the settings are a link", .refused("lien")) {
      try $0.link("Content/site.yml", to: "../../dehors/secret.txt")
    },
    Attack("a picture is a link", .refused("lien")) {
      try $0.link("Content/nouvelles/x.png", to: "../../../dehors/secret.png")
      try $0.news("titre: Essai\nimage: x.png\nimage_alt: x")
    },
    Attack("an attachment is a link", .refused("lien")) {
      try $0.link("Content/nouvelles/x.pdf", to: "../../../dehors/id_rsa")
      try $0.news("titre: Essai", body: "[x](x.pdf)")
    },
    Attack("a folder of attachments is a link", .refused("lien")) {
      try $0.link("Content/nouvelles/pieces", to: "../../../dehors")
      try $0.news("titre: Essai", body: "[x](pieces/secret.txt)")
    },
    Attack("an entry is a pipe", .refused("ordinaire")) { try $0.pipe("Content/nouvelles/essai.md") },
    Attack("the settings are a pipe", .refused("site.yml")) {
      try $0.remove("Content/site.yml")
      try $0.pipe("Content/site.yml")
    },
    Attack("a picture is a pipe", .refused("ordinaire")) {
      try $0.pipe("Content/nouvelles/x.png")
      try $0.news("titre: Essai\nimage: x.png\nimage_alt: x")
    },
    Attack("an attachment is a pipe", .refused("ordinaire")) {
      try $0.pipe("Content/nouvelles/x.pdf")
      try $0.news("titre: Essai", body: "[x](x.pdf)")
    },
    Attack("an entry is a socket", .refused("ordinaire")) { project in
      try project.makeFolder("Content/nouvelles")
      let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      // A path of a socket is short: it is made from within.
      let folder = open(project.root + "/Content/nouvelles", O_RDONLY | O_DIRECTORY)
      defer { close(folder) }
      let name = "/proc/self/fd/\(folder)/essai.md"
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name.utf8) }
      let size = socklen_t(MemoryLayout<sockaddr_un>.size)
      let bound = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
      }
      guard bound == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
    },
    Attack("an entry is a folder", .harmless) { try $0.makeFolder("Content/nouvelles/essai.md") },
    Attack("a file of 10 GB without content", .refused("trop long")) {
      try $0.write("", to: "Content/nouvelles/essai.md")
      truncate($0.root + "/Content/nouvelles/essai.md", 10 << 30)
    },
    Attack("a picture of 10 GB without content", .refused("x.png")) {
      try $0.write("", to: "Content/nouvelles/x.png")
      truncate($0.root + "/Content/nouvelles/x.png", 10 << 30)
      try $0.news("titre: Essai\nimage: x.png\nimage_alt: x")
    },
  ]

  static let machine: [Attack] = [
    Attack("the cache of pictures is a link", .harmless) { project in
      try project.link(".cache", to: (project.outside as NSString).deletingLastPathComponent)
      try project.photograph()
    },
    Attack("the cache of pictures is a link one step below", .harmless) { project in
      try project.makeFolder(".cache")
      try project.link(".cache/images", to: (project.outside as NSString).deletingLastPathComponent)
      try project.photograph()
    },
    Attack("a repository whose settings run programs", .harmless) { try $0.repository(at: "") },
    Attack("a repository hidden among the files", .harmless) { try $0.bareRepository(at: "") },
    Attack("a repository that is elsewhere", .harmless) { project in
      try project.write("gitdir: \((project.outside as NSString).deletingLastPathComponent)\n", to: ".git")
    },
    Attack("a repository in the content", .harmless) { try $0.repository(at: "Content") },
  ]
}

extension HostileProject {
  func pipe(_ path: String) throws {
    try makeFolder((path as NSString).deletingLastPathComponent)
    guard mkfifo(root + "/" + path, 0o644) == 0 else { throw POSIXError(.EIO) }
  }

  /// A news item with a real photograph.
  func photograph() throws {
    let original = Program.projectRoot + "/Tests/Fixtures/complet/Content/images/halle.png"
    try FileManager.default.copyItem(atPath: original, toPath: root + "/Content/nouvelles/x.png")
    try news("titre: Essai\nimage: x.png\nimage_alt: x")
  }

  /// A program that leaves a trace beside the secret; see ``surroundings``.
  private func trap() throws -> String {
    let path = root + "/piege.sh"
    let trace = (outside as NSString).deletingLastPathComponent + "/trace"
    try write("#!/bin/sh\necho pris >> '\(trace)'\n", to: "piege.sh")
    chmod(path, 0o755)
    return path
  }

  private func gitSettings() throws -> String {
    let trap = try trap()
    return """
      [core]
      \tfsmonitor = \(trap)
      \tpager = \(trap)
      \tsshCommand = \(trap)
      \teditor = \(trap)
      \thooksPath = \(root)
      \talternateRefsCommand = \(trap)
      [pager]
      \tlog = \(trap)
      [gpg]
      \tprogram = \(trap)
      [log]
      \tshowSignature = true
      [diff]
      \texternal = \(trap)
      [diff "x"]
      \ttextconv = \(trap)
      \tcommand = \(trap)
      [filter "x"]
      \tclean = \(trap)
      \tsmudge = \(trap)
      [alias]
      \tlog = !\(trap)
      \trev-parse = !\(trap)

      """
  }

  /// A repository that holds the content, with settings that run programs wherever they can.
  func repository(at folder: String) throws {
    let place = root + (folder.isEmpty ? "" : "/" + folder)
    let settings = try gitSettings()
    try write("* diff=x filter=x\n", to: (folder.isEmpty ? "" : folder + "/") + ".git/info/attributes")
    for arguments in [
      ["init", "-q", place], ["-C", place, "add", "."],
      ["-C", place, "-c", "user.name=a", "-c", "user.email=a@exemple.org", "commit", "-q", "-m", "a"],
    ] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
      process.arguments = arguments
      try process.run()
      process.waitUntilExit()
    }
    let file = place + "/.git/config"
    let old = try String(contentsOfFile: file, encoding: .utf8)
    try Data((old + settings).utf8).write(to: URL(fileURLWithPath: file))
  }

  /// What git takes for a repository without its own folder, when nobody tells it not to.
  func bareRepository(at folder: String) throws {
    let place = root + (folder.isEmpty ? "" : "/" + folder)
    try FileManager.default.createDirectory(atPath: place + "/objects", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: place + "/refs/heads", withIntermediateDirectories: true)
    try Data("ref: refs/heads/main\n".utf8).write(to: URL(fileURLWithPath: place + "/HEAD"))
    let settings = "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n" + (try gitSettings())
    try Data(settings.utf8).write(to: URL(fileURLWithPath: place + "/config"))
  }
}

import Foundation
import Testing

/// The built site put online, as far as this machine goes.
@Suite struct PublishTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      "titre: Le tiers-lieu\nadresse: https://exemple.org/\nidentifiant: 7b1c5a52-4b60-4f0e-9a39-0d5c2f6f7a11\n",
      to: "site/Content/site.yml")
    try folder.write("---\ntitre: La visite\ndate: 2019-05\n---\nTexte.\n", to: "site/Content/nouvelles/visite.md")
  }

  private func gazette(_ arguments: String...) async throws -> Program.Result {
    try await Program.run(arguments + ["--root", folder.path + "/site"], environment: ["DESTINATION": ""])
  }

  private func git(_ arguments: String...) -> Int32 {
    Program.status(of: "/usr/bin/env", ["git", "-C", folder.path] + arguments)
  }

  @Test func `a site goes to a branch as it is, alone, and without what is no part of it`() async throws {
    #expect(git("init", "--quiet", "--bare", "forge.git") == 0)
    let forge = "file://" + folder.path + "/forge.git"
    let early = try await gazette("publish", "--branch", "pages", forge)
    #expect(early.status == 74 && early.errors.contains("ne contient pas de site"))
    #expect(try await gazette("build").status == 0)
    for _ in 0..<2 {
      try folder.write("à moi", to: "site/Output/brouillon.txt")
      let done = try await gazette("publish", "--branch", "pages", forge)
      #expect(done.status == 0, "\(done.errors)")
    }
    #expect(git("clone", "--quiet", "--branch", "pages", forge, "copie") == 0)
    let copy = folder.files(in: "copie").filter { !$0.key.hasPrefix(".git/") }
    let site = folder.files(in: "site/Output").filter { ![".gazette", "brouillon.txt"].contains($0.key) }
    #expect(copy == site)
    #expect(copy["index.html"] != nil && copy[".htaccess"] != nil && copy["theme/.htaccess"] != nil)
    let lost = try await gazette("publish", "--branch", "pages", folder.path + "/nulle-part.git")
    #expect(lost.status == 74 && lost.errors.contains("Rien n’a changé en ligne"))
  }

  /// The files of the branch, without git's own.
  private func branch(of forge: String) -> [String: Data] {
    try? FileManager.default.removeItem(atPath: folder.path + "/copie")
    guard git("clone", "--quiet", "--branch", "pages", forge, "copie") == 0 else { return [:] }
    return folder.files(in: "copie").filter { !$0.key.hasPrefix(".git/") }
  }

  @Test func `what is named after its content stays on a branch for a week`() async throws {
    #expect(git("init", "--quiet", "--bare", "forge.git") == 0)
    let forge = "file://" + folder.path + "/forge.git"
    let settings = String(decoding: try #require(folder.files(in: "site/Content")["site.yml"]), as: UTF8.self)
    func publish(day: Int, colour: String) async throws -> [String: Data] {
      try folder.write(
        settings
          + "couleurs: {fond: \"#fdf6e3\", texte: \"#3b2f2f\", principale: \"\(colour)\", accent: \"#f2c14e\"}\n",
        to: "site/Content/site.yml")
      #expect(try await gazette("build").status == 0)
      let done = try await Program.run(
        ["publish", "--branch", "pages", forge, "--root", folder.path + "/site"],
        environment: ["DESTINATION": "", "SOURCE_DATE_EPOCH": String(1_780_000_000 + day * 86_400)])
      #expect(done.status == 0, "\(done.errors)")
      return branch(of: forge)
    }
    let first = try await publish(day: 0, colour: "#7a1f3d")
    let second = try await publish(day: 1, colour: "#1f3d7a")
    let gone = Set(first.keys).subtracting(folder.files(in: "site/Output").keys)
    #expect(!gone.isEmpty && gone.allSatisfy { $0.hasPrefix("theme/") || $0.hasPrefix("images/") }, "\(gone)")
    for path in gone { #expect(second[path] == first[path]) }
    // Nothing is listed but what stays for a while: there are pages that nobody is to find.
    let list = String(decoding: try #require(second[".gazette"]), as: UTF8.self)
    #expect(list.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) } == gone.sorted(), "\(list)")

    // What somebody else put there under such a name is none of ours where it leads elsewhere.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/copie/theme/lien.css", withDestinationPath: "/etc/passwd")
    #expect(git("-C", "copie", "add", "--all") == 0)
    #expect(git("-C", "copie", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "x") == 0)
    #expect(git("-C", "copie", "push", "--quiet", "origin", "pages") == 0)
    let third = try await publish(day: 7, colour: "#1f3d7a")
    for path in gone { #expect(third[path] == first[path]) }
    #expect(third["theme/lien.css"] == nil)
    let last = try await publish(day: 8, colour: "#1f3d7a")
    #expect(last == folder.files(in: "site/Output").filter { $0.key != ".gazette" })
  }

  @Test(arguments: [
    (["publish"], "Il manque la destination"), (["publish", "hote:"], "n’est pas un dossier pour un site"),
    (["publish", "/"], "n’est pas un dossier pour un site"), (["publish", "--server", "iis"], "ne convient pas"),
    (["publish", "--branch", "pages", "--dry-run"], "--branch"), (["publish", "--branch", "-x"], "--branch"),
  ]) func `what can't be a destination is refused before anything is asked of anyone`(
    arguments: [String], words: String
  ) async throws {
    let refused = try await Program.run(arguments, environment: ["DESTINATION": ""], in: folder.path + "/site")
    #expect(refused.status == 64, "\(refused.errors)")
    #expect(refused.errors.contains(words), "\(refused.errors)")
  }

  @Test(arguments: ["Content", "Content/pages", "Output", "Output/x", "./Content/../Content"])
  func `a site is not put among its texts, nor into itself`(name: String) async throws {
    #expect(try await gazette("build").status == 0)
    let before = folder.files(in: "site")
    let refused = try await gazette("publish", folder.path + "/site/" + name)
    #expect(refused.status != 0, "\(refused.output)")
    #expect(folder.files(in: "site") == before)
  }

  @Test func `a site can be looked at only where it is, and with curl`() async throws {
    let unknown = try await gazette("look", "exemple")
    #expect(unknown.status == 64 && unknown.errors.contains("n’est pas une adresse complète"))
    let alone = try await Program.run(
      ["look", "--root", folder.path + "/site"], environment: ["PATH": folder.path])
    #expect(alone.status == 74 && alone.errors.contains("sudo apt-get install curl"), "\(alone.errors)")
  }

  @Test func `without its programs it says which one is missing`() async throws {
    #expect(try await gazette("build").status == 0)
    let alone = try await Program.run(
      ["publish", "hote:www", "--root", folder.path + "/site"], environment: ["PATH": folder.path])
    #expect(alone.status == 74)
    #expect(alone.errors.contains("sudo apt-get install openssh-client"), "\(alone.errors)")
  }

  @Test(arguments: ["nginx", "caddy", "apache", "netlify", "cloudflare"])
  func `the file of a server is written, and nothing else`(server: String) async throws {
    let written = try await gazette("publish", "--server", server)
    #expect(written.status == 0 && written.errors == "")
    #expect(written.output.contains("text/calendar"))
    #expect(folder.files(in: "site/Output").isEmpty)
  }
}

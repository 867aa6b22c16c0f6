import Building
import Diagnostics
import Files
import Foundation
import Reading
import Site
import Text
import Time

/// A folder of Markdown with front matter: what Jekyll, Hugo, Eleventy, Zola and Pelican make a site of.
struct SiteFolder: ImportSource {
  let name: String
  let files: String?
  private let path: String
  private let zone: Zone
  private let today: CivilDay
  private let folder: ConfinedFolder
  private let generator: Generator
  private let texts: [String]
  /// Where files are, by their names in small letters, with their endings and, of texts, without; of several of a name none.
  private let places: [String: String?]
  /// How many texts are in another language than the one that is brought.
  private let foreign: Int

  /// Files of a folder, at most, folders within folders, and bytes of a text.
  private static let most = (files: 100_000, depth: 24, bytes: 4 << 20)
  /// What no author wrote.
  private static let leftAlone: Set<String> = [
    "node_modules", "vendor", "public", "_site", "resources", "themes", "layouts", "_layouts", "_includes", "_sass",
    "templates",
    "archetypes", "output", "dist", "target",
  ]
  /// The host of a site whose address nobody gave (RFC 2606, 2).
  static let nowhere = "https://ancien-site.invalid"

  init(_ path: String, zone: Zone, today: CivilDay) throws {
    self.path = path
    self.zone = zone
    self.today = today
    folder = ConfinedFolder(path)
    generator = Generator(folder)
    name = (generator.kind == .eleventy ? "dossier d’" : "dossier de ") + generator.kind.rawValue
    files = path
    let all = try Self.texts(in: folder, below: folder.hasFolder(generator.content) ? generator.content : "")
    texts = all.filter { [generator] in !generator.languages.isOther($0) }
    let elsewhere = generator.languages.otherFolders.filter { [generator] in !$0.hasPrefix(generator.content + "/") }
    foreign =
      try all.count - texts.count + elsewhere.reduce(0) { [folder] in try $0 + Self.texts(in: folder, below: $1).count }
    places = generator.kind == .plain ? Self.places(in: folder) : [:]
    guard !texts.isEmpty else {
      throw Fault(
        "« \(path) » ne contient aucun texte Markdown.", hint: "Donnez le dossier du site, celui de ses réglages.",
        status: 1)
    }
  }

  /// The texts of a folder and those below it, from it, in order; of Markdown and HTML, but for what no author wrote.
  static func texts(in folder: ConfinedFolder, below start: String) throws -> [String] {
    var found: [String] = []
    var waiting = [(start, 0)]
    while let (path, depth) = waiting.popLast() {
      guard depth < most.depth, let entries = try? folder.entries(of: path) else { continue }
      for entry in entries {
        guard let name = String(validating: entry.name, as: UTF8.self), !name.hasPrefix("."), let status = entry.status
        else {
          continue
        }
        let below = path.isEmpty ? name : path + "/" + name
        if status.st_mode & S_IFMT == S_IFDIR {
          if !leftAlone.contains(name.lowercased()) { waiting.append((below, depth + 1)) }
        } else if status.st_mode & S_IFMT == S_IFREG, isText(name) {
          found.append(below)
        }
      }
      guard found.count <= most.files else {
        throw Fault(
          "« \(folder.path) » contient plus de \(most.files) textes.", hint: "Donnez un dossier à la fois.", status: 1)
      }
    }
    return found.sorted()
  }

  private static func places(in folder: ConfinedFolder) -> [String: String?] {
    var places: [String: String?] = [:]
    guard let names = FileManager.default.enumerator(atPath: folder.path) else { return places }
    for case let path as String in names where !path.hasPrefix(".") && !path.contains("/.") {
      let name = (path.split(separator: "/").last ?? "").lowercased()
      for name in Set([name, ContentFiles.stem(name)]) {
        places.updateValue(places[name] == nil ? path : nil, forKey: name)
      }
      if places.count > 2 * most.files { break }
    }
    return places
  }

  /// Where the only file of a name is, written with its ending or, of a text, without.
  private func place(_ name: String) -> String? { places[name.lowercased()] ?? nil }

  private static func isText(_ name: String) -> Bool {
    let lower = name.lowercased()
    if ["readme.md", "license.md", "changelog.md", "contributing.md", "404.md", "404.html"].contains(lower) {
      return false
    }
    return [".md", ".markdown", ".mkd", ".html", ".htm"].contains { lower.hasSuffix($0) }
  }

  static func isHTML(_ file: String) -> Bool { [".html", ".htm"].contains(where: file.lowercased().hasSuffix) }

  // MARK: What there is

  private func read(_ file: String) -> FolderText? {
    guard let bytes = try? folder.read(file, limit: Self.most.bytes), let whole = ForeignEncoding.text(of: bytes) else {
      return nil
    }
    let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    let text = FolderText(whole.withoutNull, isOfNotion: NotionPage.name(name) != nil)
    // HTML without front matter is a template.
    return Self.isHTML(file) && !text.hasMatter ? nil : text
  }

  private func entry(_ file: String, _ text: FolderText) -> FolderEntry {
    FolderEntry(file, text, generator, zone: zone, today: today, place: place)
  }

  func survey() throws -> ImportSurvey {
    var survey = ImportSurvey(address: generator.address.isEmpty ? Self.nowhere : generator.address)
    var unread = 0
    for file in texts {
      guard let text = read(file) else {
        unread += Self.isHTML(file) ? 0 : 1
        continue
      }
      survey.outlines.append(entry(file, text).outline)
    }
    let others = try Self.others(in: folder, below: generator.content)
    survey.leftOut = [
      LeftOut(
        noun: .masculine("texte illisible", plural: "textes illisibles"), count: unread,
        remark: "ni en UTF-8 ni en Windows-1252, ou trop grand"),
      LeftOut(
        noun: .masculine("texte d’une autre langue", plural: "textes d’une autre langue"), count: foreign,
        remark: "le site nouveau n’en a qu’une"),
      LeftOut(
        noun: .masculine("texte d’une autre notation", plural: "textes d’une autre notation"), count: others,
        remark: "reStructuredText, AsciiDoc ou Org\u{A0}: à convertir, avec pandoc par exemple"),
    ].filter { $0.count > 0 }
    return survey
  }

  /// Texts that are no Markdown: what is left out without a word is lost.
  private static func others(in folder: ConfinedFolder, below start: String) throws -> Int {
    guard let names = FileManager.default.enumerator(atPath: folder.path + "/" + start) else { return 0 }
    var count = 0
    for case let name as String in names where [".rst", ".adoc", ".org", ".textile"].contains(where: name.hasSuffix) {
      if !name.split(separator: "/").contains(where: { leftAlone.contains($0.lowercased()) }) { count += 1 }
    }
    return count
  }

  func forEach(_ body: (ImportItem) throws -> Void) throws {
    for file in texts {
      guard let text = read(file) else { continue }
      try body(entry(file, text).item)
    }
  }
}

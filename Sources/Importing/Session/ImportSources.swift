import Building
import Files
import Foundation
import Reading
import Site
import Time

/// Finds out what a file or a folder is, by what is in it.
enum ImportSources {
  /// Bytes of a file that is read as a whole, at most.
  private static let largest = 64 << 20

  /// - Parameters:
  ///   - settings: those of the site that receives it.
  ///   - today: in the zone of the site.
  static func source(at path: String, settings: Settings, today: CivilDay) throws -> any ImportSource {
    let zone = settings.zone
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Fault(
        "« \(path) » n’existe pas.", hint: "Donnez le fichier que l’ancien site a exporté, ou son dossier.",
        status: Fault.inputOutput)
    }
    if isFolder.boolValue { return try folder(path, settings: settings, today: today) }
    guard let head = try? RegularFile(at: path).read(atMost: 64 << 10) else { throw Fault.unreadable(path) }
    let start = String(decoding: head, as: UTF8.self)
    let lower = start.lowercased()
    let first = lower.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if first.hasPrefix("begin:vcalendar") {
      return try CalendarFile(text(path, CalendarLines.unfolded), zone: zone)
    }
    let ending = (path as NSString).pathExtension.lowercased()
    let isPage = first.hasPrefix("<!doctype html") || first.hasPrefix("<html")
    // What holds a page, in a way of its own, has its signs too.
    if !isPage, let container = containers.first(where: { $0.endings.contains(ending) }) {
      throw unknown(path, container.hint)
    }
    if isPage || lower.contains("<html") && !first.hasPrefix("<?xml") {
      return try SavedPage(text(path), path: path, zone: zone)
    }
    if first.hasPrefix("<") {
      return WordPressExport.isOne(start)
        ? WordPressExport([path], TableDates.Reading(settings: settings, today: today))
        : NewsFeed(path, zone: zone, today: today)
    }
    if ["csv", "tsv", "txt"].contains(ending) {
      return try EventTable(text(path), path: path, settings: settings, today: today)
    }
    throw unknown(
      path,
      "Sont repris\u{A0}: une exportation de WordPress (.xml), un dossier de Jekyll, Hugo, Eleventy, Zola, Pelican, Notion ou Obsidian, un tableau d’événements (.csv), un agenda (.ics), un flux Atom ou RSS, une page HTML ou un dossier de pages."
    )
  }

  private static func folder(_ path: String, settings: Settings, today: CivilDay) throws -> any ImportSource {
    let zone = settings.zone
    guard Generator(ConfinedFolder(path)).kind == .plain else { return try SiteFolder(path, zone: zone, today: today) }
    let blogs = BloggerSite.feeds(in: path)
    guard blogs.count < 2 else {
      throw Fault(
        "« \(path) » contient plusieurs blogs.",
        hint: "Donnez le fichier de l’un d’eux\u{A0}: \(blogs.joined(separator: ", "))",
        status: 1)
    }
    let exports = WordPressExport.files(in: path)
    if !exports.isEmpty { return WordPressExport(exports, TableDates.Reading(settings: settings, today: today)) }
    if let blog = blogs.first { return NewsFeed(path + "/" + blog, zone: zone, today: today) }
    return try SavedPages(path, zone: zone) ?? SiteFolder(path, zone: zone, today: today)
  }

  private static func unknown(_ path: String, _ hint: String) -> Fault {
    Fault("« \(path) » n’est rien que l’on sache reprendre.", hint: hint, status: 1)
  }

  /// Files that hold what can be read, and how to get at it.
  private static let containers: [(endings: [String], hint: String)] = [
    (
      ["xlsx", "xls", "ods", "numbers"],
      "Ouvrez-le dans un tableur, enregistrez la feuille en CSV (Fichier, Enregistrer sous), et importez le fichier .csv."
    ),
    (
      ["mhtml", "mht", "webarchive"],
      "Dans le navigateur\u{A0}: Enregistrer sous, «\u{A0}Page web complète\u{A0}», et importez le fichier .html."
    ),
    (
      ["docx", "doc", "odt", "rtf"],
      "Ouvrez-le dans un traitement de texte, enregistrez-le en HTML (Fichier, Enregistrer sous), et importez le fichier .html."
    ),
    (["sql", "wpress"], "Dans WordPress\u{A0}: Outils, Exporter, Tout le contenu\u{A0}; importez le fichier .xml."),
    (["zip", "gz", "tgz", "tar", "7z", "rar"], "Décompressez-le, et importez ce qu’il contient."),
  ]

  /// - Parameter prepared: the bytes as they are to be read.
  private static func text(_ path: String, _ prepared: ([UInt8]) -> [UInt8] = { $0 }) throws -> String {
    guard let bytes = (try? RegularFile(at: path).bytes(limit: largest)).map(prepared) else {
      throw Fault(
        "« \(path) » ne peut pas être lu, ou dépasse \(largest >> 20)\u{A0}Mo.", hint: "Donnez-le en plusieurs fois.",
        status: Fault.inputOutput)
    }
    guard let text = ForeignEncoding.text(of: bytes) else {
      throw Fault("« \(path) » n’est ni en UTF-8 ni en Windows-1252.", hint: "Réenregistrez-le en UTF-8.", status: 1)
    }
    return text.withoutNull
  }
}

import Building
import Files
import Foundation
import Text
import Threads
import Time

/// The file that WordPress gives out under « Outils, Exporter » (WXR 1.2); of a large site there are several, each with a part of
/// its texts.
struct WordPressExport: ImportSource {
  let name = "export WordPress"
  let files: String? = nil
  private let paths: [String]
  private let dates: TableDates.Reading
  private let events = Locked(WordPressSurvey.Events())
  /// What the survey has read of what becomes something here, until it is asked for; `nil` where it is read again.
  private let kept = Locked<[WordPressPiece]?>(nil)
  private let largestKept: Int

  /// - Parameters:
  ///   - paths: the files of one site, in the order in which they are read.
  ///   - dates: how those in words are to be read.
  ///   - largestKept: bytes of an export whose texts wait in memory, at most: to read it twice takes longer.
  init(_ paths: [String], _ dates: TableDates.Reading, keepingUpTo largestKept: Int = 96 << 20) {
    self.paths = paths
    self.dates = dates
    self.largestKept = largestKept
  }

  /// The exports that lie in a folder.
  static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.lowercased().hasSuffix(".xml") }.sorted().map { folder + "/" + $0 }.filter { path in
      let head = (try? RegularFile(at: path).read(atMost: 4096)) ?? []
      return isOne(String(decoding: head, as: UTF8.self))
    }
  }

  /// Whether a file that begins so is one.
  static func isOne(_ head: String) -> Bool { head.lowercased().holds("wordpress.org/export/") }

  // MARK: What there is

  func survey() throws -> ImportSurvey {
    var survey = WordPressSurvey()
    let files = try paths.map { try XMLPieces($0) }
    let keeps = files.reduce(0) { $0 + $1.size } <= largestKept
    func take(_ piece: WordPressPiece) {
      if survey.take(piece) { kept.withLock { $0?.append(piece) } }
    }
    kept.withLock { $0 = keeps ? [] : nil }
    let pipeline = Pipeline<MarkupElement, WordPressPiece?> { element, _ in WordPressPiece(element) }
    var sites: [String: String] = [:]
    for file in files {
      survey.address = ""
      try file.forEach(leaving: keeps ? [] : ["encoded"]) { root, piece, whole in
        guard root.name == "rss" else { throw Self.noExport(file.name) }
        pipeline.add(keeps || !WordPressItem.isShownByOthers(piece) ? piece : whole()).forEach { $0.map(take) }
      }
      pipeline.finish().forEach { $0.map(take) }
      sites[survey.site.host + survey.site.path] = survey.site.address
    }
    guard sites.count < 2 else { throw Self.severalSites(sites.values.sorted()) }
    let events = survey.events
    self.events.withLock { $0 = events }
    return survey.whole
  }

  private static func noExport(_ path: String) -> Fault {
    Fault(
      "« \(path) » n’est pas une exportation de WordPress.",
      hint: "Dans WordPress\u{A0}: Outils, Exporter, Tout le contenu.", status: 1)
  }

  private static func severalSites(_ addresses: [String]) -> Fault {
    Fault(
      "Ce dossier contient les exportations de plusieurs sites\u{A0}: \(addresses.joined(separator: ", ")).",
      hint: "Importez celles de chacun à part.", status: 1)
  }

  // MARK: Entries

  func forEach(_ body: (ImportItem) throws -> Void) throws {
    var address = ""
    let events = events.withLock { $0 }
    var site = OldSite("")
    var fallback: CivilDateTime?
    try forEachPiece { piece in
      switch piece {
      case .siteAddress(let text): address = text
      case .link(let text): if address.isEmpty { address = text }
      case .date(let text): fallback = MailDate.read(text, dates.zone)
      case .account, .term, .eventTerm: break
      case .item(let item, let fingerprint):
        if site.host.isEmpty { site = OldSite(OldSite.unbroken(address)) }
        guard let kind = item.kind else { return }
        var entry = WordPressEntry(
          post: item, kind: kind, site: site, events: events, dates: dates, fallback: fallback
        ).item
        entry.fingerprint = fingerprint
        try body(entry)
      }
    }
    for item in events.terms.items(site.origin(wordPress:)) { try body(item) }
  }

  /// Gives what the export says, in its order: what the survey kept, each once.
  private func forEachPiece(_ body: (WordPressPiece) throws -> Void) throws {
    let kept = kept.withLock { pieces in
      defer { pieces = nil }
      return pieces
    }
    guard var left = kept else {
      for path in paths { try XMLPieces(path).forEach { _, piece, _ in try WordPressPiece(piece).map(body) } }
      return
    }
    left.reverse()
    // What was given need not wait for the rest.
    while let piece = left.popLast() { try body(piece) }
  }
}

import Building
import Files
import Reading
import Site
import Text
import Time

/// A folder of pages that a browser or a program saved (« Page web complète », HTTrack, wget): each is a page, and leads to the
/// others.
struct SavedPages: ImportSource {
  let name = "dossier de pages HTML"
  let files: String?
  private let folder: ConfinedFolder
  private let zone: Zone
  /// From the folder.
  private let pages: [String]

  /// Bytes of a page, at most.
  private static let largest = 8 << 20
  /// What the names of folders end with in which browsers put what a page shows.
  private static let ofBrowsers = ["_files", "_fichiers"]

  /// - Returns: `nil` where the folder holds other texts, or no page.
  init?(_ path: String, zone: Zone) throws {
    let folder = ConfinedFolder(path)
    let texts = try SiteFolder.texts(in: folder, below: "")
    guard texts.allSatisfy(SiteFolder.isHTML) else { return nil }
    pages = texts.filter { text in
      !text.split(separator: "/").dropLast().contains { folder in Self.ofBrowsers.contains { folder.hasSuffix($0) } }
    }
    guard !pages.isEmpty else { return nil }
    (files, self.folder, self.zone) = (path, folder, zone)
  }

  private func page(_ file: String) -> SavedPage? {
    guard let bytes = try? folder.read(file, limit: Self.largest), let text = ForeignEncoding.text(of: bytes) else {
      return nil
    }
    return try? SavedPage(text.withoutNull, path: files.map { $0 + "/" + file } ?? file, file: file, zone: zone)
  }

  func survey() throws -> ImportSurvey {
    var survey = ImportSurvey()
    var hosts: [String: Int] = [:]
    var unread = 0
    for file in pages {
      guard let page = page(file) else {
        unread += 1
        continue
      }
      let part = try page.survey()
      hosts[part.address, default: 0] += 1
      survey.outlines += part.outlines
    }
    // Some may be saved from elsewhere; where none says where it was, none was anywhere.
    let known = hosts.filter { $0.key != SiteFolder.nowhere }
    survey.address = known.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? SiteFolder.nowhere
    if unread > 0 {
      survey.leftOut = [
        LeftOut(
          noun: .feminine("page illisible", plural: "pages illisibles"), count: unread,
          remark: "vide, trop grande, ou ni en UTF-8 ni en Windows-1252")
      ]
    }
    return survey
  }

  func forEach(_ body: (ImportItem) throws -> Void) throws {
    for file in pages { try page(file)?.forEach(body) }
  }
}

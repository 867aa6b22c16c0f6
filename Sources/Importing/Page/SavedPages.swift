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
  /// What a list beside them says of them, by their files; `nil` where there is none.
  private let posts: [String: ExportedPost]?
  /// Whether they are what a program gives out that publishes for others: what is no text among them is about the account of who
  /// wrote them, and nobody else's business.
  private let hasPosts: Bool

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
    posts = ExportedPost.substack(folder)
    hasPosts =
      posts != nil
      || pages.contains { page in
        let bytes = (try? folder.read(page, limit: Self.largest)) ?? []
        return String(decoding: bytes, as: UTF8.self).holds(ExportedPost.signOfMedium)
      }
    (files, self.folder, self.zone) = (path, folder, zone)
  }

  private func page(_ file: String) -> SavedPage? {
    guard let bytes = try? folder.read(file, limit: Self.largest), let text = ForeignEncoding.text(of: bytes) else {
      return nil
    }
    let post = posts.map { $0[file] ?? .unlisted }
    let path = files.map { $0 + "/" + file } ?? file
    return try? SavedPage(text.withoutNull, path: path, file: file, post: post, zone: zone)
  }

  func survey() throws -> ImportSurvey {
    var survey = ImportSurvey()
    var hosts: [String: Int] = [:]
    var unread = 0
    var (ofAccount, ofProgram) = (0, 0)
    for file in pages {
      guard let page = page(file) else {
        unread += 1
        continue
      }
      if page.isOfProgram {
        ofProgram += 1
        continue
      }
      if hasPosts, page.post == nil {
        ofAccount += 1
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
      survey.leftOut.append(
        LeftOut(
          noun: .feminine("page illisible", plural: "pages illisibles"), count: unread,
          remark: "vide, trop grande, ou ni en UTF-8 ni en Windows-1252"))
    }
    if ofProgram > 0 {
      survey.leftOut.append(
        LeftOut(
          noun: .feminine("page"), count: ofProgram,
          remark: ofProgram > 1 ? "qui ne faisaient que mener à d’autres" : "qui ne faisait que mener à d’autres"))
    }
    if ofAccount > 0 {
      survey.leftOut.append(
        LeftOut(noun: .feminine("page"), count: ofAccount, remark: "sur le compte de qui a écrit les textes"))
    }
    return survey
  }

  func forEach(_ body: (ImportItem) throws -> Void) throws {
    for file in pages {
      guard let page = page(file), !page.isOfProgram, !hasPosts || page.post != nil else { continue }
      try page.forEach(body)
    }
  }
}

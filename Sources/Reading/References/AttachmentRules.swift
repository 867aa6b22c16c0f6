import Diagnostics
import Files
import Markup
import Site

/// Which files of the content are published beside its texts, and where.
enum AttachmentRules {
  enum Check: Sendable {
    /// With its size in bytes.
    case accepted(Int)
    case refused(Refusal)
  }

  enum Refusal: Sendable {
    /// A browser or a server would run it.
    case runs
    case withoutExtension
    case unreadable

    func diagnostic(_ place: SourcePlace, file: String) -> Diagnostic {
      switch self {
      case .runs: return .attachmentRuns(place, file: file)
      case .withoutExtension: return .attachmentWithoutExtension(place, file: file)
      case .unreadable: return .attachmentUnreadable(place, file: file)
      }
    }
  }

  static let imageExtensions: Set<String> = [
    "jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "avif", "heic", "heif", "hif", "svg",
  ]
  /// Other files that hold photographs, with all that these may tell: a link to one is a link to a picture.
  private static let otherPictures: Set<String> = [
    "tif", "tiff", "bmp", "jp2", "jxl", "dng", "cr2", "nef", "arw", "psd",
  ]

  /// Whether the file is published as a picture, never as it is.
  static func isPicture(_ file: ContentFile) -> Bool {
    imageExtensions.contains(file.fileExtension) || otherPictures.contains(file.fileExtension)
  }

  /// Bytes; larger files are told.
  static let heavy = 5_000_000

  private static let runningExtensions: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "js", "mjs", "cjs", "wasm", "xml", "xsl", "xslt", "php",
    "phtml",
    "phar", "cgi", "pl", "py", "rb", "sh", "asp", "aspx", "jsp", "exe", "bat", "cmd", "com", "msi", "scr", "swf", "hta",
    "yml",
    "yaml", "md", "htaccess",
  ]

  /// Names that the program gives to files beside an entry's page.
  private static let programNames: Set<String> = [
    "evenement.ics", "agenda.ics", "a-venir.ics", "atom.xml", "feed.json", "index.html", "courriel.html",
    "courriel.txt",
    "courriel.eml",
  ]

  /// Whether the last part of a path looks like the name of a file that could be published.
  static func isFileName(_ path: String) -> Bool {
    let known = imageExtensions.union(runningExtensions).union([
      "pdf", "odt", "ods", "odp", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "zip", "mp3", "mp4", "ogg",
      "webm", "ics", "gpx", "epub", "json",
    ])
    return ContentFile(path: path).fileExtension.isEmpty == false
      && known.contains(ContentFile(path: path).fileExtension)
  }

  static func check(_ file: ContentFile, root: String) -> Check {
    let fileExtension = file.fileExtension
    guard !fileExtension.isEmpty, !Folding.slug(fileExtension).isEmpty else { return .refused(.withoutExtension) }
    if runningExtensions.contains(fileExtension) { return .refused(.runs) }
    guard let opened = try? ConfinedFolder(root).file(file.shownPath) else { return .refused(.unreadable) }
    return .accepted(opened.size)
  }

  /// Beside the entry's page where the file stands in the entry's folder or below it, else under `/fichiers/`.
  static func address(of file: ContentFile, for draft: EntryDraft) -> SitePath {
    let parent = draft.file.parent
    let page = SitePath.entry(draft.key)
    if page != .home, file.path.hasPrefix(parent + "/") {
      let below = slugged(String(file.path.dropFirst(parent.count + 1)))
      if !programNames.contains(below), !below.hasPrefix("courriel.") { return page.appending(below) }
    }
    return SitePath("/fichiers/" + slugged(file.path))
  }

  /// The path with every step as a slug, extension kept.
  private static func slugged(_ path: String) -> String {
    var steps = path.split(separator: "/").map(String.init)
    guard let name = steps.popLast() else { return "" }
    let fileExtension = ContentFile(path: name).fileExtension
    let stem = Folding.slug(String(name.dropLast(fileExtension.count + 1)))
    let folders = steps.map { Folding.slug($0) }.map { $0.isEmpty ? "dossier" : $0 }
    return (folders + [(stem.isEmpty ? "fichier" : stem) + "." + Folding.slug(fileExtension)]).joined(separator: "/")
  }
}

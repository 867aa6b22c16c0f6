import Diagnostics
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
    /// A drawing with a program in it.
    case script

    func diagnostic(_ place: SourcePlace, file: String) -> Diagnostic {
      switch self {
      case .runs: return .attachmentRuns(place, file: file)
      case .withoutExtension: return .attachmentWithoutExtension(place, file: file)
      case .unreadable: return .attachmentUnreadable(place, file: file)
      case .script: return .drawingWithScript(place, file: file)
      }
    }
  }

  static let imageExtensions: Set<String> = ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg"]

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

  private static let largestDrawing = 4 << 20

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
    let path = root + "/" + file.shownPath
    guard let size = FileLoader.size(path), FileLoader.isReadable(path) else { return .refused(.unreadable) }
    if fileExtension == "svg" {
      guard case .success(let bytes) = FileLoader.read(path, limit: largestDrawing) else {
        return .refused(.unreadable)
      }
      if !Drawing.isStill(bytes) { return .refused(.script) }
    }
    return .accepted(size)
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

/// Vector drawings (SVG), which may hold programs.
enum Drawing {
  /// Whether nothing in it runs or is fetched from elsewhere when it is opened by itself.
  static func isStill(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self)?.lowercased() else { return false }
    let refused = [
      "<script", "javascript:", "<foreignobject", "<!entity", "<iframe", "<embed", "<object", "<handler",
      "<?xml-stylesheet", "data:text",
    ]
    if refused.contains(where: { text.contains($0) }) { return false }
    return !hasHandler(text)
  }

  /// An attribute `on…=`.
  private static func hasHandler(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var index = 0
    while index + 3 < bytes.count {
      defer { index += 1 }
      guard
        bytes[index] <= 0x20 || bytes[index] == .quote || bytes[index] == .doubleQuote
          || bytes[index] == UInt8(ascii: "/"),
        bytes[index + 1] == UInt8(ascii: "o"), bytes[index + 2] == UInt8(ascii: "n")
      else { continue }
      var end = index + 3
      while end < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[end]) { end += 1 }
      if end == index + 3 { continue }
      while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
      if end < bytes.count, bytes[end] == UInt8(ascii: "=") { return true }
    }
    return false
  }
}
